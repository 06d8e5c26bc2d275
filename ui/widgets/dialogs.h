#pragma once

#include <QString>

#include <optional>

class QWidget;

namespace weekboard
{

/// What the program asks its user in a window of its own; tests answer in its place.
class Dialogs
{
public:
    virtual ~Dialogs() = default;

    /// A file to write, nothing if the user thinks better of it.
    [[nodiscard]] virtual std::optional<QString>
    file_to_write(QWidget* parent, const QString& title, const QString& suggested) = 0;

    /// A folder to write into, nothing if the user thinks better of it.
    [[nodiscard]] virtual std::optional<QString>
    folder_to_write(QWidget* parent, const QString& title, const QString& suggested) = 0;

    /// Shows lines of text that are too many for the status bar.
    virtual void show_text(QWidget* parent, const QString& title, const QString& text) = 0;

    /// A file to read, nothing if the user thinks better of it.
    [[nodiscard]] virtual std::optional<QString> file_to_read(QWidget* parent, const QString& title,
                                                              const QString& filter) = 0;
};

/// The desktop's own dialogs.
class DesktopDialogs : public Dialogs
{
public:
    [[nodiscard]] std::optional<QString> file_to_write(QWidget* parent, const QString& title,
                                                       const QString& suggested) override;
    [[nodiscard]] std::optional<QString> folder_to_write(QWidget* parent, const QString& title,
                                                         const QString& suggested) override;
    void show_text(QWidget* parent, const QString& title, const QString& text) override;
    [[nodiscard]] std::optional<QString> file_to_read(QWidget* parent, const QString& title,
                                                      const QString& filter) override;
};

} // namespace weekboard
