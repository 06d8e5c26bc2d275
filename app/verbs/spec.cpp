#include "verbs/verbs.h"

#include "exhibit/spec_library.h"
#include "publish/file_target.h"
#include "text_table.h"

#include <fmt/format.h>

#include <fstream>
#include <sstream>

namespace weekboard
{

namespace
{

struct SpecOptions {
    std::string action = "list";
    std::vector<std::string> what;
    std::string out = ".";
    bool json = false;
};

Json json_of_findings(const std::vector<SpecFinding>& findings)
{
    Json list = Json::array();
    for (const SpecFinding& finding : findings) {
        list.push_back({{"file", finding.file},
                        {"line", finding.line},
                        {"key", finding.key},
                        {"expected", finding.expected}});
    }
    return list;
}

std::string text_of_file(const std::string& path)
{
    std::ifstream file{path, std::ios::binary};
    std::ostringstream text;
    text << file.rdbuf();
    if (!file) {
        throw VerbFailure{exit_refused,
                          Verb::tr("%1 cannot be read.").arg(QString::fromStdString(path))};
    }
    return text.str();
}

StoredSpec require_stored(Connection& database, const std::string& name)
{
    for (const StoredSpec& spec : all_specs(database)) {
        const bool by_number =
            spec.state != SpecState::deleted && std::to_string(spec.number) == name;
        if (spec.id == name || by_number) {
            return spec;
        }
    }
    throw VerbFailure{exit_refused,
                      Verb::tr("There is no exhibit “%1”. The verb “spec” lists them all.")
                          .arg(QString::fromStdString(name))};
}

/// Those that are named, or all.
std::vector<StoredSpec> chosen(Connection& database, const std::vector<std::string>& names)
{
    if (names.empty() || names.front() == "all") {
        return shown_specs(database);
    }
    std::vector<StoredSpec> specs;
    specs.reserve(names.size());
    for (const std::string& name : names) {
        specs.push_back(require_stored(database, name));
    }
    return specs;
}

int list(const Program& program, const SpecOptions& options)
{
    const auto specs =
        program.open_to_read()->read([](Connection& database) { return all_specs(database); });
    Json json = Json::array();
    TextTable table{{Align::right, Align::left, Align::left, Align::left, Align::left}};
    for (const StoredSpec& stored : specs) {
        const auto spec = read_spec(stored.toml, stored.id).spec;
        const std::string kind{spec ? to_string(spec->kind) : "?"};
        const std::string title = spec ? spec->neutral_title.in(program.language) : "?";
        const std::string state{to_string(stored.state)};
        table.add({std::to_string(stored.number), stored.id, kind,
                   stored.edited ? state + ", edited" : state, title});
        json.push_back({{"number", stored.number},
                        {"id", stored.id},
                        {"kind", kind},
                        {"title", title},
                        {"state", state},
                        {"edited", stored.edited}});
    }
    options.json ? print(Json{{"specs", std::move(json)}}) : print(table.text());
    return exit_done;
}

int show(const Program& program, const SpecOptions& options)
{
    const auto specs = program.open_to_read()->read(
        [&](Connection& database) { return chosen(database, options.what); });
    Json json = Json::array();
    for (const StoredSpec& spec : specs) {
        const std::string text = with_number(spec.toml, spec.number);
        json.push_back({{"id", spec.id}, {"number", spec.number}, {"toml", text}});
        if (!options.json) {
            print(text);
        }
    }
    if (options.json) {
        print(Json{{"specs", std::move(json)}});
    }
    return exit_done;
}

int check(const Program& program, const SpecOptions& options)
{
    auto store = program.open_to_read();
    std::vector<SpecFinding> findings;
    for (const std::string& path : options.what) {
        const std::string text = text_of_file(path);
        const SpecReading reading =
            store->read([&](Connection& database) { return check_spec(database, text, path); });
        findings.insert(findings.end(), reading.findings.begin(), reading.findings.end());
    }
    if (options.json) {
        print(Json{{"findings", json_of_findings(findings)}});
    } else {
        for (const SpecFinding& finding : findings) {
            print(to_string(finding));
        }
    }
    return findings.empty() ? exit_done : exit_findings;
}

int import(const Program& program, const SpecOptions& options)
{
    auto store = program.open_to_write();
    std::vector<std::string> texts;
    texts.reserve(options.what.size());
    for (const std::string& path : options.what) {
        texts.push_back(text_of_file(path));
    }
    Json json = Json::array();
    store->write([&](Connection& database) {
        for (std::size_t i = 0; i < texts.size(); ++i) {
            const SpecImport import =
                import_spec(database, texts[i], options.what[i], program.clock());
            if (!import.findings.empty()) {
                throw VerbFailure{exit_refused,
                                  QString::fromStdString(to_string(import.findings.front()))};
            }
            json.push_back(
                {{"id", import.id}, {"number", import.number}, {"replaced", import.replaced}});
        }
    });
    options.json
        ? print(Json{{"imported", std::move(json)}})
        : print(Verb::tr("%n exhibit(s) imported.", nullptr, static_cast<int>(texts.size()))
                    .toStdString());
    return exit_done;
}

int export_files(const Program& program, const SpecOptions& options)
{
    const auto specs = program.open_to_read()->read(
        [&](Connection& database) { return chosen(database, options.what); });
    const std::filesystem::path folder = options.out;
    make_folder(folder);
    Json json = Json::array();
    for (const StoredSpec& spec : specs) {
        const auto path = folder / fmt::format("{:02}-{}.toml", spec.number, spec.id);
        replace_file(path, with_number(spec.toml, spec.number));
        json.push_back({{"id", spec.id}, {"path", path.string()}});
        if (!options.json) {
            print(path.string());
        }
    }
    if (options.json) {
        print(Json{{"files", std::move(json)}});
    }
    return exit_done;
}

/// Hides, deletes and the like: what is done to each that is named.
template <typename Change>
int change(const Program& program, const SpecOptions& options, Change change_one)
{
    auto store = program.open_to_write();
    store->write([&](Connection& database) {
        for (const std::string& name : options.what) {
            change_one(database, require_stored(database, name).id);
        }
    });
    if (options.json) {
        print(Json{{"changed", options.what}});
    }
    return exit_done;
}

int run(const Program& program, const SpecOptions& options)
{
    if (options.action == "list") {
        return list(program, options);
    }
    if (options.action == "show") {
        return show(program, options);
    }
    if (options.action == "export") {
        return export_files(program, options);
    }
    if (options.what.empty()) {
        throw VerbFailure{
            exit_malformed,
            Verb::tr("spec %1: say which one.").arg(QString::fromStdString(options.action))};
    }
    if (options.action == "check") {
        return check(program, options);
    }
    if (options.action == "import") {
        return import(program, options);
    }
    const Clock& clock = program.clock();
    if (options.action == "hide" || options.action == "unhide") {
        return change(program, options, [&](Connection& database, const std::string& id) {
            hide_spec(database, id, options.action == "hide");
        });
    }
    if (options.action == "delete") {
        return change(program, options, [&](Connection& database, const std::string& id) {
            delete_spec(database, id, clock);
        });
    }
    return change(program, options, [&](Connection& database, const std::string& id) {
        if (!restore_spec(database, id, clock)) {
            throw VerbFailure{exit_refused,
                              Verb::tr("“%1” did not come with the program: there is nothing to "
                                       "restore.")
                                  .arg(QString::fromStdString(id))};
        }
    });
}

} // namespace

void add_spec(CLI::App& app, Program& program, Action& action)
{
    add_verb<SpecOptions>(
        app, action, "spec", Verb::tr("What the exhibits are: list, show, check, import, export"),
        "weekboard spec export 5 --out specs",
        [](CLI::App& verb, SpecOptions& options) {
            verb.add_option("ACTION", options.action,
                            "list, show, check, import, export, hide, unhide, delete, restore")
                ->check(CLI::IsMember({"list", "show", "check", "import", "export", "hide",
                                       "unhide", "delete", "restore"}));
            verb.add_option(
                "WHAT", options.what,
                Verb::tr("Ids or numbers of exhibits; files to check or import").toStdString());
            verb.add_option("--out", options.out,
                            Verb::tr("The folder for exported files").toStdString());
            describe_json(verb, options.json);
        },
        [&program](const SpecOptions& options) { return run(program, options); });
}

} // namespace weekboard
