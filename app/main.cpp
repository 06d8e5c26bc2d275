#include "drawing_application.h"
#include "logging.h"
#include "program.h"
#include "publish/file_target.h"
#include "system_clock.h"
#include "verbs/verbs.h"
#include "window.h"
#include "words/store_words.h"
#include "words/translation.h"

#include <QApplication>
#include <spdlog/spdlog.h>

#include <algorithm>
#include <array>
#include <csignal>
#include <cstdlib>
#include <iostream>
#include <memory>

using namespace weekboard;

namespace
{

/// What the command line said beyond a verb's own options.
struct GlobalOptions {
    std::string store;
    std::string language;
    std::string log_level; ///< as given; verbs are quieter by default than the window's file
};

bool has_display()
{
    const auto is_set = [](const char* name) {
        const char* value = std::getenv(name);
        return value != nullptr && *value != '\0';
    };
    return is_set("DISPLAY") || is_set("WAYLAND_DISPLAY") || is_set("QT_QPA_PLATFORM");
}

/// The language decides how the rest of the command line is described, so it is looked up first.
Language language_from(int argc, char** argv)
{
    std::string given;
    for (int i = 1; i < argc; ++i) {
        const std::string argument = argv[i];
        if (argument == "--lang" && i + 1 < argc) {
            given = argv[i + 1];
        } else if (argument.starts_with("--lang=")) {
            given = argument.substr(7);
        }
    }
    return given.empty() ? language_of_locale()
                         : (given == "zh" ? Language::chinese : Language::english);
}

void describe(CLI::App& app, GlobalOptions& options)
{
    app.set_version_flag("--version", std::string{"weekboard "} + WEEKBOARD_VERSION);
    app.set_help_flag("-h,--help", Verb::tr("Print this help and end").toStdString());
    app.add_option("--store", options.store, Verb::tr("The store's file").toStdString());
    app.add_option("--lang", options.language, Verb::tr("zh or en").toStdString())
        ->check(CLI::IsMember({"zh", "en"}));
    app.add_option("--log-level", options.log_level,
                   Verb::tr("trace, debug, info, warn, error or off").toStdString())
        ->check(CLI::IsMember({"trace", "debug", "info", "warn", "error", "off"}));
    app.require_subcommand(0, 1);
    app.fallthrough();
}

void add_verbs(CLI::App& app, Program& program, Action& action)
{
    for (const auto add :
         {add_week,    add_exhibit, add_export, add_deck,   add_report, add_series,  add_set,
          add_import,  add_batches, add_revert, add_verify, add_backup, add_restore, add_check,
          add_publish, add_diff,    add_pack,   add_rate,   add_note,   add_spec}) {
        add(app, program, action);
    }
}

bool mentions(int argc, char** argv, std::initializer_list<std::string_view> words)
{
    return std::any_of(argv + 1, argv + argc, [&](const char* argument) {
        return std::ranges::find(words, argument) != words.end();
    });
}

/// Nothing but global options, and those of Qt itself: the window is wanted. Anything else is for
/// the command line to take or to refuse, which needs no display.
bool asks_for_the_window(int argc, char** argv)
{
    static constexpr std::array<std::string_view, 5> with_value{"--store", "--lang", "--log-level",
                                                                "-platform", "-style"};
    for (int i = 1; i < argc; ++i) {
        const std::string_view argument = argv[i];
        const auto name = argument.substr(0, argument.find('='));
        if (std::ranges::find(with_value, name) == with_value.end()) {
            return false;
        }
        i += name == argument ? 1 : 0;
    }
    return true;
}

/// Qt's application decides what can be done: a window or pictures, or words alone.
std::unique_ptr<QCoreApplication> make_application(bool draws, int& argc, char** argv)
{
    QCoreApplication::setOrganizationName(QStringLiteral("weekboard"));
    QCoreApplication::setApplicationName(QStringLiteral("weekboard"));
    if (!draws) {
        return std::make_unique<QCoreApplication>(argc, argv);
    }
    return make_drawing_application(argc, argv);
}

int run_verb(const Action& action)
{
    try {
        return action();
    } catch (const VerbFailure& failure) {
        std::cerr << "weekboard: " << failure.what() << '\n';
        return failure.status();
    } catch (const StoreError& error) {
        spdlog::info("{}", error.what());
        std::cerr << "weekboard: " << sentence_for(error.condition(), error.path()).toStdString()
                  << '\n';
        return exit_unusable;
    } catch (const ExportError& error) {
        std::cerr << "weekboard: " << sentence_for(error).toStdString() << '\n';
        return exit_unusable;
    } catch (const std::exception& error) {
        std::cerr << "weekboard: " << error.what() << '\n';
        return exit_unusable;
    }
}

} // namespace

int main(int argc, char** argv)
{
    // A file-size limit is a full disk, told by an error code; the signal would end the program.
    std::signal(SIGXFSZ, SIG_IGN);
    leave_trace_of_crashes();

    log_messages_of_qt();
    const bool opens_window = has_display() && asks_for_the_window(argc, argv);
    const bool draws = opens_window || mentions(argc, argv, {"export", "report", "pack"});
    if (draws && !opens_window) {
        qputenv("QT_QPA_PLATFORM", "offscreen");
    }
    const auto application = make_application(draws, argc, argv);

    const SystemClock clock;
    Program program{clock};
    program.language = language_from(argc, argv);
    auto translation = std::make_unique<Translation>(program.language);

    CLI::App app{Verb::tr("Weekboard: a sector analyst's week").toStdString(), "weekboard"};
    GlobalOptions options;
    describe(app, options);
    Action action;
    add_verbs(app, program, action);
    try {
        app.parse(argc, argv);
    } catch (const CLI::ParseError& error) {
        return app.exit(error, std::cout, std::cerr) == 0 ? exit_done : exit_malformed;
    }
    if (!options.store.empty()) {
        program.store_path = options.store;
    }
    if (opens_window && !action) {
        translation.reset(); // the window has its own, which can change
        log_to_file(options.log_level.empty() ? "info" : options.log_level);
        return run_window(program, options.language.empty());
    }
    log_to_console(options.log_level.empty() ? "warn" : options.log_level);
    if (!action) {
        std::cerr << "weekboard: "
                  << Verb::tr("There is no display to open a window on, so the week is printed.")
                         .toStdString()
                  << '\n';
        std::array<const char*, 2> week{"weekboard", "week"};
        app.parse(static_cast<int>(week.size()), week.data());
    }
    return run_verb(action);
}
