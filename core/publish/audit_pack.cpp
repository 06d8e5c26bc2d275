#include "publish/audit_pack.h"

#include "publish/digest.h"
#include "publish/json.h"

#include <fmt/format.h>

#include <map>

namespace weekboard
{

namespace
{

constexpr const char* manifest_name = "manifest.json";

std::string quoted(std::string text)
{
    for (auto at = text.find('"'); at != std::string::npos; at = text.find('"', at + 2)) {
        text.insert(at, 1, '"');
    }
    return '"' + text + '"';
}

std::string figures_csv(const WeekEdition& edition)
{
    std::string csv = "code,period_end,vintage,value,batch\r\n";
    for (const EditionFigure& figure : edition.figures) {
        csv += fmt::format("{},{},{},{},{}\r\n", figure.code, to_iso(figure.period_end),
                           to_iso(figure.vintage), figure.value, figure.batch);
    }
    return csv;
}

std::string batches_csv(const WeekEdition& edition)
{
    std::string csv = "id,kind,origin,author,created_at\r\n";
    for (const Batch& batch : edition.batches) {
        csv += fmt::format("{},{},{},{},{}\r\n", batch.id, batch.kind, quoted(batch.origin),
                           quoted(batch.author), batch.created_at);
    }
    return csv;
}

ZipEntry json_file(std::string name, const Json& content)
{
    return {std::move(name), content.dump(2, ' ', false, Json::error_handler_t::replace)};
}

ZipEntry manifest_of(const Publication& publication, const ZipEntries& files)
{
    Json list = Json::array();
    for (const ZipEntry& file : files) {
        list.push_back({{"name", file.name},
                        {"bytes", file.content.size()},
                        {"sha256", sha256(file.content)}});
    }
    return json_file(manifest_name, {{"week", to_iso(publication.week_end)},
                                     {"edition", publication.edition},
                                     {"published_at", publication.published_at},
                                     {"author", publication.author},
                                     {"files", std::move(list)}});
}

std::map<std::string, std::string> listed_hashes(const std::string& manifest)
{
    std::map<std::string, std::string> hashes;
    const auto parsed = nlohmann::json::parse(manifest);
    for (const auto& file : parsed.at("files")) {
        hashes[file.at("name").get<std::string>()] = file.at("sha256").get<std::string>();
    }
    return hashes;
}

void check_hashes(const ZipEntries& entries, std::vector<std::string>& problems)
{
    if (entries.empty() || entries.back().name != manifest_name) {
        problems.emplace_back("there is no list of files and hashes (manifest.json)");
        return;
    }
    auto hashes = listed_hashes(entries.back().content);
    for (std::size_t i = 0; i + 1 < entries.size(); ++i) {
        const auto listed = hashes.find(entries[i].name);
        if (listed == hashes.end()) {
            problems.push_back(fmt::format("{}: not on the list", entries[i].name));
        } else if (listed->second != sha256(entries[i].content)) {
            problems.push_back(fmt::format("{}: not what it was", entries[i].name));
        }
        if (listed != hashes.end()) {
            hashes.erase(listed);
        }
    }
    for (const auto& [name, hash] : hashes) {
        problems.push_back(fmt::format("{}: missing", name));
    }
}

} // namespace

std::string make_pack(const Publication& publication, const WeekEdition& edition,
                      const ZipEntries& pictures)
{
    ZipEntries files{{"edition.json", publication.content},
                     {"figures.csv", figures_csv(edition)},
                     {"batches.csv", batches_csv(edition)}};
    for (const auto& [language, name] :
         {std::pair{Language::chinese, "zh"}, {Language::english, "en"}}) {
        files.push_back(
            json_file(fmt::format("week-{}.json", name), json_of(edition.view, language)));
        files.push_back(json_file(fmt::format("exhibits-{}.json", name),
                                  json_of(edition.in(language).exhibits)));
    }
    files.insert(files.end(), pictures.begin(), pictures.end());
    files.push_back(manifest_of(publication, files));
    return write_zip(files, ZipMethod::stored);
}

std::vector<std::string> verify_pack(std::string_view bytes)
{
    std::vector<std::string> problems;
    try {
        const ZipEntries entries = read_zip(bytes);
        check_hashes(entries, problems);
        // What no hash covers, dates and the zip's own lists, is as it was if the same files make
        // the same zip again.
        if (problems.empty() && write_zip(entries, ZipMethod::stored) != bytes) {
            problems.emplace_back("the zip around the files is not what it was");
        }
    } catch (const ZipError& error) {
        problems.push_back(fmt::format("the zip is damaged: {}", error.what()));
    } catch (const nlohmann::json::exception&) {
        problems.emplace_back("manifest.json cannot be read");
    }
    return problems;
}

} // namespace weekboard
