#include "widgets/dialogs.h"

#include <QDialog>
#include <QDialogButtonBox>
#include <QFileDialog>
#include <QPlainTextEdit>
#include <QVBoxLayout>

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

void DesktopDialogs::show_text(QWidget* parent, const QString& title, const QString& text)
{
    constexpr QSize roomy{760, 420};
    auto* dialog = new QDialog{parent};
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setWindowTitle(title);
    dialog->resize(roomy);
    auto* lines = new QPlainTextEdit{text};
    lines->setReadOnly(true);
    lines->setAccessibleName(title);
    auto* buttons = new QDialogButtonBox{QDialogButtonBox::Close};
    QObject::connect(buttons, &QDialogButtonBox::rejected, dialog, &QDialog::reject);
    auto* column = new QVBoxLayout{dialog};
    column->addWidget(lines);
    column->addWidget(buttons);
    dialog->open();
}

std::optional<QString> DesktopDialogs::file_to_read(QWidget* parent, const QString& title,
                                                    const QString& filter)
{
    return given(QFileDialog::getOpenFileName(parent, title, {}, filter));
}

} // namespace weekboard
