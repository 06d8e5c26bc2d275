#include "import/import_dialog.h"

#include "import/import_json.h"
#include "import/mapping_dialog.h"
#include "ingest/series_matcher.h"
#include "pages/series/series_dialog.h"
#include "store/series_list.h"
#include "widgets/chart_frame.h"
#include "widgets/words_table.h"
#include "words/import_words.h"
#include "words/week_words.h"

#include <QCheckBox>
#include <QComboBox>
#include <QCompleter>
#include <QDialogButtonBox>
#include <QFileInfo>
#include <QHeaderView>
#include <QJsonDocument>
#include <QLabel>
#include <QLineEdit>
#include <QProgressBar>
#include <QPushButton>
#include <QStyle>
#include <QTabWidget>
#include <QTreeView>
#include <QVBoxLayout>

namespace weekboard
{

namespace
{

/// What a sheet was taken for, and by which words.
QString layout_of(const QJsonValue& sheet)
{
    const QString layout = word_in(sheet, "layout");
    if (layout.isEmpty()) {
        return ImportDialog::tr("no layout");
    }
    constexpr qsizetype most_words = 4;
    QStringList why;
    const QJsonArray words = sheet[QStringLiteral("why")].toArray();
    for (const auto one : words) {
        const QString plain = one.toString().simplified();
        if (!plain.isEmpty() && !why.contains(plain)) {
            why << plain;
        }
    }
    if (why.size() > most_words) {
        why = why.first(most_words) << QStringLiteral("…");
    }
    return why.isEmpty()
               ? layout
               : ImportDialog::tr("%1, by %2").arg(layout, why.join(QStringLiteral(", ")));
}

/// Calls with each sheet of the outcome, and each entry of one of its lists.
template <typename Take>
void for_each(const QJsonObject& outcome, const char* list, Take take)
{
    const QJsonArray files = outcome[QStringLiteral("files")].toArray();
    for (const auto sheet : files) {
        const QJsonArray all = sheet[QLatin1String{list}].toArray();
        for (const auto one : all) {
            take(sheet, one);
        }
    }
}

} // namespace

ImportDialog::ImportDialog(const PageContext& context, QStringList files, QWidget* parent)
    : QDialog{parent}
    , context_{context}
    , files_{std::move(files)}
{
    constexpr QSize roomy{1040, 720};
    setWindowTitle(tr("Import"));
    resize(roomy);
    build();
    connect(&job_, &ExportJob::finished, this, &ImportDialog::on_finished);
    connect(&job_, &ExportJob::progressed, this, [this](int done, int all) {
        progress_->setRange(0, done < all ? all : 0); // then it is compared, or written
        progress_->setValue(done);
    });
    load_series();
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
    model_ = new ImportModel{context_.appearance, this};
    filter_ = new ImportFilter{this};
    filter_->setSourceModel(model_);
    column->addWidget(build_filters());
    tree_ = new QTreeView;
    tree_->setModel(filter_);
    tree_->setFrameShape(QFrame::NoFrame);
    tree_->setUniformRowHeights(true);
    tree_->setAccessibleName(tr("What would change"));
    tree_->header()->setSectionsMovable(false);
    tree_->header()->setStretchLastSection(false);
    tree_->header()->setSectionResizeMode(ImportModel::what, QHeaderView::Stretch);
    auto* frame = new ChartFrame{context_.appearance};
    frame->set_content(tree_);
    column->addWidget(frame, 3);
    tabs_ = new QTabWidget;
    rejected_ = new WordsTable;
    rejected_->setAccessibleName(tr("What is no figure, and why"));
    findings_ = new WordsTable;
    findings_->setAccessibleName(tr("What the checks say"));
    columns_page_ = build_columns();
    sheets_page_ = build_sheets();
    column->addWidget(tabs_, 2);
    auto* foot = new QHBoxLayout;
    changes_ = new QCheckBox{tr("Take all changed figures")};
    how_ = new QComboBox;
    how_->addItem(tr("as revisions of today"));
    how_->addItem(tr("as corrections, in their own vintage"));
    how_->setAccessibleName(tr("Changed figures"));
    progress_ = new QProgressBar;
    progress_->setRange(0, 0);
    progress_->setTextVisible(false);
    progress_->setAccessibleName(tr("At work…"));
    auto* buttons = new QDialogButtonBox{QDialogButtonBox::Cancel};
    import_ = buttons->addButton(tr("Import"), QDialogButtonBox::AcceptRole);
    import_->setProperty("primary", true);
    foot->addWidget(changes_);
    foot->addWidget(how_);
    foot->addWidget(progress_);
    foot->addStretch();
    foot->addWidget(buttons);
    column->addLayout(foot);
    connect(changes_, &QCheckBox::clicked, model_, &ImportModel::take_changes);
    connect(model_, &ImportModel::choice_changed, this, &ImportDialog::tell_choice);
    connect(buttons, &QDialogButtonBox::accepted, this, &ImportDialog::import);
    connect(buttons, &QDialogButtonBox::rejected, this, &ImportDialog::reject);
}

QWidget* ImportDialog::build_filters()
{
    auto* body = new QWidget;
    auto* row = new QHBoxLayout{body};
    row->setContentsMargins({});
    auto* search = new QLineEdit;
    search->setPlaceholderText(tr("Series, code or file"));
    search->setAccessibleName(search->placeholderText());
    search->setClearButtonEnabled(true);
    auto* shown = new QComboBox;
    shown->setAccessibleName(tr("Shown figures"));
    shown->addItem(tr("All figures"));
    shown->addItem(tr("New"), static_cast<int>(ImportState::fresh));
    shown->addItem(tr("Changed"), static_cast<int>(ImportState::changed));
    shown->addItem(tr("Blank in the file"), static_cast<int>(ImportState::blank));
    auto* doubtful = new QCheckBox{tr("Only with findings of the checks")};
    row->addWidget(search, 1);
    row->addWidget(shown);
    row->addWidget(doubtful);
    connect(search, &QLineEdit::textChanged, filter_, &ImportFilter::set_text);
    connect(doubtful, &QCheckBox::toggled, filter_, &ImportFilter::set_only_findings);
    connect(shown, &QComboBox::currentIndexChanged, this, [this, shown] {
        const QVariant state = shown->currentData();
        filter_->set_state(state.isValid() ? std::optional{static_cast<ImportState>(state.toInt())}
                                           : std::nullopt);
        if (state.isValid()) {
            tree_->expandAll();
        }
    });
    return body;
}

QWidget* ImportDialog::build_columns()
{
    auto* body = new QWidget{this};
    body->hide();
    auto* column = new QVBoxLayout{body};
    columns_ = new WordsTable;
    columns_->setAccessibleName(tr("Columns without a series"));
    column->addWidget(columns_, 1);
    series_ = new QComboBox;
    series_->setEditable(true);
    series_->setInsertPolicy(QComboBox::NoInsert);
    series_->setAccessibleName(tr("The series of the chosen column"));
    series_->lineEdit()->setPlaceholderText(tr("Its series: name or code"));
    series_->completer()->setFilterMode(Qt::MatchContains);
    series_->completer()->setCompletionMode(QCompleter::PopupCompletion);
    auto* take = new QPushButton{tr("It is this series")};
    auto* make = new QPushButton{tr("New series…")};
    auto* row = new QHBoxLayout;
    row->addWidget(series_, 1);
    for (QPushButton* button : {take, make}) {
        button->setAutoDefault(false);
        row->addWidget(button);
    }
    column->addLayout(row);
    connect(take, &QPushButton::clicked, this, &ImportDialog::choose_series);
    connect(make, &QPushButton::clicked, this, &ImportDialog::make_series);
    return body;
}

QWidget* ImportDialog::build_sheets()
{
    auto* body = new QWidget{this};
    body->hide();
    auto* column = new QVBoxLayout{body};
    sheets_ = new WordsTable;
    sheets_->setAccessibleName(tr("Sheets that are like none known"));
    column->addWidget(sheets_, 1);
    auto* say = new QPushButton{tr("Say how it is laid out…")};
    say->setAutoDefault(false);
    auto* row = new QHBoxLayout;
    row->addWidget(say);
    row->addStretch();
    column->addLayout(row);
    connect(say, &QPushButton::clicked, this, &ImportDialog::choose_layout);
    return body;
}

void ImportDialog::load_series()
{
    context_.session.read(
        this, [](Connection& database) { return all_series(database); },
        [this](const std::vector<Series>& all) {
            series_->clear();
            for (const Series& series : all) {
                series_->addItem(from_utf8(series.name.in(context_.appearance.language())) +
                                     QStringLiteral("  ") + from_utf8(series.code),
                                 from_utf8(series.code));
            }
            series_->setCurrentIndex(-1);
        });
}

void ImportDialog::reject()
{
    job_.cancel();
    QDialog::reject();
}

bool ImportDialog::can_import() const
{
    return !job_.is_running() && model_->taken() > 0;
}

/// The file of choices that the verb is given.
bool ImportDialog::write_choices()
{
    QJsonObject choices = writes_ ? model_->choices(how_->currentIndex() == 1) : QJsonObject{};
    choices[QStringLiteral("map")] = map_;
    choices[QStringLiteral("layouts")] = layouts_;
    if (writes_) {
        choices[QStringLiteral("files")] = hashes_;
    }
    const QByteArray text = QJsonDocument{choices}.toJson(QJsonDocument::Compact);
    return (choices_.isOpen() || choices_.open()) && choices_.resize(0) && choices_.seek(0) &&
           choices_.write(text) == text.size() && choices_.flush();
}

void ImportDialog::start(bool writes)
{
    writes_ = writes;
    if (!write_choices()) {
        say(choices_.errorString(), true);
        return;
    }
    QStringList arguments{QStringLiteral("--lang"),
                          context_.appearance.language() == Language::chinese
                              ? QStringLiteral("zh")
                              : QStringLiteral("en"),
                          QStringLiteral("import"),
                          QStringLiteral("--json"),
                          QStringLiteral("--cells"),
                          QStringLiteral("--choices"),
                          choices_.fileName()};
    if (!writes) {
        arguments << QStringLiteral("--dry-run");
    }
    job_.start(context_.session.path(), arguments << QStringLiteral("--") << files_);
    progress_->setRange(0, 0);
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

void ImportDialog::compare_again()
{
    if (job_.is_running()) {
        return;
    }
    start(false);
}

void ImportDialog::take_column_for(const QString& column, const QString& series)
{
    map_[column] = series;
    compare_again();
}

void ImportDialog::lay_out(const QString& description)
{
    layouts_ << description;
    compare_again();
}

void ImportDialog::on_finished(bool succeeded, const QString& said)
{
    progress_->hide();
    if (!succeeded) {
        say(said, true);
        tell_choice();
        return;
    }
    outcome_ = QJsonDocument::fromJson(said.toUtf8()).object();
    if (writes_) {
        emit told(tr("%n figure(s) imported, batch %1.", nullptr, count_in(outcome_, "written"))
                      .arg(count_in(outcome_, "batch")),
                  false);
        accept();
        return;
    }
    show_comparison();
}

void ImportDialog::show_comparison()
{
    QStringList sheets;
    const QJsonArray files = outcome_[QStringLiteral("files")].toArray();
    for (const auto sheet : files) {
        hashes_[word_in(sheet, "file")] = word_in(sheet, "sha256");
        sheets << tr("%1: %2, %3; %4 new, %5 the same, %6 changed")
                      .arg(name_of_sheet(sheet), layout_of(sheet), word_in(sheet, "encoding"))
                      .arg(count_in(sheet, "new"))
                      .arg(count_in(sheet, "same"))
                      .arg(count_in(sheet, "changed"));
    }
    constexpr qsizetype most_sheets = 6;
    if (sheets.size() > most_sheets) {
        const qsizetype more = sheets.size() - most_sheets;
        sheets = sheets.first(most_sheets) << tr("and %1 more sheets").arg(more);
    }
    model_->show_comparison(outcome_);
    constexpr std::size_t few = 6;
    if (model_->entries().size() <= few) {
        tree_->expandAll();
    }
    share_width();
    show_rejected();
    show_findings();
    show_columns();
    show_sheets();
    tabs_->setVisible(tabs_->count() > 0);
    say(sheets.join(u'\n'), false);
    tell_choice();
    emit compared();
}

/// What stands in every row takes what it needs; the names of the series have the rest.
void ImportDialog::share_width()
{
    constexpr int widest = 190;
    for (int c = ImportModel::state; c < ImportModel::column_count; ++c) {
        tree_->resizeColumnToContents(c);
        tree_->setColumnWidth(c, std::min(tree_->columnWidth(c), widest));
    }
}

void ImportDialog::show_tab(QWidget* page, const QString& title, int count)
{
    if (const int at = tabs_->indexOf(page); at >= 0) {
        tabs_->removeTab(at);
    }
    if (count > 0) {
        tabs_->addTab(page, title.arg(count));
    }
}

void ImportDialog::show_rejected()
{
    ShownTable table{{tr("File"), tr("Row"), tr("Column"), tr("Text"), tr("Reason")}, {}};
    for_each(outcome_, "rejected", [&](const QJsonValue& sheet, const QJsonValue& one) {
        const auto reason = parse_reject_reason(word_in(one, "reason").toStdString());
        const auto place = [&](const char* key) {
            return count_in(one, key) > 0 ? QString::number(count_in(one, key)) : QString{};
        };
        table.rows << QStringList{name_of_sheet(sheet), place("row"), place("column"),
                                  word_in(one, "text"),
                                  reason ? words_for(*reason) : word_in(one, "reason")};
    });
    const auto rows = static_cast<int>(table.rows.size());
    rejected_->show_words(std::move(table));
    show_tab(rejected_, tr("No figures (%1)"), rows);
}

void ImportDialog::show_findings()
{
    ShownTable table{{tr("Series"), tr("Period"), tr("What the checks say")}, {}};
    const QJsonArray findings = outcome_[QStringLiteral("findings")].toArray();
    for (const auto finding : findings) {
        table.rows << QStringList{word_in(finding, "code"), word_in(finding, "period_end"),
                                  word_in(finding, "message")};
    }
    const auto rows = static_cast<int>(table.rows.size());
    findings_->show_words(std::move(table));
    show_tab(findings_, tr("Findings (%1)"), rows);
}

void ImportDialog::show_columns()
{
    ShownTable table{{tr("Column"), tr("Unit"), tr("Frequency"), tr("File")}, {}};
    for_each(outcome_, "unknown", [&](const QJsonValue& sheet, const QJsonValue& one) {
        table.rows << QStringList{word_in(one, "name"), word_in(one, "unit"),
                                  word_in(one, "frequency"), name_of_sheet(sheet)};
    });
    const auto rows = static_cast<int>(table.rows.size());
    columns_->show_words(std::move(table));
    show_tab(columns_page_, tr("Columns without a series (%1)"), rows);
}

void ImportDialog::show_sheets()
{
    ShownTable table{{tr("Sheet"), tr("Its first words")}, {}};
    const QJsonArray files = outcome_[QStringLiteral("files")].toArray();
    for (const auto sheet : files) {
        const QJsonArray head = sheet[QStringLiteral("head")].toArray();
        QStringList words;
        for (const auto row : head) {
            const QJsonArray cells = row[QStringLiteral("cells")].toArray();
            for (const auto cell : cells) {
                constexpr qsizetype enough = 8;
                if (!cell.toString().isEmpty() && words.size() < enough) {
                    words << cell.toString();
                }
            }
        }
        if (!head.isEmpty()) {
            table.rows << QStringList{name_of_sheet(sheet), words.join(QStringLiteral(" · "))};
        }
    }
    const auto rows = static_cast<int>(table.rows.size());
    sheets_->show_words(std::move(table));
    show_tab(sheets_page_, tr("Sheets without a layout (%1)"), rows);
}

void ImportDialog::choose_series()
{
    const int row = std::max(0, columns_->row());
    const int at = series_->findText(series_->currentText());
    const QString code = at >= 0 ? series_->itemData(at).toString() : series_->currentText();
    if (!code.trimmed().isEmpty() && row < columns_->shown().rows.size()) {
        take_column_for(columns_->shown().rows[row][0], code.trimmed());
    }
}

void ImportDialog::make_series()
{
    const int row = std::max(0, columns_->row());
    if (row >= columns_->shown().rows.size()) {
        return;
    }
    const QStringList header = columns_->shown().rows[row];
    auto* dialog = new SeriesDialog{context_, std::nullopt, this};
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->suggest(header[0], header[1], frequency_in(header[2].toStdString()));
    connect(dialog, &SeriesDialog::accepted, this, [this, dialog, name = header[0]] {
        load_series();
        take_column_for(name, from_utf8(dialog->series().code));
    });
    dialog->open();
}

void ImportDialog::choose_layout()
{
    const int wanted = std::max(0, sheets_->row());
    int at = 0;
    const QJsonArray files = outcome_[QStringLiteral("files")].toArray();
    for (const auto sheet : files) {
        const QJsonArray head = sheet[QStringLiteral("head")].toArray();
        if (head.isEmpty() || at++ != wanted) {
            continue;
        }
        auto* dialog =
            new MappingDialog{head, QFileInfo{word_in(sheet, "file")}.completeBaseName(), this};
        dialog->setAttribute(Qt::WA_DeleteOnClose);
        connect(dialog, &QDialog::accepted, this,
                [this, dialog] { lay_out(from_utf8(describe(dialog->layout()))); });
        dialog->open();
    }
}

/// How many figures would be written, on the button.
void ImportDialog::tell_choice()
{
    const int taken = model_->taken();
    import_->setText(taken > 0 ? tr("Import %n figure(s)", nullptr, taken) : tr("Import"));
    import_->setEnabled(can_import());
    changes_->setEnabled(model_->changes() > 0);
    how_->setEnabled(model_->changes() > 0);
}

void ImportDialog::say(const QString& sentence, bool is_trouble)
{
    heading_->setProperty("role", is_trouble ? QStringLiteral("trouble") : QString{});
    heading_->style()->polish(heading_);
    heading_->setText(sentence);
}

} // namespace weekboard
