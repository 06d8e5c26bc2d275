#pragma once

#include "pages/page.h"
#include "pages/trouble/notice_page.h"

#include <QStackedWidget>

#include <cstdint>
#include <map>
#include <optional>
#include <string_view>
#include <vector>

namespace weekboard
{

class OverviewPage;

/// The window's pages, by number from 0. The one that is seen is filled, the others when they are
/// turned to; all but the overview are made only then.
class PageStack : public QStackedWidget
{
    Q_OBJECT

public:
    explicit PageStack(const PageContext& context, QWidget* parent = nullptr);

    [[nodiscard]] static int page_count();

    /// Pages are known by their icons, which are constant text.
    [[nodiscard]] static const char* icon_of(int number);
    [[nodiscard]] static std::optional<int> page_of(std::string_view icon);

    /// Names the pages in the window's language. Returns the names.
    QStringList set_texts();

    /// The Page of a number, made now if it was not yet. Null for the overview, which is no Page:
    /// what it shows is read with the week itself.
    [[nodiscard]] Page* page(int number);

    /// Shows a page with a week, of which each reading has a `version` of its own. False: the page
    /// knows no editions and shows the week as it is now.
    bool show_page(int number, const WeekContent& content, std::uint64_t version);

    /// Shows a notice in the place of all pages.
    void show_notice(const QString& title, const QString& sentence,
                     std::vector<NoticeAction> actions);

    /// What hands over the exhibit of the page that is seen; null where there is none.
    [[nodiscard]] ExhibitExport* exporting() const;

    /// Brings the keyboard to the page that is seen.
    void take_keyboard();

signals:
    void told(const QString& sentence, bool is_trouble);
    void week_wanted(weekboard::Week week);
    void command_wanted(const std::string& id);
    void index_chosen(int place);

private:
    bool fill(Page& page, const WeekContent& content, std::uint64_t version);

    PageContext context_;
    OverviewPage* overview_ = nullptr;
    NoticePage* notice_ = nullptr; ///< null while not made
    std::vector<Page*> made_;      ///< beside the catalogue; null while not made
    std::map<const Page*, std::uint64_t> shown_version_;
};

} // namespace weekboard
