#pragma once

#include "ingest/import_file.h"
#include "ingest/recognise.h"
#include "series/series.h"
#include "store/connection.h"

#include <map>
#include <string>
#include <utility>
#include <vector>

namespace weekboard
{

/// `月`, `Monthly` and so on.
[[nodiscard]] std::optional<Frequency> frequency_in(std::string_view word);

/// The series that a column's figures are of.
struct FigureTarget {
    const Series* series = nullptr; ///< null: there is none
    std::string unit;               ///< to be turned into the series'; empty: it is that one
    RejectReason trouble = RejectReason::no_series; ///< why there is none
};

/// Finds the series of a column or of a row: what somebody chose for this import, a code, a name,
/// or what was chosen before.
class SeriesMatcher
{
public:
    /// `wishes` must outlive the matcher.
    SeriesMatcher(Connection& database, const ImportWishes& wishes);

    /// With the unit and the frequency that the header names.
    [[nodiscard]] FigureTarget match(const HeaderColumn& column) const;

    /// Null where no series has that code.
    [[nodiscard]] const Series* of_code(std::string_view code) const;

private:
    struct Match {
        const Series* series = nullptr;
        RejectReason trouble = RejectReason::no_series;
    };

    [[nodiscard]] Match find(const HeaderColumn& column) const;
    [[nodiscard]] Match of_name(const std::string& name) const;

    const ImportWishes& wishes_;
    std::vector<Series> series_;
    std::multimap<std::string, const Series*, std::less<>> by_code_;
    std::multimap<std::string, const Series*, std::less<>> by_name_;
    std::map<std::pair<std::string, std::string>, std::string> remembered_;
};

} // namespace weekboard
