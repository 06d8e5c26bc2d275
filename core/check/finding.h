#pragma once

#include "series/language.h"
#include "time/date.h"

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace weekboard
{

/// How much a finding weighs: a note explains, a warning wants a look, an error is wrong.
enum class Severity { note, warning, error };

[[nodiscard]] std::string_view to_string(Severity severity);

/// A figure of a series, by name.
struct FigureKey {
    std::string code;
    Date period_end;

    auto operator<=>(const FigureKey&) const = default;
};

/// Something that a check found, with its arithmetic in words.
struct CheckFinding {
    std::string rule; ///< share, net_addition, growth, part, change, falls, unit, jump, repeat, …
    Severity severity = Severity::note;
    std::string code; ///< of the series or the board that it is about
    std::optional<Date> period_end;
    std::string message;
    std::optional<double> suggested; ///< what the figure would be if the finding is right
    std::vector<FigureKey> figures;  ///< those that were compared
    std::string acknowledged{}; ///< the reason why it is right all the same; empty: nobody said so

    /// Whether it is more than an explanation, and nobody has found it right.
    [[nodiscard]] bool has_weight() const
    {
        return severity != Severity::note && acknowledged.empty();
    }
};

} // namespace weekboard
