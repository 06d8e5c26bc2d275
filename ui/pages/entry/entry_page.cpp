#include "pages/entry/entry_page.h"

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
constexpr int checklist_width = 206;

} // namespace

EntryPage::EntryPage(const PageContext& context, QWidget* parent)
    : Page{context, parent}
    , model_{context.appearance, draft_}
    , ratings_{context.appearance, draft_}
    , records_{{{{context.appearance, draft_, RecordKind::stock}},
                {{context.appearance, draft_, RecordKind::note}},
                {{context.appearance, draft_, RecordKind::event}}}}
    , view_{new SheetView{context.appearance, context.session, model_}}
    , rating_view_{new RatingView{context.appearance, ratings_}}
    , checklist_{new Checklist{context.appearance}}
    , tabs_{new QTabWidget}
    , state_{new QLabel}
    , detail_{new QLabel}
    , undo_{new QPushButton}
    , redo_{new QPushButton}
    , missing_{new QPushButton}
    , last_{new QPushButton}
    , confirm_{new QPushButton}
    , save_{new QPushButton}
    , suggestion_{new QPushButton}
    , right_{new QPushButton}
{
    for (Records& records : records_) {
        records.view = new RecordView{context.appearance, records.model};
    }
    build();
    build_shortcuts();
    check_soon_.setSingleShot(true);
    check_soon_.setInterval(pause_ms);
    connect(&check_soon_, &QTimer::timeout, this, &EntryPage::check);
    connect(&model_, &SheetModel::typed, this, &EntryPage::on_typed);
    connect(&ratings_, &RatingModel::typed, this, &EntryPage::on_typed);
    for (Records& records : records_) {
        connect(&records.model, &RecordModel::typed, this, &EntryPage::on_typed);
        connect(records.view, &RecordView::unmatched, this, &EntryPage::show_unmatched);
        connect(&records.view->delegate(), &EntryDelegate::edited, this,
                [this, &model = records.model](const QModelIndex& index, const QString& text) {
                    keep_edited(model.texts_with(index, text));
                });
    }
    connect(checklist_, &Checklist::line_chosen, this, &EntryPage::follow);
    connect(tabs_, &QTabWidget::currentChanged, this, [this] {
        current_view()->setFocus();
        tell_state();
        tell_detail();
    });
    connect(view_->selectionModel(), &QItemSelectionModel::currentChanged, this,
            &EntryPage::tell_detail);
    connect(view_, &SheetView::unmatched, this, &EntryPage::show_unmatched);
    connect(&files_, &DraftFiles::failed, this, [this](const QString& reason) {
        emit told(tr("The draft cannot be kept on disk: %1").arg(reason), true);
    });
    connect(&context.appearance, &Appearance::changed, this, &EntryPage::refresh);
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
    const auto give_up_saving = [this] {
        is_saving_ = false; // the draft stays, to be saved again
        tell_state();
    };
    connect(&context.session, &StoreSession::read_failed, this, give_up_saving);
    connect(&context.session, &StoreSession::status_changed, this, give_up_saving);
    for (const EntryDelegate* delegate : delegates()) {
        // at once: the next key may already be for the next cell
        connect(delegate, &QAbstractItemDelegate::closeEditor, this,
                [this] { in_editor_.clear(); });
        connect(delegate, &QAbstractItemDelegate::closeEditor, this, &EntryPage::take_what_waits,
                Qt::QueuedConnection);
    }
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
    auto* row = new QHBoxLayout;
    row->addWidget(state_, 1);
    for (QPushButton* button : {undo_, redo_, missing_, last_, confirm_, save_}) {
        row->addWidget(button);
    }
    save_->setProperty("primary", true);
    column->addLayout(row);
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
    auto* foot = new QHBoxLayout;
    foot->addWidget(detail_, 1);
    foot->addWidget(suggestion_);
    foot->addWidget(right_);
    detail_->setWordWrap(true);
    detail_->setTextInteractionFlags(Qt::TextSelectableByMouse);
    detail_->setMinimumHeight(detail_->fontMetrics().lineSpacing() * 2);
    column->addLayout(foot);
}

