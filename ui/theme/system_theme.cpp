#include "theme/system_theme.h"

#include <QDBusConnection>
#include <QDBusMessage>
#include <QDBusPendingCallWatcher>
#include <QDBusPendingReply>
#include <QFileInfo>
#include <QGuiApplication>
#include <QPalette>

namespace weekboard
{

namespace
{

// https://flatpak.github.io/xdg-desktop-portal/docs/doc-org.freedesktop.portal.Settings.html
const QString service = QStringLiteral("org.freedesktop.portal.Desktop");
const QString path = QStringLiteral("/org/freedesktop/portal/desktop");
const QString interface = QStringLiteral("org.freedesktop.portal.Settings");
const QString appearance = QStringLiteral("org.freedesktop.appearance");
const QString color_scheme = QStringLiteral("color-scheme");
constexpr unsigned prefers_dark = 1;
constexpr unsigned no_preference = 0;

/// "Read" wraps its answer in a second variant.
unsigned preference_of(const QVariant& scheme)
{
    return scheme.canConvert<QDBusVariant>() ? scheme.value<QDBusVariant>().variant().toUInt()
                                             : scheme.toUInt();
}

/// Looking for a bus where there is none can start one.
bool has_session_bus()
{
    return qEnvironmentVariableIsSet("DBUS_SESSION_BUS_ADDRESS") ||
           QFileInfo::exists(qEnvironmentVariable("XDG_RUNTIME_DIR") + QStringLiteral("/bus"));
}

} // namespace

SystemTheme::SystemTheme()
    : dark_{QGuiApplication::palette().color(QPalette::Window).lightness() < 128}
{
    if (has_session_bus()) {
        ask_portal();
    }
}

void SystemTheme::ask_portal()
{
    QDBusConnection bus = QDBusConnection::sessionBus();
    bus.connect(service, path, interface, QStringLiteral("SettingChanged"), this,
                SLOT(on_setting_changed(QString, QString, QDBusVariant)));
    QDBusMessage call =
        QDBusMessage::createMethodCall(service, path, interface, QStringLiteral("Read"));
    call << appearance << color_scheme;
    auto* watcher = new QDBusPendingCallWatcher{bus.asyncCall(call), this};
    connect(watcher, &QDBusPendingCallWatcher::finished, this, [this, watcher] {
        const QDBusPendingReply<QDBusVariant> reply = *watcher;
        // "No preference" at the start leaves the palette's word; later it means light.
        if (reply.isValid() && preference_of(reply.value().variant()) != no_preference) {
            take(reply.value().variant());
        }
        watcher->deleteLater();
    });
}

void SystemTheme::on_setting_changed(const QString& space, const QString& key,
                                     const QDBusVariant& value)
{
    if (space == appearance && key == color_scheme) {
        take(value.variant());
    }
}

void SystemTheme::take(const QVariant& scheme)
{
    const bool dark = preference_of(scheme) == prefers_dark;
    if (dark != dark_) {
        dark_ = dark;
        emit changed();
    }
}

} // namespace weekboard
