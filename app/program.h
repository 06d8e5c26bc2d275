#pragma once

#include "publish/json.h"
#include "series/language.h"
#include "series/series.h"
#include "store/store.h"
#include "time/clock.h"
#include "time/week.h"

#include <QCoreApplication>
#include <QString>

#include <filesystem>
#include <memory>
#include <optional>
#include <stdexcept>
#include <string>

namespace weekboard
{

/// What the program's callers are told; other people's scripts read it.
enum ExitStatus {
    exit_done = 0,
    exit_findings = 1,  ///< done, and there is something to look at
    exit_malformed = 2, ///< verb, option, or not a date
    exit_refused = 3,   ///< well formed, not taken; nothing was changed
    exit_unusable = 4,  ///< the store or the target cannot be used
};

/// Ends a verb with a sentence on standard error and an exit status.
class VerbFailure : public std::runtime_error
{
public:
    VerbFailure(ExitStatus status, const QString& sentence)
        : std::runtime_error{sentence.toStdString()}
        , status_{status}
    {
    }

    [[nodiscard]] ExitStatus status() const { return status_; }

private:
    ExitStatus status_;
};

/// The words of the verbs.
struct Verb {
    Q_DECLARE_TR_FUNCTIONS(Verb)
};

/// What all verbs share: the global options, and the way to the store.
class Program
{
public:
    explicit Program(const Clock& clock);

    std::filesystem::path store_path;
    Language language = Language::english;

    [[nodiscard]] const Clock& clock() const { return clock_; }

    /// How a store is opened: filled with the bundled figures where it is new.
    [[nodiscard]] OpenOptions open_options() const;

    /// Throws VerbFailure with the outcome's own sentence.
    [[nodiscard]] std::unique_ptr<Store> open_to_read() const;

    /// As above; the day's copy is made first, and a read-only store is refused.
    [[nodiscard]] std::unique_ptr<Store> open_to_write() const;

    /// Who writes, for the batch.
    [[nodiscard]] static std::string author();

private:
    const Clock& clock_;
};

/// Throws VerbFailure, exit_malformed, naming the argument.
[[nodiscard]] Date require_date(const std::string& text, const QString& argument);

/// The date behind an option that may be absent. Throws as above.
[[nodiscard]] std::optional<Date> date_if_given(const std::string& text, const QString& argument);

/// Throws VerbFailure, exit_refused, naming the nearest codes.
[[nodiscard]] Series require_series(Connection& database, const std::string& code);

/// What the command line says of a week, as text; empty where it says nothing.
struct WeekChoice {
    std::string week;
    std::string as_of;
    std::string edition; ///< a number or `latest`: as it was published
};

/// The week that was asked for, else the latest with figures; and the day as of which it is seen.
struct WantedWeek {
    Week week = Week::containing(Date{});
    Date as_of;
};
[[nodiscard]] WantedWeek wanted_week(Connection& database, const WeekChoice& choice,
                                     const Clock& clock);

/// Prints the document on standard output.
void print(const Json& document);

/// Prints a line of text on standard output.
void print(const std::string& line);

} // namespace weekboard
