#pragma once

#include "theme/appearance.h"

#include <QToolButton>

#include <utility>
#include <vector>

namespace weekboard
{

/// The button with the menu of theme, colours of rise and fall, and language.
class AppearanceButton : public QToolButton
{
    Q_OBJECT

public:
    explicit AppearanceButton(Appearance& appearance, QWidget* parent = nullptr);

    /// In the window's language, with what is chosen now.
    void set_texts();

private:
    template <typename Value>
    void add_group(const QString& heading, const std::vector<std::pair<QString, Value>>& choices,
                   Value current, void (Appearance::*choose)(Value));

    Appearance& appearance_;
};

} // namespace weekboard
