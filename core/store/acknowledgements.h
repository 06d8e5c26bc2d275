#pragma once

#include "store/connection.h"
#include "time/date.h"

#include <optional>
#include <string>

/// Findings that somebody looked at and found right.
namespace weekboard
{

struct Acknowledgement {
    std::string rule;
    std::string code;
    Date period_end;
    std::string figures; ///< the figures that were compared, as text
    std::string reason;
};

/// The reason given for this very finding about these very figures; nothing where there is none.
[[nodiscard]] std::optional<std::string> reason_for(Connection& database,
                                                    const Acknowledgement& finding);

} // namespace weekboard
