#include "ingest/import_file.h"

#include "entry/cell_reading.h"
#include "ingest/csv.h"
#include "ingest/xlsx.h"
#include "publish/digest.h"
#include "series/number_format.h"
#include "series/security_code.h"
#include "store/figures.h"

#include <SQLiteCpp/Statement.h>
#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <cmath>
#include <set>
#include <tuple>

namespace weekboard
{

namespace
{

constexpr std::array<std::string_view, 8> absent_figures{"",  "--",  "—",    "-",
                                                         ".", "n/a", "#n/a", "na"};

/// In the order of `RejectReason`.
constexpr std::array<std::string_view, 18> reason_words{
    "no_layout",    "no_series",    "several_series", "other_unit",      "no_period",
    "not_a_number", "not_finite",   "impossible",     "formula",         "not_calculated",
    "contradicts",  "no_vintage",   "mid_period",     "other_frequency", "too_many_cells",
    "no_name",      "after_footer", "ambiguous"};

/// Finds the series of a column or of a row.
class SeriesMatcher
{
public:
    SeriesMatcher(SQLite::Database& database, const ImportWishes& wishes)
        : wishes_{wishes}
        , series_{all_series(database)}
    {
        for (const Series& series : series_) {
            by_code_.emplace(compared_form(series.code), &series);
            by_name_.emplace(compared_form(series.name.zh), &series);
            if (!series.name.en.empty()) {
                by_name_.emplace(compared_form(series.name.en), &series);
            }
        }
        SQLite::Statement choices{database, "SELECT name, unit, series FROM column_choice"};
        while (choices.executeStep()) {
            remembered_[{choices.getColumn(0).getString(), choices.getColumn(1).getString()}] =
                choices.getColumn(2).getString();
        }
    }

    struct Match {
        const Series* series = nullptr;
        RejectReason trouble = RejectReason::no_series;
    };

    [[nodiscard]] Match match(const HeaderColumn& column) const
    {
        if (const auto chosen = wishes_.chosen.find(column.name); chosen != wishes_.chosen.end()) {
            return of_code(chosen->second);
        }
        for (const std::string& text : {column.id, column.name}) {
            if (const Match found = of_code(text); found.series != nullptr) {
                return found;
            }
        }
        if (const Match found = of_name(column.name);
            found.series != nullptr || found.trouble == RejectReason::several_series) {
            return found;
        }
        const auto known = remembered_.find({column.name, column.unit});
        return known != remembered_.end() ? of_code(known->second) : Match{};
    }

private:
    [[nodiscard]] Match of_code(const std::string& text) const
    {
        if (text.empty()) {
            return {};
        }
        auto found = by_code_.find(compared_form(text));
        if (found == by_code_.end()) {
            if (const auto code = security_code(text)) {
                found = by_code_.find(compared_form(*code));
            }
        }
        return found != by_code_.end() ? Match{found->second} : Match{};
    }

    /// A name that several series have is nobody's.
    [[nodiscard]] Match of_name(const std::string& name) const
    {
        const auto [first, last] = by_name_.equal_range(compared_form(name));
        const Series* only = nullptr;
        for (auto it = first; it != last; ++it) {
            if (only != nullptr && only != it->second) {
                return {nullptr, RejectReason::several_series};
            }
            only = it->second;
        }
        return {only};
    }

    const ImportWishes& wishes_;
    std::vector<Series> series_;
    std::multimap<std::string, const Series*> by_code_;
    std::multimap<std::string, const Series*> by_name_;
    std::map<std::pair<std::string, std::string>, std::string> remembered_;
};

/// Takes the rows of a sheet and keeps what they say.
class SheetImport
{
public:
    /// `decimals_by_comma`: semicolons separate the cells, so that commas may be decimal.
    SheetImport(const SeriesMatcher& matcher, const ImportWishes& wishes, bool counts_from_1904,
                bool decimals_by_comma)
        : matcher_{matcher}
        , wishes_{wishes}
        , counts_from_1904_{counts_from_1904}
        , decimals_by_comma_{decimals_by_comma}
    {
    }

    bool take(FileRow& row)
    {
        if (!recognised_) {
            head_.push_back(row);
            return head_.size() < most_header_rows || begin();
        }
        read(row);
        return true;
    }

