#include "publish/office_package.h"

#include "publish/zip_archive.h"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>
#include <optional>
#include <set>

namespace weekboard
{

namespace
{

constexpr std::string_view types_part = "[Content_Types].xml";
constexpr std::string_view types_space =
    "http://schemas.openxmlformats.org/package/2006/content-types";
constexpr std::string_view relations_space =
    "http://schemas.openxmlformats.org/package/2006/relationships";
constexpr std::string_view office_types =
    "http://schemas.openxmlformats.org/officeDocument/2006/relationships/";
constexpr std::string_view package_types =
    "http://schemas.openxmlformats.org/package/2006/relationships/metadata/";

std::string folder_of(const std::string& part)
{
    const auto slash = part.rfind('/');
    return slash == std::string::npos ? "" : part.substr(0, slash + 1);
}

/// `ppt/slides/slide1.xml` → `ppt/slides/_rels/slide1.xml.rels`.
std::string relations_part(const std::string& part)
{
    const std::string folder = folder_of(part);
    return folder + "_rels/" + part.substr(folder.size()) + ".rels";
}

/// The part that has its relations in `relations`; nothing for other parts.
std::optional<std::string> owner_of(const std::string& relations)
{
    constexpr std::string_view mark = "_rels/";
    constexpr std::string_view ending = ".rels";
    const auto at = relations.rfind(mark);
    if (at == std::string::npos || !relations.ends_with(ending) ||
        (at > 0 && relations[at - 1] != '/')) {
        return std::nullopt;
    }
    const std::string name = relations.substr(at + mark.size());
    return relations.substr(0, at) + name.substr(0, name.size() - ending.size());
}

std::vector<std::string> pieces(const std::string& path)
{
    std::vector<std::string> pieces;
    std::string piece;
    for (const char c : path + "/") {
        if (c != '/') {
            piece += c;
        } else if (piece == ".." && !pieces.empty()) {
            pieces.pop_back();
            piece.clear();
        } else {
            if (!piece.empty() && piece != ".") {
                pieces.push_back(piece);
            }
            piece.clear();
        }
    }
    return pieces;
}

std::string joined(const std::vector<std::string>& pieces)
{
    return fmt::format("{}", fmt::join(pieces, "/"));
}

/// A target as it is written beside `part`, as the name of a part.
std::string resolve_target(const std::string& part, const std::string& target)
{
    return joined(pieces(target.starts_with('/') ? target : folder_of(part) + target));
}

/// The other way round, from the folder of `part`.
std::string relative_target(const std::string& part, const std::string& to)
{
    auto from = pieces(folder_of(part));
    auto target = pieces(to);
    while (!from.empty() && target.size() > 1 && from.front() == target.front()) {
        from.erase(from.begin());
        target.erase(target.begin());
    }
    std::string path;
    for (std::size_t i = 0; i < from.size(); ++i) {
        path += "../";
    }
    return path + joined(target);
}

/// Short where the type is one of Office's own, else its whole address.
std::string short_type(std::string_view type)
{
    return std::string{type.starts_with(office_types) ? type.substr(office_types.size()) : type};
}

std::string long_type(const std::string& type)
{
    if (type == "core-properties") {
        return std::string{package_types} + type;
    }
    return type.find(':') == std::string::npos ? std::string{office_types} + type : type;
}

std::vector<Relation> read_relations(const std::string& part, const std::string& text)
{
    std::vector<Relation> relations;
    const pugi::xml_document document = xml::parse(text);
    for (const pugi::xml_node node : document.document_element().children()) {
        const bool external = std::string_view{node.attribute("TargetMode").value()} == "External";
        const std::string target = node.attribute("Target").value();
        relations.push_back({node.attribute("Id").value(),
                             short_type(node.attribute("Type").value()),
                             external ? target : resolve_target(part, target), external});
    }
    return relations;
}

std::string write_relations(const std::string& part, const std::vector<Relation>& relations)
{
    pugi::xml_document document;
    const xml::Node root =
        xml::add(document, "Relationships", {{"xmlns", std::string{relations_space}}});
    for (const Relation& relation : relations) {
        const xml::Node node =
            xml::add(root, "Relationship",
                     {{"Id", relation.id},
                      {"Type", long_type(relation.type)},
                      {"Target", relation.external ? relation.target
                                                   : relative_target(part, relation.target)}});
        if (relation.external) {
            xml::set(node, "TargetMode", "External");
        }
    }
    return xml::to_string(document);
}

} // namespace

OfficePackage OfficePackage::read(std::string_view bytes)
{
    OfficePackage package;
    try {
        for (ZipEntry& entry : read_zip(bytes)) {
            package.parts_[entry.name] = std::move(entry.content);
        }
        const auto types = package.parts_.find(std::string{types_part});
        if (types == package.parts_.end()) {
            throw PackageError{fmt::format("there is no {}", types_part)};
        }
        const pugi::xml_document document = xml::parse(types->second);
        for (const pugi::xml_node node : document.document_element().children()) {
            const std::string type = node.attribute("ContentType").value();
            if (std::string_view{node.name()} == "Default") {
                package.defaults_[node.attribute("Extension").value()] = type;
            } else {
                package.types_[joined(pieces(node.attribute("PartName").value()))] = type;
            }
        }
        package.parts_.erase(types);
        for (auto part = package.parts_.begin(); part != package.parts_.end();) {
            if (const auto owner = owner_of(part->first)) {
                package.relations_[*owner] = read_relations(*owner, part->second);
                part = package.parts_.erase(part);
            } else {
                ++part;
            }
        }
    } catch (const ZipError& error) {
        throw PackageError{error.what()};
    } catch (const xml::XmlError& error) {
        throw PackageError{error.what()};
    }
    return package;
}

const std::string& OfficePackage::content(const std::string& part) const
{
    const auto found = parts_.find(part);
    if (found == parts_.end()) {
        throw PackageError{fmt::format("there is no part “{}”", part)};
    }
    return found->second;
}

pugi::xml_document OfficePackage::document(const std::string& part) const
{
    try {
        return xml::parse(content(part));
    } catch (const xml::XmlError& error) {
        throw PackageError{fmt::format("{}: {}", part, error.what())};
    }
}

std::string OfficePackage::content_type(const std::string& part) const
{
    if (const auto own = types_.find(part); own != types_.end()) {
        return own->second;
    }
    const auto by_ending = defaults_.find(part.substr(part.rfind('.') + 1));
    return by_ending != defaults_.end() ? by_ending->second : "";
}

void OfficePackage::set(const std::string& part, std::string content,
                        const std::string& content_type)
{
    parts_[part] = std::move(content);
    if (this->content_type(part) != content_type) {
        types_[part] = content_type;
    }
}

void OfficePackage::replace(const std::string& part, std::string content)
{
    parts_.at(part) = std::move(content);
}

void OfficePackage::replace(const std::string& part, const pugi::xml_document& document)
{
    replace(part, xml::to_string(document));
}

void OfficePackage::set_default_type(const std::string& ending, const std::string& content_type)
{
    defaults_[ending] = content_type;
}

std::string OfficePackage::free_name(const std::string& before, const std::string& after) const
{
    for (int number = 1;; ++number) {
        std::string name = fmt::format("{}{}{}", before, number, after);
        if (!has(name)) {
            return name;
        }
    }
}

const std::vector<Relation>& OfficePackage::relations(const std::string& part) const
{
    static const std::vector<Relation> none;
    const auto found = relations_.find(part);
    return found != relations_.end() ? found->second : none;
}

std::string OfficePackage::related(const std::string& part, std::string_view type) const
{
    for (const Relation& relation : relations(part)) {
        if (relation.type == type && has(relation.target)) {
            return relation.target;
        }
    }
    throw PackageError{fmt::format("“{}” has no {}", part, type)};
}

std::string OfficePackage::related_by_id(const std::string& part, std::string_view id) const
{
    for (const Relation& relation : relations(part)) {
        if (relation.id == id && has(relation.target)) {
            return relation.target;
        }
    }
    throw PackageError{fmt::format("“{}” has no relation “{}”", part, id)};
}

std::string OfficePackage::relate(const std::string& from, const std::string& type,
                                  const std::string& to)
{
    std::vector<Relation>& all = relations_[from];
    for (int number = 1;; ++number) {
        std::string id = fmt::format("rId{}", number);
        if (std::ranges::find(all, id, &Relation::id) == all.end()) {
            all.push_back({id, type, to, false});
            return id;
        }
    }
}

void OfficePackage::unrelate(const std::string& from, std::string_view id)
{
    std::erase_if(relations_[from], [&](const Relation& relation) { return relation.id == id; });
}

void OfficePackage::drop_unreachable()
{
    std::set<std::string> reached{""};
    std::vector<std::string> ahead{""};
    while (!ahead.empty()) {
        const std::string part = ahead.back();
        ahead.pop_back();
        for (const Relation& relation : relations(part)) {
            if (!relation.external && reached.insert(relation.target).second) {
                ahead.push_back(relation.target);
            }
        }
    }
    const auto is_lost = [&](const auto& entry) { return !reached.contains(entry.first); };
    std::erase_if(parts_, is_lost);
    std::erase_if(types_, is_lost);
    std::erase_if(relations_, is_lost);
}

std::string OfficePackage::write() const
{
    pugi::xml_document types;
    const xml::Node root = xml::add(types, "Types", {{"xmlns", std::string{types_space}}});
    for (const auto& [ending, type] : defaults_) {
        xml::add(root, "Default", {{"Extension", ending}, {"ContentType", type}});
    }
    for (const auto& [part, type] : types_) {
        if (has(part)) {
            xml::add(root, "Override", {{"PartName", "/" + part}, {"ContentType", type}});
        }
    }
    ZipEntries entries{{std::string{types_part}, xml::to_string(types)}};
    for (const auto& [part, relations] : relations_) {
        if (!relations.empty()) {
            entries.push_back({relations_part(part), write_relations(part, relations)});
        }
    }
    for (const auto& [part, content] : parts_) {
        entries.push_back({part, content});
    }
    return write_zip(entries);
}

} // namespace weekboard
