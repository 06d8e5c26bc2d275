#pragma once

#include "exhibit/exhibit.h"
#include "export/exhibit_export.h"
#include "pages/page.h"
#include "publish/edition_diff.h"

#include <QWidget>

#include <vector>

class QLabel;

namespace weekboard
{

class ExhibitView;
class FiguresTable;
class WordsTable;

/// One exhibit large, with its figures beside it.
class ExhibitDetail : public QWidget
{
    Q_OBJECT

public:
    explicit ExhibitDetail(const PageContext& context, QWidget* parent = nullptr);

    /// `keep_range`: the part of the axis that is looked at stays. `changes`: what reads otherwise
    /// now, where a published exhibit is shown.
    void show_exhibit(const Exhibit& exhibit, bool keep_range,
                      const std::vector<EditionChange>& changes = {});

    [[nodiscard]] const ExhibitView& view() const { return *view_; }
    [[nodiscard]] ExhibitExport& exporting() { return *export_; }

private:
    void draw(bool keep_range);
    void show_changes(const std::vector<EditionChange>& changes);

    const Appearance& appearance_;
    Exhibit exhibit_;
    bool has_exhibit_ = false;
    QLabel* flag_ = nullptr;
    WordsTable* changes_ = nullptr;
    QWidget* changes_frame_ = nullptr;
    ExhibitView* view_ = nullptr;
    FiguresTable* table_ = nullptr;
    ExhibitExport* export_ = nullptr;
};

} // namespace weekboard
