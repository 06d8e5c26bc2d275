#pragma once

#include <QString>
#include <QStringList>
#include <QTableWidget>

namespace weekboard
{

/// Rows of words below the names of their columns.
struct ShownTable {
    QStringList columns;
    QList<QStringList> rows;
};

/// A table of words to be read: nothing in it is typed, and what does not fit is told on hover.
class WordsTable : public QTableWidget
{
public:
    explicit WordsTable(QWidget* parent = nullptr);

    void show_words(const ShownTable& table);
};

} // namespace weekboard
