#include "import/mapping_dialog.h"

#include "ingest/file_day.h"
#include "publish/native_chart.h"
#include "words/week_words.h"

#include <QAbstractTableModel>
#include <QComboBox>
#include <QDialogButtonBox>
#include <QFormLayout>
#include <QHeaderView>
#include <QJsonObject>
#include <QLabel>
#include <QLineEdit>
#include <QPainter>
#include <QPushButton>
#include <QSpinBox>
#include <QStackedWidget>
#include <QStyledItemDelegate>
#include <QTableView>
#include <QVBoxLayout>

#include <algorithm>

namespace weekboard
{

namespace
{

enum class Mark { none, name, unit, period, figure };

} // namespace

/// The sheet's first rows, each cell marked by what it was chosen to be.
class SheetHeadModel : public QAbstractTableModel
{
public:
    SheetHeadModel(const QJsonArray& head, QObject* parent)
        : QAbstractTableModel{parent}
    {
        for (const auto row : head) {
            const int number = row[QStringLiteral("row")].toInt();
            const QJsonArray cells = row[QStringLiteral("cells")].toArray();
            rows_.resize(std::max<qsizetype>(rows_.size(), number));
            for (const auto cell : cells) {
                rows_[number - 1] << cell.toString();
            }
            columns_ = std::max(columns_, static_cast<int>(cells.size()));
        }
    }

    /// Of a row and column that count from 1.
    [[nodiscard]] QString text(int row, int column) const
    {
        return rows_.value(row - 1).value(column - 1);
    }

    void mark(std::function<Mark(int, int)> mark)
    {
        mark_ = std::move(mark);
        emit dataChanged(index(0, 0), index(rowCount({}) - 1, columnCount({}) - 1));
    }

    [[nodiscard]] int rowCount(const QModelIndex& parent) const override
    {
        return parent.isValid() ? 0 : static_cast<int>(rows_.size());
    }
    [[nodiscard]] int columnCount(const QModelIndex& parent) const override
    {
        return parent.isValid() ? 0 : columns_;
    }
    [[nodiscard]] QVariant headerData(int section, Qt::Orientation orientation,
                                      int role) const override
    {
        if (role != Qt::DisplayRole) {
            return {};
        }
        return orientation == Qt::Horizontal
                   ? from_utf8(column_name(static_cast<std::size_t>(section)))
                   : QString::number(section + 1);
    }
    [[nodiscard]] QVariant data(const QModelIndex& index, int role) const override
    {
        const Mark mark = mark_ ? mark_(index.row() + 1, index.column() + 1) : Mark::none;
        if (role == Qt::DisplayRole || role == Qt::ToolTipRole) {
            return rows_.at(index.row()).value(index.column());
        }
        if (role == Qt::FontRole && mark == Mark::name) {
            QFont bold;
            bold.setBold(true);
            return bold;
        }
        if (role == Qt::BackgroundRole && mark != Mark::none) {
            // Tints that stand on a light and a dark ground alike.
            const QColor tint = mark == Mark::name     ? QColor{47, 111, 179, 70}
                                : mark == Mark::unit   ? QColor{47, 111, 179, 35}
                                : mark == Mark::period ? QColor{196, 140, 40, 60}
                                                       : QColor{60, 150, 90, 40};
            return tint;
        }
        return {};
    }

private:
    QList<QStringList> rows_;
    int columns_ = 0;
    std::function<Mark(int, int)> mark_;
};

namespace
{

/// The style of tables leaves the ground of a cell alone; here it says what the cell is.
class TintDelegate : public QStyledItemDelegate
{
public:
    using QStyledItemDelegate::QStyledItemDelegate;