    ImportedSheet finish()
    {
        if (!recognised_ && !begin() && sheet_.rejected.empty()) {
            sheet_.has_dates = std::ranges::any_of(head_, [&](const FileRow& row) {
                return row.cells.size() > 1 && day_in(row.cells[0], counts_from_1904_) &&
                       (row.cells[1].number || parse_number(row.cells[1].text));
            });
            sheet_.rejected.push_back({0, 0, {}, RejectReason::no_layout});
        }
        for (auto& [code, series] : found_) {
            settle(series);
            if (!series.figures.empty()) {
                sheet_.series.push_back(std::move(series));
            }
        }
        std::ranges::stable_sort(sheet_.rejected, {}, &Rejected::row);
        return std::move(sheet_);
    }

private:
    /// Once enough rows are there: what the sheet is, and its first figures. False: it is like
    /// nothing that is known.
    bool begin()
    {
        auto recognised = recognise(head_, wishes_.layout);
        if (!recognised) {
            return false;
        }
        recognised_ = std::move(recognised);
        sheet_.layout = recognised_->layout->name;
        sheet_.why = recognised_->why;
        for (const HeaderColumn& column : recognised_->series) {
            match(column);
        }
        for (const FileRow& row : head_) {
            if (row.number >= recognised_->first_row) {
                read(row);
            }
        }
        return true;
    }

    struct Target {
        const Series* series = nullptr;
        std::string unit; ///< to be turned into the series'; empty: it is that one
    };

    void match(const HeaderColumn& column)
    {
        const auto reject = [&](RejectReason reason) {
            sheet_.rejected.push_back({recognised_->header_row, static_cast<int>(column.column) + 1,
                                       column.name, reason});
        };
        const auto found = matcher_.match(column);
        if (found.series == nullptr) {
            return reject(found.trouble);
        }
        if (contradicts_frequency(column.frequency, found.series->frequency)) {
            return reject(RejectReason::other_frequency);
        }
        Target target{found.series, {}};
        const std::string unit = unit_of(column, *found.series);
        if (!unit.empty() && compared_form(unit) != compared_form(found.series->unit)) {
            target.unit = unit;
            if (read_cell("1" + unit, *found.series).content != CellContent::value) {
                return reject(RejectReason::other_unit);
            }
        }
        if (wishes_.chosen.contains(column.name)) {
            sheet_.choices.push_back({column.name, column.unit, found.series->code});
        }
        targets_[column.column] = target;
    }

    /// The header's own, or what stands in brackets behind the name of a column that somebody
    /// matched; a series' own name may end in brackets, too.
    static std::string unit_of(const HeaderColumn& column, const Series& series)
    {
        const std::string name = compared_form(column.name);
        const bool is_own_name = name == compared_form(series.name.zh) ||
                                 name == compared_form(series.name.en) ||
                                 name == compared_form(series.code);
        const std::size_t open = name.rfind('(');
        if (!column.unit.empty() || is_own_name || open == std::string::npos ||
            !name.ends_with(')')) {
            return column.unit;
        }
        return name.substr(open + 1, name.size() - open - 2);
    }

    /// `月`, `Monthly` and so on against the series'; a word that is not known says nothing.
    static bool contradicts_frequency(const std::string& word, Frequency frequency)
    {
        static const std::map<std::string, Frequency, std::less<>> words{
            {"日", Frequency::daily},
            {"周", Frequency::weekly},
            {"月", Frequency::monthly},
            {"季", Frequency::quarterly},
            {"年", Frequency::annual},
            {"daily", Frequency::daily},
            {"weekly", Frequency::weekly},
            {"monthly", Frequency::monthly},
            {"quarterly", Frequency::quarterly},
            {"annual", Frequency::annual}};
        const auto known = words.find(compared_form(word));
        return known != words.end() && known->second != frequency;
    }

    void read(const FileRow& row)
    {
        if (std::ranges::all_of(row.cells, &FileCell::is_empty)) {
            return;
        }
        if (is_footer(row.cells.front())) {
            is_over_ = true;
        } else if (is_over_) {
            if (row.cells.size() > 1 && day_in(row.cells.front(), counts_from_1904_)) {
                reject(row, 0, RejectReason::after_footer);
            }
        } else if (is_too_long(row)) {
            reject(row, recognised_->width, RejectReason::too_many_cells);
        } else if (recognised_->layout->is_wide) {
            read_wide(row);
        } else {
            read_long(row);
        }
    }

    [[nodiscard]] bool is_footer(const FileCell& cell) const
    {
        if (cell.text.empty()) {
            return false;
        }
        const std::string form = compared_form(cell.text);
        return std::ranges::any_of(recognised_->layout->footer, [&](const std::string& footer) {
            return form.starts_with(footer);
        });
    }

    /// Cells without a header beside it: a comma within a figure has moved what follows.
    [[nodiscard]] bool is_too_long(const FileRow& row) const
    {
        for (std::size_t c = recognised_->width; c < row.cells.size(); ++c) {
            if (!row.cells[c].is_empty()) {
                return true;
            }
        }
        return false;
    }

