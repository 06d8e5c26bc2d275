#pragma once

#include "exhibit/week_view.h"
#include "theme/appearance.h"

#include <QScrollArea>

class QGridLayout;
class QHBoxLayout;

namespace weekboard
{

class HeatCard;
class IndexTile;
class KeyFigureTile;
class RankingCard;
class ViewpointsCard;

/// The week at a glance.
class OverviewPage : public QScrollArea
{
    Q_OBJECT

public:
    explicit OverviewPage(const Appearance& appearance, QWidget* parent = nullptr);

    /// `highlighted`: the code of the sector's own industry.
    void show_week(const WeekView& view, const std::string& highlighted);

signals:
    /// An index was chosen, by its place among the week's indices.
    void index_chosen(int place);

private:
    /// As many tiles as there are figures; the rest are hidden.
    template <typename Tile>
    Tile* tile(std::vector<Tile*>& tiles, QHBoxLayout* row, std::size_t place);

    const Appearance& appearance_;
    QHBoxLayout* index_row_ = nullptr;
    QHBoxLayout* key_row_ = nullptr;
    std::vector<IndexTile*> indices_;
    std::vector<KeyFigureTile*> key_figures_;
    HeatCard* heat_ = nullptr;
    ViewpointsCard* viewpoints_ = nullptr;
    RankingCard* industries_ = nullptr;
    RankingCard* stocks_ = nullptr;
};

} // namespace weekboard
