#pragma once

#include "exhibit/exhibit.h"
#include "exhibit/series_view.h"
#include "pages/page.h"

#include <optional>
#include <vector>

namespace weekboard
{

class ExhibitDetail;
class SeriesCard;

/// Capital expenditure of the large clouds: all quarters, with growth, and each company's series.
class CapexPage : public Page
{
    Q_OBJECT

public:
    explicit CapexPage(const PageContext& context, QWidget* parent = nullptr);

    void show_week(Week week) override;
    [[nodiscard]] ExhibitExport* exporting() override;

private:
    ExhibitDetail* detail_ = nullptr;
    SeriesCard* companies_ = nullptr;
};

} // namespace weekboard
