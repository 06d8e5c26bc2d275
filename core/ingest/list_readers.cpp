#include "ingest/list_readers.h"

#include "series/security_code.h"
#include "time/week.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <set>

namespace weekboard
{

namespace
{

/// The lines of a text, the last one first.
std::vector<std::string> lines_backwards(std::string_view text)
{
    std::vector<std::string> lines;
    while (!text.empty()) {
        const std::size_t end = text.rfind('\n');
        const std::size_t begin = end == std::string_view::npos ? 0 : end + 1;
        lines.emplace_back(text.substr(begin));
        text = text.substr(0, begin > 0 ? begin - 1 : 0);
    }
    return lines;
}

/// What stands above a list, the nearest first, and then the file's name.
std::vector<std::string> titles_of(const RecognisedSheet& recognised, const SheetTraits& traits)
{
    std::vector<std::string> titles{recognised.title.rbegin(), recognised.title.rend()};
    const auto lines = lines_backwards(traits.title);
    titles.insert(titles.end(), lines.begin(), lines.end());
    titles.emplace_back(traits.file_name);
    return titles;
}

/// The close before a week stands at its beginning, a weekend away.
bool begins_with(Week week, Date first)
{
    constexpr std::chrono::days weekend{3};
    return first + weekend >= week.monday();
}

/// A row's name without its number and 其中: before it.
std::string plain_name(std::string_view text)
{
    std::string form = compared_form(text);
    constexpr std::array<std::string_view, 20> before{
        "(一)", "(二)", "(三)", "(四)", "(五)", "(六)", "其中:", "其中", "#",  "一、",
        "二、", "三、", "四、", "五、", "六、", "1.",   "2.",    "3.",   "4.", "5."};
    for (bool is_changed = true; is_changed;) {
        is_changed = false;
        for (const std::string_view word : before) {
            if (form.starts_with(word)) {
                form.erase(0, word.size());
                is_changed = true;
            }
        }
    }
    return form;
}

class ReleaseReader : public RowReader
{
public:
    ReleaseReader(const RecognisedSheet& recognised, const SeriesMatcher& matcher,
                  const ImportWishes& wishes, const SheetTraits& traits, ImportedSheet& sheet)
        : RowReader{recognised, matcher, wishes, traits, sheet}
    {
        for (const std::string& title : titles_of(recognised, traits)) {
            if ((month_ = month_in_title(title))) {
                sheet.why.push_back(title);
                break;
            }
        }
        for (const auto& [role, columns] : recognised.columns) {
            if (role != HeaderRole::name && role != HeaderRole::unit) {
                choose_column(role, columns);
            }
        }
        if (!month_) {
            weekboard::reject(sheet, {recognised.header_row, 0, {}, RejectReason::no_period});
        }
    }

    void read(const FileRow& row) override
    {
        const FileCell* name = cell(row, HeaderRole::name);
        if (begins_another(row)) {
            month_.reset();
        }
        tell_unknown(row);
        for (const auto& [role, column] : columns_) {
            if (column >= row.cells.size() || row.cells[column].is_empty()) {
                continue;
            }
            if (name == nullptr || name->text.empty() || !month_) {
                if (is_number(row.cells[column])) {
                    reject(row, column, month_ ? RejectReason::no_name : RejectReason::no_period);
                }
                continue;
            }
            read_cell(row, name->text, role, column);
        }
    }

private:
    /// Of columns of one role the one of the title's month; of several nobody knows.
    void choose_column(HeaderRole role, const std::vector<std::size_t>& columns)
    {
        std::vector<std::size_t> fitting;
        for (const std::size_t column : columns) {
            if (is_of_another_month(recognised().headings.at(column))) {
                tell_column(column, RejectReason::no_period);
            } else {
                fitting.push_back(column);
            }
        }
        if (fitting.size() == 1) {
            columns_[role] = fitting.front();
            return;
        }
        for (const std::size_t column : fitting) {
            tell_column(column, RejectReason::contradicts);
        }
    }

    void tell_column(std::size_t column, RejectReason reason)
    {
        weekboard::reject(sheet(), {recognised().header_row, static_cast<int>(column) + 1,
                                    recognised().headings.at(column), reason});
    }

