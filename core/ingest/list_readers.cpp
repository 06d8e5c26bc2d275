#include "ingest/list_readers.h"

#include "series/security_code.h"
#include "time/week.h"

#include <algorithm>
#include <array>
#include <set>

namespace weekboard
{

namespace
{

constexpr std::string_view industries_group = "sw1";

const FileCell* cell_of(const FileRow& row, const RecognisedSheet& recognised, HeaderRole role)
{
    const auto found = recognised.columns.find(role);
    return found != recognised.columns.end() && found->second < row.cells.size()
               ? &row.cells[found->second]
               : nullptr;
}

/// All that may say of when a list is, the nearest to its figures first.
std::vector<std::string> texts_of_time(const RecognisedSheet& recognised, const SheetTraits& traits)
{
    std::vector<std::string> texts;
    for (const auto& [role, heading] : recognised.headings) {
        texts.push_back(heading);
    }
    texts.insert(texts.end(), recognised.title.begin(), recognised.title.end());
    texts.push_back(traits.title);
    texts.emplace_back(traits.file_name);
    return texts;
}

/// A row's name without its number and 其中: before it.
std::string plain_name(std::string_view text)
{
    std::string form = compared_form(text);
    constexpr std::array<std::string_view, 14> before{"其中:", "其中", "#",    "一、", "二、",
                                                      "三、",  "四、", "五、", "六、", "1.",
                                                      "2.",    "3.",   "4.",   "5."};
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
        for (const std::string& text : texts_of_time(recognised, traits)) {
            if ((month_ = month_in_title(text))) {
                sheet.why.push_back(text);
                return;
            }
        }
        weekboard::reject(sheet, {recognised.header_row, 0, {}, RejectReason::no_period});
    }

    void read(const FileRow& row) override
    {
        const FileCell* name = cell_of(row, recognised(), HeaderRole::name);
        if (!month_ || name == nullptr || name->text.empty()) {
            return;
        }
        const FileCell* unit = cell_of(row, recognised(), HeaderRole::unit);
        constexpr std::array<HeaderRole, 6> told{HeaderRole::end,   HeaderRole::net_add,
                                                 HeaderRole::ytd,   HeaderRole::ytd_growth,
                                                 HeaderRole::month, HeaderRole::month_growth};
        for (const HeaderRole role : told) {
            const FileCell* cell = cell_of(row, recognised(), role);
            if (cell != nullptr && !cell->is_empty()) {
                const bool is_growth =
                    role == HeaderRole::ytd_growth || role == HeaderRole::month_growth;
                const std::string own = unit != nullptr ? unit->text : std::string{};
                read_cell(row, name->text, role, is_growth ? "%" : own);
            }
        }
    }

private:
    void read_cell(const FileRow& row, const std::string& name, HeaderRole role,
                   const std::string& unit)
    {
        const std::size_t column = recognised().columns.at(role);
        // What a row brings of two lines is the same name in both.
        const HeaderColumn header{
            column, name + ' ' + recognised().headings.at(role), unit, code_of(name, role), {}, 0};
        const FigureTarget target = match(header, row.number);
        if (target.series != nullptr) {
            read_figure(row, column, target, *month_, std::nullopt);
        }
    }

    /// As the layout says; a level may have the series' own name.
    [[nodiscard]] std::string code_of(const std::string& name, HeaderRole role) const
    {
        const auto& items = recognised().layout.items;
        const std::string form = plain_name(name);
        auto item = items.find(form);
        if (item == items.end()) {
            item = items.find(form.substr(0, form.find('(')));
        }
        if (item == items.end()) {
            const HeaderColumn alone{0, form, {}, {}, {}, 0};
            const Series* series = matcher().match(alone).series;
            return role == HeaderRole::end && series != nullptr ? series->code : std::string{};
        }
        const auto series = item->second.find(role);
        return series != item->second.end() ? series->second : std::string{};
    }

