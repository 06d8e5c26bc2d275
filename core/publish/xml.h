#pragma once

#include <pugixml.hpp>

#include <initializer_list>
#include <stdexcept>
#include <string>
#include <string_view>

/// Building XML: whatever enters is escaped, and what XML cannot hold is left out.
namespace weekboard::xml
{

using Node = pugi::xml_node;

struct Attribute {
    const char* name;
    std::string value;
};

/// The text without control characters and other code points that no XML may hold.
[[nodiscard]] std::string allowed(std::string_view text);

Node add(Node parent, const char* name, std::initializer_list<Attribute> attributes = {});

/// An element that holds text alone.
Node add_text(Node parent, const char* name, std::string_view text);

/// An element with the one attribute `val`.
Node add_val(Node parent, const char* name, std::string_view value);
Node add_val(Node parent, const char* name, int value);
Node add_val(Node parent, const char* name, double value);

/// Sets or makes the attribute.
void set(Node node, const char* name, std::string_view value);

/// Sets the text of an element.
void set_text(Node node, std::string_view text);

/// The shortest text that reads back as the number.
[[nodiscard]] std::string number(double value);

/// With a declaration, UTF-8, without blanks between elements.
[[nodiscard]] std::string to_string(const pugi::xml_document& document);

/// Without entities of its own, external parts or a document type. Throws XmlError.
[[nodiscard]] pugi::xml_document parse(std::string_view text);

class XmlError : public std::runtime_error
{
    using std::runtime_error::runtime_error;
};

} // namespace weekboard::xml