    /// Another month's table, or last year's part of this one.
    [[nodiscard]] bool begins_another(const FileRow& row) const
    {
        if (std::ranges::any_of(row.cells, is_number)) {
            return false;
        }
        return std::ranges::any_of(row.cells, [this](const FileCell& cell) {
            return cell.text.find("上年") != std::string::npos ||
                   cell.text.find("去年") != std::string::npos || is_of_another_month(cell.text);
        });
    }

    /// `2月末` below a title of March; `上年同期` is of another year, whatever the month.
    [[nodiscard]] bool is_of_another_month(std::string_view text) const
    {
        if (!month_) {
            return false;
        }
        if (const auto told = month_in_title(text)) {
            return told->day != month_->day;
        }
        const auto title_month = fmt::format("{}年", year_of(month_->day)) + std::string{text};
        const auto told = month_in_title(title_month);
        return told && told->day != month_->day;
    }

    /// Figures below headings that are not known, once for each column.
    void tell_unknown(const FileRow& row)
    {
        for (const std::size_t column : recognised().unknown) {
            if (column < row.cells.size() && is_number(row.cells[column]) &&
                told_.insert(column).second) {
                reject(row, column, RejectReason::unknown_column);
            }
        }
    }

    void read_cell(const FileRow& row, const std::string& name, HeaderRole role, std::size_t column)
    {
        const bool is_growth = role == HeaderRole::ytd_growth || role == HeaderRole::month_growth;
        const std::string unit = is_growth ? "%" : unit_of(row, name);
        if (unit.empty()) {
            return reject(row, column, RejectReason::no_unit);
        }
        const HeaderColumn header{.column = column,
                                  .name = name + ' ' + recognised().headings.at(column),
                                  .unit = unit,
                                  .id = code_of(name, role)};
        const FigureTarget target = match(header, row.number);
        if (target.series != nullptr) {
            read_figure(row, column, target, *month_, std::nullopt);
        }
    }

    /// Of the row, or in brackets behind its name, or of the whole table.
    [[nodiscard]] std::string unit_of(const FileRow& row, const std::string& name) const
    {
        const FileCell* own = cell(row, HeaderRole::unit);
        if (own != nullptr && !own->text.empty()) {
            return own->text;
        }
        const HeadingUnit told = unit_in(compared_form(name));
        return told.unit.empty() ? recognised().unit : told.unit;
    }

    /// As the layout says; a level may have the series' own name.
    [[nodiscard]] std::string code_of(const std::string& name, HeaderRole role) const
    {
        const auto& items = recognised().layout.items;
        const std::string form = plain_name(name);
        auto item = items.find(form);
        if (item == items.end()) {
            item = items.find(unit_in(form).heading);
        }
        if (item == items.end()) {
            const Series* series = matcher().match({.name = form}).series;
            const bool is_level = series != nullptr && series->measure == Measure::level;
            return role == HeaderRole::end && is_level ? series->code : std::string{};
        }
        const auto series = item->second.find(role);
        return series != item->second.end() ? series->second : std::string{};
    }

    std::optional<FileDay> month_;
    std::map<HeaderRole, std::size_t> columns_;
    std::set<std::size_t> told_;
};

/// Shares by the numbers that the exchanges give them; indices and funds have others.
bool is_stock(std::string_view code)
{
    const auto begins = [&](std::initializer_list<std::string_view> beginnings) {
        return std::ranges::any_of(
            beginnings, [&](std::string_view beginning) { return code.starts_with(beginning); });
    };
    if (code.ends_with(".SH")) {
        return begins({"60", "68", "900"});
    }
    if (code.ends_with(".SZ")) {
        return begins({"00", "30", "200"});
    }
    return code.ends_with(".BJ") && begins({"43", "82", "83", "87", "88", "92"});
}

bool is_named_as_index(std::string_view name)
{
    constexpr std::array<std::string_view, 6> words{"指数", "沪深", "上证", "中证", "申万", "ETF"};
    return std::ranges::any_of(
        words, [&](std::string_view word) { return name.find(word) != std::string_view::npos; });
}

class RankingReader : public RowReader
{
public:
    RankingReader(const RecognisedSheet& recognised, const SeriesMatcher& matcher,
                  const ImportWishes& wishes, const SheetTraits& traits, ImportedSheet& sheet)
        : RowReader{recognised, matcher, wishes, traits, sheet}
        , column_{column_of_week(recognised)}
        , week_{choose_week()}
    {
        if (!week_) {
            weekboard::reject(sheet, {recognised.header_row, static_cast<int>(column_) + 1,
                                      recognised.headings.at(column_), RejectReason::no_week});
        }
        change_.unit = "%";
        change_.decimals = 2;
        change_.measure = Measure::returns;
        change_.frequency = Frequency::weekly;
    }

