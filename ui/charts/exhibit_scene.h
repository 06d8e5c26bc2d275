#pragma once

#include "charts/line_item.h"
#include "exhibit/exhibit.h"
#include "theme/theme.h"

#include <QGraphicsScene>

#include <utility>
#include <vector>

QT_BEGIN_NAMESPACE
class QChart;
class QCategoryAxis;
QT_END_NAMESPACE

namespace weekboard
{

/// What an exhibit shows round its plot.
struct ExhibitLayout {
    bool number_and_title = true;
    bool source = true;
    bool illustrative_badge = true;
    double margin = 0; ///< round everything
    double line_width = 1.6;
};

/// An exhibit laid out at a size: number, title, legend, chart, source. The screen shows it in a
/// view, a picture paints it; both get the same.
class ExhibitScene : public QGraphicsScene
{
    Q_OBJECT

public:
    ExhibitScene(Exhibit exhibit, const Theme& theme, const ExhibitLayout& layout);
    ~ExhibitScene() override;

    [[nodiscard]] const Exhibit& exhibit() const { return exhibit_; }

    /// Lays everything out anew; sizes are in units of 1/96 inch.
    void resize(const QSizeF& size);

    /// Shows the figures from `first` to `last`; the value axis follows them.
    void show_range(Date first, Date last);

    [[nodiscard]] Date first_shown() const { return range_.first; }
    [[nodiscard]] Date last_shown() const { return range_.last; }

    /// Where the lines are.
    [[nodiscard]] QRectF plot_area() const;

    /// The day at a place of the plot area, and the other way round.
    [[nodiscard]] Date day_at(double x) const;
    [[nodiscard]] QPointF position(Date day, double value) const;

    [[nodiscard]] const Theme& theme() const { return theme_; }
    [[nodiscard]] QColor color_of(std::size_t plot) const;

protected:
    /// Everything but the chart itself.
    void drawBackground(QPainter* painter, const QRectF& exposed) override;

private:
    void build_chart();
    void lay_out();
    void choose_terseness();
    void fit_values(int most_steps);
    void set_ticks(int most);
    void draw_labels(QPainter& painter) const;
    [[nodiscard]] QRectF inner() const;
    [[nodiscard]] QRectF chart_box() const;
    [[nodiscard]] int title_lines() const;
    [[nodiscard]] double title_height() const;
    [[nodiscard]] double legend_height() const;
    [[nodiscard]] double source_height() const;
    [[nodiscard]] QString source_text() const;
    void draw_title(QPainter& painter, const QRectF& box) const;
    void draw_legend(QPainter& painter, const QRectF& box) const;
    void draw_source(QPainter& painter, const QRectF& box) const;

    Exhibit exhibit_;
    Theme theme_;
    ExhibitLayout layout_;
    QSizeF size_;
    PlotRange range_;
    int terseness_ = 0; ///< 0 shows everything
    double value_step_ = 1;
    int value_decimals_ = 0;
    std::vector<std::pair<Date, QString>> time_labels_;
    std::vector<std::pair<double, QString>> value_labels_;
    QChart* chart_ = nullptr;
    QCategoryAxis* time_axis_ = nullptr;
    QCategoryAxis* value_axis_ = nullptr;
    LineItem* lines_ = nullptr;
};

} // namespace weekboard
