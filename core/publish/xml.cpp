#include "publish/xml.h"

#include <fmt/format.h>
#include <unicode/unistr.h>

#include <sstream>

namespace weekboard::xml
{

namespace
{

/// https://www.w3.org/TR/xml/#charsets
bool is_allowed(UChar32 point)
{
    return point == 0x9 || point == 0xA || point == 0xD || (point >= 0x20 && point <= 0xD7FF) ||
           (point >= 0xE000 && point <= 0xFFFD) || (point >= 0x10000 && point <= 0x10FFFF);
}

} // namespace

std::string allowed(std::string_view text)
{
    std::string kept;
    kept.reserve(text.size());
    const icu::StringPiece piece{text.data(), static_cast<int32_t>(text.size())};
    const icu::UnicodeString points = icu::UnicodeString::fromUTF8(piece);
    for (int32_t i = 0; i < points.length(); i = points.moveIndex32(i, 1)) {
        if (const UChar32 point = points.char32At(i); is_allowed(point)) {
            icu::UnicodeString{point}.toUTF8String(kept);
        }
    }
    return kept;
}

Node add(Node parent, const char* name, std::initializer_list<Attribute> attributes)
{
    Node node = parent.append_child(name);
    for (const Attribute& attribute : attributes) {
        set(node, attribute.name, attribute.value);
    }
    return node;
}

Node add_text(Node parent, const char* name, std::string_view text)
{
    Node node = parent.append_child(name);
    set_text(node, text);
    return node;
}

Node add_val(Node parent, const char* name, std::string_view value)
{
    return add(parent, name, {{"val", std::string{value}}});
}

Node add_val(Node parent, const char* name, int value)
{
    return add_val(parent, name, std::to_string(value));
}

Node add_val(Node parent, const char* name, double value)
{
    return add_val(parent, name, number(value));
}

void set(Node node, const char* name, std::string_view value)
{
    pugi::xml_attribute attribute = node.attribute(name);
    if (!attribute) {
        attribute = node.append_attribute(name);
    }
    attribute.set_value(allowed(value).c_str());
}

void set_text(Node node, std::string_view text)
{
    node.text().set(allowed(text).c_str());
}

std::string number(double value)
{
    return fmt::format("{}", value == 0 ? 0.0 : value); // no −0
}

std::string to_string(const pugi::xml_document& document)
{
    std::ostringstream text;
    text << R"(<?xml version="1.0" encoding="UTF-8" standalone="yes"?>)"
         << "\n";
    document.save(text, "", pugi::format_raw | pugi::format_no_declaration, pugi::encoding_utf8);
    return text.str();
}

pugi::xml_document parse(std::string_view text)
{
    pugi::xml_document document;
    const pugi::xml_parse_result result = document.load_buffer(
        text.data(), text.size(), pugi::parse_default | pugi::parse_ws_pcdata_single);
    if (!result) {
        throw XmlError{fmt::format("{} at byte {}", result.description(), result.offset)};
    }
    return document;
}

} // namespace weekboard::xml
