#include "widgets/dialogs.h"

#include <QDialog>
#include <QDialogButtonBox>
#include <QFileDialog>
#include <QHeaderView>
#include <QInputDialog>
#include <QLabel>
#include <QMessageBox>
#include <QPushButton>
#include <QTableWidget>
#include <QVBoxLayout>

#include <algorithm>
#include <vector>

namespace weekboard
{

namespace
{

std::optional<QString> given(const QString& path)
{
    return path.isEmpty() ? std::nullopt : std::optional{path};
}

QTableWidget* table_of_words(const QString& name, const ShownTable& table)
{
    auto* shown = new QTableWidget{static_cast<int>(table.rows.size()),
                                   static_cast<int>(table.columns.size())};
    shown->setAccessibleName(name);
    shown->setHorizontalHeaderLabels(table.columns);
    shown->horizontalHeader()->setDefaultAlignment(Qt::AlignLeft | Qt::AlignVCenter);
    shown->verticalHeader()->hide();
    shown->setShowGrid(false);
    shown->setWordWrap(true);
    shown->setEditTriggers(QAbstractItemView::NoEditTriggers);
    shown->setSelectionBehavior(QAbstractItemView::SelectRows);
    for (int r = 0; r < shown->rowCount(); ++r) {
        for (int c = 0; c < shown->columnCount(); ++c) {
            auto* cell = new QTableWidgetItem{table.rows[r].value(c)};
            cell->setToolTip(cell->text());
            shown->setItem(r, c, cell);
        }
    }
    // Short words take what they need, long ones share what is left.
    constexpr int widest = 170;
    shown->resizeColumnsToContents();
    std::vector<bool> is_long(static_cast<std::size_t>(shown->columnCount()));
    for (int c = 0; c < shown->columnCount(); ++c) {
        is_long[static_cast<std::size_t>(c)] = shown->columnWidth(c) > widest;
    }
    for (int c = 0; c < shown->columnCount(); ++c) {
        shown->horizontalHeader()->setSectionResizeMode(c, is_long[static_cast<std::size_t>(c)]
                                                               ? QHeaderView::Stretch
                                                               : QHeaderView::ResizeToContents);
    }
    shown->horizontalHeader()->setStretchLastSection(std::ranges::find(is_long, true) ==
                                                     is_long.end());
    shown->verticalHeader()->setSectionResizeMode(QHeaderView::ResizeToContents);
    return shown;
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
    column->addWidget(table_of_words(title, table));
    column->addWidget(buttons);
    dialog->open();
}

std::optional<QString> DesktopDialogs::file_to_read(QWidget* parent, const QString& title,
                                                    const QString& filter)
{
    return given(QFileDialog::getOpenFileName(parent, title, {}, filter));
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
