#include "fuzz.h"
#include "ingest/html_tables.h"
#include "ingest/import_source.h"

using namespace weekboard;

int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size)
{
    const HtmlLimits limits{.bytes = 1U << 20, .cells = 100'000, .tables = 100};
    try {
        std::size_t cells = 0;
        for (const HtmlTable& table :
             html_tables({reinterpret_cast<const char*>(data), size}, limits)) {
            for (const FileRow& row : table.rows) {
                cells += row.cells.size();
            }
        }
        return cells > limits.cells ? 1 : 0;
    } catch (const ImportError&) {
        return 0;
    }
}

std::vector<std::string> fuzz_seeds()
{
    return {"<html><title>2026年3月</title><table><caption>x</caption><tr><th rowspan=2>指标名称<th"
            " colspan=\"3\">单位<th>本月末到达<tr><td>亿户<td>12.47<sup>1</sup></table>",
            "<h2>a</h2><table><tr><td><table><tr><td>1<td rowspan=0>2</table></table>"
            "<table style=\"display:none\"><tr><td>x</table><script>y</script>",
            "<TABLE><THEAD><TR><TH>&nbsp;&#20013;&amp;<BR>b</TABLE><p hidden>z"};
}
