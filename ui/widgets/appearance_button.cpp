#include "widgets/appearance_button.h"

#include <QActionGroup>
#include <QMenu>

namespace weekboard
{

AppearanceButton::AppearanceButton(Appearance& appearance, QWidget* parent)
    : QToolButton{parent}
    , appearance_{appearance}
{
    setPopupMode(QToolButton::InstantPopup);
    setMenu(new QMenu{this});
}

template <typename Value>
void AppearanceButton::add_group(const QString& heading,
                                 const std::vector<std::pair<QString, Value>>& choices,
                                 Value current, void (Appearance::*choose)(Value))
{
    menu()->addSection(heading);
    auto* group = new QActionGroup{menu()};
    for (const auto& [label, value] : choices) {
        QAction* action = group->addAction(menu()->addAction(label));
        action->setCheckable(true);
        action->setChecked(value == current);
        connect(action, &QAction::triggered, this,
                [this, choose, chosen = value] { (appearance_.*choose)(chosen); });
    }
}

void AppearanceButton::set_texts()
{
    setText(tr("View"));
    setToolTip(tr("Theme, colours of rise and fall, language"));
    menu()->clear();
    for (QActionGroup* old : menu()->findChildren<QActionGroup*>()) {
        old->deleteLater();
    }
    add_group<ThemeChoice>(tr("Theme"),
                           {{tr("As the system"), ThemeChoice::system},
                            {tr("Light"), ThemeChoice::light},
                            {tr("Dark"), ThemeChoice::dark}},
                           appearance_.theme_choice(), &Appearance::choose_theme);
    add_group<RiseColor>(
        tr("Rise and fall"),
        {{tr("Red up, green down"), RiseColor::red}, {tr("Green up, red down"), RiseColor::green}},
        appearance_.rise_color(), &Appearance::choose_rise_color);
    add_group<Language>(tr("Language"),
                        {{QStringLiteral("中文"), Language::chinese},
                         {QStringLiteral("English"), Language::english}},
                        appearance_.language(), &Appearance::choose_language);
}

} // namespace weekboard