    void reject(const FileRow& row, std::size_t column, RejectReason reason)
    {
        std::string text;
        if (column < row.cells.size()) {
            const FileCell& cell = row.cells[column];
            text = cell.number ? fmt::format("{}", *cell.number) : cell.text;
        }
        sheet_.rejected.push_back(
            {row.number, static_cast<int>(column) + 1, std::move(text), reason});
    }

    void read_wide(const FileRow& row)
    {
        const bool has_figures = std::ranges::any_of(targets_, [&](const auto& target) {
            return target.first < row.cells.size() && !row.cells[target.first].is_empty();
        });
        if (!has_figures) {
            return; // a note, or a period without anything
        }
        const auto day = day_in(row.cells.front(), counts_from_1904_);
        if (!day) {
            return reject(row, 0, RejectReason::no_period);
        }
        tell_nameless(row);
        for (const auto& [column, target] : targets_) {
            if (column < row.cells.size()) {
                read_figure(row, column, target, *day, std::nullopt);
            }
        }
    }

    /// Figures in a column without a name, once for each column.
    void tell_nameless(const FileRow& row)
    {
        for (std::size_t c = 1; c < row.cells.size(); ++c) {
            const bool is_named =
                std::ranges::any_of(recognised_->series,
                                    [&](const HeaderColumn& column) { return column.column == c; });
            if (!row.cells[c].is_empty() && !is_named && nameless_.insert(c).second) {
                reject(row, c, RejectReason::no_name);
            }
        }
    }

    void read_long(const FileRow& row)
    {
        const auto& columns = recognised_->columns;
        const auto cell = [&](HeaderRole role) -> const FileCell* {
            const auto found = columns.find(role);
            return found != columns.end() && found->second < row.cells.size()
                       ? &row.cells[found->second]
                       : nullptr;
        };
        const FileCell* code = cell(HeaderRole::code);
        const FileCell* period = cell(HeaderRole::period);
        const FileCell* value = cell(HeaderRole::value);
        if (code == nullptr || period == nullptr || value == nullptr) {
            return; // too short for a figure: a note
        }
        const Series* series = series_of(row, *code);
        if (series == nullptr) {
            return;
        }
        const auto day = day_in(*period, counts_from_1904_);
        if (!day) {
            return reject(row, columns.at(HeaderRole::period), RejectReason::no_period);
        }
        std::optional<Date> vintage;
        if (const FileCell* given = cell(HeaderRole::vintage); given && !given->is_empty()) {
            const auto told = day_in(*given, counts_from_1904_);
            vintage = told && !told->is_month ? std::optional{told->day} : std::nullopt;
            if (!vintage) {
                return reject(row, columns.at(HeaderRole::vintage), RejectReason::no_vintage);
            }
        }
        read_figure(row, columns.at(HeaderRole::value), {series, {}}, *day, vintage);
    }

    /// A code that is no series is told once, by its first row.
    const Series* series_of(const FileRow& row, const FileCell& cell)
    {
        const std::string code = cell.number ? fmt::format("{}", *cell.number) : cell.text;
        const auto known = codes_.find(code);
        if (known != codes_.end()) {
            return known->second;
        }
        const auto found = matcher_.match({0, code, {}, code});
        if (found.series == nullptr) {
            reject(row, recognised_->columns.at(HeaderRole::code), found.trouble);
        }
        codes_[code] = found.series;
        return found.series;
    }

    /// A series of days needs a day; of a longer period its first or its last will do, or a month
    /// in it.
    static bool is_of_calendar(const FileDay& told, Frequency frequency)
    {
        if (frequency == Frequency::daily || frequency == Frequency::weekly) {
            return !told.is_month;
        }
        return told.is_month || told.day == period_start(frequency, told.day) ||
               told.day == period_end(frequency, told.day);
    }

    void read_figure(const FileRow& row, std::size_t column, const Target& target,
                     const FileDay& told, std::optional<Date> vintage)
    {
        if (row.cells[column].is_empty()) {
            return;
        }
        if (!is_of_calendar(told, target.series->frequency)) {
            return reject(row, column, RejectReason::mid_period);
        }
        const Date day = told.day;
        const FileCell& cell = row.cells[column];
        const auto value = value_of(row, column, cell, target);
        if (value) {
            ImportedSeries& into = found_[target.series->code];
            if (into.figures.empty()) {
                into.series = *target.series;
            }
            into.figures.push_back({period_end(target.series->frequency, day), *value, vintage,
                                    row.number, static_cast<int>(column) + 1});
        }
    }

