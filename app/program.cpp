#include "program.h"

#include "exhibit/week_view.h"
#include "ingest/bundled_board.h"
#include "store/backup.h"
#include "store/series_list.h"
#include "store/weeks.h"
#include "user_name.h"
#include "words/store_words.h"

#include <fmt/format.h>
#include <fmt/ranges.h>
#include <spdlog/spdlog.h>

#include <cstdio>
#include <cstdlib>

namespace weekboard
{

namespace
{

std::filesystem::path default_store_path()
{
    const char* data_home = std::getenv("XDG_DATA_HOME");
    if (data_home != nullptr && *data_home == '/') {
        return std::filesystem::path{data_home} / "weekboard" / "weekboard.db";
    }
    const char* home = std::getenv("HOME");
    return std::filesystem::path{home != nullptr ? home : "."} / ".local/share/weekboard" /
           "weekboard.db";
}

std::unique_ptr<Store> open_store(const Program& program)
{
    Opened opened = Store::open(program.store_path, program.open_options(), program.clock());
    spdlog::info("{}: {} {}", program.store_path.string(), to_string(opened.condition),
                 opened.detail);
    if (!opened.store) {
        throw VerbFailure{exit_unusable, sentence_for(opened.condition, program.store_path)};
    }
    if (opened.condition == StoreCondition::migrated) {
        spdlog::warn(sentence_for(opened.condition, program.store_path).toStdString());
    }
    return std::move(opened.store);
}

/// A day without a copy is worth a warning, not the figure that was to be entered.
void make_daily_copy(Store& store, Date today)
{
    try {
        if (const auto copy = back_up_daily(store, today)) {
            spdlog::info("daily copy {}", copy->string());
        }
    } catch (const std::exception& error) {
        spdlog::warn("{} ({})",
                     Verb::tr("Today's copy of the store could not be made.").toStdString(),
                     error.what());
    }
}

} // namespace

Program::Program(const Clock& clock)
    : store_path{default_store_path()}
    , clock_{clock}
{
}

OpenOptions Program::open_options() const
{
    OpenOptions options;
    options.seed = [this](Store& store) { load_bundled_board(store, telecom_board(), clock_); };
    options.refresh = [](Store& store) { refresh_bundled_specs(store, telecom_board()); };
    return options;
}

std::unique_ptr<Store> Program::open_to_read() const
{
    return open_store(*this);
}

std::unique_ptr<Store> Program::open_to_write() const
{
    auto store = open_store(*this);
    if (store->is_read_only()) {
        throw VerbFailure{exit_unusable, sentence_for(StoreCondition::read_only, store_path)};
    }
    if (store->is_on_shared_folder()) {
        spdlog::warn(
            Verb::tr("The store lies on a network or synchronised folder; several machines "
                     "must not write it at once.")
                .toStdString());
    }
    make_daily_copy(*store, clock_.today());
    return store;
}

std::string Program::author()
{
    return user_name();
}

Date require_date(const std::string& text, const QString& argument)
{
    const auto date = parse_date(text);
    if (!date) {
        throw VerbFailure{exit_malformed,
                          Verb::tr("%1: “%2” is not a date. Write it as 2026-04-10.")
                              .arg(argument, QString::fromStdString(text))};
    }
    return *date;
}

std::optional<Date> date_if_given(const std::string& text, const QString& argument)
{
    return text.empty() ? std::nullopt : std::optional{require_date(text, argument)};
}

Series require_series(Connection& database, const std::string& code)
{
    if (const auto series = find_series(database, code)) {
        return *series;
    }
    const auto nearest = nearest_codes(database, code);
    const QString given = QString::fromStdString(code);
    if (nearest.empty()) {
        throw VerbFailure{
            exit_refused,
            Verb::tr("CODE: there is no series “%1”. The verb “series” lists them all.")
                .arg(given)};
    }
    throw VerbFailure{
        exit_refused,
        Verb::tr("CODE: there is no series “%1”. Near it: %2.")
            .arg(given, QString::fromStdString(fmt::format("{}", fmt::join(nearest, ", "))))};
}

WantedWeek wanted_week(Connection& database, const WeekChoice& choice, const Clock& clock)
{
    const auto day = date_if_given(choice.week, QStringLiteral("--week"));
    const Week chosen =
        Week::containing(day ? *day : latest_week_with_figures(database).value_or(clock.today()));
    return {chosen,
            date_if_given(choice.as_of, QStringLiteral("--as-of")).value_or(chosen.sunday())};
}

void print(const Json& document)
{
    print(document.dump(2, ' ', false, Json::error_handler_t::replace));
}

void print(const std::string& line)
{
    const bool written = std::fwrite(line.data(), 1, line.size(), stdout) == line.size() &&
                         std::fputc('\n', stdout) != EOF && std::fflush(stdout) == 0;
    if (!written) {
        throw VerbFailure{exit_unusable, Verb::tr("Standard output cannot be written.")};
    }
}

} // namespace weekboard
