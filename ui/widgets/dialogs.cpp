#include "widgets/dialogs.h"

#include <QFileDialog>

namespace weekboard
{

namespace
{

std::optional<QString> given(const QString& path)
{
    return path.isEmpty() ? std::nullopt : std::optional{path};
}

} // namespace

std::optional<QString> DesktopDialogs::file_to_write(QWidget* parent, const QString& title,
                                                     const QString& suggested)
{
    return given(QFileDialog::getSaveFileName(parent, title, suggested));
}

std::optional<QString> DesktopDialogs::folder_to_write(QWidget* parent, const QString& title,
                                                       const QString& suggested)
{
    return given(QFileDialog::getExistingDirectory(parent, title, suggested));
}

std::optional<QString> DesktopDialogs::file_to_read(QWidget* parent, const QString& title,
                                                    const QString& filter)
{
    return given(QFileDialog::getOpenFileName(parent, title, {}, filter));
}

} // namespace weekboard