    std::optional<FileDay> month_;
};

class RankingReader : public RowReader
{
public:
    RankingReader(const RecognisedSheet& recognised, const SeriesMatcher& matcher,
                  const ImportWishes& wishes, const SheetTraits& traits, ImportedSheet& sheet)
        : RowReader{recognised, matcher, wishes, traits, sheet}
        , week_{wishes.week ? std::optional{Week::containing(*wishes.week)} : week_told()}
    {
        if (!week_) {
            weekboard::reject(sheet,
                              {recognised.header_row,
                               static_cast<int>(recognised.columns.at(HeaderRole::change)) + 1,
                               recognised.headings.at(HeaderRole::change), RejectReason::no_week});
        }
        change_.unit = "%";
        change_.decimals = 2;
        change_.measure = Measure::returns;
        change_.frequency = Frequency::weekly;
    }

    void read(const FileRow& row) override
    {
        const FileCell* change = cell_of(row, recognised(), HeaderRole::change);
        const FileCell* code = cell_of(row, recognised(), HeaderRole::code);
        const FileCell* label = cell_of(row, recognised(), HeaderRole::label);
        if (!week_ || change == nullptr || change->is_empty()) {
            return;
        }
        const std::size_t column = recognised().columns.at(HeaderRole::change);
        auto ranked = security_of(code != nullptr ? text_of(*code) : std::string{},
                                  label != nullptr ? label->text : std::string{});
        if (!ranked) {
            const auto at = recognised().columns.find(HeaderRole::code);
            return reject(row,
                          at != recognised().columns.end()
                              ? at->second
                              : recognised().columns.at(HeaderRole::label),
                          RejectReason::no_code);
        }
        const CellFigure figure =
            figure_in(*change, {&change_, {}, {}}, traits().decimals_by_comma);
        if (figure.trouble) {
            return reject(row, column, *figure.trouble);
        }
        if (figure.value) {
            keep(std::move(*ranked), *figure.value, row, column);
        }
    }

private:
    void keep(Ranked ranked, double change, const FileRow& row, std::size_t column)
    {
        ranked.week_end = week_->friday();
        ranked.change_percent = change;
        if (!seen_.insert(ranked.code).second) {
            return reject(row, column, RejectReason::contradicts);
        }
        sheet().ranks.push_back({std::move(ranked), row.number, static_cast<int>(column) + 1});
    }

    /// An industry by its code or its name, a stock by its code.
    [[nodiscard]] std::optional<Ranked> security_of(const std::string& code,
                                                    const std::string& name) const
    {
        const Series* series = code.empty() ? matcher().match({0, name, {}, {}, {}, 0}).series
                                            : matcher().of_code(code);
        if (series != nullptr && series->group == industries_group) {
            return Ranked{{}, "industries", series->code, series->name, 0};
        }
        if (const auto security = security_code(code)) {
            return Ranked{{}, "stocks", *security, {name, name}, 0};
        }
        return std::nullopt;
    }

    /// The week of the days that are told, where all of them are of one, or a word says that the
    /// changes are of a week.
    [[nodiscard]] std::optional<Week> week_told()
    {
        const auto texts = texts_of_time(recognised(), traits());
        const bool says_week = std::ranges::any_of(texts, [](const std::string& text) {
            return text.find("周") != std::string::npos || text.find("week") != std::string::npos ||
                   text.find("Week") != std::string::npos;
        });
        for (const std::string& text : texts) {
            const auto days = days_in_text(text);
            if (days.empty()) {
                continue;
            }
            const auto [first, last] = std::ranges::minmax(days);
            const Week week = Week::containing(last);
            constexpr std::chrono::days weekend{3}; // the close before stands at its beginning
            if (first + weekend < week.monday() || (first == last && !says_week)) {
                return std::nullopt;
            }
            sheet().why.push_back(text);
            return week;
        }
        return std::nullopt;
    }

    std::optional<Week> week_;
    Series change_;
    std::set<std::string> seen_;
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
