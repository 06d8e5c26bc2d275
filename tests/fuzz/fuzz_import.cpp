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

    [[nodiscard]] Connection& database() { return store_->database(); }

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
            read_import(store.database(),
                        ImportSource::of_bytes({reinterpret_cast<const char*>(data), size}), {});
        return file.sheets.size() > 1 ? 1 : 0;
    } catch (const ImportError&) {
        return 0;
    }
}

std::vector<std::string> fuzz_seeds()
{
    return {
        "指标名称,5G移动电话用户,千兆宽带接入用户\n频率,月,月\n单位,万户,亿户\n"
        "2026-03-31,\"124,700\",2.48\n2026-02-28,123500,\n数据来源：Wind\n",
        "代码,名称,日期,收盘价(元)\n8841058.WI,服务器,20260409,9610.5\nSH600000,x,2026/4/9,0\n",
        "code;period_end;value;vintage\nmiit.dou;2026-03;20,5;2026-04-20\n",
        "指标名称,5G移动电话用户,指标名称,千兆宽带接入用户\n频率,月,频率,月\n单位,万户,单位,亿户\n"
        "2026-03-31,\"124,700\",2026-02-28,2.45\n数据来源:同花顺iFinD\n",
        ",收盘价,,成交额\n日期,8841058.WI,866052.WI,8841058.WI\n2026/4/9,9610.5,3110,7\n",
        "2026年1-3月通信业主要指标完成情况\n指标名称,单位,累计,,3月末,\n,,到达,比上年同期累计,到达,"
        "比上年末净增\n"
        "其中：5G移动电话用户（户）,万户,,,124700,4300\n电信业务收入,亿元,4512.3,1.4%,,\n",
        "2026-04-06 至 2026年4月10日\n代码,名称,涨跌幅(%),周涨跌幅\nSH600941,中国移动,1,1.25%\n"
        "801770.SI,通信,2,10.74\n",
        "<html><title>2026年3月</title><table><tr><th rowspan=2>指标名称<th>单位<th>本月末到达"
        "<tr><td>亿户<td>12.47<sup>1</sup></table><table><tr><td colspan=3>x</table>",
        "code,period_end,value,unit\ncapex.msft,2026Q1,210,百万美元\n",
        "observation_date\tmiit.dou\n2026年3月\t.\n2026年2月28日\t--\n",
        "\xff\xfe" + std::string("d\0a\0t\0e\0,\0x\0\n\0", 14)};
}
