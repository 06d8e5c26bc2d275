#include "widgets/dialogs.h"

#include "widgets/words_table.h"

#include <QDialog>
#include <QDialogButtonBox>
#include <QFileDialog>
#include <QInputDialog>
#include <QLabel>
#include <QMessageBox>
#include <QPushButton>
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

void DesktopDialogs::show_table(QWidget* parent, const QString& title, const ShownTable& table)
{
    constexpr QSize roomy{860, 460};
    auto* dialog = new QDialog{parent};
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setWindowTitle(title);
    dialog->resize(roomy);
    auto* heading = new QLabel{QStringLiteral("<b>%1</b>").arg(title.toHtmlEscaped())};
    auto* buttons = new QDialogButtonBox{QDialogButtonBox::Close};
    QObject::connect(buttons, &QDialogButtonBox::rejected, dialog, &QDialog::reject);
    auto* column = new QVBoxLayout{dialog};
    column->addWidget(heading);
    auto* words = new WordsTable;
    words->setAccessibleName(title);
    words->show_words(table);
    column->addWidget(words);
    column->addWidget(buttons);
    dialog->open();
}

std::optional<QString> DesktopDialogs::file_to_read(QWidget* parent, const QString& title,
                                                    const QString& filter)
{
    return given(QFileDialog::getOpenFileName(parent, title, {}, filter));
}

QStringList DesktopDialogs::files_to_read(QWidget* parent, const QString& title,
                                          const QString& filter)
{
    return QFileDialog::getOpenFileNames(parent, title, {}, filter);
}

std::optional<QString> DesktopDialogs::line_of_words(QWidget* parent, const QString& title,
                                                     const QString& question)
{
    bool given_it = false;
    const QString words =
        QInputDialog::getText(parent, title, question, QLineEdit::Normal, {}, &given_it).trimmed();
    return given_it && !words.isEmpty() ? std::optional{words} : std::nullopt;
}

bool DesktopDialogs::is_wanted(QWidget* parent, const QString& question, const QString& yes)
{
    QMessageBox box{QMessageBox::Question, {}, question, QMessageBox::Cancel, parent};
    const QPushButton* go_on = box.addButton(yes, QMessageBox::AcceptRole);
    box.exec();
    return box.clickedButton() == go_on;
}

} // namespace weekboard
