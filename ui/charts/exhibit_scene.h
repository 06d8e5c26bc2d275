#pragma once

#include "charts/legend.h"
#include "charts/plot_frame.h"
#include "exhibit/exhibit.h"
#include "theme/theme.h"

#include <QGraphicsScene>

#include <memory>

namespace weekboard
{

class AxisBody;
class ExhibitBody;

/// What an exhibit shows round its chart or table.
struct ExhibitLayout {
    bool number_and_title = true;
    bool source = true;
    bool illustrative_badge = true;
    bool events = true;
    double margin = 0; ///< round everything
    double line_width = 1.6;
};

/// An exhibit laid out at a size: number, title, legend, chart or table, source. The screen shows
/// it in a view, a picture paints it, each in its theme.
class ExhibitScene : public QGraphicsScene
{
    Q_OBJECT

public:
    ExhibitScene(Exhibit exhibit, const Theme& theme, const ExhibitLayout& layout);
    ~ExhibitScene() override;

    [[nodiscard]] const Exhibit& exhibit() const { return exhibit_; }

    /// Lays everything out anew; sizes are in units of 1/96 inch.
    void resize(const QSizeF& size);

    /// Whether there is an axis along which one can look: days or periods with figures.
    [[nodiscard]] bool has_time_axis() const;

    /// Shows a part of the time axis; the value axes follow it.
    void show_span(const Span& span);
    [[nodiscard]] Span span() const;

    /// The same by days.
    void show_range(Date first, Date last);
    [[nodiscard]] Date first_shown() const;
    [[nodiscard]] Date last_shown() const;

    /// Where figures lie, in the scene's coordinates; empty without axes.
    [[nodiscard]] PlotFrame frame() const;
    [[nodiscard]] QRectF plot_area() const { return frame().area; }

    [[nodiscard]] const Theme& theme() const { return theme_; }
    [[nodiscard]] QColor color_of(std::size_t plot) const;

protected:
    /// Everything but the plots themselves.
    void drawBackground(QPainter* painter, const QRectF& exposed) override;

private:
    void make_body();
    void lay_out();
    void choose_terseness();
    [[nodiscard]] QRectF inner() const;
    [[nodiscard]] QRectF body_box() const;
    void break_lines();
    [[nodiscard]] double title_height() const;
    [[nodiscard]] double legend_height() const;
    [[nodiscard]] double badge_width() const;
    [[nodiscard]] double source_height() const;
    void draw_title(QPainter& painter, const QRectF& box) const;
    void draw_legend(QPainter& painter, const QRectF& box) const;
    void draw_source(QPainter& painter, const QRectF& box) const;

    Exhibit exhibit_;
    Theme theme_;
    ExhibitLayout layout_;
    Legend legend_;
    QSizeF size_;
    int terseness_ = 0; ///< 0 shows everything
    QStringList title_lines_;
    QStringList source_lines_;
    AxisBody* axes_ = nullptr; ///< the body, where it has axes
    std::unique_ptr<ExhibitBody> body_;
};

} // namespace weekboard
