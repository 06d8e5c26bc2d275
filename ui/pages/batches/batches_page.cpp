#include "pages/batches/batches_page.h"

#include "series/number_format.h"
#include "widgets/chart_frame.h"
#include "widgets/words_table.h"
#include "words/notes_html.h"
#include "words/week_words.h"

#include <QEvent>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QLabel>
#include <QMenu>
#include <QPushButton>
#include <QSplitter>
#include <QVBoxLayout>

#include <algorithm>
#include <utility>

namespace weekboard
{

namespace
{

/// More would not be looked through by anybody.
constexpr std::size_t most_changes = 2000;

} // namespace

BatchesPage::BatchesPage(const PageContext& context, QWidget* parent)
    : Page{context, parent}
    , list_{new WordsTable}
    , changes_{new WordsTable}
    , about_{new QLabel}
    , revert_{new QPushButton}
    , import_{new QPushButton}
{
    auto* column = new QVBoxLayout{this};
    column->setContentsMargins(20, 16, 20, 16);
    column->setSpacing(12);
    auto* row = new QHBoxLayout;
    about_->setTextFormat(Qt::PlainText);
    row->addWidget(about_, 1);
    row->addWidget(import_);
    row->addWidget(revert_);
    column->addLayout(row);
    auto* split = new QSplitter{Qt::Vertical};
    for (WordsTable* table : {list_, changes_}) {
        auto* frame = new ChartFrame{context.appearance};
        frame->set_content(table);
        split->addWidget(frame);
    }
    split->setChildrenCollapsible(false);
    split->setHandleWidth(12);
    split->setStretchFactor(0, 2);
    split->setStretchFactor(1, 3);
    column->addWidget(split, 1);
    connect(list_, &WordsTable::row_chosen, this, &BatchesPage::load_changes);
    connect(revert_, &QPushButton::clicked, this, &BatchesPage::revert);
    import_->setMenu(new QMenu{this});
    connect(&context.appearance, &Appearance::changed, this, [this] { draw(); });
    set_texts();
}

QString BatchesPage::line_name(const BatchLine& line)
{
    if (line.kind == "rating") {
        return tr("Heat: %1").arg(from_utf8(line.where));
    }
    if (line.kind == "note") {
        return note_section_name(line.where);
    }
    if (line.kind == "event") {
        return tr("Event %1").arg(from_utf8(line.where));
    }
    return line.kind == "ranking" ? from_utf8(line.where)
                                  : tr("Found right: %1").arg(from_utf8(line.where));
}

QString BatchesPage::kind_name(const std::string& kind)
{
    if (kind == "bundled") {
        return tr("Bundled");
    }
    if (kind == "illustrative") {
        return tr("Illustrative");
    }
    return kind == "entry" ? tr("Typed") : tr("Import");
}

QString BatchesPage::figure_text(const std::optional<double>& value, const Series& series)
{
    return value ? from_utf8(format_number(*value, series.decimals)) : tr("withdrawn");
}

void BatchesPage::set_texts()
{
    revert_->setText(tr("Take back…"));
    revert_->setToolTip(tr("Take the batch back as a whole: what it replaced comes back"));
    import_->setText(tr("Import"));
    import_->setToolTip(
        tr("Tables of vendors, ministries and colleagues; files can be dropped on the "
           "window, too"));
    import_->menu()->clear();
    const auto offer = [this](const QString& words, const char* command) {
        import_->menu()->addAction(words, this, [this, command] { emit command_wanted(command); });
    };
    offer(tr("Files…"), "import");
    offer(tr("Table from the clipboard"), "import-clipboard");
    import_->menu()->addSeparator();
    offer(tr("Watch a folder…"), "watch-folder");
    offer(tr("Stop watching"), "stop-watching");
    list_->setAccessibleName(tr("Batches"));
    changes_->setAccessibleName(tr("What the batch brought"));
}

void BatchesPage::show_week(Week)
{
    read([](Connection& database) { return all_batches(database); },
         [this](std::vector<Batch> batches) {
             all_ = std::move(batches);
             draw();
         });
}

/// Lists the batches and chooses the one that was chosen, or the newest.
void BatchesPage::draw()
{
    ShownTable table{
        {tr("No."), tr("Kind"), tr("Origin"), tr("By"), tr("At"), tr("Rows"), tr("State")}, {}};
    for (const Batch& batch : all_) {
        table.rows << QStringList{
            QString::number(batch.id),
            kind_name(batch.kind),
            from_utf8(batch.origin),
            from_utf8(batch.author),
            from_utf8(batch.created_at).left(16).replace(u'T', u' '),
            QString::number(batch.rows),
            batch.reverted_at.empty()
                ? tr("stands")
                : tr("taken back %1").arg(from_utf8(batch.reverted_at).left(10))};
    }
    list_->show_words(std::move(table));
    const auto found = std::ranges::find(all_, chosen_id_, &Batch::id);
    if (all_.empty()) {
        load_changes();
    } else {
        list_->selectRow(found == all_.end() ? 0 : static_cast<int>(found - all_.begin()));
    }
}

const Batch* BatchesPage::chosen() const
{
    const int row = list_->row();
    return row >= 0 && row < static_cast<int>(all_.size()) ? &all_[static_cast<std::size_t>(row)]
                                                           : nullptr;
}

void BatchesPage::load_changes()
{
    const Batch* batch = chosen();
    revert_->setEnabled(batch != nullptr && batch->reverted_at.empty());
    if (batch == nullptr) {
        about_->setText(tr("Nothing came in yet."));
        changes_->show_words({});
        return;
    }
    chosen_id_ = batch->id;
    read(
        [id = batch->id](Connection& database) {
            return std::pair{id, changes_of_batch(database, id, most_changes)};
        },
        [this](const std::pair<std::int64_t, BatchChanges>& changes) {
            if (const Batch* now = chosen(); now != nullptr && now->id == changes.first) {
                show_changes(changes.second);
            }
        });
}

void BatchesPage::show_changes(const BatchChanges& changes)
{
    ShownTable table{
        {tr("What"), tr("Period"), tr("Public since"), tr("Brought"), tr("Before"), tr("State")},
        {}};
    for (const BatchChange& change : changes.figures) {
        table.rows << QStringList{
            from_utf8(change.series.name.in(appearance().language())),
            from_utf8(period_name(change.series.frequency, change.period_end)),
            from_utf8(to_iso(change.vintage)),
            figure_text(change.value, change.series),
            change.had_before ? figure_text(change.before, change.series) : tr("none"),
            change.stands ? QString{} : tr("replaced since")};
    }
    listed_ = {
        static_cast<int>(changes.figures.size()),
        static_cast<int>(std::ranges::count(changes.figures, true, &BatchChange::had_before))};
    for (const BatchLine& line : changes.lines) {
        table.rows << QStringList{line_name(line), {}, {}, from_utf8(line.text), {}, {}};
    }
    changes_->show_words(std::move(table));
    const Batch& batch = *chosen();
    const auto left_out = static_cast<int>(changes.left_out);
    about_->setText(tr("Batch %1: %n row(s)", nullptr, static_cast<int>(batch.rows)).arg(batch.id) +
                    (left_out > 0 ? tr(", %n of them not shown", nullptr, left_out) : QString{}));
    emit batch_shown();
}

void BatchesPage::revert()
{
    const Batch* batch = chosen();
    if (batch == nullptr || !batch->reverted_at.empty()) {
        return;
    }
    const QString question =
        tr("Take back batch %1, “%2”? %3 row(s) go; of the figures listed here %4 get back what "
           "stood before and %5 have none any more. The batch stays readable.")
            .arg(batch->id)
            .arg(from_utf8(batch->origin))
            .arg(batch->rows)
            .arg(listed_.with_before)
            .arg(listed_.figures - listed_.with_before);
    if (!dialogs().is_wanted(window(), question, tr("Take back"))) {
        return;
    }
    session().write(
        this,
        [id = batch->id, &clock = session().clock()](Connection& database) {
            const auto now = find_batch(database, id);
            return now && now->reverted_at.empty() ? revert_batch(database, id, clock)
                                                   : std::int64_t{-1};
        },
        [this](std::int64_t changed) {
            emit told(changed < 0 ? tr("The batch had been taken back already.")
                                  : tr("The batch is taken back; %n figure(s) changed.", nullptr,
                                       static_cast<int>(changed)),
                      false);
        });
}

void BatchesPage::changeEvent(QEvent* event)
{
    if (event->type() == QEvent::LanguageChange) {
        set_texts();
        draw();
    }
    Page::changeEvent(event);
}

} // namespace weekboard
