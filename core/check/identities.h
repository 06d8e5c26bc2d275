#pragma once

#include "check/figure_shelf.h"
#include "check/finding.h"
#include "series/language.h"

#include <string>
#include <vector>

namespace weekboard
{

enum class IdentityKind {
    share,        ///< published = part ÷ whole × 100
    net_addition, ///< published = level − level at the end of last year
    growth,       ///< published = level ÷ level a year before − 1, unless like for like
    part,         ///< published ≤ whole
    week_change,  ///< published = last close ÷ last close before the week − 1
    month_change, ///< published = last close ÷ last close before the month − 1
};

/// What series must agree, as `resources/boards/telecom/checks.toml` lists it.
struct Identity {
    IdentityKind kind = IdentityKind::share;
    std::string published; ///< code of the figure that is looked at
    std::string of;        ///< code of the part, the level or the closes
    std::string whole;     ///< of a share; else empty

    [[nodiscard]] bool names(const std::string& code) const
    {
        return published == code || of == code || whole == code;
    }
};

/// The bundled board's. Throws std::logic_error where the list is not what it should be.
[[nodiscard]] const std::vector<Identity>& identities();

/// Where the figures of an identity do not agree within what rounding allows: half a step of each
/// figure, carried through the arithmetic. Made-up and coarsely rounded figures prove nothing and
/// are left out.
[[nodiscard]] std::vector<CheckFinding> check_identity(FigureShelf& shelf, const Identity& identity,
                                                       Language language);

} // namespace weekboard