void EntryPage::add_tab(QTableView* view)
{
    auto* frame = new ChartFrame{appearance()};
    frame->set_content(view);
    tabs_->addTab(frame, {});
}

void EntryPage::build_shortcuts()
{
    connect(undo_, &QPushButton::clicked, this, &EntryPage::undo);
    connect(redo_, &QPushButton::clicked, this, &EntryPage::redo);
    connect(confirm_, &QPushButton::clicked, this, [this] { ratings_.confirm_all(); });
    connect(missing_, &QPushButton::clicked, this, [this] {
        view_->setFocus();
        view_->go_to_next_missing();
    });
    connect(last_, &QPushButton::clicked, this, &EntryPage::fill_from_last);
    connect(save_, &QPushButton::clicked, this, &EntryPage::save);
    connect(suggestion_, &QPushButton::clicked, this, &EntryPage::take_suggestion);
    connect(right_, &QPushButton::clicked, this, &EntryPage::acknowledge);
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
    undo_->setText(tr("Undo"));
    undo_->setToolTip(tr("Take the last entry back (Ctrl+Z)"));
    redo_->setText(tr("Redo"));
    redo_->setToolTip(tr("Enter it again (Ctrl+Y)"));
    missing_->setText(tr("Next missing"));
    missing_->setToolTip(tr("Go to the next figure that is missing (F4)"));
    last_->setText(tr("From last week"));
    last_->setToolTip(tr("The last known figure, or last week's lines, where there is nothing yet "
                         "(Ctrl+L)"));
    confirm_->setText(tr("Keep the other ratings"));
    confirm_->setToolTip(tr("Last week's rating for every board that has none yet"));
    save_->setText(tr("Save"));
    save_->setToolTip(tr("Put everything that was typed into the store, as one batch (Ctrl+S)"));
    right_->setText(tr("It is right…"));
    right_->setToolTip(tr("Keep the reason why the figure is right all the same (Ctrl+I)"));
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
    detail_->setAccessibleName(tr("What is to look at in this row"));
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

/// Each week has a draft of its own: what is typed on a week's sheet was public by that week's end.
void EntryPage::turn_draft_to(Week week)
{
    if (files_.store() != session().path()) {
        draft_ = {};
        others_ = files_.open(session().path());
        if (!others_.empty()) {
            emit told(tr("What was typed and not saved is here again."), false);
        }
    } else if (week != week_) {
        others_[week_] = std::move(draft_);
    }
    const Draft::Texts of_no_week = take_out_dateless();
    if (const auto own = others_.extract(week)) {
        draft_ = std::move(own.mapped());
    } else if (week != week_) {
        draft_ = {};
    }
    std::erase_if(others_, [](const auto& other) { return other.second.is_empty(); });
    week_ = week;
    if (!of_no_week.empty()) {
        Draft::Texts all = draft_.texts();
        all.insert(of_no_week.begin(), of_no_week.end());
        draft_.keep(std::move(all));
        files_.save(week_, draft_);
    }
}

/// Events belong to no week: they go along to the sheet that is shown, so that no two drafts have
/// one place.
Draft::Texts EntryPage::take_out_dateless()
{
    Draft::Texts found;
    for (auto& [week, draft] : others_) {
        Draft::Texts left = draft.texts();
        std::erase_if(left, [&](const auto& cell) {
            const bool is_dateless = cell.first.period_end == Date{};
            if (is_dateless) {
                found.insert(cell);
            }
            return is_dateless;
        });
        if (left.size() != draft.texts().size()) {
            draft.keep(std::move(left));
            files_.save(week, draft);
        }
    }
    return found;
}

/// A cell that is being typed in is left alone: a sheet of the same week waits until it is closed.
bool EntryPage::has_to_wait(const WeekSheet& sheet) const
{
    const QWidget* focus = QApplication::focusWidget();
    const bool is_editing =
        focus != nullptr && current_view()->isAncestorOf(focus) && focus != current_view();
    return is_editing && sheet.week == week_ && files_.store() == session().path();
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
    turn_draft_to(sheet.week);
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
    std::vector<ChecklistLine> all = model_.checklist(week_.sunday());
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
    const int forms = static_cast<int>(model_.checklist(week_.sunday()).size());
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
        [draft = draft_, week = week_, language = appearance().language()](Connection& database) {
            return check_draft(database, draft, week, language);
        },
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
    for (const auto& [week, draft] : others_) {
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
    const int tab = tabs_->currentIndex();
    state_->setText(checklist_->is_ready() && draft_.is_empty()
                        ? tr("The week is complete and can be published.")
                        : tr("%1 typed   ·   %2 to look at   ·   %3 missing")
                                  .arg(draft_.texts().size())
                                  .arg(troubles)
                                  .arg(missing) +
                              of_other_weeks());
    missing_->setVisible(tab == figures_tab);
    last_->setVisible(tab == figures_tab || tab == notes_tab);
    confirm_->setVisible(tab == ratings_tab);
    confirm_->setEnabled(ratings_.missing() > 0);
    undo_->setEnabled(draft_.can_undo());
    redo_->setEnabled(draft_.can_redo());
    save_->setEnabled(!draft_.is_empty() && !is_saving_);
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
    detail_->setText(found.isEmpty() ? help.at(static_cast<std::size_t>(tab)) : found);
    detail_->setProperty("role", QString::fromLatin1(found.isEmpty() ? "faint" : "trouble"));
    detail_->style()->polish(detail_);
    const CheckFinding* open = tab == figures_tab ? model_.open_finding(row) : nullptr;
    const SheetRow* figure = model_.figure_in(row);
    const bool offers = open != nullptr && open->suggested && figure != nullptr &&
                        open->code == figure->series.code;
    suggestion_->setVisible(offers);
    right_->setVisible(open != nullptr);
    if (offers) {
        suggestion_->setText(
            tr("Use %1").arg(from_utf8(format_number(*open->suggested, figure->series.decimals))));
        suggestion_->setToolTip(tr("Take the figure that the check offers (Ctrl+U)"));
    }
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
    Draft all = draft_;
    all.type(in_editor_);
    files_.save(week_, all);
}

void EntryPage::showEvent(QShowEvent* event)
{
    Page::showEvent(event);
    current_view()->setFocus();
}

void EntryPage::save()
{
    commit_editors();
    const bool is_of_this_store = files_.store() == session().path();
    if (draft_.is_empty() || is_saving_ || !is_of_this_store) {
        return;
    }
    is_saving_ = true;
    tell_state();
    session().write(
        this,
        [draft = draft_, week = week_, &clock = session().clock(),
         origin = "entry, week of " + to_iso(week_.friday())](Connection& database) {
            return commit_draft(database, draft, week, {BatchKind::entry, origin, user_name()},
                                clock);
        },
        [this, week = week_, saved = draft_](const DraftCommit& commit) {
            on_saved(week, saved, commit);
        });
}

/// What was typed while it was being saved stays typed.
void EntryPage::on_saved(Week week, const Draft& saved, const DraftCommit& commit)
{
    is_saving_ = false;
    Draft& draft = week == week_ ? draft_ : others_[week];
    Draft::Texts left = draft.texts();
    std::erase_if(left, [&](const auto& cell) {
        return saved.text(cell.first) == cell.second &&
               std::ranges::find(commit.left, cell.first) == commit.left.end();
    });
    draft.keep(left);
    files_.save(week, draft);
    refresh();
    on_typed();
    files_.flush();
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
