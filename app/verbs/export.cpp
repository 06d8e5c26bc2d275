#include "verbs/verbs.h"

#include "export/export_run.h"
#include "publish/csv_sheet.h"
#include "publish/file_target.h"
#include "publish/workbook.h"
#include "week_source.h"

#include <fmt/format.h>

#include <iostream>

namespace weekboard
{

namespace
{

struct ExportOptions {
    std::string exhibits;
    std::string format = "png";
    std::string profile = "slide-half";
    std::optional<int> dpi;
    bool no_title = false;
    bool no_source = false;
    bool transparent = false;
    bool events = false;
    bool text_as_paths = false;
    std::string encoding = "utf-8";
    std::string name;
    std::string out;
    bool green_up = false;
    bool progress = false;
    WeekChoice week;
    bool json = false;
};

ExportProfile require_profile(const ExportOptions& options)
{
    auto profile = find_profile(options.profile);
    if (!profile) {
        throw VerbFailure{exit_refused,
                          Verb::tr("--profile: “%1” is none of slide-full, slide-half, "
                                   "slide-third, report-column, nor a size such as 12.5x8cm with "
                                   "sides from 4 to 100 cm.")
                              .arg(QString::fromStdString(options.profile))};
    }
    profile->dpi = options.dpi.value_or(profile->dpi);
    profile->number_and_title = profile->number_and_title && !options.no_title;
    profile->source = profile->source && !options.no_source;
    profile->transparent = profile->transparent || options.transparent;
    profile->events = options.events;
    profile->text_as_paths = options.text_as_paths;
    constexpr double most_pixels = 400e6; // one picture has to fit into memory
    if (static_cast<double>(profile->width_px()) * profile->height_px() > most_pixels) {
        throw VerbFailure{exit_refused, Verb::tr("--dpi: the picture would have more than 400 "
                                                 "million pixels.")};
    }
    return *profile;
}

CsvEncoding require_encoding(const std::string& name)
{
    if (name == "utf-8") {
        return CsvEncoding::utf8;
    }
    if (name == "gb18030") {
        return CsvEncoding::gb18030;
    }
    throw VerbFailure{
        exit_refused,
        Verb::tr("--encoding: “%1” is none of utf-8, gb18030.").arg(QString::fromStdString(name))};
}

Json file_entry(const Exhibit& exhibit, const std::filesystem::path& path)
{
    return {{"exhibit", exhibit.id},
            {"number", exhibit.number},
            {"path", path.string()},
            {"width_px", nullptr},
            {"height_px", nullptr}};
}

/// A file for each exhibit.
Json write_csv(const std::vector<Exhibit>& exhibits, const ExportOptions& options)
{
    const CsvEncoding encoding = require_encoding(options.encoding);
    Json files = Json::array();
    std::vector<std::filesystem::path> paths;
    for (const Exhibit& exhibit : exhibits) {
        paths.push_back(free_path(options.out, file_stem(exhibit, options.name), "csv", paths));
        const auto& path = paths.back();
        replace_file(path, csv_of(table_of(exhibit), encoding));
        files.push_back(file_entry(exhibit, path));
    }
    return files;
}

/// One workbook with a sheet for each exhibit.
Json write_workbook(const std::vector<Exhibit>& exhibits, const ExportOptions& options)
{
    Json files = Json::array();
    if (exhibits.empty()) {
        return files;
    }
    const std::string name =
        exhibits.size() == 1 ? file_stem(exhibits.front(), options.name)
                             : fmt::format("weekboard-{}", to_iso(exhibits.front().week.friday()));
    const auto path = std::filesystem::path{options.out} / (name + ".xlsx");
    replace_file(path, workbook_of(exhibits));
    for (const Exhibit& exhibit : exhibits) {
        Json entry = file_entry(exhibit, path);
        entry["sheet"] = own_sheet_name(exhibit);
        files.push_back(std::move(entry));
    }
    return files;
}

Json write_pictures(const std::vector<Exhibit>& exhibits, PictureFormat format,
                    const ExportOptions& options)
{
    const ExportProfile profile = require_profile(options);
    ExportRun run{options.out, profile, format, rise_color(options.green_up), options.name};
    for (std::size_t i = 0; i < exhibits.size(); ++i) {
        run.add(exhibits[i]);
        if (options.progress) {
            std::cerr << fmt::format("progress {} {}\n", i + 1, exhibits.size());
        }
    }
    Json files = Json::array();
    for (const auto& path : run.finish()) {
        const Exhibit& exhibit = exhibits[files.size()];
        Json entry = file_entry(exhibit, path);
        const int dpi = format == PictureFormat::png ? profile.dpi : 96;
        entry["width_px"] = pixels(profile.width_cm, dpi);
        entry["height_px"] = pixels(profile.height_cm, dpi);
        files.push_back(std::move(entry));
    }
    return files;
}

Json write_files(const std::vector<Exhibit>& exhibits, const ExportOptions& options)
{
    if (options.format == "csv") {
        return write_csv(exhibits, options);
    }
    if (options.format == "xlsx") {
        return write_workbook(exhibits, options);
    }
    return write_pictures(exhibits, *parse_picture_format(options.format), options);
}

int run(const Program& program, const ExportOptions& options)
{
    const bool known =
        parse_picture_format(options.format) || options.format == "csv" || options.format == "xlsx";
    if (!known) {
        throw VerbFailure{exit_refused,
                          Verb::tr("--format: “%1” is none of png, svg, pdf, csv, xlsx.")
                              .arg(QString::fromStdString(options.format))};
    }
    require_profile(options);
    require_encoding(options.encoding);
    auto store = program.open_to_read();
    const auto exhibits = store->read([&](Connection& database) {
        return WeekSource{database, options.week, program}.exhibits(options.exhibits);
    });
    make_folder(options.out);
    Json files = write_files(exhibits, options);
    if (options.json) {
        print(Json{{"files", std::move(files)}});
        return exit_done;
    }
    std::string last;
    for (const Json& file : files) {
        if (const auto path = file["path"].get<std::string>(); path != last) {
            print(path);
            last = path;
        }
    }
    return exit_done;
}

} // namespace

void add_export(CLI::App& app, Program& program, Action& action)
{
    add_verb<ExportOptions>(
        app, action, "export",
        Verb::tr("Exhibits as pictures, sized for their place, or as sheets"),
        "weekboard export --exhibit 1,2,3 --format png --profile slide-half --out pictures",
        [](CLI::App& verb, ExportOptions& options) {
            verb.add_option("--exhibit", options.exhibits,
                            Verb::tr("Ids or numbers with commas, or all").toStdString())
                ->required();
            verb.add_option("--format", options.format,
                            Verb::tr("png, svg, pdf, csv or xlsx").toStdString());
            verb.add_option("--profile", options.profile,
                            Verb::tr("slide-full, slide-half, slide-third, report-column or WxHcm")
                                .toStdString());
            verb.add_option("--dpi", options.dpi, Verb::tr("Of a PNG").toStdString())
                ->check(CLI::Range(36, 1200));
            verb.add_flag("--no-title", options.no_title,
                          Verb::tr("Pictures without number and title").toStdString());
            verb.add_flag("--no-source", options.no_source,
                          Verb::tr("Pictures without the source line").toStdString());
            verb.add_flag("--transparent", options.transparent,
                          Verb::tr("Pictures without a background").toStdString());
            verb.add_flag("--events", options.events,
                          Verb::tr("Pictures with the events marked").toStdString());
            verb.add_flag("--text-as-paths", options.text_as_paths,
                          Verb::tr("SVG with outlines in place of text").toStdString());
            verb.add_option("--encoding", options.encoding,
                            Verb::tr("Of CSV: utf-8 or gb18030").toStdString());
            verb.add_option("--name", options.name,
                            Verb::tr("Pattern of file names, with {number}, {id}, {title}, {week}")
                                .toStdString());
            verb.add_option("--out", options.out, Verb::tr("The folder").toStdString())->required();
            verb.add_flag("--progress", options.progress,
                          Verb::tr("Tell on standard error how many are drawn").toStdString());
            describe_green_up(verb, options.green_up);
            describe_week(verb, options.week);
            describe_json(verb, options.json);
        },
        [&program](const ExportOptions& options) { return run(program, options); });
}

} // namespace weekboard
