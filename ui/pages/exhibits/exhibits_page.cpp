#include "pages/exhibits/exhibits_page.h"

#include "exhibit/resolve.h"
#include "exhibit/spec_library.h"
#include "pages/exhibits/exhibit_detail.h"
#include "pages/exhibits/exhibit_tile.h"
#include "pages/exhibits/spec_editor.h"
#include "widgets/scrolling.h"
#include "words/store_words.h"
#include "words/week_words.h"

#include <spdlog/spdlog.h>

#include <QEvent>
#include <QFile>
#include <QFileInfo>
#include <QGridLayout>
#include <QKeyEvent>
#include <QLabel>
#include <QMenu>
#include <QScrollBar>
#include <QStackedLayout>
#include <QToolButton>
#include <QVBoxLayout>

#include <algorithm>
#include <iterator>

namespace weekboard
{

namespace
{

constexpr int gap = 12;
constexpr int margin = 20;
constexpr int narrowest_tile = 330;
constexpr int most_columns = 6;

} // namespace

ExhibitsPage::Content ExhibitsPage::read_content(Connection& database, Week week, Language language)
{
    Content content;
    const StoredSpecs stored = stored_specs(database);
    for (const SpecFinding& finding : stored.findings) {
        spdlog::error("{}", to_string(finding));
    }
    for (const ExhibitSpec& spec : stored.specs) {
        content.exhibits.push_back(resolve(database, spec, {week, week.sunday(), language}));
    }
    for (const StoredSpec& spec : all_specs(database)) {
        if (spec.state != SpecState::shown) {
            const auto read = read_spec(spec.toml, spec.id).spec;
            content.away.emplace_back(spec.id, read ? read->neutral_title.in(language) : spec.id);
        }
    }
    return content;
}

ExhibitsPage::ExhibitsPage(const PageContext& context, QWidget* parent)
    : Page{context, parent}
{
    detail_ = new ExhibitDetail{context};
    layers_ = new QStackedLayout{this};
    layers_->addWidget(build_gallery());
    layers_->addWidget(build_large());
    connect(&detail_->exporting(), &ExhibitExport::told, this, &ExhibitsPage::told);
    set_texts();
}

QWidget* ExhibitsPage::build_gallery()
{
    scroll_ = new QScrollArea;
    gallery_ = new QWidget;
    grid_ = new QGridLayout{gallery_};
    grid_->setContentsMargins(margin, 16, margin, 16);
    grid_->setSpacing(gap);
    set_scrolling(*scroll_, gallery_);
    return scroll_;
}

QWidget* ExhibitsPage::build_large()
{
    large_ = new QWidget;
    auto* column = new QVBoxLayout{large_};
    column->setContentsMargins(margin, 16, margin, 16);
    column->setSpacing(gap);
    auto* row = new QHBoxLayout;
    row->setSpacing(6);
    back_ = new QToolButton;
    previous_ = new QToolButton;
    next_ = new QToolButton;
    place_ = new QLabel;
    place_->setProperty("role", QStringLiteral("faint"));
    row->addWidget(back_);
    row->addWidget(previous_);
    row->addWidget(next_);
    row->addSpacing(6);
    row->addWidget(place_);
    row->addStretch();
    more_ = new QToolButton;
    more_->setPopupMode(QToolButton::InstantPopup);
    more_->setMenu(new QMenu{more_});
    row->addWidget(more_);
    row->addWidget(&detail_->exporting());
    column->addLayout(row);
    column->addWidget(detail_, 1);
    connect(back_, &QToolButton::clicked, this, &ExhibitsPage::show_gallery);
    connect(previous_, &QToolButton::clicked, this, [this] { open_place(open_place_ - 1); });
    connect(next_, &QToolButton::clicked, this, [this] { open_place(open_place_ + 1); });
    return large_;
}

void ExhibitsPage::set_texts()
{
    more_->setText(tr("Edit"));
    more_->setToolTip(tr("Edit, copy, move, hide or hand over this exhibit's description"));
    fill_menu();
    back_->setText(tr("All exhibits"));
    back_->setToolTip(tr("Back to all exhibits (Esc)"));
    previous_->setText(tr("Previous"));
    previous_->setToolTip(tr("The exhibit before this one (Page Up)"));
    next_->setText(tr("Next"));
    next_->setToolTip(tr("The exhibit after this one (Page Down)"));
}

void ExhibitsPage::show_week(Week week)
{
    week_ = week;
    edition_ = nullptr;
    more_->show();
    read([week, language = appearance().language()](
             Connection& database) { return read_content(database, week, language); },
         [this](Content content) { take(std::move(content)); });
}

void ExhibitsPage::show_edition(const std::shared_ptr<const ShownEdition>& edition)
{
    edition_ = edition;
    week_ = edition->edition.view.week;
    more_->hide();
    forget_reads();
    take({edition->edition.in(appearance().language()).exhibits, {}});
}

std::vector<EditionChange> ExhibitsPage::changes_in(const Exhibit& exhibit) const
{
    std::vector<EditionChange> changes;
    if (edition_ != nullptr) {
        std::ranges::copy_if(
            edition_->changes, std::back_inserter(changes),
            [&](const EditionChange& change) { return change.exhibit == exhibit.id; });
    }
    return changes;
}

void ExhibitsPage::take(Content content)
{
    const std::string was_open = open_id();
    exhibits_ = std::move(content.exhibits);
    away_ = std::move(content.away);
    fill_menu();
    while (tiles_.size() < exhibits_.size()) {
        const int place = static_cast<int>(tiles_.size());
        tiles_.push_back(new ExhibitTile{appearance(), gallery_});
        connect(tiles_.back(), &ExhibitTile::clicked, this, [this, place] { open_place(place); });
    }
    for (std::size_t i = 0; i < tiles_.size(); ++i) {
        tiles_[i]->setVisible(i < exhibits_.size());
        if (i < exhibits_.size()) {
            tiles_[i]->show_exhibit(exhibits_[i], changes_in(exhibits_[i]).size());
        }
    }
    columns_ = 0;
    arrange();
    if (wanted_.empty()) {
        wanted_ = was_open;
    }
    open_wanted();
}

void ExhibitsPage::arrange()
{
    // The page's own width: its layout may not have come to the scroll area yet.
    const int room = width() - scroll_->verticalScrollBar()->sizeHint().width() - 2 * margin + gap;
    const int columns = std::clamp(room / (narrowest_tile + gap), 1, most_columns);
    if (columns == columns_) {
        return;
    }
    columns_ = columns;
    for (std::size_t i = 0; i < exhibits_.size(); ++i) {
        const int place = static_cast<int>(i);
        grid_->addWidget(tiles_[i], place / columns, place % columns);
    }
    for (int column = 0; column < most_columns; ++column) {
        grid_->setColumnStretch(column, column < columns ? 1 : 0);
    }
    for (int row = 0; row < grid_->rowCount(); ++row) {
        grid_->setRowStretch(row, 0);
    }
    const int rows = (static_cast<int>(exhibits_.size()) + columns - 1) / columns;
    grid_->setRowStretch(rows, 1);
}

void ExhibitsPage::open(const std::string& id)
{
    wanted_ = id;
    open_wanted();
}

void ExhibitsPage::open_wanted()
{
    const auto found = std::ranges::find(exhibits_, wanted_, &Exhibit::id);
    if (found != exhibits_.end()) {
        wanted_.clear();
        open_place(static_cast<int>(found - exhibits_.begin()));
    } else if (is_open()) {
        show_gallery();
    }
}

void ExhibitsPage::open_place(int place)
{
    if (place < 0 || place >= static_cast<int>(exhibits_.size())) {
        return;
    }
    const bool same = place == open_place_;
    open_place_ = place;
    const Exhibit& exhibit = exhibits_[static_cast<std::size_t>(place)];
    detail_->show_exhibit(exhibit, same, changes_in(exhibit));
    place_->setText(tr("%1 of %2").arg(place + 1).arg(exhibits_.size()));
    previous_->setEnabled(place > 0);
    next_->setEnabled(place + 1 < static_cast<int>(exhibits_.size()));
    layers_->setCurrentWidget(large_);
    setFocus();
}

std::string ExhibitsPage::open_id() const
{
    return is_open() && open_place_ < static_cast<int>(exhibits_.size())
               ? exhibits_[static_cast<std::size_t>(open_place_)].id
               : std::string{};
}

template <typename Change>
void ExhibitsPage::change(Change work, const std::string& next)
{
    session().write(
        this,
        [work](Connection& database) {
            work(database);
            return true;
        },
        [this, next](bool) { wanted_ = next; });
}

void ExhibitsPage::fill_menu()
{
    QMenu* menu = more_->menu();
    menu->clear();
    qDeleteAll(menu->findChildren<QMenu*>(Qt::FindDirectChildrenOnly));
    const auto add = [&](const QString& name, auto action) {
        connect(menu->addAction(name), &QAction::triggered, this, action);
    };
    const Clock& clock = session().clock();
    add(tr("Edit the description…"), [this] { edit(); });
    add(tr("Duplicate"), [this, &clock] {
        session().write(
            this,
            [id = open_id(), &clock](Connection& database) {
                return duplicate_spec(database, id, clock);
            },
            [this](const SpecImport& copy) { tell_import(copy); });
    });
    for (const int step : {-1, 1}) {
        add(step < 0 ? tr("Move forward") : tr("Move back"), [this, step] {
            change([id = open_id(), step](Connection& database) { move_spec(database, id, step); },
                   open_id());
        });
    }
    menu->addSeparator();
    add(tr("Hide"), [this] {
        change([id = open_id()](Connection& database) { hide_spec(database, id, true); }, {});
    });
    add(tr("Delete"), [this, &clock] {
        change([id = open_id(), &clock](Connection& database) { delete_spec(database, id, clock); },
               {});
    });
    add(tr("Back to the original"), [this, &clock] {
        change(
            [id = open_id(), &clock](Connection& database) { restore_spec(database, id, clock); },
            open_id());
    });
    menu->addSeparator();
    add(tr("Import from a file…"), [this] { import_file(); });
    add(tr("Export as a file…"), [this] { export_file(); });
    if (away_.empty()) {
        return;
    }
    menu->addSeparator();
    QMenu* away = menu->addMenu(tr("Show again"));
    for (const auto& [id, title] : away_) {
        connect(away->addAction(from_utf8(title)), &QAction::triggered, this, [this, id = id] {
            change([id](Connection& database) { show_spec(database, id); }, id);
        });
    }
}

void ExhibitsPage::edit()
{
    session().read(
        this, [id = open_id()](Connection& database) { return find_spec(database, id); },
        [this](const std::optional<StoredSpec>& spec) {
            if (!spec) {
                return;
            }
            auto* editor =
                new SpecEditor{context(), week_, with_number(spec->toml, spec->number), this};
            editor->setAttribute(Qt::WA_DeleteOnClose);
            editor->setWindowModality(Qt::WindowModal);
            connect(editor, &SpecEditor::saved, this,
                    [this](const QString& id) { wanted_ = id.toStdString(); });
            editor->show();
        });
}

void ExhibitsPage::import_file()
{
    const auto path =
        dialogs().file_to_read(this, tr("Import an exhibit"), tr("Exhibits (*.toml)"));
    if (!path) {
        return;
    }
    QFile file{*path};
    if (!file.open(QIODevice::ReadOnly)) {
        emit told(tr("%1 cannot be read.").arg(*path), true);
        return;
    }
    session().write(
        this,
        [toml = file.readAll().toStdString(), path = *path,
         &clock = session().clock()](Connection& database) {
            return import_spec(database, toml, QFileInfo{path}.fileName().toStdString(), clock);
        },
        [this](const SpecImport& import) { tell_import(import); });
}

void ExhibitsPage::tell_import(const SpecImport& import)
{
    if (!import.findings.empty()) {
        emit told(from_utf8(to_string(import.findings.front())), true);
        return;
    }
    wanted_ = import.id;
    emit told(tr("The exhibit has number %1.").arg(import.number), false);
}

void ExhibitsPage::export_file()
{
    session().read(
        this, [id = open_id()](Connection& database) { return find_spec(database, id); },
        [this](const std::optional<StoredSpec>& spec) {
            const auto path =
                spec ? dialogs().file_to_write(this, tr("Export the exhibit"),
                                               QStringLiteral("%1.toml").arg(from_utf8(spec->id)))
                     : std::nullopt;
            if (!path) {
                return;
            }
            try {
                replace_file(path->toStdString(), with_number(spec->toml, spec->number));
                emit told(tr("The description was written to %1.").arg(*path), false);
            } catch (const ExportError& error) {
                emit told(sentence_for(error), true);
            }
        });
}

void ExhibitsPage::show_gallery()
{
    wanted_.clear();
    const int last = open_place_;
    open_place_ = -1;
    layers_->setCurrentWidget(scroll_);
    if (last >= 0 && last < static_cast<int>(tiles_.size())) {
        tiles_[static_cast<std::size_t>(last)]->setFocus();
    }
}

ExhibitExport* ExhibitsPage::exporting()
{
    return is_open() ? &detail_->exporting() : nullptr;
}

void ExhibitsPage::keyPressEvent(QKeyEvent* event)
{
    switch (event->key()) {
    case Qt::Key_PageUp:
        open_place(is_open() ? open_place_ - 1 : 0);
        break;
    case Qt::Key_PageDown:
        open_place(is_open() ? open_place_ + 1 : 0);
        break;
    case Qt::Key_Escape:
        show_gallery();
        break;
    default:
        Page::keyPressEvent(event);
    }
}

void ExhibitsPage::changeEvent(QEvent* event)
{
    if (event->type() == QEvent::LanguageChange) {
        set_texts();
    }
    Page::changeEvent(event);
}

void ExhibitsPage::resizeEvent(QResizeEvent* event)
{
    Page::resizeEvent(event);
    arrange();
}

} // namespace weekboard
