#include "pages/exhibits/spec_editor.h"

#include "charts/exhibit_view.h"
#include "exhibit/resolve.h"
#include "exhibit/spec_library.h"
#include "exhibit/written_title.h"
#include "widgets/chart_frame.h"
#include "words/week_words.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QSplitter>
#include <QVBoxLayout>

namespace weekboard
{

namespace
{

constexpr int pause_ms = 250;
constexpr std::size_t most_findings = 4;
constexpr auto text_name = "spec";

} // namespace

SpecEditor::SpecEditor(const PageContext& context, Week week, const std::string& toml,
                       QWidget* parent)
    : QDialog{parent}
    , context_{context}
    , week_{week}
    , text_{new QPlainTextEdit}
    , wrong_{new QLabel}
    , preview_{new ExhibitView}
    , save_{new QPushButton{tr("Save")}}
{
    setWindowTitle(tr("Edit the exhibit"));
    resize(1180, 640);
    auto* split = new QSplitter{Qt::Horizontal};
    split->setHandleWidth(12);
    split->setChildrenCollapsible(false);
    QFont fixed = context.appearance.theme().font(context.appearance.theme().body_size);
    fixed.setFamilies({QStringLiteral("Noto Sans Mono CJK SC"), font_family()});
    text_->setFont(fixed);
    text_->setLineWrapMode(QPlainTextEdit::NoWrap);
    text_->setTabChangesFocus(true);
    text_->setAccessibleName(tr("The exhibit's description"));
    auto* frame = new ChartFrame{context.appearance};
    frame->set_content(preview_);
    split->addWidget(text_);
    split->addWidget(frame);
    split->setSizes({560, 620});
    wrong_->setTextFormat(Qt::PlainText);
    wrong_->setWordWrap(true);
    wrong_->setProperty("role", QStringLiteral("trouble"));
    auto* cancel = new QPushButton{tr("Cancel")};
    save_->setProperty("primary", true);
    auto* buttons = new QHBoxLayout;
    buttons->addWidget(wrong_, 1);
    buttons->addWidget(cancel);
    buttons->addWidget(save_);
    auto* column = new QVBoxLayout{this};
    column->setContentsMargins(16, 16, 16, 16);
    column->setSpacing(12);
    column->addWidget(split, 1);
    column->addLayout(buttons);
    pause_.setSingleShot(true);
    pause_.setInterval(pause_ms);
    connect(text_, &QPlainTextEdit::textChanged, this, [this] {
        save_->setEnabled(false);
        pause_.start();
    });
    connect(&pause_, &QTimer::timeout, this, &SpecEditor::check);
    connect(save_, &QPushButton::clicked, this, &SpecEditor::save);
    connect(cancel, &QPushButton::clicked, this, &QDialog::reject);
    save_->setEnabled(false);
    text_->setPlainText(from_utf8(toml));
}

void SpecEditor::set_text(const QString& toml)
{
    text_->setPlainText(toml);
}

void SpecEditor::check()
{
    const std::uint64_t request = ++request_;
    context_.session.read(
        this,
        [toml = text_->toPlainText().toStdString(), week = week_,
         language = context_.appearance.language()](Connection& database) {
            const SpecReading reading = check_spec(database, toml, text_name);
            Checked checked{reading.findings, std::nullopt};
            if (reading.spec) {
                checked.exhibit = resolve(database, *reading.spec, {week, week.sunday(), language});
            }
            return checked;
        },
        [this, request](Checked checked) {
            if (request == request_) {
                take(std::move(checked));
            }
        });
}

void SpecEditor::take(Checked checked)
{
    findings_ = std::move(checked.findings);
    QStringList lines;
    for (std::size_t i = 0; i < findings_.size() && i < most_findings; ++i) {
        const SpecFinding& finding = findings_[i];
        lines << tr("Line %1, %2: expected %3")
                     .arg(finding.line)
                     .arg(from_utf8(finding.key), from_utf8(finding.expected));
    }
    wrong_->setText(lines.join(QLatin1Char{'\n'}));
    save_->setEnabled(findings_.empty() && !pause_.isActive());
    if (checked.exhibit) {
        preview_->show_exhibit(*checked.exhibit, context_.appearance.theme(), {}, false);
    }
    emit this->checked();
}

void SpecEditor::save()
{
    context_.session.write(
        this,
        [toml = text_->toPlainText().toStdString(), week = week_,
         &clock = context_.session.clock()](Connection& database) {
            const SpecReading reading = check_spec(database, toml, text_name);
            const std::string figures =
                reading.spec
                    ? figures_in_words(resolve(database, *reading.spec, {week, week.sunday()}))
                    : std::string{};
            return import_spec(database, with_written_figures(toml, figures), text_name, clock);
        },
        [this](const SpecImport& import) {
            if (import.findings.empty()) {
                emit saved(from_utf8(import.id));
                accept();
            } else {
                take({import.findings, std::nullopt});
            }
        });
}

} // namespace weekboard
