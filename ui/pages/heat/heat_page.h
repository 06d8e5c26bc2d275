#pragma once

#include "exhibit/heat.h"
#include "pages/page.h"

namespace weekboard
{

class HeatLedgerCard;
class HeatMatrixCard;

/// The boards' ratings over the weeks, and every change with its reason.
class HeatPage : public Page
{
    Q_OBJECT

public:
    explicit HeatPage(const PageContext& context, QWidget* parent = nullptr);

    void show_week(Week week) override;

private:
    HeatMatrixCard* matrix_ = nullptr;
    HeatLedgerCard* ledger_ = nullptr;
};

} // namespace weekboard
