#include "pages/entry/entry_page.h"

#include "entry/rating_view.h"
#include "entry/sheet_view.h"
#include "user_name.h"
#include "widgets/chart_frame.h"
#include "words/week_words.h"

#include <QEvent>
#include <QHBoxLayout>
#include <QItemSelectionModel>
#include <QLabel>
#include <QPushButton>
#include <QShortcut>
#include <QStyle>
#include <QTabBar>
#include <QTabWidget>
#include <QVBoxLayout>

#include <algorithm>

namespace weekboard
{

namespace
{

constexpr int pause_ms = 250; ///< of typing, before it is checked

} // namespace

EntryPage::EntryPage(const PageContext& context, QWidget* parent)
    : Page{context, parent}
    , model_{context.appearance, draft_}
    , ratings_{context.appearance, draft_}
    , file_{context.session.path()}
    , view_{new SheetView{context.appearance, model_}}
    , rating_view_{new RatingView{context.appearance, ratings_}}
    , tabs_{new QTabWidget}
    , state_{new QLabel}
    , detail_{new QLabel}
    , undo_{new QPushButton}
    , redo_{new QPushButton}
    , missing_{new QPushButton}
    , confirm_{new QPushButton}
    , save_{new QPushButton}
{
    auto* column = new QVBoxLayout{this};
    column->setContentsMargins(20, 16, 20, 16);
    column->setSpacing(12);
    auto* row = new QHBoxLayout;
    row->addWidget(state_, 1);
    for (QPushButton* button : {undo_, redo_, missing_, confirm_, save_}) {
        row->addWidget(button);
    }
    save_->setProperty("primary", true);
    column->addLayout(row);
    for (QTableView* sheet :
         {static_cast<QTableView*>(view_), static_cast<QTableView*>(rating_view_)}) {
        auto* frame = new ChartFrame{context.appearance};
        frame->set_content(sheet);
        tabs_->addTab(frame, {});
    }
    tabs_->tabBar()->setDrawBase(false);
    column->addWidget(tabs_, 1);
    detail_->setWordWrap(true);
    detail_->setTextInteractionFlags(Qt::TextSelectableByMouse);
    detail_->setMinimumHeight(detail_->fontMetrics().lineSpacing() * 2);
    column->addWidget(detail_);

    check_soon_.setSingleShot(true);
    check_soon_.setInterval(pause_ms);
    connect(&check_soon_, &QTimer::timeout, this, &EntryPage::check);
    connect(&model_, &SheetModel::typed, this, &EntryPage::on_typed);
    connect(&ratings_, &RatingModel::typed, this, &EntryPage::on_typed);
    connect(tabs_, &QTabWidget::currentChanged, this, &EntryPage::tell_detail);
    connect(view_->selectionModel(), &QItemSelectionModel::currentChanged, this,
            &EntryPage::tell_detail);
    connect(view_, &SheetView::unmatched, this, [this](const QStringList& lines) {
        ShownTable table{{tr("Line")}, {}};
        for (const QString& line : lines) {
            table.rows << QStringList{line};
        }
        this->dialogs().show_table(window(), tr("Lines that fit no row were left out"), table);
    });
    connect(&file_, &DraftFile::failed, this, [this](const QString& reason) {
        emit told(tr("The draft cannot be kept on disk: %1").arg(reason), true);
    });
    connect(&context.appearance, &Appearance::changed, this, &EntryPage::refresh);
    connect(&view_->delegate(), &EntryDelegate::edited, this,
            [this](const QModelIndex& index, const QString& text) {
                if (const SheetRow* figure = model_.figure_in(index.row())) {
                    keep_edited(figure->key(), text);
                }
            });
    connect(&rating_view_->delegate(), &EntryDelegate::edited, this,
            [this](const QModelIndex& index, const QString& text) {
                keep_edited(ratings_.reason_in(index.row()), text);
            });
    connect(undo_, &QPushButton::clicked, this, &EntryPage::undo);
    connect(redo_, &QPushButton::clicked, this, &EntryPage::redo);
    connect(confirm_, &QPushButton::clicked, this, [this] {
        tabs_->setCurrentIndex(1);
        ratings_.confirm_all();
    });
    connect(missing_, &QPushButton::clicked, this, [this] {
        tabs_->setCurrentIndex(0);
        view_->setFocus();
        view_->go_to_next_missing();
    });
    connect(save_, &QPushButton::clicked, this, &EntryPage::save);
    connect(&context.session, &StoreSession::read_failed, this, [this] {
        is_saving_ = false; // the draft stays, to be saved again
        tell_state();
    });
    const auto on = [this](const QKeySequence& keys, auto action) {
        auto* shortcut = new QShortcut{keys, this};
        shortcut->setContext(Qt::WidgetWithChildrenShortcut);
        connect(shortcut, &QShortcut::activated, this, action);
    };
    on(QKeySequence::Undo, &EntryPage::undo);
    on(QKeySequence{QStringLiteral("Ctrl+Y")}, &EntryPage::redo);
    on(QKeySequence::Save, &EntryPage::save);
    setFocusProxy(view_);
    set_texts();
}

void EntryPage::set_texts()
{
    undo_->setText(tr("Undo"));
    undo_->setToolTip(tr("Take the last entry back (Ctrl+Z)"));
    redo_->setText(tr("Redo"));
    redo_->setToolTip(tr("Enter it again (Ctrl+Y)"));
    missing_->setText(tr("Next missing"));
    missing_->setToolTip(tr("Go to the next figure that is missing (F4)"));
    confirm_->setText(tr("Keep the other ratings"));
    confirm_->setToolTip(tr("Last week's rating for every board that has none yet"));
    save_->setText(tr("Save"));
    save_->setToolTip(tr("Put everything that was typed into the store, as one batch (Ctrl+S)"));
    tabs_->setTabText(0, tr("Figures"));
    tabs_->setTabText(1, tr("Heat ratings"));
    rating_view_->setAccessibleName(tr("Heat ratings"));
    view_->setAccessibleName(tr("Figures of the week"));
    detail_->setAccessibleName(tr("What is to look at in this row"));
    tell_state();
    tell_detail();
}

void EntryPage::show_week(Week week)
{
    week_ = week;
    if (!was_loaded_) {
        was_loaded_ = true;
        draft_ = file_.load();
        if (!draft_.is_empty()) {
            emit told(tr("What was typed and not saved is here again."), false);
        }
    }
    read([week](SQLite::Database& database) { return read_week_sheet(database, week); },
         [this](WeekSheet sheet) {
             const int row = view_->currentIndex().row();
             commit_editors(); // a new sheet closes them
             ratings_.show(sheet.week, std::move(sheet.ratings), std::move(sheet.scale));
             if (!rating_view_->currentIndex().isValid()) {
                 rating_view_->setCurrentIndex(ratings_.index(0, RatingModel::rating_column));
             }
             model_.show(std::move(sheet.sections));
             view_->go_to(row > 0 ? row : model_.next_figure(-1, false));
             tell_state();
             check();
         });
}

void EntryPage::on_typed()
{
    file_.save(draft_);
    check_soon_.start();
    tell_state();
}

/// On the worker, and not through `read`: a check is no page, and must not hold one up.
void EntryPage::check()
{
    session().read(
        this,
        [draft = draft_, week = week_, language = appearance().language()](
            SQLite::Database& database) { return check_draft(database, draft, week, language); },
        [this](const std::vector<CheckFinding>& findings) {
            model_.set_findings(findings);
            view_->viewport()->update();
            tell_state();
            tell_detail();
        });
}

void EntryPage::tell_state()
{
    const SheetModel::Counts counts = model_.counts();
    state_->setText(tr("%1 typed   ·   %2 to look at   ·   %3 missing")
                        .arg(draft_.texts().size()) // of other weeks, too: they are saved together
                        .arg(counts.troubles + ratings_.troubles())
                        .arg(counts.missing + ratings_.missing()));
    confirm_->setEnabled(ratings_.missing() > 0);
    undo_->setEnabled(draft_.can_undo());
    redo_->setEnabled(draft_.can_redo());
    save_->setEnabled(!draft_.is_empty() && !is_saving_);
}

void EntryPage::tell_detail()
{
    const bool is_rating = tabs_->currentIndex() == 1;
    const QString found = is_rating ? QString{} : model_.findings_in(view_->currentIndex().row());
    const QString help =
        is_rating ? tr("Enter keeps the last rating, a digit chooses another one; a rating that "
                       "changes needs its reason.")
                  : tr("Type a figure and press Enter. 12.35亿, 1.02万亿元, (2.1), =6.94*0.353 and "
                       "-- are understood; a block from a spreadsheet can be pasted.");
    detail_->setText(found.isEmpty() ? help : found);
    detail_->setProperty("role", QString::fromLatin1(found.isEmpty() ? "faint" : "trouble"));
    detail_->style()->polish(detail_);
}

void EntryPage::refresh()
{
    model_.refresh();
    ratings_.refresh();
}

void EntryPage::undo()
{
    draft_.undo();
    refresh();
    on_typed();
}

void EntryPage::redo()
{
    draft_.redo();
    refresh();
    on_typed();
}

void EntryPage::commit_editors()
{
    view_->commit_editor();
    rating_view_->commit_editor();
}

/// What stands in an open editor is kept on disk with the rest, before it is taken over.
void EntryPage::keep_edited(const FigureKey& figure, const QString& text)
{
    Draft all = draft_;
    all.type({{figure, text.trimmed().toStdString()}});
    file_.save(all);
}

void EntryPage::showEvent(QShowEvent* event)
{
    Page::showEvent(event);
    tabs_->currentIndex() == 0 ? view_->setFocus() : rating_view_->setFocus();
}

void EntryPage::save()
{
    commit_editors();
    if (draft_.is_empty() || is_saving_) {
        return;
    }
    is_saving_ = true;
    tell_state();
    session().write(
        this,
        [draft = draft_, week = week_, &clock = session().clock(),
         origin = "entry, week of " + to_iso(week_.friday())](SQLite::Database& database) {
            return commit_draft(database, draft, week, {BatchKind::entry, origin, user_name()},
                                clock);
        },
        [this, saved = draft_](const DraftCommit& commit) { on_saved(saved, commit); });
}

/// What was typed while it was being saved stays typed.
void EntryPage::on_saved(const Draft& saved, const DraftCommit& commit)
{
    is_saving_ = false;
    commit_editors();
    Draft::Texts left = draft_.texts();
    std::erase_if(left, [&](const auto& cell) {
        return saved.text(cell.first) == cell.second &&
               std::ranges::find(commit.left, cell.first) == commit.left.end();
    });
    draft_.keep(left);
    refresh();
    on_typed();
    file_.flush();
    const int entered = static_cast<int>(commit.entered);
    const int unread = static_cast<int>(commit.left.size());
    emit told(unread == 0 ? tr("%n row(s) saved.", nullptr, entered)
                          : tr("%n row(s) saved; what cannot be read or lacks a reason stays.",
                               nullptr, entered),
              false);
}

void EntryPage::changeEvent(QEvent* event)
{
    if (event->type() == QEvent::LanguageChange) {
        set_texts();
        check();
    }
    Page::changeEvent(event);
}

} // namespace weekboard
