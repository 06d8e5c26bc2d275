#include "pages/heat/heat_page.h"

#include "pages/heat/heat_cards.h"
#include "widgets/scrolling.h"

#include <QVBoxLayout>

namespace weekboard
{

namespace
{

constexpr int most_weeks = 26;

} // namespace

HeatPage::HeatPage(const PageContext& context, QWidget* parent)
    : Page{context, parent}
    , matrix_{new HeatMatrixCard{context.appearance}}
    , ledger_{new HeatLedgerCard{context.appearance}}
{
    auto* body = new QWidget;
    auto* column = new QVBoxLayout{body};
    column->setContentsMargins(20, 16, 20, 16);
    column->setSpacing(12);
    column->addWidget(matrix_);
    column->addWidget(ledger_);
    column->addStretch(1);
    auto* scroll = new QScrollArea;
    set_scrolling(*scroll, body);
    auto* fill = new QVBoxLayout{this};
    fill->setContentsMargins(0, 0, 0, 0);
    fill->addWidget(scroll);
}

void HeatPage::show_week(Week week)
{
    read([week](Connection& database) { return heat_matrix(database, week, most_weeks); },
         [this, week](HeatMatrix matrix) {
             matrix_->show_matrix(matrix, week);
             ledger_->show_changes(std::move(matrix.changes));
         });
}

} // namespace weekboard
