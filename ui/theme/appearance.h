#pragma once

#include "series/language.h"
#include "theme/system_theme.h"
#include "theme/theme.h"
#include "words/translation.h"

#include <QObject>

namespace weekboard
{

enum class ThemeChoice { system, light, dark };

/// How the program looks and speaks: the user's choices, kept between sessions, and what they come
/// to. A change of any of them is told once, after it is in force.
class Appearance : public QObject
{
    Q_OBJECT

public:
    /// `language` is the one to begin with; where `remember_language` a remembered choice goes
    /// before it (the command line's own choice is not overruled).
    Appearance(Language language, bool remember_language);

    [[nodiscard]] const Theme& theme() const { return theme_; }
    [[nodiscard]] ThemeChoice theme_choice() const { return choice_; }
    [[nodiscard]] RiseColor rise_color() const { return rise_; }
    [[nodiscard]] Language language() const { return language_; }

    void choose_theme(ThemeChoice choice);
    void choose_rise_color(RiseColor rise);
    void choose_language(Language language);

signals:
    void changed();

private:
    void apply();

    SystemTheme system_;
    ThemeChoice choice_ = ThemeChoice::system;
    RiseColor rise_ = RiseColor::red;
    Language language_;
    Translation translation_;
    Theme theme_;
};

} // namespace weekboard