    void read(const FileRow& row) override
    {
        const FileCell* change = column_ < row.cells.size() ? &row.cells[column_] : nullptr;
        const FileCell* code = cell(row, HeaderRole::code);
        const FileCell* label = cell(row, HeaderRole::label);
        if (begins_another(row)) {
            week_.reset();
        }
        if (!week_) {
            if (std::ranges::any_of(row.cells, is_number) && is_begun_) {
                reject(row, column_, RejectReason::no_week);
            }
            return;
        }
        if (change == nullptr || change->is_empty()) {
            return;
        }
        is_begun_ = true;
        auto ranked = security_of(code != nullptr ? text_of(*code) : std::string{},
                                  label != nullptr ? label->text : std::string{});
        if (!ranked) {
            const auto at = recognised().column_of(HeaderRole::code);
            return reject(row, at ? *at : *recognised().column_of(HeaderRole::label),
                          RejectReason::no_code);
        }
        const CellFigure figure =
            figure_in(*change, {&change_, {}, {}}, traits().decimals_by_comma);
        if (figure.trouble) {
            return reject(row, column_, *figure.trouble);
        }
        if (figure.value) {
            keep(std::move(*ranked), *figure.value, row);
        }
    }

private:
    /// A heading between the rows: what follows may be of another week, or of no week.
    [[nodiscard]] bool begins_another(const FileRow& row) const
    {
        if (std::ranges::any_of(row.cells, is_number)) {
            return false;
        }
        const auto texts =
            std::ranges::count_if(row.cells, [](const FileCell& cell) { return !cell.is_empty(); });
        const bool has_no_change = column_ >= row.cells.size() || row.cells[column_].is_empty();
        const bool is_words = !has_no_change && !is_begun_ &&
                              figure_in(row.cells[column_], {&change_, {}, {}}, false).trouble;
        return (texts == 1 && has_no_change) || is_words;
    }

    /// The one that says so, where there are several.
    static std::size_t column_of_week(const RecognisedSheet& recognised)
    {
        const auto weekly = recognised.column_of(HeaderRole::week_change);
        return weekly ? *weekly : *recognised.column_of(HeaderRole::change);
    }

    /// One security twice is nobody's, unless both rows say the same.
    void keep(Ranked ranked, double change, const FileRow& row)
    {
        ranked.week_end = week_->friday();
        ranked.change_percent = change;
        auto& ranks = sheet().ranks;
        const auto [known, is_new] = seen_.emplace(ranked.code, change);
        if (is_new) {
            ranks.push_back({std::move(ranked), row.number, static_cast<int>(column_) + 1});
        } else if (known->second != change) {
            reject(row, column_, RejectReason::contradicts);
            const auto first = std::ranges::find(
                ranks, ranked.code, [](const ImportedRank& rank) { return rank.ranked.code; });
            if (first != ranks.end()) {
                weekboard::reject(sheet(), {first->row, first->column,
                                            fmt::format("{}", first->ranked.change_percent),
                                            RejectReason::contradicts});
                ranks.erase(first);
            }
        }
    }

    /// An industry by its code or its name, a stock by its code. A name that is another industry's
    /// than the code is nobody's.
    [[nodiscard]] std::optional<Ranked> security_of(const std::string& code,
                                                    const std::string& name) const
    {
        const Series* by_name = matcher().match({.name = name}).series;
        const Series* series = code.empty() ? by_name : matcher().of_code(code);
        if (series != nullptr && series->group == industry_group) {
            const bool is_another = by_name != nullptr && by_name != series;
            return is_another
                       ? std::nullopt
                       : std::optional{Ranked{{}, "industries", series->code, series->name, 0}};
        }
        const auto security = security_code(code);
        if (security && is_stock(*security) && !is_named_as_index(name)) {
            return Ranked{{}, "stocks", *security, {name, name}, 0};
        }
        return std::nullopt;
    }

