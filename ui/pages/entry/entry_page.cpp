#include "pages/entry/entry_page.h"

#include "entry/entry_bar.h"
#include "entry/entry_foot.h"
#include "entry/rating_view.h"
#include "entry/record_view.h"
#include "entry/sheet_view.h"
#include "series/number_format.h"
#include "user_name.h"
#include "widgets/chart_frame.h"
#include "words/week_words.h"

#include <QApplication>
#include <QEvent>
#include <QHBoxLayout>
#include <QItemSelectionModel>
#include <QShortcut>
#include <QTabBar>
#include <QTabWidget>
#include <QVBoxLayout>

#include <algorithm>

namespace weekboard
{

namespace
{

constexpr int pause_ms = 250; ///< of typing, before it is checked
constexpr int checklist_width = 206;

} // namespace

EntryPage::EntryPage(const PageContext& context, QWidget* parent)
    : Page{context, parent}
    , model_{context.appearance, drafts_.draft()}
    , ratings_{context.appearance, drafts_.draft()}
    , records_{{{{context.appearance, drafts_.draft(), RecordKind::stock}},
                {{context.appearance, drafts_.draft(), RecordKind::note}},
                {{context.appearance, drafts_.draft(), RecordKind::event}}}}
    , view_{new SheetView{context.appearance, context.session, model_}}
    , rating_view_{new RatingView{context.appearance, ratings_}}
    , checklist_{new Checklist{context.appearance}}
    , tabs_{new QTabWidget}
    , bar_{new EntryBar}
    , foot_{new EntryFoot}
{
    for (Records& records : records_) {
        records.view = new RecordView{context.appearance, records.model};
    }
    build();
    build_shortcuts();
    check_soon_.setSingleShot(true);
    check_soon_.setInterval(pause_ms);
    connect(&check_soon_, &QTimer::timeout, this, &EntryPage::check);
    follow_bars();
    follow_views();
    follow_editors();
    connect(&drafts_.files(), &DraftFiles::failed, this, [this](const QString& reason) {
        emit told(tr("The draft cannot be kept on disk: %1").arg(reason), true);
    });
    connect(&context.appearance, &Appearance::changed, this, &EntryPage::refresh);
    const auto give_up_saving = [this] {
        is_saving_ = false; // the draft stays, to be saved again
        tell_state();
    };
    connect(&context.session, &StoreSession::read_failed, this, give_up_saving);
    connect(&context.session, &StoreSession::status_changed, this, give_up_saving);
    set_texts();
}

/// An open editor closes after what it would tell of is gone.
EntryPage::~EntryPage()
{
    for (const EntryDelegate* delegate : delegates()) {
        disconnect(delegate, nullptr, this, nullptr);
    }
}

void EntryPage::build()
{
    auto* column = new QVBoxLayout{this};
    column->setContentsMargins(20, 16, 20, 16);
    column->setSpacing(12);
    column->addWidget(bar_);
    auto* across = new QHBoxLayout;
    across->setSpacing(12);
    auto* frame = new ChartFrame{appearance()};
    frame->set_content(checklist_);
    frame->setFixedWidth(checklist_width);
    across->addWidget(frame);
    add_tab(view_);
    add_tab(rating_view_);
    for (const Records& records : records_) {
        add_tab(records.view);
    }
    tabs_->tabBar()->setDrawBase(false);
    across->addWidget(tabs_, 1);
    column->addLayout(across, 1);
    column->addWidget(foot_);
}

void EntryPage::add_tab(QTableView* view)
{
    auto* frame = new ChartFrame{appearance()};
    frame->set_content(view);
    tabs_->addTab(frame, {});
}

void EntryPage::follow_bars()
{
    connect(bar_, &EntryBar::undo_wanted, this, &EntryPage::undo);
    connect(bar_, &EntryBar::redo_wanted, this, &EntryPage::redo);
    connect(bar_, &EntryBar::missing_wanted, this, &EntryPage::go_to_next_missing);
    connect(bar_, &EntryBar::last_wanted, this, &EntryPage::fill_from_last);
    connect(bar_, &EntryBar::confirm_wanted, this, [this] { ratings_.confirm_all(); });
    connect(bar_, &EntryBar::save_wanted, this, &EntryPage::save);
    connect(foot_, &EntryFoot::suggestion_wanted, this, &EntryPage::take_suggestion);
    connect(foot_, &EntryFoot::acknowledgement_wanted, this, &EntryPage::acknowledge);
    connect(checklist_, &Checklist::line_chosen, this, &EntryPage::follow);
    connect(tabs_, &QTabWidget::currentChanged, this, [this] {
        current_view()->setFocus();
        tell_state();
        tell_detail();
    });
}

void EntryPage::follow_views()
{
    connect(&model_, &SheetModel::typed, this, &EntryPage::on_typed);
    connect(&ratings_, &RatingModel::typed, this, &EntryPage::on_typed);
    connect(view_->selectionModel(), &QItemSelectionModel::currentChanged, this,
            &EntryPage::tell_detail);
    connect(view_, &SheetView::unmatched, this, &EntryPage::show_unmatched);
    for (Records& records : records_) {
        connect(&records.model, &RecordModel::typed, this, &EntryPage::on_typed);
        connect(records.view, &RecordView::unmatched, this, &EntryPage::show_unmatched);
    }
}

void EntryPage::follow_editors()
{
    connect(&view_->delegate(), &EntryDelegate::edited, this,
            [this](const QModelIndex& index, const QString& text) {
                if (const SheetRow* figure = model_.figure_in(index.row())) {
                    keep_edited({{figure->key(), text.trimmed().toStdString()}});
                }
            });
    connect(&rating_view_->delegate(), &EntryDelegate::edited, this,
            [this](const QModelIndex& index, const QString& text) {
                keep_edited({{ratings_.reason_in(index.row()), text.trimmed().toStdString()}});
            });
    for (Records& records : records_) {
        connect(&records.view->delegate(), &EntryDelegate::edited, this,
                [this, &model = records.model](const QModelIndex& index, const QString& text) {
                    keep_edited(model.texts_with(index, text));
                });
    }
    for (const EntryDelegate* delegate : delegates()) {
        // at once: the next key may already be for the next cell
        connect(delegate, &QAbstractItemDelegate::closeEditor, this,
                [this] { in_editor_.clear(); });
        connect(delegate, &QAbstractItemDelegate::closeEditor, this, &EntryPage::take_what_waits,
                Qt::QueuedConnection);
    }
}

void EntryPage::build_shortcuts()
{
    const auto on = [this](const QKeySequence& keys, auto action) {
        auto* shortcut = new QShortcut{keys, this};
        shortcut->setContext(Qt::WidgetWithChildrenShortcut);
        connect(shortcut, &QShortcut::activated, this, action);
    };
    on(QKeySequence::Undo, &EntryPage::undo);
    on(QKeySequence{QStringLiteral("Ctrl+Y")}, &EntryPage::redo);
    on(QKeySequence::Save, &EntryPage::save);
    on(QKeySequence{QStringLiteral("Ctrl+L")}, &EntryPage::fill_from_last);
    on(QKeySequence{QStringLiteral("Ctrl+U")}, &EntryPage::take_suggestion);
    on(QKeySequence{QStringLiteral("Ctrl+I")}, &EntryPage::acknowledge);
    for (int tab = figures_tab; tab <= events_tab; ++tab) {
        on(QKeySequence{QStringLiteral("Alt+%1").arg(tab + 1)},
           [this, tab] { turn_to(static_cast<Tab>(tab)); });
    }
}

void EntryPage::set_texts()
{
    const std::array<QString, 5> names{tr("Figures"), tr("Heat ratings"), tr("Stocks"), tr("Notes"),
                                       tr("Events")};
    for (int tab = figures_tab; tab <= events_tab; ++tab) {
        const QString& name = names.at(static_cast<std::size_t>(tab));
        tabs_->setTabText(tab, name);
        tabs_->setTabToolTip(tab, tr("%1 (Alt+%2)").arg(name).arg(tab + 1));
    }
    rating_view_->setAccessibleName(names[ratings_tab]);
    view_->setAccessibleName(tr("Figures of the week"));
    record_view(stocks_tab).setAccessibleName(names[stocks_tab]);
    record_view(notes_tab).setAccessibleName(names[notes_tab]);
    record_view(events_tab).setAccessibleName(names[events_tab]);
    checklist_->setAccessibleName(tr("Checklist of the week"));
    tabs_->setAccessibleName(tr("Parts of the week"));
    tell_state();
    tell_detail();
}

RecordModel& EntryPage::records(Tab tab)
{
    return records_.at(static_cast<std::size_t>(tab - stocks_tab)).model;
}

RecordView& EntryPage::record_view(Tab tab)
{
    return *records_.at(static_cast<std::size_t>(tab - stocks_tab)).view;
}

std::vector<const EntryDelegate*> EntryPage::delegates() const
{
    std::vector<const EntryDelegate*> all{&view_->delegate(), &rating_view_->delegate()};
    for (const Records& records : records_) {
        all.push_back(&records.view->delegate());
    }
    return all;
}

QTableView* EntryPage::current_view() const
{
    switch (tabs_->currentIndex()) {
    case figures_tab:
        return view_;
    case ratings_tab:
        return rating_view_;
    default:
        return records_.at(static_cast<std::size_t>(tabs_->currentIndex() - stocks_tab)).view;
    }
}

void EntryPage::turn_to(Tab tab)
{
    commit_editors();
    tabs_->setCurrentIndex(tab);
    current_view()->setFocus();
}

void EntryPage::show_week(Week week)
{
    read([week](Connection& database) { return read_week_sheet(database, week); },
         [this](WeekSheet sheet) { take(std::move(sheet)); });
}

/// A cell that is being typed in is left alone: a sheet of the same week waits until it is closed.
bool EntryPage::has_to_wait(const WeekSheet& sheet) const
{
    const QWidget* focus = QApplication::focusWidget();
    const bool is_editing =
        focus != nullptr && current_view()->isAncestorOf(focus) && focus != current_view();
    return is_editing && sheet.week == drafts_.week() && drafts_.are_of(session().path());
}

void EntryPage::take_what_waits()
{
    keep_draft(); // without what was given up with Escape
    if (waiting_) {
        take(*std::exchange(waiting_, std::nullopt));
    }
}

/// Draft, week and sheet change together.
void EntryPage::take(WeekSheet sheet)
{
    if (has_to_wait(sheet)) {
        waiting_ = std::move(sheet);
        return;
    }
    waiting_.reset();
    const int row = view_->currentIndex().row();
    commit_editors(); // a new sheet closes them
    if (drafts_.turn_to(session().path(), sheet.week)) {
        emit told(tr("What was typed and not saved is here again."), false);
    }
    ratings_.show(sheet.week, std::move(sheet.ratings), std::move(sheet.scale));
    if (!rating_view_->currentIndex().isValid()) {
        rating_view_->setCurrentIndex(ratings_.index(0, RatingModel::rating_column));
    }
    for (Records& records : records_) {
        const QModelIndex at = records.view->currentIndex();
        records.model.show(sheet.lists, sheet.targets);
        records.view->go_to(std::max(at.row(), 0), std::max(at.column(), 0));
    }
    model_.show(std::move(sheet.sections));
    view_->go_to(row > 0 ? row : model_.next_figure(-1, false));
    tell_state();
    check();
}

void EntryPage::show_unmatched(const QStringList& lines)
{
    ShownTable table{{tr("Line")}, {}};
    for (const QString& line : lines) {
        table.rows << QStringList{line};
    }
    dialogs().show_table(window(), tr("Lines that fit no row were left out"), table);
}

void EntryPage::go_to_next_missing()
{
    view_->setFocus();
    view_->go_to_next_missing();
}

void EntryPage::fill_from_last()
{
    commit_editors();
    const int tab = tabs_->currentIndex();
    if (tab == figures_tab) {
        const QModelIndex at = view_->currentIndex();
        if (at.data(Qt::EditRole).toString().isEmpty()) {
            model_.setData(model_.index(at.row(), SheetModel::entry_column),
                           model_.previous_text(at.row()), Qt::EditRole);
        }
    } else if (tab == notes_tab) {
        records(notes_tab).fill_from_last(record_view(notes_tab).currentIndex().row());
    }
}

void EntryPage::take_suggestion()
{
    commit_editors();
    const int row = view_->currentIndex().row();
    const CheckFinding* finding = model_.open_finding(row);
    const SheetRow* figure = model_.figure_in(row);
    if (finding != nullptr && finding->suggested && finding->code == figure->series.code) {
        model_.setData(model_.index(row, SheetModel::entry_column),
                       from_utf8(format_number(*finding->suggested, figure->series.decimals,
                                               Sign::minus_only, Grouping::none)),
                       Qt::EditRole);
    }
}

void EntryPage::acknowledge()
{
    commit_editors();
    const CheckFinding* finding = model_.open_finding(view_->currentIndex().row());
    if (finding == nullptr) {
        return;
    }
    const FigureKey key = acknowledgement_key(*finding);
    if (const auto reason = dialogs().line_of_words(window(), tr("The figure is right"),
                                                    from_utf8(finding->message))) {
        model_.type({{key, reason->toStdString()}});
        check();
    }
}

std::vector<ChecklistLine> EntryPage::lines() const
{
    std::vector<ChecklistLine> all = model_.checklist(drafts_.week().sunday());
    all.push_back({tabs_->tabText(ratings_tab), ratings_.rowCount() - ratings_.missing(),
                   ratings_.missing(), ratings_.troubles(), 0});
    const RecordModel::Counts stocks = records_[0].model.counts();
    all.push_back(
        {tabs_->tabText(stocks_tab), stocks.lines, stocks.lines > 0 ? 0 : 1, stocks.troubles, 0});
    const RecordModel::Counts notes = records_[1].model.counts();
    all.push_back({tabs_->tabText(notes_tab), notes.lines, notes.empty_lists, notes.troubles, 0});
    const RecordModel::Counts events = records_[2].model.counts();
    all.push_back({tabs_->tabText(events_tab), events.lines, 0, events.troubles, 0});
    return all;
}

/// The forms come first, then a line for each of the other tabs.
void EntryPage::follow(int line)
{
    const int forms = static_cast<int>(model_.checklist(drafts_.week().sunday()).size());
    if (line < forms) {
        turn_to(figures_tab);
        view_->go_to(model_.next_figure(model_.row_of_section(line), false));
    } else {
        turn_to(static_cast<Tab>(ratings_tab + line - forms));
    }
}

void EntryPage::on_typed()
{
    keep_draft();
    check_soon_.start();
    tell_state();
}

/// On the worker, and not through `read`: a check is no page, and must not hold one up.
void EntryPage::check()
{
    session().read(
        this,
        [draft = drafts_.draft(), week = drafts_.week(), language = appearance().language()](
            Connection& database) { return check_draft(database, draft, week, language); },
        [this](const std::vector<CheckFinding>& findings) {
            model_.set_findings(findings);
            view_->viewport()->update();
            tell_state();
            tell_detail();
        });
}

QString EntryPage::of_other_weeks() const
{
    QStringList weeks;
    for (const Week week : drafts_.other_weeks()) {
        weeks << from_utf8(to_iso(week.friday()));
    }
    return weeks.isEmpty() ? QString{}
                           : tr("   ·   not saved yet: week of %1").arg(weeks.join(u", "));
}

void EntryPage::tell_state()
{
    const auto all = lines();
    checklist_->show_lines(all);
    int troubles = 0;
    int missing = 0;
    for (const ChecklistLine& line : all) {
        troubles += line.troubles;
        missing += line.due ? line.missing : 0;
    }
    const Draft& draft = drafts_.draft();
    const int tab = tabs_->currentIndex();
    EntryState state;
    state.sentence = checklist_->is_ready() && draft.is_empty()
                         ? tr("The week is complete and can be published.")
                         : tr("%1 typed   ·   %2 to look at   ·   %3 missing")
                                   .arg(draft.texts().size())
                                   .arg(troubles)
                                   .arg(missing) +
                               of_other_weeks();
    state.can_undo = draft.can_undo();
    state.can_redo = draft.can_redo();
    state.can_save = !draft.is_empty() && !is_saving_;
    state.has_missing = tab == figures_tab;
    state.has_last = tab == figures_tab || tab == notes_tab;
    state.has_ratings = tab == ratings_tab;
    state.can_confirm = ratings_.missing() > 0;
    bar_->show_state(state);
}

void EntryPage::tell_detail()
{
    const int tab = tabs_->currentIndex();
    const int row = view_->currentIndex().row();
    const QString found = tab == figures_tab ? model_.findings_in(row) : QString{};
    const std::array<QString, 5> help{
        tr("Type a figure and press Enter. 12.35亿, 1.02万亿元, (2.1), =6.94*0.353 and -- are "
           "understood; a block from a spreadsheet can be pasted."),
        tr("Enter keeps the last rating, a digit chooses another one; a rating that changes needs "
           "its reason."),
        tr("Paste code, name and change from a terminal or a spreadsheet, or type them: Enter goes "
           "on."),
        tr("Enter goes from field to field; Alt+Up and Alt+Down move a line, Ctrl+Delete takes it "
           "away."),
        tr("What happened on a day is marked on the charts that cover it: on those of a series or "
           "a board, or on all.")};
    if (found.isEmpty()) {
        foot_->show_help(help.at(static_cast<std::size_t>(tab)));
        return;
    }
    const CheckFinding* open = model_.open_finding(row);
    const SheetRow* figure = model_.figure_in(row);
    const bool offers = open != nullptr && open->suggested && figure != nullptr &&
                        open->code == figure->series.code;
    foot_->show_findings(
        found, open != nullptr,
        offers ? from_utf8(format_number(*open->suggested, figure->series.decimals)) : QString{});
}

void EntryPage::refresh()
{
    model_.refresh();
    ratings_.refresh();
    for (Records& records : records_) {
        records.model.refresh();
    }
}

void EntryPage::undo()
{
    drafts_.draft().undo();
    refresh();
    on_typed();
}

void EntryPage::redo()
{
    drafts_.draft().redo();
    refresh();
    on_typed();
}

void EntryPage::commit_editors()
{
    view_->commit_editor();
    rating_view_->commit_editor();
    for (Records& records : records_) {
        records.view->commit_editor();
    }
    in_editor_.clear();
}

void EntryPage::keep_edited(Draft::Texts texts)
{
    in_editor_ = std::move(texts);
    keep_draft();
}

/// What stands in an open editor is kept on disk with the rest, before it is taken over.
void EntryPage::keep_draft()
{
    drafts_.keep(in_editor_);
}

void EntryPage::showEvent(QShowEvent* event)
{
    Page::showEvent(event);
    current_view()->setFocus();
}

void EntryPage::save()
{
    commit_editors();
    const Draft& draft = drafts_.draft();
    const Week week = drafts_.week();
    if (draft.is_empty() || is_saving_ || !drafts_.are_of(session().path())) {
        return;
    }
    is_saving_ = true;
    tell_state();
    session().write(
        this,
        [draft, week, &clock = session().clock(),
         origin = "entry, week of " + to_iso(week.friday())](Connection& database) {
            return commit_draft(database, draft, week, {BatchKind::entry, origin, user_name()},
                                clock);
        },
        [this, week, saved = draft](const DraftCommit& commit) { on_saved(week, saved, commit); });
}

/// What was typed while it was being saved stays typed.
void EntryPage::on_saved(Week week, const Draft& saved, const DraftCommit& commit)
{
    is_saving_ = false;
    drafts_.take_out(week, saved, commit);
    refresh();
    on_typed();
    drafts_.files().flush();
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
