#include "fuzz.h"
#include "ingest/bundled_board.h"
#include "ingest/import_file.h"
#include "store/store.h"

#include <unistd.h>

#include <filesystem>

using namespace weekboard;

namespace
{

class SomeDay : public Clock
{
public:
    [[nodiscard]] std::chrono::sys_seconds now() const override { return today(); }
    [[nodiscard]] Date today() const override { return make_date(2026, 4, 13); }
};

/// A store to look series up in, for as long as the process runs.
class PassingStore
{
public:
    PassingStore()
    {
        OpenOptions options;
        options.seed = [this](Store& made) { load_bundled_board(made, telecom_board(), clock_); };
        store_ = std::move(Store::open(path_, options, clock_).store);
    }
    ~PassingStore()
    {
        store_.reset();
        std::filesystem::remove(path_);
    }
    PassingStore(const PassingStore&) = delete;
    PassingStore& operator=(const PassingStore&) = delete;

    [[nodiscard]] SQLite::Database& database() { return store_->database(); }

private:
    SomeDay clock_;
    std::filesystem::path path_ = std::filesystem::temp_directory_path() /
                                  ("weekboard-fuzz-" + std::to_string(getpid()) + ".db");
    std::unique_ptr<Store> store_;
};

} // namespace

int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size)
{
    static PassingStore store;
    try {
        const ImportedFile file =
            read_import(
            store.database(),
            ImportSource::of_bytes({reinterpret_cast<const char*>(data), size}), {});
        return file.sheets.size() > 1 ? 1 : 0;
    } catch (const ImportError&) {
        return 0;
    }
}

std::vector<std::string> fuzz_seeds()
{
    return {"指标名称,5G移动电话用户,千兆宽带接入用户\n频率,月,月\n单位,万户,亿户\n"
            "2026-03-31,\"124,700\",2.48\n2026-02-28,123500,\n数据来源：Wind\n",
            "代码,名称,日期,收盘价(元)\n8841058.WI,服务器,20260409,9610.5\nSH600000,x,2026/4/9,0\n",
            "code;period_end;value;vintage\nmiit.dou;2026-03;20,5;2026-04-20\n",
            "observation_date\tmiit.dou\n2026年3月\t.\n2026年2月28日\t--\n",
            "\xff\xfe" + std::string("d\0a\0t\0e\0,\0x\0\n\0", 14)};
}
