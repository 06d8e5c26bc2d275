#include "verbs/import_choices.h"

#include "ingest/layout.h"
#include "program.h"
#include "publish/file_target.h"
#include "publish/json.h"

namespace weekboard
{

namespace
{

FigureNames names_in(const Json& document, const char* key)
{
    return document.value(key, FigureNames{});
}

/// A series that is made for a column.
Series series_in(const Json& created)
{
    Series series;
    series.code = created.at("code").get<std::string>();
    series.name.zh = created.at("name_zh").get<std::string>();
    series.name.en = created.value("name_en", series.name.zh);
    series.unit = created.at("unit").get<std::string>();
    const auto frequency = parse_frequency(created.at("frequency").get<std::string>());
    const auto measure = parse_measure(created.at("measure").get<std::string>());
    if (!frequency || !measure || series.code.empty() || series.name.zh.empty()) {
        throw std::invalid_argument{"create: " + created.dump()};
    }
    series.frequency = *frequency;
    series.measure = *measure;
    constexpr int most_decimals = 8;
    constexpr int longest_lag = 3660;
    series.decimals = std::clamp(created.value("decimals", 2), 0, most_decimals);
    series.release_lag_days = std::clamp(created.value("release_lag_days", 0), 0, longest_lag);
    series.source = created.value("source", std::string{});
    series.group = created.value("group", std::string{"imported"});
    return series;
}

void read_document(const Json& document, ImportChoices& choices)
{
    choices.hashes = document.value("files", choices.hashes);
    choices.figures.refused = names_in(document, "refuse");
    choices.figures.revised = names_in(document, "revise");
    choices.figures.corrected = names_in(document, "correct");
    choices.figures.withdrawn = names_in(document, "withdraw");
    for (const auto& [name, code] : document.value("map", std::map<std::string, std::string>{})) {
        choices.wishes.chosen[name] = code;
    }
    for (const Json& created : document.value("create", Json::array())) {
        Series series = series_in(created);
        choices.wishes.chosen[created.at("column").get<std::string>()] = series.code;
        choices.wishes.created.push_back(std::move(series));
    }
    choices.wishes.layouts = document.value("layouts", choices.wishes.layouts);
    for (const std::string& description : choices.wishes.layouts) {
        (void)read_layout(description);
    }
}

} // namespace

void read_choices(const std::string& path, ImportChoices& choices)
{
    constexpr std::size_t longest = 16U << 20;
    try {
        read_document(Json::parse(read_file(path, longest)), choices);
    } catch (const std::exception& error) {
        throw VerbFailure{exit_refused,
                          Verb::tr("%1 holds no choices for an import: %2.")
                              .arg(QString::fromStdString(path), QString::fromUtf8(error.what()))};
    }
}

} // namespace weekboard
