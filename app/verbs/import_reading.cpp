#include "verbs/import_reading.h"

#include "ingest/layout.h"
#include "program.h"

#include <fmt/format.h>

#include <algorithm>
#include <cstdio>
#include <functional>

namespace weekboard
{

namespace
{

void require_layout(Connection& database, const ImportWishes& wishes)
{
    if (wishes.layout.empty()) {
        return;
    }
    const auto layouts = all_layouts(database).all;
    if (std::ranges::find(layouts, wishes.layout, &Layout::name) != layouts.end()) {
        return;
    }
    QStringList known;
    for (const Layout& layout : layouts) {
        known << QString::fromStdString(layout.name);
    }
    throw VerbFailure{exit_refused, Verb::tr("--layout: “%1” is none of %2.")
                                        .arg(QString::fromStdString(wishes.layout),
                                             known.join(QStringLiteral(", ")))};
}

VerbFailure cannot_read(const std::string& path, const char* why)
{
    return {exit_refused, Verb::tr("%1 cannot be imported: %2.")
                              .arg(QString::fromStdString(path), QString::fromUtf8(why))};
}

/// `progress 37 100` on standard error, for the window: of the files that are read, in hundredths
/// of one file.
class ReadingProgress
{
public:
    explicit ReadingProgress(std::size_t files)
        : files_{files}
    {
    }

    void begin(std::size_t file, ImportSource& source)
    {
        constexpr std::uint64_t times = 3;
        done_ = 0;
        source.tell_pieces([this, file, all = std::max<std::uint64_t>(source.size() * times, 1)](
                               std::size_t bytes) {
            done_ += bytes;
            tell(file * each + static_cast<std::size_t>(done_ * each / all));
        });
    }

private:
    void tell(std::size_t done)
    {
        if (done != told_) {
            told_ = done;
            fmt::print(stderr, "progress {} {}\n", done, files_ * each);
            std::fflush(stderr);
        }
    }

    static constexpr std::size_t each = 100;
    std::size_t files_;
    std::size_t told_ = 0;
    std::uint64_t done_ = 0;
};

/// What a file says, sheet by sheet. `begin` is told of the source before it is read.
void read_one(Connection& database, const std::string& path, const ImportChoices& choices,
              const std::function<void(ImportSource&)>& begin, std::vector<SheetOutcome>& outcomes)
{
    try {
        const std::string name = std::filesystem::path{path}.filename().string();
        ImportSource source = ImportSource::of_file(path);
        begin(source);
        ImportedFile file = read_import(database, source, choices.wishes, name);
        const auto compared = choices.hashes.find(path);
        if (compared != choices.hashes.end() && compared->second != file.hash) {
            throw VerbFailure{exit_refused, Verb::tr("%1 has changed since it was compared.")
                                                .arg(QString::fromStdString(path))};
        }
        for (ImportedSheet& sheet : file.sheets) {
            outcomes.push_back({path, file.encoding, file.hash, std::move(sheet), {}, {}});
        }
    } catch (const ImportError& error) {
        throw cannot_read(path, error.what());
    } catch (const LayoutError& error) {
        throw cannot_read(path, error.what());
    }
}

} // namespace

std::vector<SheetOutcome> read_all(Store& store, const std::vector<std::string>& files,
                                   const ImportChoices& choices, bool tells_progress)
{
    return store.read([&](Connection& database) {
        require_layout(database, choices.wishes);
        for (const auto& [name, code] : choices.wishes.chosen) {
            if (std::ranges::find(choices.wishes.created, code, &Series::code) ==
                choices.wishes.created.end()) {
                (void)require_series(database, code);
            }
        }
        std::vector<SheetOutcome> outcomes;
        ReadingProgress progress{files.size()};
        for (std::size_t i = 0; i < files.size(); ++i) {
            const auto begin = [&](ImportSource& source) {
                if (tells_progress) {
                    progress.begin(i, source);
                }
            };
            read_one(database, files[i], choices, begin, outcomes);
        }
        std::vector<ImportedSheet*> sheets;
        sheets.reserve(outcomes.size());
        for (SheetOutcome& outcome : outcomes) {
            sheets.push_back(&outcome.sheet);
        }
        settle(sheets);
        return outcomes;
    });
}

} // namespace weekboard