    /// When a file was made says nothing of what it is about.
    static bool is_about_the_file(std::string_view text)
    {
        constexpr std::array<std::string_view, 8> words{"导出", "制表", "更新", "下载",
                                                        "生成", "发布", "打印", "截至"};
        return std::ranges::any_of(words, [&](std::string_view word) {
            return text.find(word) != std::string_view::npos;
        });
    }

    static bool says_week(const std::string& text)
    {
        const std::string form = compared_form(text);
        constexpr std::array<std::string_view, 8> words{"本周", "当周",   "一周", "周涨",
                                                        "周度", "周行情", "week", "全周"};
        return std::ranges::any_of(
            words, [&](std::string_view word) { return form.find(word) != std::string::npos; });
    }

    struct Told {
        bool is_told = false;
        std::optional<Week> week;
        std::optional<Date> first;
        std::optional<Date> last;
    };

    /// The week of the days in a text, where they are of one: from its Monday, or from the close
    /// before it, to its Friday or later. One day alone is of a week where a word says so.
    static Told week_in(const std::string& text, bool is_of_week)
    {
        const auto days = days_in_text(text);
        if (days.empty() || is_about_the_file(text)) {
            return {};
        }
        const auto [first, last] = std::ranges::minmax(days);
        const Week week = Week::containing(last);
        constexpr std::chrono::days holiday{1}; // a Monday that was none of trading
        const bool is_range = begins_with(week, first) && first <= week.monday() + holiday;
        const bool is_whole = last >= week.friday() && (first != last ? is_range : is_of_week);
        return {true, is_whole ? std::optional{week} : std::nullopt, first, last};
    }

    [[nodiscard]] std::optional<Week> choose_week()
    {
        const std::string& heading = recognised().headings.at(column_);
        auto titles = titles_of(recognised(), traits());
        const std::string file_name = titles.back();
        titles.pop_back();
        const bool is_of_week = says_week(heading) || std::ranges::any_of(titles, says_week);
        Told told = week_in(heading, is_of_week);
        if (!told.is_told) {
            told = agreed(titles, is_of_week);
        }
        const bool is_by_name = !told.is_told;
        if (is_by_name) {
            told = week_in(file_name, is_of_week);
        }
        if (!wishes().week) {
            if (told.week) {
                sheet().why.push_back(to_iso(told.week->friday()));
            }
            return told.week;
        }
        // Somebody's own word is taken, unless the list says that it is of other days.
        const Week wished = Week::containing(*wishes().week);
        const bool is_against = told.is_told && !is_by_name && !is_within(told, wished);
        return is_against ? std::nullopt : std::optional{wished};
    }

    /// What titles say, where they do not disagree.
    static Told agreed(const std::vector<std::string>& titles, bool is_of_week)
    {
        Told all;
        for (const std::string& title : titles) {
            const Told told = week_in(title, is_of_week);
            if (told.is_told && all.is_told && told.week != all.week) {
                return {true, std::nullopt, {}, {}};
            }
            all = told.is_told ? told : all;
        }
        return all;
    }

    static bool is_within(const Told& told, Week week)
    {
        return told.first && begins_with(week, *told.first) && *told.last <= week.sunday();
    }

    std::size_t column_;
    std::optional<Week> week_;
    bool is_begun_ = false;
    Series change_;
    std::map<std::string, double> seen_;
};

} // namespace

std::unique_ptr<RowReader> make_release_reader(const RecognisedSheet& recognised,
                                               const SeriesMatcher& matcher,
                                               const ImportWishes& wishes,
                                               const SheetTraits& traits, ImportedSheet& sheet)
{
    return std::make_unique<ReleaseReader>(recognised, matcher, wishes, traits, sheet);
}

std::unique_ptr<RowReader> make_ranking_reader(const RecognisedSheet& recognised,
                                               const SeriesMatcher& matcher,
                                               const ImportWishes& wishes,
                                               const SheetTraits& traits, ImportedSheet& sheet)
{
    return std::make_unique<RankingReader>(recognised, matcher, wishes, traits, sheet);
}

} // namespace weekboard
