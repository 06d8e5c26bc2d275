#pragma once

#include <QDBusVariant>
#include <QObject>

namespace weekboard
{

/// Whether the desktop is set to dark: the desktop portal tells, also when it changes; where there
/// is none, the palette that the program was started with.
class SystemTheme : public QObject
{
    Q_OBJECT

public:
    SystemTheme();

    [[nodiscard]] bool is_dark() const { return dark_; }

signals:
    void changed();

private slots:
    void on_setting_changed(const QString& space, const QString& key, const QDBusVariant& value);

private:
    void ask_portal();
    void take(const QVariant& color_scheme);

    bool dark_ = false;
};

} // namespace weekboard
