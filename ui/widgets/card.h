#pragma once

#include "theme/appearance.h"

#include <QWidget>

#include <vector>

namespace weekboard
{

/// A calm surface with a title, a remark at its right, and a content that a subclass paints. What
/// does not fit is shortened and can be read whole by hovering.
class Card : public QWidget
{
    Q_OBJECT

public:
    explicit Card(const Appearance& appearance, QWidget* parent = nullptr);

    void set_title(const QString& title, const QString& remark = {});

protected:
    void paintEvent(QPaintEvent* event) override;
    bool event(QEvent* event) override;

    /// Paints inside the padding, below the title if there is one.
    virtual void paint_content(QPainter& painter, const QRectF& content) = 0;

    /// Hovering over `box` shows `text`. Valid until the next painting.
    void add_hint(const QRectF& box, const QString& text);

    [[nodiscard]] const Theme& theme() const { return appearance_.theme(); }
    [[nodiscard]] const Appearance& appearance() const { return appearance_; }

    /// Height of everything but the content.
    [[nodiscard]] int frame_height() const;

private:
    struct Hint {
        QRectF box;
        QString text;
    };

    const Appearance& appearance_;
    QString title_;
    QString remark_;
    std::vector<Hint> hints_;
};

} // namespace weekboard
