#pragma once

#include "exhibit/exhibit.h"
#include "export/exhibit_export.h"
#include "pages/page.h"

#include <QWidget>

class QLabel;

namespace weekboard
{

class ExhibitView;
class FiguresTable;

/// One exhibit large, with its figures beside it.
class ExhibitDetail : public QWidget
{
    Q_OBJECT

public:
    explicit ExhibitDetail(const PageContext& context, QWidget* parent = nullptr);

    /// `keep_range`: the part of the axis that is looked at stays.
    void show_exhibit(const Exhibit& exhibit, bool keep_range);

    [[nodiscard]] const ExhibitView& view() const { return *view_; }
    [[nodiscard]] ExhibitExport& exporting() { return *export_; }

private:
    void draw(bool keep_range);

    const Appearance& appearance_;
    Exhibit exhibit_;
    bool has_exhibit_ = false;
    QLabel* flag_ = nullptr;
    ExhibitView* view_ = nullptr;
    FiguresTable* table_ = nullptr;
    ExhibitExport* export_ = nullptr;
};

} // namespace weekboard
