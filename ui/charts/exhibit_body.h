#pragma once

#include "exhibit/exhibit.h"
#include "theme/theme.h"

#include <QPainter>
#include <QRectF>

namespace weekboard
{

/// What an exhibit shows below its title and legend and above its source: a chart or a table.
class ExhibitBody
{
public:
    ExhibitBody(const Exhibit& exhibit, const Theme& theme)
        : exhibit_{exhibit}
        , theme_{theme}
    {
    }
    virtual ~ExhibitBody() = default;
    ExhibitBody(const ExhibitBody&) = delete;
    ExhibitBody& operator=(const ExhibitBody&) = delete;

    /// Lays itself out in a box of the scene.
    virtual void place(const QRectF& box) = 0;

    /// Paints what is not an item of the scene.
    virtual void paint(QPainter& painter) const = 0;

protected:
    [[nodiscard]] const Exhibit& exhibit() const { return exhibit_; }
    [[nodiscard]] const Theme& theme() const { return theme_; }

private:
    const Exhibit& exhibit_;
    const Theme& theme_;
};

} // namespace weekboard
