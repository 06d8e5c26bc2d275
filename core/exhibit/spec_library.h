#pragma once

#include "exhibit/spec.h"
#include "store/connection.h"
#include "store/specs.h"
#include "time/clock.h"

#include <string>
#include <string_view>
#include <vector>

/// The specs of a store, read and changed. To be used inside Store::read and Store::write.
namespace weekboard
{

/// The shown specs, in the report's order. A stored spec was checked when it came in; where one
/// cannot be understood (a later version of the program wrote it) there is a finding instead.
struct StoredSpecs {
    std::vector<ExhibitSpec> specs;
    std::vector<SpecFinding> findings;
};
[[nodiscard]] StoredSpecs stored_specs(Connection& database);

/// Reads a spec and looks up what it names: a series that the store does not have is a finding.
[[nodiscard]] SpecReading check_spec(Connection& database, std::string_view toml,
                                     std::string_view file);

/// A spec that came in, or why it did not.
struct SpecImport {
    std::string id;
    int number = 0;
    bool replaced = false; ///< there was one of this id
    std::vector<SpecFinding> findings;
};

/// Takes a text in as the user's own spec. A number that another shown exhibit has is replaced by
/// the next free one.
SpecImport import_spec(Connection& database, std::string_view toml, std::string_view file,
                       const Clock& clock);

/// The text with this number in it, for files.
[[nodiscard]] std::string with_number(std::string_view toml, int number);

/// The text with another id and number.
[[nodiscard]] std::string renamed(std::string_view toml, std::string_view id, int number);

/// The text with the figures that a title written by hand goes with, if it has such a title and
/// does not name any yet.
[[nodiscard]] std::string with_written_figures(std::string_view toml, const std::string& figures);

/// A copy of a spec under an id and a number of its own.
SpecImport duplicate_spec(Connection& database, const std::string& id, const Clock& clock);

/// Exchanges the numbers of a spec and of the one before it (`step` −1) or after it (1), if any.
void move_spec(Connection& database, const std::string& id, int step);

} // namespace weekboard