    [[nodiscard]] static bool is_absent(const std::string& text)
    {
        constexpr std::size_t longest = 8;
        if (text.size() > longest) {
            return false;
        }
        const std::string form = compared_form(text);
        return std::ranges::find(absent_figures, form) != absent_figures.end();
    }

    /// Nothing where there is no figure, or one that is told among the rejected.
    std::optional<double> value_of(const FileRow& row, std::size_t column, const FileCell& cell,
                                   const Target& target)
    {
        if (cell.lacks_value) {
            reject(row, column, RejectReason::not_calculated);
            return std::nullopt;
        }
        if (cell.is_percent) {
            return of_percent(row, column, *cell.number, target);
        }
        if (decimals_by_comma_ && cell.text.find(',') != std::string::npos) {
            reject(row, column, RejectReason::ambiguous);
            return std::nullopt;
        }
        if (target.unit.empty()) {
            if (const auto plain = cell.number ? cell.number : parse_number(cell.text)) {
                return checked(row, column, *plain, *target.series);
            }
        }
        std::string text = cell.number ? fmt::format("{}", *cell.number) : cell.text;
        if (is_absent(text)) {
            return std::nullopt;
        }
        if (text.starts_with('=') || text.starts_with("＝")) {
            reject(row, column, RejectReason::formula);
            return std::nullopt;
        }
        // A unit of the cell's own stands for itself.
        const bool is_bare = parse_number(without_commas(text)).has_value();
        const CellReading reading = read_cell(is_bare ? text + target.unit : text, *target.series);
        if (reading.content == CellContent::value) {
            return checked(row, column, reading.value, *target.series);
        }
        reject(row, column,
               reading.trouble == CellTrouble::impossible   ? RejectReason::impossible
               : reading.trouble == CellTrouble::other_unit ? RejectReason::other_unit
                                                            : RejectReason::not_a_number);
        return std::nullopt;
    }

    static std::string without_commas(std::string text)
    {
        std::erase(text, ',');
        return text;
    }

    /// 0.353 that a workbook shows as 35.3 %.
    std::optional<double> of_percent(const FileRow& row, std::size_t column, double value,
                                     const Target& target)
    {
        constexpr double hundred = 100;
        constexpr int digits = 10; // 0.353 × 100 is not 35.3 to the last bit
        if (target.series->unit != "%") {
            reject(row, column, RejectReason::other_unit);
            return std::nullopt;
        }
        return checked(row, column, round_to(value * hundred, digits), *target.series);
    }

    std::optional<double> checked(const FileRow& row, std::size_t column, double value,
                                  const Series& series)
    {
        if (!std::isfinite(value)) {
            reject(row, column, RejectReason::not_finite);
            return std::nullopt;
        }
        if (why_impossible(series, value)) {
            reject(row, column, RejectReason::impossible);
            return std::nullopt;
        }
        return value;
    }

    /// Of rows that agree one stays; where they do not, nobody knows which is right.
    void settle(ImportedSeries& series)
    {
        auto& figures = series.figures;
        std::ranges::stable_sort(figures, [](const auto& left, const auto& right) {
            return std::pair{left.period_end, left.vintage} <
                   std::pair{right.period_end, right.vintage};
        });
        std::vector<ImportedFigure> kept;
        for (auto first = figures.begin(); first != figures.end();) {
            const auto last = std::find_if(first, figures.end(), [&](const auto& figure) {
                return figure.period_end != first->period_end || figure.vintage != first->vintage;
            });
            const bool agree = std::all_of(
                first, last, [&](const auto& figure) { return figure.value == first->value; });
            if (agree) {
                kept.push_back(*first);
            } else {
                for (auto it = first; it != last; ++it) {
                    sheet_.rejected.push_back({it->row, it->column, fmt::format("{}", it->value),
                                               RejectReason::contradicts});
                }
            }
            first = last;
        }
        figures = std::move(kept);
    }