    void paint(QPainter* painter, const QStyleOptionViewItem& option,
               const QModelIndex& index) const override
    {
        const QVariant tint = index.data(Qt::BackgroundRole);
        if (tint.isValid()) {
            painter->fillRect(option.rect, tint.value<QColor>());
        }
        QStyledItemDelegate::paint(painter, option, index);
    }
};

/// `万户`, `%`, `元`: as units begin, or are.
bool is_like_unit(const QString& text)
{
    constexpr qsizetype longest = 8;
    static const QStringList beginnings{QStringLiteral("亿"), QStringLiteral("万"),
                                        QStringLiteral("百万"), QStringLiteral("GB"),
                                        QStringLiteral("%")};
    static const QStringList wholes{QStringLiteral("元"), QStringLiteral("户"),
                                    QStringLiteral("个"), QStringLiteral("点")};
    return text.size() <= longest &&
           (wholes.contains(text) || std::ranges::any_of(beginnings, [&](const QString& beginning) {
                return text.startsWith(beginning);
            }));
}

QSpinBox* spin_box(int least, int most, int value)
{
    auto* box = new QSpinBox;
    box->setRange(least, std::max(least, most));
    box->setValue(value);
    return box;
}

/// Boxes side by side, each behind its words.
QWidget* row_of(std::initializer_list<std::pair<QString, QWidget*>> boxes)
{
    auto* body = new QWidget;
    auto* row = new QHBoxLayout{body};
    row->setContentsMargins({});
    for (const auto& [words, box] : boxes) {
        auto* label = new QLabel{words};
        label->setBuddy(box);
        row->addWidget(label);
        row->addWidget(box);
    }
    row->addStretch();
    return body;
}

} // namespace

MappingDialog::MappingDialog(const QJsonArray& head, const QString& suggested_name, QWidget* parent)
    : QDialog{parent}
    , head_{head}
    , model_{new SheetHeadModel{head, this}}
    , name_{new QLineEdit{suggested_name}}
    , shape_{new QComboBox}
    , details_{new QStackedWidget}
    , trouble_{new QLabel}
    , buttons_{new QDialogButtonBox{QDialogButtonBox::Ok | QDialogButtonBox::Cancel}}
{
    constexpr QSize roomy{940, 640};
    setWindowTitle(tr("How the sheet is laid out"));
    resize(roomy);
    shape_->addItem(tr("Periods down a column, a series in each other one"));
    shape_->addItem(tr("A figure in each row"));
    details_->addWidget(build_wide());
    details_->addWidget(build_rows());
    auto* form = new QFormLayout;
    form->addRow(tr("The sheet has"), shape_);
    form->addRow(details_);
    form->addRow(tr("Known again as"), name_);
    auto* table = new QTableView;
    table->setModel(model_);
    table->setAccessibleName(tr("The sheet's first rows"));
    table->setEditTriggers(QAbstractItemView::NoEditTriggers);
    table->setTabKeyNavigation(false);
    table->setItemDelegate(new TintDelegate{table});
    constexpr int column_width = 130;
    table->horizontalHeader()->setDefaultSectionSize(column_width);
    auto* column = new QVBoxLayout{this};
    column->addLayout(form);
    column->addWidget(table, 1);
    trouble_->setProperty("role", QStringLiteral("trouble"));
    trouble_->setWordWrap(true);
    column->addWidget(trouble_);
    column->addWidget(buttons_);
    connect(buttons_, &QDialogButtonBox::accepted, this, &QDialog::accept);
    connect(buttons_, &QDialogButtonBox::rejected, this, &QDialog::reject);
    connect(shape_, &QComboBox::currentIndexChanged, details_, &QStackedWidget::setCurrentIndex);
    connect(shape_, &QComboBox::currentIndexChanged, this, &MappingDialog::show_choice);
    connect(name_, &QLineEdit::textChanged, this, &MappingDialog::show_choice);
    guess();
    for (QSpinBox* box : {names_, units_, periods_, first_, header_, code_, period_, value_}) {
        connect(box, &QSpinBox::valueChanged, this, &MappingDialog::show_choice);
    }
    show_choice();
}

QWidget* MappingDialog::build_wide()
{
    const int rows = model_->rowCount({});
    const int columns = model_->columnCount({});
    names_ = spin_box(1, rows, 1);
    units_ = spin_box(0, rows, 0);
    units_->setSpecialValueText(tr("none"));
    periods_ = spin_box(1, columns, 1);
    first_ = spin_box(1, rows, 1);
    return row_of({{tr("Names in row"), names_},
                   {tr("units in row"), units_},
                   {tr("periods in column"), periods_},
                   {tr("first figures in row"), first_}});
}

QWidget* MappingDialog::build_rows()
{
    const int columns = model_->columnCount({});
    header_ = spin_box(1, model_->rowCount({}), 1);
    code_ = spin_box(1, columns, 1);
    period_ = spin_box(1, columns, 2);
    value_ = spin_box(1, columns, 3);
    return row_of({{tr("Header in row"), header_},
                   {tr("series in column"), code_},
                   {tr("period in column"), period_},
                   {tr("figure in column"), value_}});
}

QString MappingDialog::text_at(int row, int column) const
{
    return model_->text(row, column);
}

/// Where the first day or month stands, the figures begin; the names are in the last row of words
/// above.
void MappingDialog::guess()
{
    for (int row = 1; row <= model_->rowCount({}); ++row) {
        for (int column = 1; column <= model_->columnCount({}); ++column) {
            FileCell cell;
            cell.text = text_at(row, column).toStdString();
            if (row > 1 && day_in(cell, false)) {
                first_->setValue(row);
                periods_->setValue(column);
                period_->setValue(column);
                int names = row - 1;
                if (names > 1 && is_like_unit(text_at(names, column + 1))) {
                    units_->setValue(names--);
                }
                while (names > 1 && text_at(names, column + 1).isEmpty()) {
                    --names;
                }
                names_->setValue(names);
                header_->setValue(names);
                return;
            }
        }
    }
}

Layout MappingDialog::layout() const
{
    Layout made;
    made.name = name_->text().trimmed().toStdString();
    const auto form = [this](int row, int column) {
        return compared_form(text_at(row, column).toStdString());
    };
    if (shape_->currentIndex() == 1) {
        made.shape = LayoutShape::rows;
        made.needs = {HeaderRole::code, HeaderRole::period, HeaderRole::value};
        made.words = {{form(header_->value(), code_->value()), HeaderRole::code},
                      {form(header_->value(), period_->value()), HeaderRole::period},
                      {form(header_->value(), value_->value()), HeaderRole::value}};
        return made;
    }
    made.shape = LayoutShape::wide;
    made.at = LayoutPlaces{names_->value(), units_->value(), periods_->value(), first_->value()};
    // Known by what stands above the periods, or, where that is nothing, by its names.
    for (int row = 1; row < first_->value(); ++row) {
        if (const std::string text = form(row, periods_->value()); !text.empty()) {
            made.signs.push_back({row, periods_->value(), text});
        }
    }
    for (int column = 1; made.signs.empty() && column <= model_->columnCount({}); ++column) {
        if (const std::string text = form(names_->value(), column); !text.empty()) {
            made.signs.push_back({names_->value(), column, text});
        }
    }
    return made;
}

QString MappingDialog::trouble() const
{
    const Layout made = layout();
    if (made.name.empty()) {
        return tr("Give it a name to be known again by.");
    }
    if (made.shape == LayoutShape::rows) {
        const bool has_all = made.words.size() == 3 && !made.words.contains("");
        return has_all ? QString{} : tr("Each of the three columns needs a heading of its own.");
    }
    if (made.at->first <= made.at->names || made.at->first <= made.at->units) {
        return tr("The figures begin below the names and units.");
    }
    return made.signs.empty() ? tr("There is nothing in these rows to know the sheet by.")
                              : QString{};
}

void MappingDialog::show_choice()
{
    const QString why = trouble();
    trouble_->setText(why);
    buttons_->button(QDialogButtonBox::Ok)->setEnabled(why.isEmpty());
    if (shape_->currentIndex() == 1) {
        model_->mark([=, this](int row, int column) {
            const bool is_one =
                column == code_->value() || column == period_->value() || column == value_->value();
            return row == header_->value() && is_one    ? Mark::name
                   : row <= header_->value() || !is_one ? Mark::none
                   : column == period_->value()         ? Mark::period
                   : column == value_->value()          ? Mark::figure
                                                        : Mark::unit;
        });
        return;
    }
    model_->mark([this](int row, int column) {
        const bool is_period = column == periods_->value();
        const bool is_named = !is_period && !text_at(row, column).isEmpty();
        return row == names_->value() && is_named           ? Mark::name
               : row == units_->value() && is_named         ? Mark::unit
               : row < first_->value()                      ? Mark::none
               : is_period                                  ? Mark::period
               : text_at(names_->value(), column).isEmpty() ? Mark::none
                                                            : Mark::figure;
    });
}

} // namespace weekboard
