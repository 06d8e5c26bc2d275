#pragma once

#include "exhibit/exhibit.h"
#include "theme/appearance.h"

#include <QAbstractButton>
#include <QPixmap>

namespace weekboard
{

/// An exhibit in the gallery: a small picture of it, drawn when it is first seen.
class ExhibitTile : public QAbstractButton
{
    Q_OBJECT

public:
    explicit ExhibitTile(const Appearance& appearance, QWidget* parent = nullptr);

    /// `changes`: so many things of a published exhibit read otherwise now.
    void show_exhibit(const Exhibit& exhibit, std::size_t changes);

    [[nodiscard]] QSize sizeHint() const override;

protected:
    void paintEvent(QPaintEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;
    void enterEvent(QEnterEvent* event) override;
    void leaveEvent(QEvent* event) override;

private:
    void draw_soon();
    void draw_changes(QPainter& painter) const;
    [[nodiscard]] QRect inner() const;

    const Appearance& appearance_;
    Exhibit exhibit_;
    std::size_t changes_ = 0;
    QPixmap picture_;
    bool is_drawing_ = false;
};

} // namespace weekboard
