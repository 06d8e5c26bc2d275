#pragma once

#include "publish/xml.h"

#include <map>
#include <stdexcept>
#include <string>
#include <string_view>
#include <vector>

namespace weekboard
{

/// An Office document that lacks a part, or has one that cannot be read. `what()` names it.
class PackageError : public std::runtime_error
{
    using std::runtime_error::runtime_error;
};

/// A relation from one part to another.
struct Relation {
    std::string id;
    std::string type;   ///< the last part of its address, e.g. `slideLayout`
    std::string target; ///< name of the part, `ppt/slides/slide1.xml`; an address if external
    bool external = false;
};

/// The parts of an Office document with their types and relations: ECMA-376, part 2. Parts are
/// named without a leading slash; the document itself is the part ``.
class OfficePackage
{
public:
    OfficePackage() = default;

    /// Throws PackageError for what is no such document.
    [[nodiscard]] static OfficePackage read(std::string_view bytes);

    [[nodiscard]] bool has(const std::string& part) const { return parts_.contains(part); }

    /// Throws PackageError where there is none.
    [[nodiscard]] const std::string& content(const std::string& part) const;
    [[nodiscard]] pugi::xml_document document(const std::string& part) const;

    [[nodiscard]] std::string content_type(const std::string& part) const;

    /// Adds or replaces a part with a type of its own.
    void set(const std::string& part, std::string content, const std::string& content_type);

    /// Replaces the content of a part that there is.
    void replace(const std::string& part, std::string content);
    void replace(const std::string& part, const pugi::xml_document& document);

    /// The type of all parts with this ending that have none of their own.
    void set_default_type(const std::string& ending, const std::string& content_type);

    /// A name that no part has: `ppt/slides/slide` and `.xml` give `ppt/slides/slide3.xml`.
    [[nodiscard]] std::string free_name(const std::string& before, const std::string& after) const;

    /// In the order in which the part lists them.
    [[nodiscard]] const std::vector<Relation>& relations(const std::string& part) const;

    /// The part that a relation leads to. Throws PackageError where there is none such.
    [[nodiscard]] std::string related(const std::string& part, std::string_view type) const;
    [[nodiscard]] std::string related_by_id(const std::string& part, std::string_view id) const;

    /// Returns the new relation's id.
    std::string relate(const std::string& from, const std::string& type, const std::string& to);
    void unrelate(const std::string& from, std::string_view id);

    /// Drops parts that nothing leads to any more.
    void drop_unreachable();

    [[nodiscard]] std::string write() const;

private:
    std::map<std::string, std::string> parts_;
    std::map<std::string, std::string> types_;    ///< of single parts
    std::map<std::string, std::string> defaults_; ///< by ending
    std::map<std::string, std::vector<Relation>> relations_;
};

} // namespace weekboard
