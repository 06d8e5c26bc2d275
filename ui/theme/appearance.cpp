#include "theme/appearance.h"

#include <QApplication>
#include <QSettings>

#include <algorithm>

namespace weekboard
{

namespace
{

constexpr auto theme_key = "appearance/theme";
constexpr auto rise_key = "appearance/rise";
constexpr auto language_key = "appearance/language";

Language first_language(Language language, bool remember)
{
    const QString kept = remember ? QSettings{}.value(language_key).toString() : QString{};
    if (kept.isEmpty()) {
        return language;
    }
    return kept == QLatin1String{"zh"} ? Language::chinese : Language::english;
}

} // namespace

Appearance::Appearance(Language language, bool remember_language)
    : language_{first_language(language, remember_language)}
    , translation_{language_}
{
    const QSettings settings;
    choice_ = static_cast<ThemeChoice>(std::clamp(settings.value(theme_key, 0).toInt(), 0, 2));
    rise_ = static_cast<RiseColor>(std::clamp(settings.value(rise_key, 0).toInt(), 0, 1));
    connect(&system_, &SystemTheme::changed, this, &Appearance::apply);
    apply();
}

void Appearance::choose_theme(ThemeChoice choice)
{
    choice_ = choice;
    QSettings{}.setValue(theme_key, static_cast<int>(choice));
    apply();
}

void Appearance::choose_rise_color(RiseColor rise)
{
    rise_ = rise;
    QSettings{}.setValue(rise_key, static_cast<int>(rise));
    apply();
}

void Appearance::choose_language(Language language)
{
    language_ = language;
    QSettings{}.setValue(language_key, language == Language::chinese ? QStringLiteral("zh")
                                                                     : QStringLiteral("en"));
    translation_.set(language);
    apply();
}

void Appearance::apply()
{
    const bool dark =
        choice_ == ThemeChoice::dark || (choice_ == ThemeChoice::system && system_.is_dark());
    theme_ = screen_theme(dark, rise_);
    QApplication::setPalette(theme_.palette());
    QApplication::setFont(theme_.font(theme_.body_size));
    qApp->setStyleSheet(style_sheet(theme_));
    emit changed();
}

} // namespace weekboard
