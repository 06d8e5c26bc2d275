#include "pages/capex/capex_page.h"

#include "exhibit/resolve.h"
#include "exhibit/spec_library.h"
#include "pages/exhibits/exhibit_detail.h"
#include "pages/operators/series_card.h"

#include <QHBoxLayout>
#include <QVBoxLayout>

#include <algorithm>

namespace weekboard
{

namespace
{

constexpr auto exhibit_id = "cloud-capex";
constexpr auto series_group = "capex";

struct Content {
    std::optional<Exhibit> exhibit;
    std::vector<SeriesRow> companies;
};

Content read_content(Connection& database, Week week, Language language)
{
    Content content;
    const auto specs = stored_specs(database).specs;
    const auto found = std::ranges::find(specs, exhibit_id, &ExhibitSpec::id);
    if (found != specs.end()) {
        content.exhibit =
            resolve(database, *found, {week, week.sunday(), language, ExhibitWindow::all});
    }
    content.companies = series_rows(database, series_group, week);
    return content;
}

} // namespace

CapexPage::CapexPage(const PageContext& context, QWidget* parent)
    : Page{context, parent}
    , detail_{new ExhibitDetail{context}}
    , companies_{new SeriesCard{context.appearance}}
{
    auto* column = new QVBoxLayout{this};
    column->setContentsMargins(20, 16, 20, 16);
    column->setSpacing(12);
    auto* row = new QHBoxLayout;
    row->addStretch();
    row->addWidget(&detail_->exporting());
    column->addLayout(row);
    column->addWidget(detail_, 1);
    column->addWidget(companies_);
    connect(&detail_->exporting(), &ExhibitExport::told, this, &CapexPage::told);
}

void CapexPage::show_week(Week week)
{
    read([week, language = appearance().language()](
             Connection& database) { return read_content(database, week, language); },
         [this](Content content) {
             detail_->setVisible(content.exhibit.has_value());
             if (content.exhibit) {
                 detail_->show_exhibit(*content.exhibit, true);
             }
             companies_->set_title(tr("Companies"));
             companies_->show_rows(std::move(content.companies));
         });
}

ExhibitExport* CapexPage::exporting()
{
    return &detail_->exporting();
}

} // namespace weekboard
