#pragma once

#include "charts/plot_frame.h"
#include "exhibit/exhibit.h"
#include "theme/theme.h"

#include <QPainter>
#include <QString>

#include <optional>
#include <vector>

namespace weekboard
{

/// Events over a time axis: a faint line on each day, and above the plot what happened, as far as
/// the words find room.
class EventMarkers
{
public:
    EventMarkers(const Exhibit& exhibit, const Theme& theme);

    /// Finds places for the words above a plot that will lie in `box`, in the scene's coordinates.
    void place(const QRectF& box, const Span& span);

    /// What the words take above the plot, in units of 1/96 inch; 0 without events in the span.
    [[nodiscard]] double height() const;

    void paint(QPainter& painter, const PlotFrame& frame) const;

private:
    struct Words {
        double left = 0;
        double right = 0;
        int row = 0; ///< counted from the plot upwards
        QString text;
    };
    struct Marker {
        double at = 0;              ///< along the axis
        std::optional<Words> words; ///< nothing where there was no room
    };

    [[nodiscard]] double coordinate(const ExhibitEvent& event) const;
    [[nodiscard]] QFont font() const;
    [[nodiscard]] double step() const;
    [[nodiscard]] double air() const;
    [[nodiscard]] Words words_of(const ExhibitEvent& event, double x, const QRectF& box) const;
    [[nodiscard]] std::optional<Words> find_room(Words words, int rows) const;
    [[nodiscard]] double top_of(const Marker& marker, const PlotFrame& frame) const;

    const Exhibit& exhibit_;
    const Theme& theme_;
    std::vector<Marker> markers_;
    int rows_ = 0;
};

} // namespace weekboard
