#include "export/export_dialog.h"

#include "export/picture.h"
#include "words/week_words.h"

#include <QCheckBox>
#include <QComboBox>
#include <QFormLayout>
#include <QHBoxLayout>
#include <QLabel>
#include <QLineEdit>
#include <QListWidget>
#include <QProgressBar>
#include <QPushButton>
#include <QSpinBox>
#include <QStandardPaths>
#include <QToolButton>
#include <QVBoxLayout>

#include <algorithm>

namespace weekboard
{

namespace
{

constexpr int preview_delay_ms = 60;
constexpr QSize least_preview{420, 260};
constexpr int id_role = Qt::UserRole;

} // namespace

ExportDialog::ExportDialog(const Appearance& appearance, Dialogs& dialogs,
                           std::filesystem::path store, std::vector<Exhibit> exhibits,
                           std::optional<int> edition, QWidget* parent)
    : QDialog{parent}
    , appearance_{appearance}
    , dialogs_{dialogs}
    , store_{std::move(store)}
    , exhibits_{std::move(exhibits)}
    , edition_{edition}
{
    setWindowTitle(tr("Export exhibits"));
    resize(1000, 640);
    preview_soon_.setSingleShot(true);
    preview_soon_.setInterval(preview_delay_ms);
    connect(&preview_soon_, &QTimer::timeout, this, &ExportDialog::draw_preview);
    auto* across = new QHBoxLayout;
    across->setSpacing(16);
    across->addWidget(build_list(), 2);
    across->addWidget(build_choices(), 3);
    auto* column = new QVBoxLayout{this};
    column->setContentsMargins(20, 16, 20, 16);
    column->setSpacing(12);
    column->addLayout(across, 1);
    column->addWidget(build_foot());
    connect(&job_, &ExportJob::progressed, this, [this](int done, int all) {
        progress_->setRange(0, all);
        progress_->setValue(done);
    });
    connect(&job_, &ExportJob::finished, this, &ExportDialog::on_finished);
    set_busy(false);
    on_choice();
}

QWidget* ExportDialog::build_list()
{
    auto* side = new QWidget;
    auto* column = new QVBoxLayout{side};
    column->setContentsMargins(0, 0, 0, 0);
    list_ = new QListWidget;
    list_->setAccessibleName(tr("Exhibits"));
    list_->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    list_->setTextElideMode(Qt::ElideRight);
    for (const Exhibit& exhibit : exhibits_) {
        auto* item = new QListWidgetItem{
            QStringLiteral("%1  %2").arg(exhibit.number, 2).arg(from_utf8(exhibit.title)), list_};
        item->setData(id_role, from_utf8(exhibit.id));
        item->setToolTip(from_utf8(exhibit.title));
        item->setFlags(Qt::ItemIsEnabled | Qt::ItemIsSelectable | Qt::ItemIsUserCheckable);
        item->setCheckState(Qt::Checked);
    }
    list_->setCurrentRow(0);
    connect(list_, &QListWidget::currentRowChanged, this, &ExportDialog::on_choice);
    connect(list_, &QListWidget::itemChanged, this, &ExportDialog::on_choice);
    auto* row = new QHBoxLayout;
    for (const auto& [label, state] :
         {std::pair{tr("All"), Qt::Checked}, std::pair{tr("None"), Qt::Unchecked}}) {
        auto* button = new QPushButton{label};
        connect(button, &QPushButton::clicked, this, [this, s = state] {
            for (int i = 0; i < list_->count(); ++i) {
                list_->item(i)->setCheckState(s);
            }
        });
        row->addWidget(button);
    }
    row->addStretch();
    column->addWidget(list_, 1);
    column->addLayout(row);
    return side;
}

QWidget* ExportDialog::build_choices()
{
    auto* side = new QWidget;
    auto* column = new QVBoxLayout{side};
    column->setContentsMargins(0, 0, 0, 0);
    preview_ = new QLabel;
    preview_->setMinimumSize(least_preview);
    preview_->setAlignment(Qt::AlignCenter);
    preview_->setAccessibleName(tr("Preview"));
    column->addWidget(preview_, 1);
    auto* form = new QFormLayout;
    form->setHorizontalSpacing(14);
    form->setVerticalSpacing(8);
    format_ = new QComboBox;
    for (const char* format : {"png", "svg", "pdf", "csv", "xlsx"}) {
        format_->addItem(QString::fromLatin1(format).toUpper(), QString::fromLatin1(format));
    }
    profile_ = new QComboBox;
    profile_->setEditable(true);
    for (const ExportProfile& profile : export_profiles()) {
        profile_->addItem(from_utf8(profile.name));
    }
    profile_->setCurrentText(QStringLiteral("slide-half"));
    profile_->setToolTip(tr("A place on a slide or a page, or a size such as 12.5x8cm"));
    dpi_ = new QSpinBox;
    dpi_->setRange(36, 1200);
    dpi_->setValue(ExportProfile{}.dpi);
    title_ = new QCheckBox{tr("Number and title")};
    source_ = new QCheckBox{tr("Source line")};
    transparent_ = new QCheckBox{tr("No background")};
    events_ = new QCheckBox{tr("Events")};
    events_->setToolTip(tr("Mark what happened on the charts"));
    outlines_ = new QCheckBox{tr("Text as outlines")};
    title_->setChecked(true);
    source_->setChecked(true);
    encoding_ = new QComboBox;
    encoding_->addItems({QStringLiteral("utf-8"), QStringLiteral("gb18030")});
    pattern_ = new QLineEdit{QStringLiteral("{number}-{id}")};
    pattern_->setToolTip(tr("With {number}, {id}, {title} and {week}"));
    folder_ = new QLineEdit{QStandardPaths::writableLocation(QStandardPaths::PicturesLocation)};
    auto* browse = new QToolButton;
    browse->setText(QStringLiteral("…"));
    browse->setToolTip(tr("Choose a folder"));
    connect(browse, &QToolButton::clicked, this, [this] {
        if (const auto folder = dialogs_.folder_to_write(this, tr("Export to"), folder_->text())) {
            folder_->setText(*folder);
        }
    });
    auto* where = new QHBoxLayout;
    where->addWidget(folder_, 1);
    where->addWidget(browse);
    auto* parts = new QHBoxLayout;
    for (QCheckBox* box : {title_, source_, events_, transparent_, outlines_}) {
        parts->addWidget(box);
        connect(box, &QCheckBox::toggled, this, &ExportDialog::on_choice);
    }
    parts->setSpacing(14);
    parts->addStretch();
    form->addRow(tr("Format"), format_);
    form->addRow(tr("Place"), profile_);
    form->addRow(tr("Dots per inch"), dpi_);
    form->addRow(tr("With"), parts);
    form->addRow(tr("Encoding"), encoding_);
    form->addRow(tr("File names"), pattern_);
    form->addRow(tr("Folder"), where);
    column->addLayout(form);
    connect(format_, &QComboBox::currentIndexChanged, this, &ExportDialog::on_choice);
    connect(profile_, &QComboBox::currentTextChanged, this, &ExportDialog::on_choice);
    connect(folder_, &QLineEdit::textChanged, this, &ExportDialog::on_choice);
    return side;
}

QWidget* ExportDialog::build_foot()
{
    auto* foot = new QWidget;
    auto* row = new QHBoxLayout{foot};
    row->setContentsMargins(0, 0, 0, 0);
    outcome_ = new QLabel;
    outcome_->setTextFormat(Qt::PlainText);
    outcome_->setWordWrap(true);
    progress_ = new QProgressBar;
    progress_->setFixedWidth(220);
    start_ = new QPushButton{tr("Export")};
    start_->setDefault(true);
    start_->setProperty("primary", true);
    close_ = new QPushButton{tr("Close")};
    connect(start_, &QPushButton::clicked, this, &ExportDialog::start);
    connect(close_, &QPushButton::clicked, this, &ExportDialog::reject);
    row->addWidget(outcome_, 1);
    row->addWidget(progress_);
    row->addWidget(start_);
    row->addWidget(close_);
    return foot;
}

bool ExportDialog::makes_pictures() const
{
    return parse_picture_format(format_->currentData().toString().toStdString()).has_value();
}

std::optional<ExportProfile> ExportDialog::profile() const
{
    auto profile = find_profile(profile_->currentText().trimmed().toStdString());
    if (profile) {
        profile->number_and_title = title_->isChecked();
        profile->source = source_->isChecked();
        profile->events = events_->isChecked();
        profile->transparent = transparent_->isChecked();
    }
    return profile;
}

QStringList ExportDialog::chosen_ids() const
{
    QStringList ids;
    for (int i = 0; i < list_->count(); ++i) {
        if (list_->item(i)->checkState() == Qt::Checked) {
            ids << list_->item(i)->data(id_role).toString();
        }
    }
    return ids;
}

QStringList ExportDialog::arguments() const
{
    const Week week = exhibits_.empty() ? Week::containing(Date{}) : exhibits_.front().week;
    QStringList arguments{QStringLiteral("--lang"),
                          appearance_.language() == Language::chinese ? QStringLiteral("zh")
                                                                      : QStringLiteral("en"),
                          QStringLiteral("export"),
                          QStringLiteral("--progress"),
                          QStringLiteral("--week"),
                          from_utf8(to_iso(week.friday())),
                          QStringLiteral("--exhibit"),
                          chosen_ids().join(u','),
                          QStringLiteral("--format"),
                          format_->currentData().toString(),
                          QStringLiteral("--out"),
                          folder_->text(),
                          QStringLiteral("--name"),
                          pattern_->text()};
    if (edition_) {
        arguments << QStringLiteral("--edition") << QString::number(*edition_);
    }
    if (makes_pictures()) {
        arguments << QStringLiteral("--profile") << profile_->currentText().trimmed()
                  << QStringLiteral("--dpi") << QString::number(dpi_->value());
        const auto add_if = [&](bool wanted, const char* flag) {
            if (wanted) {
                arguments << QString::fromLatin1(flag);
            }
        };
        add_if(!title_->isChecked(), "--no-title");
        add_if(!source_->isChecked(), "--no-source");
        add_if(events_->isChecked(), "--events");
        add_if(transparent_->isChecked(), "--transparent");
        add_if(outlines_->isChecked(), "--text-as-paths");
        add_if(appearance_.rise_color() == RiseColor::green, "--green-up");
    } else {
        arguments << QStringLiteral("--encoding") << encoding_->currentText();
    }
    return arguments;
}

void ExportDialog::choose_format(const QString& format)
{
    format_->setCurrentIndex(std::max(0, format_->findData(format)));
}

void ExportDialog::choose_folder(const QString& folder)
{
    folder_->setText(folder);
}

void ExportDialog::choose_exhibits(const std::vector<std::string>& ids)
{
    for (int i = 0; i < list_->count(); ++i) {
        QListWidgetItem* item = list_->item(i);
        const bool chosen =
            std::ranges::find(ids, item->data(id_role).toString().toStdString()) != ids.end();
        item->setCheckState(chosen ? Qt::Checked : Qt::Unchecked);
        if (chosen) {
            list_->setCurrentItem(item);
        }
    }
}

void ExportDialog::on_choice()
{
    if (start_ == nullptr) {
        return; // not all is built yet
    }
    const QString format = format_->currentData().toString();
    const bool pictures = makes_pictures();
    for (QWidget* widget : {static_cast<QWidget*>(profile_), static_cast<QWidget*>(title_),
                            static_cast<QWidget*>(source_), static_cast<QWidget*>(events_),
                            static_cast<QWidget*>(transparent_)}) {
        widget->setEnabled(pictures);
    }
    dpi_->setEnabled(format == QStringLiteral("png"));
    outlines_->setEnabled(format == QStringLiteral("svg"));
    encoding_->setEnabled(format == QStringLiteral("csv"));
    const bool right = !pictures || profile().has_value();
    if (!right) {
        outcome_->setText(
            tr("“%1” is no place, nor a size such as 12.5x8cm.").arg(profile_->currentText()));
    } else if (!job_.is_running()) {
        outcome_->clear();
    }
    start_->setEnabled(right && !chosen_ids().isEmpty() && !folder_->text().trimmed().isEmpty() &&
                       !job_.is_running());
    preview_soon_.start();
}

void ExportDialog::draw_preview()
{
    const int row = list_->currentRow();
    auto shown = profile();
    if (row < 0 || row >= static_cast<int>(exhibits_.size()) || !shown) {
        preview_->clear();
        return;
    }
    // As many dots as the preview has room for.
    const double ratio = devicePixelRatioF();
    const double room = std::min(preview_->width() * ratio / shown->width_cm,
                                 preview_->height() * ratio / shown->height_cm);
    constexpr double cm_per_inch = 2.54;
    shown->dpi = std::max(20, static_cast<int>(room * cm_per_inch));
    QImage image =
        draw_image(exhibits_[static_cast<std::size_t>(row)], *shown, appearance_.rise_color());
    image.setDevicePixelRatio(ratio);
    preview_->setPixmap(QPixmap::fromImage(image));
}

void ExportDialog::resizeEvent(QResizeEvent* event)
{
    QDialog::resizeEvent(event);
    preview_soon_.start();
}

void ExportDialog::set_busy(bool busy)
{
    progress_->setVisible(busy);
    progress_->setRange(0, 0);
    close_->setText(busy ? tr("Cancel") : tr("Close"));
    start_->setEnabled(!busy);
}

void ExportDialog::start()
{
    outcome_->clear();
    job_.start(store_, arguments());
    set_busy(true);
}

void ExportDialog::on_finished(bool succeeded, const QString& said)
{
    set_busy(false);
    QString sentence;
    if (succeeded) {
        const auto files = said.isEmpty() ? 0 : static_cast<int>(said.count(u'\n')) + 1;
        sentence = tr("%n file(s) written to %1.", nullptr, files).arg(folder_->text());
    } else if (said.isEmpty()) {
        sentence = tr("Cancelled. Files that were complete stay, no other was begun.");
    } else {
        sentence = said;
    }
    outcome_->setText(sentence);
    emit told(sentence, !succeeded && !said.isEmpty());
}

void ExportDialog::reject()
{
    if (job_.is_running()) {
        job_.cancel();
        return;
    }
    QDialog::reject();
}

} // namespace weekboard
