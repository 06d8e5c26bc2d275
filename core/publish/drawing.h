#pragma once

#include "publish/xml.h"

#include <string>
#include <string_view>

/// What charts and slides share of DrawingML: ECMA-376, part 1, 20.1.
namespace weekboard::drawing
{

/// A colour: `accent1` or `tx2` of the document's theme, or RRGGBB.
inline xml::Node add_color(xml::Node parent, const std::string& name)
{
    constexpr std::string_view digits = "0123456789abcdefABCDEF";
    const bool is_rgb = name.size() == 6 && name.find_first_not_of(digits) == std::string::npos;
    return xml::add_val(parent, is_rgb ? "a:srgbClr" : "a:schemeClr", name);
}

} // namespace weekboard::drawing
