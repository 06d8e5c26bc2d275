#include "theme/theme.h"

#include "publish/house_colors.h"

#include <cmath>

namespace weekboard
{

namespace
{

BadgeColors badge(const house::Badge& colors)
{
    return {QColor{colors.text}, QColor{colors.fill}};
}

Theme light_theme()
{
    Theme theme;
    theme.window = QColor{0xF5F6F8};
    theme.card = QColor{0xFFFFFF};
    theme.hairline = QColor{0xE4E7EC};
    theme.grid = QColor{0xEBEDF1};
    theme.text = QColor{0x18212F};
    theme.secondary = QColor{0x566273};
    theme.faint = QColor{0x6B7686};
    theme.accent = QColor{0x0B5CAD};
    theme.accent_tint = QColor{0xE8F1FA};
    theme.on_accent = QColor{0xFFFFFF};
    theme.rise = QColor{house::rise};
    theme.fall = QColor{house::fall};
    theme.series = {QColor{0x0B5CAD}, QColor{0xD97706}, QColor{0x0F766E}, QColor{0x64748B}};
    theme.hot = {{badge(house::hottest), badge(house::hotter), badge(house::hot)}};
    theme.neutral = badge(house::neutral);
    theme.cold = badge(house::cold);
    return theme;
}

Theme dark_theme()
{
    Theme theme;
    theme.dark = true;
    theme.window = QColor{0x0E131A};
    theme.card = QColor{0x161D27};
    theme.hairline = QColor{0x283241};
    theme.grid = QColor{0x222B38};
    theme.text = QColor{0xE7ECF3};
    theme.secondary = QColor{0xA3AFBF};
    theme.faint = QColor{0x8391A3};
    theme.accent = QColor{0x5AA9F0};
    theme.accent_tint = QColor{0x17293C};
    theme.on_accent = QColor{0x0B1520};
    theme.rise = QColor{0xFF6B6B};
    theme.fall = QColor{0x3FBF8F};
    theme.series = {QColor{0x5AA9F0}, QColor{0xF0A23B}, QColor{0x3DB8AC}, QColor{0x94A3B8}};
    theme.hot = {{{QColor{0xFFA19A}, QColor{0x4A1C1A}},
                  {QColor{0xFDB487}, QColor{0x46260F}},
                  {QColor{0xF5D27A}, QColor{0x3D300F}}}};
    theme.neutral = {QColor{0xB6C1CF}, QColor{0x263140}};
    theme.cold = {QColor{0x7ED9B5}, QColor{0x143629}};
    return theme;
}

} // namespace

QColor Theme::for_change(double change) const
{
    if (change > 0) {
        return rise;
    }
    return change < 0 ? fall : secondary;
}

BadgeColors Theme::for_score(int score) const
{
    if (score >= 3) {
        return hot[0];
    }
    if (score >= 1) {
        return hot[static_cast<std::size_t>(3 - score)];
    }
    return score == 0 ? neutral : cold;
}

QFont Theme::font(double size, QFont::Weight weight) const
{
    QFont font{font_family()};
    font.setPixelSize(static_cast<int>(std::lround(size)));
    font.setWeight(weight);
    if (listed_glyphs) {
        font.setStyleStrategy(QFont::PreferNoShaping);
    }
    return font;
}

QPalette Theme::palette() const
{
    QPalette palette;
    palette.setColor(QPalette::Window, window);
    palette.setColor(QPalette::WindowText, text);
    palette.setColor(QPalette::Base, card);
    palette.setColor(QPalette::AlternateBase, window);
    palette.setColor(QPalette::Text, text);
    palette.setColor(QPalette::Button, card);
    palette.setColor(QPalette::ButtonText, text);
    palette.setColor(QPalette::Highlight, accent);
    palette.setColor(QPalette::HighlightedText, on_accent);
    palette.setColor(QPalette::ToolTipBase, card);
    palette.setColor(QPalette::ToolTipText, text);
    palette.setColor(QPalette::PlaceholderText, faint);
    palette.setColor(QPalette::Link, accent);
    palette.setColor(QPalette::Mid, hairline);
    palette.setColor(QPalette::Disabled, QPalette::ButtonText, faint);
    palette.setColor(QPalette::Disabled, QPalette::Text, faint);
    palette.setColor(QPalette::Disabled, QPalette::WindowText, faint);
    return palette;
}

Theme screen_theme(bool dark, RiseColor rise)
{
    Theme theme = dark ? dark_theme() : light_theme();
    theme.listed_glyphs = true;
    if (rise == RiseColor::green) {
        std::swap(theme.rise, theme.fall);
    }
    return theme;
}

Theme slide_theme(RiseColor rise)
{
    Theme theme = screen_theme(false, rise);
    theme.window = theme.card;
    theme.listed_glyphs = false;
    return theme;
}

QString font_family()
{
    return QStringLiteral("Noto Sans CJK SC");
}

QColor blend(const QColor& over, const QColor& under, double share)
{
    const auto mix = [share](double a, double b) { return a * share + b * (1 - share); };
    return QColor::fromRgbF(static_cast<float>(mix(over.redF(), under.redF())),
                            static_cast<float>(mix(over.greenF(), under.greenF())),
                            static_cast<float>(mix(over.blueF(), under.blueF())));
}

QString style_sheet(const Theme& theme)
{
    const QString pressed = blend(theme.accent, theme.accent_tint, 0.15).name();
    return QStringLiteral(
               "QLabel[role=\"secondary\"] { color: %10; }"
               "QLabel[role=\"faint\"] { color: %6; }"
               "QLabel[role=\"accent\"] { color: %5; }"
               "QLabel[role=\"trouble\"] { color: %11; }"
               "QPushButton, QToolButton { background: %1; color: %2; border: 1px solid %3;"
               " border-radius: 6px; padding: 5px 12px; min-height: 18px; }"
               "QPushButton:hover, QToolButton:hover { background: %4; border-color: %5; }"
               "QPushButton:focus, QToolButton:focus { border-color: %5; }"
               "QPushButton:pressed, QToolButton:pressed { background: %9; }"
               "QPushButton:checked, QToolButton:checked { background: %4; color: %5;"
               " border-color: %5; }"
               "QPushButton:disabled, QToolButton:disabled { color: %6; background: %7; }"
               "QPushButton[primary=\"true\"] { background: %5; color: %8; border-color: %5;"
               " font-weight: 600; }"
               "QPushButton[primary=\"true\"]:hover { background: %5; border-color: %2; }"
               "QPushButton[primary=\"true\"]:disabled { background: %7; color: %6;"
               " border-color: %3; }"
               "QDialogButtonBox { dialogbuttonbox-buttons-have-icons: 0; }"
               "QToolButton[flat=\"true\"] { border: none; background: transparent; padding: 4px; }"
               "QToolButton[flat=\"true\"]:hover { background: %4; }"
               "QToolButton[flat=\"true\"]:focus { background: %4; }"
               "QToolButton[flat=\"true\"]:disabled { background: transparent; }"
               "QToolButton[compact=\"true\"] { border-color: transparent; padding: 2px 9px;"
               " color: %10; }"
               "QToolButton[compact=\"true\"]:checked { color: %5; border-color: transparent; }"
               "QToolButton::menu-indicator { image: none; }"
               "QMenu { background: %1; color: %2; border: 1px solid %3; padding: 4px; }"
               "QPushButton::menu-indicator { image: url(:/icons/down.svg); width: 10px;"
               " height: 10px; subcontrol-origin: padding; subcontrol-position: right center;"
               " right: 8px; }"
               "QMenu::item { padding: 5px 26px 5px 22px; border-radius: 4px; }"
               "QMenu::item:selected { background: %4; color: %5; }"
               "QMenu::item:disabled { color: %6; }"
               "QMenu::separator { height: 1px; background: %3; margin: 4px 8px; }"
               "QToolTip { background: %1; color: %2; border: 1px solid %3; padding: 6px; }"
               "QScrollArea { background: transparent; border: none; }"
               "QHeaderView { background: transparent; border: none; }"
               "QHeaderView::section { background: %1; color: %6; border: none;"
               " border-bottom: 1px solid %3; padding: 4px 6px; }"
               "QTableView { background: transparent; color: %2;"
               " selection-background-color: %4; selection-color: %2; }"
               "QTableView::item { padding: 0 6px; border-bottom: 1px solid %7; }"
               "QLineEdit, QPlainTextEdit { background: %1; color: %2; border: 1px solid %3;"
               " border-radius: 6px; padding: 5px 10px; selection-background-color: %5;"
               " selection-color: %8; }"
               "QLineEdit:focus, QPlainTextEdit:focus { border-color: %5; }"
               "QTabWidget::pane { border: none; top: 8px; }"
               "QTabBar::tab { background: transparent; color: %10; border: none;"
               " border-bottom: 2px solid transparent; padding: 4px 2px 6px 2px;"
               " margin-right: 20px; }"
               "QTabBar::tab:selected { color: %5; border-bottom-color: %5; font-weight: 600; }"
               "QTabBar::tab:hover { color: %2; }"
               "QTabBar::tab:focus { color: %5; }"
               "QComboBox, QSpinBox { background: %1; color: %2; border: 1px solid %3;"
               " border-radius: 6px; padding: 5px 10px; min-height: 17px; }"
               "QComboBox:focus, QSpinBox:focus { border-color: %5; }"
               "QComboBox:disabled, QSpinBox:disabled { color: %6; }"
               "QComboBox::drop-down { border: none; width: 24px; }"
               "QComboBox::down-arrow, QSpinBox::down-arrow { image: url(:/icons/down.svg); }"
               "QSpinBox::up-arrow { image: url(:/icons/up.svg); }"
               "QComboBox::down-arrow { width: 10px; height: 10px; }"
               "QSpinBox::up-arrow, QSpinBox::down-arrow { width: 8px; height: 8px; }"
               "QSpinBox::up-button, QSpinBox::down-button { border: none; width: 22px;"
               " background: transparent; }"
               "QComboBox QAbstractItemView { background: %1; color: %2;"
               " selection-background-color: %4; selection-color: %5; }"
               "QListView { background: transparent; color: %2; border: none; outline: none; }"
               "QListView::item:selected { background: %4; color: %5; }"
               "QListView::indicator, QCheckBox::indicator { width: 14px; height: 14px;"
               " border: 1px solid %6; border-radius: 3px; background: %1; }"
               "QListView::indicator:checked, QCheckBox::indicator:checked { background: %5;"
               " border-color: %5; image: url(:/icons/check.svg); }"
               "QCheckBox:focus { color: %5; }"
               "QSplitter::handle { background: transparent; }"
               "QScrollBar:vertical { background: transparent; width: 10px; margin: 0; }"
               "QScrollBar::handle:vertical { background: %3; border-radius: 4px;"
               " min-height: 32px; margin: 1px; }"
               "QScrollBar::handle:vertical:hover { background: %6; }"
               "QAbstractScrollArea::corner { background: transparent; }"
               "QScrollBar:horizontal { background: transparent; height: 10px; margin: 0; }"
               "QScrollBar::handle:horizontal { background: %3; border-radius: 4px;"
               " min-width: 32px; margin: 1px; }"
               "QScrollBar::handle:horizontal:hover { background: %6; }"
               "QScrollBar::add-line, QScrollBar::sub-line { width: 0; height: 0; }"
               "QScrollBar::add-page, QScrollBar::sub-page { background: transparent; }")
        .arg(theme.card.name(), theme.text.name(), theme.hairline.name(), theme.accent_tint.name(),
             theme.accent.name(), theme.faint.name(), theme.window.name(), theme.on_accent.name(),
             pressed)
        .arg(theme.secondary.name(), theme.hot[0].text.name());
}

} // namespace weekboard
