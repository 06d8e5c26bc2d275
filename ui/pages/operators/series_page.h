#pragma once

#include "exhibit/series_view.h"
#include "pages/page.h"

#include <optional>
#include <string>
#include <vector>

class QButtonGroup;
class QHBoxLayout;
class QLabel;
class QScrollArea;
class QStackedLayout;
class QToolButton;
class QVBoxLayout;

namespace weekboard
{

class ExhibitDetail;
class SeriesCard;

/// Series group by group; one of them large, as its level, growth, single periods or net change.
class SeriesPage : public Page
{
    Q_OBJECT

public:
    SeriesPage(const PageContext& context, std::vector<std::string> groups,
               QWidget* parent = nullptr);

    void show_week(Week week) override;
    [[nodiscard]] ExhibitExport* exporting() override;

    void open(const std::string& code);
    void show_groups();

    /// The form of the open series, or of one to be made.
    void edit_series(bool is_new);

    [[nodiscard]] const ExhibitDetail& detail() const { return *detail_; }

protected:
    void changeEvent(QEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;

private:
    struct Group {
        std::string name;
        std::vector<SeriesRow> rows;
    };
    struct Opened {
        std::optional<Series> series;
        std::vector<SeriesShape> shapes;
        Exhibit exhibit;
    };
    struct Content {
        std::vector<Group> groups;
        std::optional<Opened> opened;
    };

    static Content read_content(Connection& database, const std::vector<std::string>& groups,
                                const std::string& open, SeriesShape shape,
                                const ResolveFor& wanted);
    QWidget* build_large();
    void set_texts();
    void load();
    void take(Content content);
    void name_shapes(const std::vector<SeriesShape>& shapes);

    std::vector<std::string> groups_;
    Week week_ = Week::containing(Date{});
    std::string open_code_;
    SeriesShape shape_ = SeriesShape::level;
    std::vector<SeriesCard*> cards_;
    QScrollArea* scroll_ = nullptr;
    QVBoxLayout* column_ = nullptr;
    QWidget* large_ = nullptr;
    QToolButton* back_ = nullptr;
    QToolButton* edit_ = nullptr;
    QToolButton* new_ = nullptr;
    std::optional<Series> opened_;
    QButtonGroup* shapes_ = nullptr;
    QHBoxLayout* shape_row_ = nullptr;
    ExhibitDetail* detail_ = nullptr;
    QStackedLayout* layers_ = nullptr;
};

/// The telecom operators' monthly series.
class OperatorsPage : public SeriesPage
{
public:
    explicit OperatorsPage(const PageContext& context)
        : SeriesPage{context, {"users", "traffic", "voice", "network", "revenue"}}
    {
    }
};

} // namespace weekboard
