#pragma once

#include "widgets/words_table.h"

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

    /// Shows a list that is too long for the status bar.
    virtual void show_table(QWidget* parent, const QString& title, const ShownTable& table) = 0;

    /// A file to read, nothing if the user thinks better of it.
    [[nodiscard]] virtual std::optional<QString> file_to_read(QWidget* parent, const QString& title,
                                                              const QString& filter) = 0;

    /// Files to read, none if the user thinks better of it.
    [[nodiscard]] virtual QStringList files_to_read(QWidget* parent, const QString& title,
                                                    const QString& filter) = 0;

    /// A line of words, nothing if the user thinks better of it.
    [[nodiscard]] virtual std::optional<QString>
    line_of_words(QWidget* parent, const QString& title, const QString& question) = 0;

    /// Whether to go on with what cannot be had back by a key.
    [[nodiscard]] virtual bool is_wanted(QWidget* parent, const QString& question,
                                         const QString& yes) = 0;
};

/// The desktop's own dialogs.
class DesktopDialogs : public Dialogs
{
public:
    [[nodiscard]] std::optional<QString> file_to_write(QWidget* parent, const QString& title,
                                                       const QString& suggested) override;
    [[nodiscard]] std::optional<QString> folder_to_write(QWidget* parent, const QString& title,
                                                         const QString& suggested) override;
    void show_table(QWidget* parent, const QString& title, const ShownTable& table) override;
    [[nodiscard]] std::optional<QString> file_to_read(QWidget* parent, const QString& title,
                                                      const QString& filter) override;
    [[nodiscard]] QStringList files_to_read(QWidget* parent, const QString& title,
                                            const QString& filter) override;
    [[nodiscard]] std::optional<QString> line_of_words(QWidget* parent, const QString& title,
                                                       const QString& question) override;
    [[nodiscard]] bool is_wanted(QWidget* parent, const QString& question,
                                 const QString& yes) override;
};

} // namespace weekboard
