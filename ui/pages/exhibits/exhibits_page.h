#pragma once

#include "exhibit/exhibit.h"
#include "exhibit/spec_library.h"
#include "pages/page.h"

#include <memory>
#include <string>
#include <utility>
#include <vector>

class QGridLayout;
class QLabel;
class QScrollArea;
class QStackedLayout;
class QToolButton;

namespace weekboard
{

class ExhibitDetail;
class ExhibitTile;

/// All exhibits in the report's order; one of them large, with its figures. Page keys go from one
/// to the next, Escape back to all.
class ExhibitsPage : public Page
{
    Q_OBJECT

public:
    explicit ExhibitsPage(const PageContext& context, QWidget* parent = nullptr);

    void show_week(Week week) override;
    [[nodiscard]] bool knows_editions() const override { return true; }
    void show_edition(const std::shared_ptr<const ShownEdition>& edition) override;
    [[nodiscard]] ExhibitExport* exporting() override;

    /// Opens one by its id, as soon as it is there.
    void open(const std::string& id);
    void show_gallery();

    [[nodiscard]] const std::vector<Exhibit>& exhibits() const { return exhibits_; }
    [[nodiscard]] const ExhibitDetail& detail() const { return *detail_; }
    [[nodiscard]] bool is_open() const { return open_place_ >= 0; }

protected:
    void changeEvent(QEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;

private:
    QWidget* build_gallery();
    QWidget* build_large();
    void set_texts();
    struct Content {
        std::vector<Exhibit> exhibits;
        std::vector<std::pair<std::string, std::string>> away;
    };
    static Content read_content(Connection& database, Week week, Language language);
    void take(Content content);
    [[nodiscard]] std::vector<EditionChange> changes_in(const Exhibit& exhibit) const;
    void arrange();
    void open_place(int place);
    void open_wanted();
    void fill_menu();
    void edit();
    void import_file();
    void export_file();
    void tell_import(const SpecImport& import);
    [[nodiscard]] std::string open_id() const;

    /// Changes the store and shows what came of it; `next` is opened then, if it is not empty.
    template <typename Change>
    void change(Change work, const std::string& next);

    std::vector<Exhibit> exhibits_;
    std::vector<ExhibitTile*> tiles_;
    QScrollArea* scroll_ = nullptr;
    QWidget* gallery_ = nullptr;
    QGridLayout* grid_ = nullptr;
    QWidget* large_ = nullptr;
    QToolButton* back_ = nullptr;
    QToolButton* previous_ = nullptr;
    QToolButton* next_ = nullptr;
    QLabel* place_ = nullptr;
    QToolButton* more_ = nullptr;
    ExhibitDetail* detail_ = nullptr;
    QStackedLayout* layers_ = nullptr;
    int open_place_ = -1;
    int columns_ = 0;
    std::string wanted_;
    std::vector<std::pair<std::string, std::string>> away_; ///< hidden or deleted: id, title
    Week week_ = Week::containing(Date{});
    std::shared_ptr<const ShownEdition> edition_; ///< shown in place of now
};

} // namespace weekboard
