#include "support/scratch.h"

#include "ingest/bundled_board.h"
#include "store/batch.h"
#include "store/series_list.h"
#include "support/catch.h"

#include <sys/wait.h>
#include <unistd.h>

#include <cstdlib>
#include <fstream>
#include <iterator>

namespace weekboard::testing
{

namespace
{

std::unique_ptr<Store> opened(const std::filesystem::path& path, const OpenOptions& options,
                              const Clock& clock)
{
    Opened result = Store::open(path, options, clock);
    INFO(to_string(result.condition) << " " << result.detail);
    REQUIRE(result.store);
    return std::move(result.store);
}

} // namespace

ScratchFolder::ScratchFolder()
{
    std::string name = (std::filesystem::temp_directory_path() / "weekboard 周观-XXXXXX").string();
    REQUIRE(mkdtemp(name.data()) != nullptr);
    path_ = name;
}

ScratchFolder::~ScratchFolder()
{
    std::error_code ignored; // what is left is in the temporary folder
    std::filesystem::remove_all(path_, ignored);
}

std::unique_ptr<Store> bundled_store(const std::filesystem::path& path, const Clock& clock)
{
    OpenOptions options;
    options.seed = [&](Store& store) { load_bundled_board(store, telecom_board(), clock); };
    return opened(path, options, clock);
}

std::unique_ptr<Store> blank_store(const std::filesystem::path& path, const Clock& clock)
{
    return opened(path, {}, clock);
}

Series make_series(Store& store, const std::string& code, Frequency frequency, Measure measure,
                   int release_lag_days)
{
    Series series;
    series.code = code;
    series.name = {code, code};
    series.unit = "点";
    series.frequency = frequency;
    series.measure = measure;
    series.release_lag_days = release_lag_days;
    series.source = "test";
    series.group = "index";
    return store.write([&](Connection& database) {
        save_series(database, series);
        return find_series(database, code).value();
    });
}

std::string bytes_of(const std::filesystem::path& path)
{
    std::ifstream file{path, std::ios::binary};
    return {std::istreambuf_iterator<char>{file}, {}};
}

void write_bytes(const std::filesystem::path& path, const std::string& bytes)
{
    std::ofstream file{path, std::ios::binary | std::ios::trunc};
    file << bytes;
    REQUIRE(file.flush().good());
}

bool holds_without_privilege(const std::function<bool()>& check)
{
    constexpr uid_t nobody = 65534;
    const pid_t child = fork();
    if (child == 0) {
        const bool dropped = geteuid() != 0 || (setgid(nobody) == 0 && setuid(nobody) == 0);
        bool held = false;
        try {
            held = dropped && check();
        } catch (...) {
            held = false; // told to the parent as what it is: not held
        }
        _exit(held ? 0 : 1);
    }
    int status = 0;
    REQUIRE(waitpid(child, &status, 0) == child);
    return WIFEXITED(status) && WEXITSTATUS(status) == 0;
}

} // namespace weekboard::testing
