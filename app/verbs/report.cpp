#include "verbs/verbs.h"

#include "export/report_files.h"
#include "publish/file_target.h"
#include "week_source.h"

namespace weekboard
{

namespace
{

struct ReportOptions {
    std::string out;
    bool green_up = false;
    WeekChoice week;
    bool json = false;
};

int run(const Program& program, const ReportOptions& options)
{
    const bool is_page = options.out.ends_with(".html");
    if (!is_page && !options.out.ends_with(".pdf")) {
        throw VerbFailure{exit_refused, Verb::tr("--out: “%1” ends neither in .pdf nor in .html.")
                                            .arg(QString::fromStdString(options.out))};
    }
    const Report report = program.open_to_read()->read([&](Connection& database) {
        return WeekSource{database, options.week, program}.report();
    });
    const UnfinishedReport drawn = is_page ? draw_report_html(report, rise_color(options.green_up))
                                           : draw_report_pdf(report, rise_color(options.green_up));
    replace_file(options.out, drawn.finish());
    if (options.json) {
        print(Json{{"path", options.out}, {"pages", drawn.pages}});
    } else {
        print(options.out);
    }
    return exit_done;
}

} // namespace

void add_report(CLI::App& app, Program& program, Action& action)
{
    add_verb<ReportOptions>(
        app, action, "report", Verb::tr("The week as a document or as one self-contained page"),
        "weekboard report --week 2026-04-10 --out weekly.pdf",
        [](CLI::App& verb, ReportOptions& options) {
            verb.add_option("--out", options.out, Verb::tr("A .pdf or a .html").toStdString())
                ->required();
            describe_green_up(verb, options.green_up);
            describe_week(verb, options.week);
            describe_json(verb, options.json);
        },
        [&program](const ReportOptions& options) { return run(program, options); });
}

} // namespace weekboard
