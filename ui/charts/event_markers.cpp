#include "charts/event_markers.h"

#include "widgets/painting.h"

#include <algorithm>
#include <utility>

namespace weekboard
{

namespace
{

/// More rows of words would press the plot.
constexpr int most_rows = 2;
constexpr double lines_per_row = 6;

/// Between a line and its words, and between the words of two events, in parts of their size.
constexpr double gap_share = 0.4;
constexpr double apart_share = 1.0;

constexpr double half_diamond = 3;

} // namespace

EventMarkers::EventMarkers(const Exhibit& exhibit, const Theme& theme)
    : exhibit_{exhibit}
    , theme_{theme}
{
}

QFont EventMarkers::font() const
{
    return theme_.font(theme_.caption_size);
}

/// Between the plot and the lowest words: values at the top of the plot reach into it.
double EventMarkers::air() const
{
    return rows_ == 0 ? half_diamond : theme_.body_size * 0.7;
}

double EventMarkers::step() const
{
    return line_height(font());
}

/// On days an event lies on its own day, on periods in the middle of its period.
double EventMarkers::coordinate(const ExhibitEvent& event) const
{
    return exhibit_.axis == AxisKind::days
               ? static_cast<double>(event.day.time_since_epoch().count())
               : static_cast<double>(event.place);
}

/// The newest take their row first: the line of an older one that is pushed up then passes the
/// newer words on their left.
void EventMarkers::place(const QRectF& box, const Span& span)
{
    markers_.clear();
    rows_ = 0;
    PlotFrame along;
    along.area = box;
    along.span = span;
    const int rows = std::min(most_rows, static_cast<int>(box.height() / (step() * lines_per_row)));
    for (auto event = exhibit_.events.rbegin(); event != exhibit_.events.rend(); ++event) {
        const double at = coordinate(*event);
        if (!span.contains(at)) {
            continue;
        }
        Marker marker{at, find_room(words_of(*event, along.x(at), box), rows)};
        if (marker.words) {
            rows_ = std::max(rows_, marker.words->row + 1);
        }
        markers_.push_back(std::move(marker));
    }
}

/// At the right of the line, at its left where the plot ends, and else as far right as they go.
EventMarkers::Words EventMarkers::words_of(const ExhibitEvent& event, double x,
                                           const QRectF& box) const
{
    Words words;
    words.text = QString::fromStdString(event.text);
    const double gap = theme_.caption_size * gap_share;
    const double width = std::min(text_width(words.text, font()) + 1, box.width());
    if (x + gap + width <= box.right()) {
        words.left = x + gap;
    } else if (x - gap - width >= box.left()) {
        words.left = x - gap - width;
    } else {
        words.left = box.right() - width;
    }
    words.right = words.left + width;
    return words;
}

std::optional<EventMarkers::Words> EventMarkers::find_room(Words words, int rows) const
{
    const double apart = theme_.caption_size * apart_share;
    for (words.row = 0; words.row < rows; ++words.row) {
        const bool is_free = std::ranges::none_of(markers_, [&](const Marker& marker) {
            return marker.words && marker.words->row == words.row &&
                   marker.words->left < words.right + apart &&
                   words.left < marker.words->right + apart;
        });
        if (is_free) {
            return words;
        }
    }
    return std::nullopt;
}

double EventMarkers::height() const
{
    return markers_.empty() ? 0 : rows_ * step() + air();
}

/// A line goes up to its words, unless it would cut through others'.
double EventMarkers::top_of(const Marker& marker, const PlotFrame& frame) const
{
    const double x = frame.x(marker.at);
    const int row = marker.words ? marker.words->row : 0;
    const bool cuts = std::ranges::any_of(markers_, [&](const Marker& other) {
        return other.words && other.words->row < row && x >= other.words->left - 1 &&
               x <= other.words->right + 1;
    });
    return frame.area.top() - air() - (cuts ? 0 : row * step());
}

void EventMarkers::paint(QPainter& painter, const PlotFrame& frame) const
{
    const QRectF& area = frame.area;
    for (const Marker& marker : markers_) {
        const double x = frame.x(marker.at);
        const double top = top_of(marker, frame);
        painter.setPen(QPen{theme_.faint, 1, Qt::DashLine});
        painter.drawLine(QPointF{x, top}, QPointF{x, area.bottom()});
        painter.setPen(Qt::NoPen);
        painter.setBrush(theme_.faint);
        painter.drawPolygon(QPolygonF{{{x, area.top() - half_diamond},
                                       {x + half_diamond, area.top()},
                                       {x, area.top() + half_diamond},
                                       {x - half_diamond, area.top()}}});
        if (const auto& words = marker.words) {
            draw_line(painter,
                      {words->left, area.top() - air() - (words->row + 1) * step(),
                       words->right - words->left, step()},
                      words->text, font(), theme_.secondary);
        }
    }
    painter.setBrush(Qt::NoBrush);
}

} // namespace weekboard
