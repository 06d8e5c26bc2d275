#pragma once

#include <string_view>

/// What stands before a code in a draft's key where the text is no figure of that series. Lines of
/// lists have keys of their own, see `records.h`.
namespace weekboard
{

inline constexpr std::string_view rating_prefix = "rating:";
inline constexpr std::string_view reason_prefix = "reason:";
inline constexpr std::string_view industry_prefix = "industries:";
inline constexpr std::string_view acknowledgement_prefix = "right:";

} // namespace weekboard
