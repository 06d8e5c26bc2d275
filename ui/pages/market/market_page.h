#pragma once

#include "exhibit/exhibit.h"
#include "exhibit/ranking.h"
#include "pages/page.h"

#include <optional>

namespace weekboard
{

class ChangeMapCard;
class ExhibitView;

/// The week's market: industries ranked, the stocks that moved most, and the last weeks as a map.
class MarketPage : public Page
{
    Q_OBJECT

public:
    explicit MarketPage(const PageContext& context, QWidget* parent = nullptr);

    void show_week(Week week) override;

private:
    struct Content {
        std::optional<Exhibit> industries;
        std::optional<Exhibit> movers;
        ChangeMap map;
        std::string highlighted;
    };
    static Content read_content(Connection& database, Week week, Language language);
    void take(Content content);
    void draw();

    Content content_;
    ExhibitView* industries_ = nullptr;
    ExhibitView* movers_ = nullptr;
    ChangeMapCard* map_ = nullptr;
};

} // namespace weekboard
