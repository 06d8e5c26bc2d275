#include "verbs/verbs.h"

#include "exhibit_choice.h"
#include "export/picture.h"

#include <QDir>

namespace weekboard
{

namespace
{

struct ExportOptions {
    std::string exhibits;
    std::string format = "png";
    std::string profile = "slide-half";
    int dpi = 300;
    std::string out;
    WeekChoice week;
    bool json = false;
};

ExportProfile require_profile(const std::string& name)
{
    if (const auto profile = find_profile(name)) {
        return *profile;
    }
    throw VerbFailure{exit_refused,
                      Verb::tr("--profile: “%1” is none of slide-full, slide-half, slide-third, "
                               "report-column, nor a size such as 12.5x8cm with sides from 4 to "
                               "100 cm.")
                          .arg(QString::fromStdString(name))};
}

PictureFormat require_format(const std::string& name)
{
    if (const auto format = parse_picture_format(name)) {
        return *format;
    }
    throw VerbFailure{
        exit_refused,
        Verb::tr("--format: “%1” is none of png, svg.").arg(QString::fromStdString(name))};
}

int run(const Program& program, const ExportOptions& options)
{
    const ExportProfile profile = require_profile(options.profile);
    const PictureFormat format = require_format(options.format);
    const QString folder = QString::fromStdString(options.out);
    auto store = program.open_to_read();
    const auto exhibits = store->read([&](SQLite::Database& database) {
        const WantedWeek wanted = wanted_week(database, options.week, program.clock());
        return resolve_chosen(database, options.exhibits,
                              {wanted.week, wanted.as_of, program.language});
    });
    if (!QDir{}.mkpath(folder)) {
        throw ExportError{folder, Verb::tr("the folder cannot be made")};
    }
    Json files = Json::array();
    for (const Exhibit& exhibit : exhibits) {
        const QString path = QDir{folder}.filePath(file_name(exhibit, format));
        const int dpi = format == PictureFormat::png ? options.dpi : 96;
        write_file(path, format == PictureFormat::png
                             ? encode_png(draw_image(exhibit, profile, dpi, RiseColor::red))
                             : draw_svg(exhibit, profile, RiseColor::red));
        files.push_back({{"exhibit", exhibit.id},
                         {"number", exhibit.number},
                         {"path", path.toStdString()},
                         {"width_px", profile.width_px(dpi)},
                         {"height_px", profile.height_px(dpi)}});
        if (!options.json) {
            print(path.toStdString());
        }
    }
    if (options.json) {
        print(Json{{"files", std::move(files)}});
    }
    return exit_done;
}

} // namespace

void add_export(CLI::App& app, Program& program, Action& action)
{
    add_verb<ExportOptions>(
        app, action, "export", Verb::tr("Exhibits as pictures, sized for their place"),
        "weekboard export --exhibit 1,2,3 --format png --profile slide-half --out pictures",
        [](CLI::App& verb, ExportOptions& options) {
            verb.add_option("--exhibit", options.exhibits,
                            Verb::tr("Ids or numbers with commas, or all").toStdString())
                ->required();
            verb.add_option("--format", options.format, Verb::tr("png or svg").toStdString());
            verb.add_option("--profile", options.profile,
                            Verb::tr("slide-full, slide-half, slide-third, report-column or WxHcm")
                                .toStdString());
            verb.add_option("--dpi", options.dpi, Verb::tr("Of a PNG").toStdString())
                ->check(CLI::Range(36, 1200));
            verb.add_option("--out", options.out, Verb::tr("The folder").toStdString())->required();
            describe_week(verb, options.week);
            describe_json(verb, options.json);
        },
        [&program](const ExportOptions& options) { return run(program, options); });
}

} // namespace weekboard
