#include "pages/exhibits/exhibits_page.h"

#include "exhibit/resolve.h"
#include "exhibit/spec_library.h"
#include "pages/exhibits/exhibit_detail.h"
#include "pages/exhibits/exhibit_tile.h"

#include <spdlog/spdlog.h>

#include <QEvent>
#include <QGridLayout>
#include <QKeyEvent>
#include <QLabel>
#include <QScrollArea>
#include <QStackedLayout>
#include <QToolButton>
#include <QVBoxLayout>

#include <algorithm>

namespace weekboard
{

namespace
{

constexpr int gap = 12;
constexpr int margin = 20;
constexpr int narrowest_tile = 330;
constexpr int most_columns = 6;

std::vector<Exhibit> read_exhibits(SQLite::Database& database, Week week, Language language)
{
    const StoredSpecs stored = stored_specs(database);
    for (const SpecFinding& finding : stored.findings) {
        spdlog::error("{}", to_string(finding));
    }
    std::vector<Exhibit> exhibits;
    for (const ExhibitSpec& spec : stored.specs) {
        exhibits.push_back(resolve(database, spec, {week, week.sunday(), language}));
    }
    return exhibits;
}

} // namespace

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
    scroll_->setWidgetResizable(true);
    scroll_->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    gallery_ = new QWidget;
    grid_ = new QGridLayout{gallery_};
    grid_->setContentsMargins(margin, 16, margin, 16);
    grid_->setSpacing(gap);
    scroll_->setWidget(gallery_);
    gallery_->setAutoFillBackground(false);
    scroll_->viewport()->setAutoFillBackground(false);
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
    back_->setText(tr("All exhibits"));
    back_->setToolTip(tr("Back to all exhibits (Esc)"));
    previous_->setText(tr("Previous"));
    previous_->setToolTip(tr("The exhibit before this one (Page Up)"));
    next_->setText(tr("Next"));
    next_->setToolTip(tr("The exhibit after this one (Page Down)"));
}

void ExhibitsPage::show_week(Week week)
{
    read([week, language = appearance().language()](
             SQLite::Database& database) { return read_exhibits(database, week, language); },
         [this](std::vector<Exhibit> exhibits) { take(std::move(exhibits)); });
}

void ExhibitsPage::take(std::vector<Exhibit> exhibits)
{
    const std::string open_id =
        is_open() ? exhibits_[static_cast<std::size_t>(open_place_)].id : std::string{};
    exhibits_ = std::move(exhibits);
    while (tiles_.size() < exhibits_.size()) {
        const int place = static_cast<int>(tiles_.size());
        tiles_.push_back(new ExhibitTile{appearance(), gallery_});
        connect(tiles_.back(), &ExhibitTile::clicked, this, [this, place] { open_place(place); });
    }
    for (std::size_t i = 0; i < tiles_.size(); ++i) {
        tiles_[i]->setVisible(i < exhibits_.size());
        if (i < exhibits_.size()) {
            tiles_[i]->show_exhibit(exhibits_[i]);
        }
    }
    columns_ = 0;
    arrange();
    if (wanted_.empty()) {
        wanted_ = open_id;
    }
    open_wanted();
}

void ExhibitsPage::arrange()
{
    const int room = scroll_->viewport()->width() - 2 * margin + gap;
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
    } else if (!exhibits_.empty() && is_open()) {
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
    detail_->show_exhibit(exhibits_[static_cast<std::size_t>(place)], same);
    place_->setText(tr("%1 of %2").arg(place + 1).arg(exhibits_.size()));
    previous_->setEnabled(place > 0);
    next_->setEnabled(place + 1 < static_cast<int>(exhibits_.size()));
    layers_->setCurrentWidget(large_);
    setFocusProxy(nullptr);
    setFocus();
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

void ExhibitsPage::copy()
{
    if (is_open()) {
        detail_->exporting().copy_picture();
    }
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
