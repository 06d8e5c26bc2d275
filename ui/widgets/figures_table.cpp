#include "widgets/figures_table.h"

#include "exhibit/figure_origin.h"
#include "widgets/figures_model.h"
#include "words/origin_words.h"
#include "words/week_words.h"

#include <QHeaderView>
#include <QHelpEvent>
#include <QToolTip>

namespace weekboard
{

namespace
{

constexpr int row_height = 26;
constexpr int widest_column = 260;

/// The series and the period behind a cell.
struct CellSource {
    std::string series;
    Date period_end;
    bool computed = false;
};

std::optional<CellSource> source_of(const Exhibit& exhibit, std::size_t place, std::size_t plot)
{
    if (!exhibit.heat.empty() || plot >= exhibit.plots.size() ||
        !exhibit.plots[plot].values[place]) {
        return std::nullopt;
    }
    const Plot& shown = exhibit.plots[plot];
    const bool computed = shown.transform != PlotTransform::level;
    if (exhibit.axis == AxisKind::labels) {
        return CellSource{exhibit.codes[place], exhibit.week.friday(), true};
    }
    return CellSource{shown.series, exhibit.x[place], computed};
}

} // namespace

FiguresTable::FiguresTable(const Appearance& appearance, StoreSession& session, QWidget* parent)
    : QTableView{parent}
    , appearance_{appearance}
    , session_{session}
    , model_{new FiguresModel{this}}
{
    setModel(model_);
    setFrameShape(QFrame::NoFrame);
    setShowGrid(false);
    setWordWrap(false);
    setSelectionMode(QAbstractItemView::ContiguousSelection);
    setEditTriggers(QAbstractItemView::NoEditTriggers);
    setVerticalScrollMode(QAbstractItemView::ScrollPerPixel);
    setHorizontalScrollMode(QAbstractItemView::ScrollPerPixel);
    setCornerButtonEnabled(false);
    setTabKeyNavigation(false);
    verticalHeader()->hide();
    verticalHeader()->setDefaultSectionSize(row_height);
    horizontalHeader()->setHighlightSections(false);
    horizontalHeader()->setDefaultAlignment(Qt::AlignRight | Qt::AlignVCenter);
    connect(&appearance, &Appearance::changed, this, [this] { apply_theme(); });
    apply_theme();
}

void FiguresTable::apply_theme()
{
    const Theme& theme = appearance_.theme();
    setFont(theme.font(theme.body_size));
    horizontalHeader()->setFont(theme.font(theme.caption_size));
}

void FiguresTable::show_exhibit(const Exhibit& exhibit)
{
    model_->show_exhibit(exhibit);
    setAccessibleName(tr("Figures: %1").arg(from_utf8(exhibit.title)));
    setWordWrap(!exhibit.heat.empty());
    resizeColumnsToContents();
    for (int column = 0; column < model_->columnCount(); ++column) {
        setColumnWidth(column, std::min(columnWidth(column) + 10, widest_column));
    }
    if (exhibit.heat.empty()) {
        verticalHeader()->setDefaultSectionSize(row_height);
        for (int row = 0; row < model_->rowCount(); ++row) {
            setRowHeight(row, row_height);
        }
    } else {
        resizeRowsToContents();
    }
    scrollToTop();
}

bool FiguresTable::viewportEvent(QEvent* event)
{
    if (event->type() == QEvent::ToolTip) {
        const auto* help = static_cast<QHelpEvent*>(event);
        const QModelIndex index = indexAt(help->pos());
        if (index.isValid() && index.column() > 0) {
            tell_origin(index, help->globalPos());
            return true;
        }
        QToolTip::hideText();
    }
    return QTableView::viewportEvent(event);
}

void FiguresTable::tell_origin(const QModelIndex& index, const QPoint& at)
{
    const Exhibit& exhibit = model_->exhibit();
    const auto source = source_of(exhibit, model_->place_of(index.row()),
                                  static_cast<std::size_t>(index.column() - 1));
    if (!source) {
        QToolTip::hideText();
        return;
    }
    const QRect box = visualRect(index);
    session_.read(
        this,
        [source = *source, as_of = exhibit.as_of](Connection& database) {
            return origin_of(database, source.series, source.period_end, as_of);
        },
        [this, at, box, computed = source->computed](std::optional<FigureOrigin> origin) {
            if (origin) {
                QToolTip::showText(at, origin_text(*origin, computed, appearance_.language()),
                                   viewport(), box);
            }
        });
}

} // namespace weekboard
