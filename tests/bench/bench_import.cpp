// The import against what anybody could use instead: the sqlite3 shell's .import for a large CSV,
// openpyxl for a workbook, iconv for GB18030. Each side runs in a process of its own, so that the
// memory is what that side alone took.
#include "big_store.h"

#include "ingest/import_source.h"
#include "ingest/text_encoding.h"
#include "ingest/xlsx.h"
#include "store/batch.h"
#include "store/stored_date.h"

#include <fmt/format.h>
#include <iconv.h>
#include <xlsxwriter.h>

#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>

#include <cstdio>
#include <cstdlib>
#include <fstream>
#include <functional>

using namespace weekboard;
using namespace weekboard::bench;

namespace
{

namespace fs = std::filesystem;

constexpr int quoted_series = 1000;
constexpr int days_each = 3000;

struct Spent {
    double milliseconds = 0;
    double megabytes = 0; ///< at most, of the process
    int status = 0;
};

/// Runs in a process of its own.
Spent in_process(const std::function<void()>& work)
{
    Spent spent;
    spent.milliseconds = milliseconds([&] {
        std::fflush(nullptr);
        const pid_t child = fork();
        if (child == 0) {
            work();
            _exit(0);
        }
        int status = 0;
        rusage usage{};
        wait4(child, &status, 0, &usage);
        spent.megabytes = static_cast<double>(usage.ru_maxrss) / 1024;
        spent.status = WIFEXITED(status) ? WEXITSTATUS(status) : -1;
    });
    return spent;
}

Spent in_shell(const std::string& command)
{
    return in_process([&] { execl("/bin/sh", "sh", "-c", command.c_str(), nullptr); });
}

/// A store with series that have no figures yet.
std::vector<Series> make_store(const fs::path& path)
{
    std::vector<Series> series;
    fs::remove(path);
    const BenchClock clock;
    const auto opened = Store::open(path, {}, clock);
    opened.store->write([&](Connection& database) {
        for (int i = 0; i < quoted_series; ++i) {
            Series one;
            one.code = fmt::format("{:06}.SH", 600000 + i);
            one.name = {one.code, one.code};
            one.unit = "点";
            one.frequency = Frequency::daily;
            one.measure = Measure::close;
            one.group = "quotes";
            save_series(database, one);
            one.id = i + 1;
            series.push_back(one);
        }
    });
    return series;
}

Date day_of(int i)
{
    return make_date(2014, 1, 2) + std::chrono::days{i};
}

double close_of(int series, int day)
{
    return 1000 + series + ((day * 7919 + series * 104729) % 100000) / 100.0;
}

enum class QuoteOrder { by_day, by_series };

/// As vendors write it, and the rows that the table will have, in the same order.
void write_quotes(const fs::path& csv, const fs::path& rows, const std::vector<Series>& series,
                  QuoteOrder order)
{
    std::ofstream quotes{csv};
    std::ofstream table{rows};
    quotes << "code,period_end,value\n";
    int row = 1;
    const auto write = [&](int i, int day) {
        const Series& one = series[static_cast<std::size_t>(i)];
        const double value = close_of(i, day);
        quotes << fmt::format("{},{},{:.2f}\n", one.code, to_iso(day_of(day)), value);
        table << fmt::format("{},{},{},{:.2f},1,1,{},3\n", one.id, stored(day_of(day)),
                             stored(day_of(day)), value, ++row);
    };
    const bool is_by_day = order == QuoteOrder::by_day;
    for (int outer = 0; outer < (is_by_day ? days_each : quoted_series); ++outer) {
        for (int inner = 0; inner < (is_by_day ? quoted_series : days_each); ++inner) {
            is_by_day ? write(inner, outer) : write(outer, inner);
        }
    }
}

void bench_csv(const fs::path& folder, QuoteOrder order)
{
    const fs::path csv = folder / "quotes.csv";
    const fs::path rows = folder / "rows.csv";
    const fs::path ours = folder / "ours.db";
    const fs::path theirs = folder / "theirs.db";
    const auto series = make_store(ours);
    make_store(theirs);
    write_quotes(csv, rows, series, order);
    const Spent import = in_shell(
        fmt::format("QT_QPA_PLATFORM=offscreen '{}' --store '{}' --lang en import '{}' > /dev/null",
                    WEEKBOARD_PROGRAM, ours.string(), csv.string()));
    // The shell inserts into a view of the table's columns in the order of the file.
    const Spent shell = in_shell(fmt::format(
        "sqlite3 '{}' \"INSERT INTO batch VALUES (1, 'import', 'x', 'x', 'x', 0, NULL)\""
        " '.mode csv' '.import {} observation' > /dev/null",
        theirs.string(), rows.string()));
    const Spent count =
        in_shell(fmt::format("test \"$(sqlite3 '{}' 'SELECT count(*) FROM observation')\" ="
                             " \"$(sqlite3 '{}' 'SELECT count(*) FROM observation')\"",
                             ours.string(), theirs.string()));
    fmt::print("import {} MB CSV of {} quotes, {}: {:.0f} ms and {:.0f} MB, sqlite3 .import of the"
               " same rows {:.0f} ms and {:.0f} MB, ratio {:.2f} (at most 2), memory below 200 MB:"
               " {}{}\n",
               fs::file_size(csv) >> 20U, quoted_series * days_each,
               order == QuoteOrder::by_day ? "day by day" : "series by series", import.milliseconds,
               import.megabytes, shell.milliseconds, shell.megabytes,
               import.milliseconds / shell.milliseconds, import.megabytes < 200 ? "yes" : "no",
               // 1: the checks have something to say of figures that were made up
               count.status == 0 && import.status <= 1 ? "" : "; the rows differ");
}

void write_workbook(const fs::path& path, int rows)
{
    lxw_workbook_options options{};
    options.constant_memory = 1;
    lxw_workbook* book = workbook_new_opt(path.c_str(), &options);
    lxw_worksheet* sheet = workbook_add_worksheet(book, nullptr);
    for (int row = 0; row < rows; ++row) {
        const auto at = static_cast<lxw_row_t>(row);
        worksheet_write_string(sheet, at, 0, fmt::format("{}.SH", 600000 + row % 1000).c_str(),
                               nullptr);
        for (lxw_col_t column = 1; column < 8; ++column) {
            worksheet_write_number(sheet, at, column, row * 1.25 + column, nullptr);
        }
    }
    workbook_close(book);
}

std::size_t read_cells(const fs::path& path)
{
    std::size_t cells = 0;
    Xlsx book{ImportSource::of_file(path)};
    book.stream(book.sheets().front(), [&](FileRow& row) {
        cells += row.cells.size();
        return true;
    });
    return cells;
}

void bench_xlsx(const fs::path& folder)
{
    const fs::path small = folder / "small.xlsx";
    const fs::path large = folder / "large.xlsx";
    constexpr int rows = 200'000;
    write_workbook(small, rows / 10);
    write_workbook(large, rows);
    const auto read = [](const fs::path& path) {
        return in_process([&] { std::printf("%s", read_cells(path) == 0 ? "no cells\n" : ""); });
    };
    const Spent little = read(small);
    const Spent ours = read(large);
    const Spent openpyxl = in_shell(fmt::format(
        "/usr/bin/python3 -c \"import openpyxl; book = openpyxl.load_workbook('{}', "
        "read_only=True);"
        " print(sum(len(row) for row in book.active.iter_rows(values_only=True)))\" > /dev/null",
        large.string()));
    fmt::print("read a workbook of {} rows: {:.0f} ms, openpyxl {:.0f} ms, {:.1f} times as fast"
               " (at least 7); memory {:.0f} MB, with a tenth of the rows {:.0f} MB\n",
               rows, ours.milliseconds, openpyxl.milliseconds,
               openpyxl.milliseconds / ours.milliseconds, ours.megabytes, little.megabytes);
}

std::string gb18030_text()
{
    const std::string line = "\xce\xd2\xc3\xc7\xb5\xc4\xca\xfd\xbe\xdd,600000.SH,2026-04-10,"
                             "12345.67,\xb5\xe3,\xd6\xd0\xb9\xfa\xd2\xc6\xb6\xaf\n";
    std::string text;
    while (text.size() < (48U << 20)) {
        text += line;
    }
    return text;
}

double by_iconv(const std::string& text, std::size_t& bytes)
{
    return milliseconds([&] {
        const iconv_t converter = iconv_open("UTF-8", "GB18030");
        char* source = const_cast<char*>(text.data()); // iconv promises not to write there
        std::size_t left = text.size();
        std::string target(1 << 16, '\0');
        while (left > 0) {
            char* to = target.data();
            std::size_t room = target.size();
            iconv(converter, &source, &left, &to, &room);
            bytes += target.size() - room;
        }
        iconv_close(converter);
    });
}

void bench_gb18030()
{
    const std::string text = gb18030_text();
    std::vector<double> ours;
    std::vector<double> theirs;
    std::size_t our_bytes = 0;
    std::size_t their_bytes = 0;
    for (int round = 0; round < 5; ++round) {
        theirs.push_back(by_iconv(text, their_bytes));
        ours.push_back(milliseconds([&] {
            decode(ImportSource::of_bytes(text), TextEncoding::gb18030,
                   [&](std::string_view piece) {
                       our_bytes += piece.size();
                       return true;
                   });
        }));
    }
    fmt::print("decode {} MB of GB18030: {:.0f} ms, bare iconv {:.0f} ms, ratio {:.2f} (at most"
               " 1.1){}\n",
               text.size() >> 20U, median(ours), median(theirs), median(ours) / median(theirs),
               our_bytes == their_bytes ? "" : "; the texts differ");
}

} // namespace

int main()
{
    const fs::path folder = fs::temp_directory_path() / "weekboard-bench-import";
    fs::create_directories(folder);
    bench_gb18030();
    bench_xlsx(folder);
    bench_csv(folder, QuoteOrder::by_day);
    bench_csv(folder, QuoteOrder::by_series);
    fs::remove_all(folder);
}