    const SeriesMatcher& matcher_;
    const ImportWishes& wishes_;
    bool counts_from_1904_;
    bool decimals_by_comma_;
    std::set<std::size_t> nameless_;
    std::vector<FileRow> head_;
    std::optional<RecognisedSheet> recognised_;
    bool is_over_ = false;
    std::map<std::size_t, Target> targets_;
    std::map<std::string, const Series*> codes_;
    std::map<std::string, ImportedSeries> found_;
    ImportedSheet sheet_;
};

void keep(ImportedFile& file, ImportedSheet sheet)
{
    file.sheets.push_back(std::move(sheet));
}

/// Sheets without a day and a figure, and hidden ones, are told only where there is no other.
void drop_notes(ImportedFile& file)
{
    const auto is_known = [](const ImportedSheet& sheet) { return !sheet.layout.empty(); };
    const auto is_seen = [&](const ImportedSheet& sheet) {
        return is_known(sheet) && !sheet.is_hidden;
    };
    if (std::ranges::any_of(file.sheets, is_seen)) {
        std::erase_if(file.sheets, [](const ImportedSheet& sheet) { return sheet.is_hidden; });
    }
    if (std::ranges::any_of(file.sheets, is_known)) {
        std::erase_if(file.sheets, [&](const ImportedSheet& sheet) {
            return !is_known(sheet) && !sheet.has_dates;
        });
    }
}

void read_workbook(std::string_view bytes, const SeriesMatcher& matcher, const ImportWishes& wishes,
                   ImportedFile& file)
{
    Xlsx workbook{bytes};
    file.encoding = "xlsx";
    for (const XlsxSheet& sheet : workbook.sheets()) {
        SheetImport import{matcher, wishes, workbook.counts_from_1904(), false};
        workbook.stream(sheet, [&](FileRow& row) { return import.take(row); });
        ImportedSheet read = import.finish();
        read.name = sheet.name;
        read.is_hidden = sheet.is_hidden;
        keep(file, std::move(read));
    }
}

void read_text(std::string_view bytes, const SeriesMatcher& matcher, const ImportWishes& wishes,
               ImportedFile& file)
{
    constexpr std::size_t enough_to_tell = 4096;
    const TextEncoding encoding = encoding_of(bytes);
    file.encoding = to_string(encoding);
    std::string beginning;
    decode(bytes, encoding, [&](std::string_view text) {
        beginning += text.substr(0, enough_to_tell - beginning.size());
        return beginning.size() < enough_to_tell;
    });
    if (beginning.find('\0') != std::string::npos) {
        throw ImportError{"it is no text: it has bytes of zero"};
    }
    const char separator = separator_of(beginning);
    SheetImport import{matcher, wishes, false, separator == ';'};
    stream_csv(bytes, encoding, separator, [&](FileRow& row) { return import.take(row); });
    keep(file, import.finish());
}

} // namespace

std::string_view to_string(RejectReason reason)
{
    return reason_words.at(static_cast<std::size_t>(reason));
}

std::optional<RejectReason> parse_reject_reason(std::string_view word)
{
    const auto found = std::ranges::find(reason_words, word);
    return found != reason_words.end()
               ? std::optional{static_cast<RejectReason>(found - reason_words.begin())}
               : std::nullopt;
}

ImportedFile read_import(SQLite::Database& database, std::string_view bytes,
                         const ImportWishes& wishes)
{
    constexpr std::string_view zip_mark = "PK\x03\x04";
    constexpr std::string_view old_office_mark = "\xd0\xcf\x11\xe0";
    ImportedFile file;
    file.hash = sha256(bytes);
    const SeriesMatcher matcher{database, wishes};
    if (bytes.starts_with(zip_mark)) {
        read_workbook(bytes, matcher, wishes, file);
    } else if (bytes.starts_with(old_office_mark)) {
        throw ImportError{
            "it is a workbook of Excel 97 to 2003, or a locked one; save it as .xlsx"};
    } else {
        read_text(bytes, matcher, wishes, file);
    }
    drop_notes(file);
    return file;
}

void settle(const std::vector<ImportedSheet*>& sheets)
{
    using Key = std::tuple<std::string, Date, std::optional<Date>>;
    struct Said {
        double value;
        bool is_agreed = true;
    };
    std::map<Key, Said> said;
    const auto for_each = [&](auto work) {
        for (ImportedSheet* sheet : sheets) {
            for (ImportedSeries& series : sheet->series) {
                std::erase_if(series.figures, [&](const ImportedFigure& figure) {
                    return work(*sheet, figure,
                                Key{series.series.code, figure.period_end, figure.vintage});
                });
            }
        }
    };
    for_each([&](const ImportedSheet&, const ImportedFigure& figure, const Key& key) {
        const auto [first, is_new] = said.try_emplace(key, Said{figure.value});
        const bool agrees = first->second.value == figure.value;
        first->second.is_agreed = first->second.is_agreed && agrees;
        return !is_new && agrees; // once is enough
    });
    for_each([&](ImportedSheet& sheet, const ImportedFigure& figure, const Key& key) {
        const bool is_agreed = said.at(key).is_agreed;
        if (!is_agreed) {
            sheet.rejected.push_back({figure.row, figure.column, fmt::format("{}", figure.value),
                                      RejectReason::contradicts});
        }
        return !is_agreed;
    });
}

} // namespace weekboard
