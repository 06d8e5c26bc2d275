#include "import/import_dialog.h"

#include "widgets/chart_frame.h"
#include "widgets/words_table.h"
#include "words/import_words.h"
#include "words/week_words.h"

#include <QComboBox>
#include <QDialogButtonBox>
#include <QFileInfo>
#include <QJsonArray>
#include <QJsonDocument>
#include <QLabel>
#include <QProgressBar>
#include <QPushButton>
#include <QStyle>
#include <QVBoxLayout>

namespace weekboard
{

namespace
{

/// More changes of a series are in the verb's list.
constexpr int most_changes_told = 3;

QString word(const QJsonValue& object, const char* key)
{
    return object[QLatin1String{key}].toString();
}

int count(const QJsonValue& object, const char* key)
{
    return object[QLatin1String{key}].toInt();
}

/// `wind.xlsx EDB`
QString place_of(const QJsonValue& sheet)
{
    const QString file = QFileInfo{word(sheet, "file")}.fileName();
    const QString name = word(sheet, "sheet");
    return name.isEmpty() ? file : file + u' ' + name;
}

/// All the digits that a figure has; – where it was withdrawn.
QString exact(const QJsonValue& figure)
{
    constexpr int digits = 15;
    return figure.isDouble() ? QString::number(figure.toDouble(), 'g', digits)
                             : QStringLiteral("–");
}

/// `2026-02-28 19.31 → 19.5`, and so on.
QString changes_of(const QJsonValue& series)
{
    QStringList told;
    const QJsonArray changes = series[QStringLiteral("changes")].toArray();
    for (const auto change : changes) {
        if (told.size() == most_changes_told) {
            told << QStringLiteral("…");
            break;
        }
        told << QStringLiteral("%1  %2 → %3")
                    .arg(word(change, "period_end"))
                    .arg(exact(change[QStringLiteral("old")]),
                         exact(change[QStringLiteral("new")]));
    }
    return told.join(QStringLiteral("   "));
}

} // namespace

ImportDialog::ImportDialog(const Appearance& appearance, std::filesystem::path store,
                           QStringList files, QWidget* parent)
    : QDialog{parent}
    , appearance_{appearance}
    , store_{std::move(store)}
    , files_{std::move(files)}
{
    constexpr QSize roomy{900, 600};
    setWindowTitle(tr("Import"));
    resize(roomy);
    build();
    connect(&job_, &ExportJob::finished, this, &ImportDialog::on_finished);
    start(false);
}

void ImportDialog::build()
{
    auto* column = new QVBoxLayout{this};
    column->setSpacing(10);
    heading_ = new QLabel;
    heading_->setWordWrap(true);
    heading_->setTextFormat(Qt::PlainText);
    column->addWidget(heading_);
    series_ = new WordsTable;
    series_->setAccessibleName(tr("What would change"));
    auto* frame = new ChartFrame{appearance_};
    frame->set_content(series_);
    column->addWidget(frame, 3);
    rejected_heading_ = new QLabel{tr("What is no figure, and why")};
    rejected_ = new WordsTable;
    rejected_->setAccessibleName(rejected_heading_->text());
    auto* below = new ChartFrame{appearance_};
    below->set_content(rejected_);
    column->addWidget(rejected_heading_);
    column->addWidget(below, 2);
    auto* foot = new QHBoxLayout;
    auto* question = new QLabel{tr("Changed figures")};
    changed_ = new QComboBox;
    changed_->addItem(tr("leave them out"), QString{});
    changed_->addItem(tr("as revisions of today"), QStringLiteral("--accept-changes"));
    changed_->addItem(tr("as corrections, in their own vintage"), QStringLiteral("--correct"));
    changed_->setAccessibleName(question->text());
    connect(changed_, &QComboBox::currentIndexChanged, this,
            [this] { import_->setEnabled(can_import()); });
    progress_ = new QProgressBar;
    progress_->setRange(0, 0);
    progress_->setTextVisible(false);
    progress_->setAccessibleName(tr("At work…"));
    auto* buttons = new QDialogButtonBox{QDialogButtonBox::Cancel};
    import_ = buttons->addButton(tr("Import"), QDialogButtonBox::AcceptRole);
    import_->setProperty("primary", true);
    connect(buttons, &QDialogButtonBox::accepted, this, &ImportDialog::import);
    connect(buttons, &QDialogButtonBox::rejected, this, &ImportDialog::reject);
    foot->addWidget(question);
    foot->addWidget(changed_);
    foot->addWidget(progress_);
    foot->addStretch();
    foot->addWidget(buttons);
    column->addLayout(foot);
}

void ImportDialog::reject()
{
    job_.cancel();
    QDialog::reject();
}

bool ImportDialog::can_import() const
{
    const bool takes_changes = !changed_->currentData().toString().isEmpty();
    return !job_.is_running() && (fresh_ > 0 || (changes_ > 0 && takes_changes));
}

void ImportDialog::start(bool writes)
{
    writes_ = writes;
    QStringList arguments{QStringLiteral("--lang"),
                          appearance_.language() == Language::chinese ? QStringLiteral("zh")
                                                                      : QStringLiteral("en"),
                          QStringLiteral("import"), QStringLiteral("--json")};
    const QString changed = changed_->currentData().toString();
    if (!writes) {
        arguments << QStringLiteral("--dry-run");
    } else if (!changed.isEmpty()) {
        arguments << changed;
    }
    job_.start(store_, arguments << QStringLiteral("--") << files_);
    progress_->show();
    import_->setEnabled(false);
    say(writes ? tr("Writing…") : tr("Reading and comparing…"), false);
}

void ImportDialog::import()
{
    if (can_import()) {
        start(true);
    }
}

void ImportDialog::on_finished(bool succeeded, const QString& said)
{
    progress_->hide();
    if (!succeeded) {
        say(said, true);
        return;
    }
    const QJsonObject outcome = QJsonDocument::fromJson(said.toUtf8()).object();
    if (writes_) {
        emit told(tr("%n figure(s) imported, batch %1.", nullptr, count(outcome, "written"))
                      .arg(count(outcome, "batch")),
                  false);
        accept();
        return;
    }
    show_comparison(outcome);
}

void ImportDialog::show_comparison(const QJsonObject& outcome)
{
    show_series(outcome);
    show_rejected(outcome);
    QStringList sheets;
    fresh_ = 0;
    changes_ = 0;
    const QJsonArray files = outcome[QStringLiteral("files")].toArray();
    for (const auto sheet : files) {
        fresh_ += count(sheet, "new");
        changes_ += count(sheet, "changed");
        const QString layout = word(sheet, "layout");
        sheets << tr("%1: %2, %3; %4 new, %5 the same, %6 changed")
                      .arg(place_of(sheet), layout.isEmpty() ? tr("no layout") : layout,
                           word(sheet, "encoding"))
                      .arg(count(sheet, "new"))
                      .arg(count(sheet, "same"))
                      .arg(count(sheet, "changed"));
    }
    say(sheets.join(u'\n'), false);
    changed_->setEnabled(changes_ > 0);
    import_->setEnabled(can_import());
    emit compared();
}

void ImportDialog::show_series(const QJsonObject& outcome)
{
    ShownTable table{
        {tr("File"), tr("Series"), tr("New"), tr("Same"), tr("Changed"), tr("Before → now")}, {}};
    const QJsonArray files = outcome[QStringLiteral("files")].toArray();
    for (const auto sheet : files) {
        const QJsonArray all = sheet[QStringLiteral("series")].toArray();
        for (const auto series : all) {
            table.rows << QStringList{place_of(sheet),
                                      word(series, "code"),
                                      QString::number(count(series, "new")),
                                      QString::number(count(series, "same")),
                                      QString::number(count(series, "changed")),
                                      changes_of(series)};
        }
    }
    series_->show_words(std::move(table));
}

void ImportDialog::show_rejected(const QJsonObject& outcome)
{
    ShownTable table{{tr("File"), tr("Row"), tr("Column"), tr("Text"), tr("Reason")}, {}};
    const QJsonArray files = outcome[QStringLiteral("files")].toArray();
    for (const auto sheet : files) {
        const QJsonArray all = sheet[QStringLiteral("rejected")].toArray();
        for (const auto one : all) {
            const auto reason = parse_reject_reason(word(one, "reason").toStdString());
            table.rows << QStringList{place_of(sheet), QString::number(count(one, "row")),
                                      QString::number(count(one, "column")), word(one, "text"),
                                      reason ? words_for(*reason) : word(one, "reason")};
        }
    }
    rejected_heading_->setVisible(!table.rows.isEmpty());
    rejected_->parentWidget()->setVisible(!table.rows.isEmpty());
    rejected_->show_words(std::move(table));
}

void ImportDialog::say(const QString& sentence, bool is_trouble)
{
    heading_->setProperty("role", is_trouble ? QStringLiteral("trouble") : QString{});
    heading_->style()->polish(heading_);
    heading_->setText(sentence);
}

} // namespace weekboard
