#pragma once

#include "charts/exhibit_scene.h"

#include <QGraphicsView>

#include <memory>
#include <optional>

namespace weekboard
{

/// An exhibit on screen: wheel and drag zoom, right drag or Shift and drag pan, a crosshair tells
/// the figures of the nearest place. From the keyboard: arrows move the crosshair, + and − zoom,
/// Home shows everything.
class ExhibitView : public QGraphicsView
{
    Q_OBJECT

public:
    explicit ExhibitView(QWidget* parent = nullptr);
    ~ExhibitView() override;

    /// Shows an exhibit; the range that was shown stays if `keep_range` and the figures allow it.
    void show_exhibit(Exhibit exhibit, const Theme& theme, const ExhibitLayout& layout,
                      bool keep_range);

    void show_range(Date first, Date last);

    [[nodiscard]] bool has_exhibit() const { return scene_ != nullptr; }
    [[nodiscard]] const ExhibitScene* exhibit_scene() const { return scene_.get(); }

    /// The day under the crosshair, if it is on.
    [[nodiscard]] std::optional<Date> crosshair() const;

signals:
    /// The user chose another range.
    void range_chosen(weekboard::Date first, weekboard::Date last);

    /// The user drags the exhibit away, by what is not its plot.
    void dragged_away();

protected:
    void resizeEvent(QResizeEvent* event) override;
    void wheelEvent(QWheelEvent* event) override;
    void mousePressEvent(QMouseEvent* event) override;
    void mouseMoveEvent(QMouseEvent* event) override;
    void mouseReleaseEvent(QMouseEvent* event) override;
    void mouseDoubleClickEvent(QMouseEvent* event) override;
    void leaveEvent(QEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;
    void drawForeground(QPainter* painter, const QRectF& exposed) override;

private:
    enum class Drag { none, zoom, pan, away };

    [[nodiscard]] bool can_look_along() const;
    void zoom_about(double coordinate, double factor);
    void choose_span(Span span);
    void choose_all();
    void point_at(double x);
    void point_to(std::optional<Date> day);
    [[nodiscard]] bool is_shown(std::size_t place) const;
    void move_crosshair(int step);
    void draw_crosshair(QPainter& painter);
    void draw_readout(QPainter& painter, std::size_t place);

    std::unique_ptr<ExhibitScene> scene_;
    std::optional<std::size_t> pointed_; ///< place in the exhibit's x
    Drag drag_ = Drag::none;
    QPointF drag_start_;
    QPointF drag_now_;
    Span drag_span_;
};

} // namespace weekboard
