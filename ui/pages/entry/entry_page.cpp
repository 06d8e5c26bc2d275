#include "pages/entry/entry_page.h"

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
    , model_{context.appearance}
    , file_{context.session.path()}
    , view_{new SheetView{context.appearance, model_}}
    , state_{new QLabel}
    , detail_{new QLabel}
    , undo_{new QPushButton}
    , redo_{new QPushButton}
    , missing_{new QPushButton}
    , save_{new QPushButton}
{
    auto* column = new QVBoxLayout{this};
    column->setContentsMargins(20, 16, 20, 16);
    column->setSpacing(12);
    auto* row = new QHBoxLayout;
    row->addWidget(state_, 1);
    for (QPushButton* button : {undo_, redo_, missing_, save_}) {
        row->addWidget(button);
    }
    save_->setProperty("primary", true);
    column->addLayout(row);
    auto* frame = new ChartFrame{context.appearance};
    frame->set_content(view_);
    column->addWidget(frame, 1);
    detail_->setWordWrap(true);
    detail_->setTextInteractionFlags(Qt::TextSelectableByMouse);
    detail_->setMinimumHeight(detail_->fontMetrics().lineSpacing() * 2);
    column->addWidget(detail_);

    check_soon_.setSingleShot(true);
    check_soon_.setInterval(pause_ms);
    connect(&check_soon_, &QTimer::timeout, this, &EntryPage::check);
    connect(&model_, &SheetModel::typed, this, &EntryPage::on_typed);
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
    connect(&context.appearance, &Appearance::changed, this, [this] { model_.refresh(); });
    connect(undo_, &QPushButton::clicked, this, &EntryPage::undo);
    connect(redo_, &QPushButton::clicked, this, &EntryPage::redo);
    connect(missing_, &QPushButton::clicked, this, [this] {
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
    save_->setText(tr("Save the figures"));
    save_->setToolTip(tr("Put everything that was typed into the store, as one batch (Ctrl+S)"));
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
        model_.draft() = file_.load();
        if (!model_.draft().is_empty()) {
            emit told(tr("What was typed and not saved is here again."), false);
        }
    }
    read([week](SQLite::Database& database) { return read_week_sheet(database, week); },
         [this](WeekSheet sheet) {
             const int row = view_->currentIndex().row();
             model_.show(std::move(sheet));
             view_->go_to(row > 0 ? row : model_.next_figure(-1, false));
             tell_state();
             check();
         });
}

void EntryPage::on_typed()
{
    file_.save(model_.draft());
    check_soon_.start();
    tell_state();
}

/// On the worker, and not through `read`: a check is no page, and must not hold one up.
void EntryPage::check()
{
    session().read(
        this,
        [draft = model_.draft(), week = week_, language = appearance().language()](
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
                        .arg(counts.typed)
                        .arg(counts.troubles)
                        .arg(counts.missing));
    undo_->setEnabled(model_.draft().can_undo());
    redo_->setEnabled(model_.draft().can_redo());
    save_->setEnabled(!model_.draft().is_empty() && !is_saving_);
}

void EntryPage::tell_detail()
{
    const QString found = model_.findings_in(view_->currentIndex().row());
    detail_->setText(found.isEmpty() ? tr("Type a figure and press Enter. 12.35亿, 1.02万亿元, "
                                          "(2.1), =6.94*0.353 and -- are "
                                          "understood; a block from a spreadsheet can be pasted.")
                                     : found);
    detail_->setProperty("role", QString::fromLatin1(found.isEmpty() ? "faint" : "trouble"));
    detail_->style()->polish(detail_);
}

void EntryPage::undo()
{
    model_.draft().undo();
    model_.refresh();
    on_typed();
}

void EntryPage::redo()
{
    model_.draft().redo();
    model_.refresh();
    on_typed();
}

void EntryPage::save()
{
    if (model_.draft().is_empty() || is_saving_) {
        return;
    }
    is_saving_ = true;
    tell_state();
    session().write(
        this,
        [draft = model_.draft(), &clock = session().clock(),
         origin = "entry, week of " + to_iso(week_.friday())](SQLite::Database& database) {
            return commit_draft(database, draft, {BatchKind::entry, origin, user_name()}, clock);
        },
        [this, saved = model_.draft()](const DraftCommit& commit) { on_saved(saved, commit); });
}

/// What was typed while it was being saved stays typed.
void EntryPage::on_saved(const Draft& saved, const DraftCommit& commit)
{
    is_saving_ = false;
    Draft::Texts left = model_.draft().texts();
    std::erase_if(left, [&](const auto& cell) {
        return saved.text(cell.first) == cell.second &&
               std::ranges::find(commit.left, cell.first) == commit.left.end();
    });
    model_.draft().clear();
    model_.draft().type(left);
    on_typed();
    file_.flush();
    const int entered = static_cast<int>(commit.entered);
    const int unread = static_cast<int>(commit.left.size());
    emit told(unread == 0 ? tr("%n figure(s) saved.", nullptr, entered)
                          : tr("%n figure(s) saved; what cannot be read stays.", nullptr, entered),
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
