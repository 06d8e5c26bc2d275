#pragma once

#include "exhibit/exhibit.h"
#include "theme/theme.h"

#include <QPainter>
#include <QString>

#include <vector>

namespace weekboard
{

/// Names, units and axes of an exhibit's plots, in as many rows as it takes.
class Legend
{
public:
    Legend(const Exhibit& exhibit, const Theme& theme);

    /// Rows that it needs in a width; entries wider than that are shortened when painted.
    [[nodiscard]] int rows(double width) const;
    void paint(QPainter& painter, const QRectF& box) const;

    [[nodiscard]] bool is_empty() const { return entries_.empty(); }

private:
    struct Entry {
        QString text;
        QColor color;
        PlotKind kind;
        double width; ///< with its mark
    };
    /// Calls `visit(entry, row, left)` for each entry.
    template <typename Visit>
    int walk(double width, Visit visit) const;

    const Theme& theme_;
    std::vector<Entry> entries_;
};

} // namespace weekboard
