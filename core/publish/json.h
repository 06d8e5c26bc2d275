#pragma once

#include "exhibit/exhibit.h"
#include "exhibit/week_view.h"
#include "series/language.h"

#include <nlohmann/json.hpp>

#include <span>

/// The JSON of the command line. Other programs read it: keys stay as they are.
namespace weekboard
{

using Json = nlohmann::ordered_json;

/// A date as text, or null.
[[nodiscard]] Json json_of(std::optional<Date> date);

[[nodiscard]] Json json_of(const WeekView& view, Language language);
[[nodiscard]] Json json_of(const Exhibit& exhibit);

/// `{"exhibits": [...]}`.
[[nodiscard]] Json json_of(std::span<const Exhibit> exhibits);

} // namespace weekboard
