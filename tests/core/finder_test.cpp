#include "search/findables.h"
#include "search/finder.h"
#include "support/catch.h"
#include "support/scratch.h"

using namespace weekboard;
using namespace weekboard::testing;

namespace
{

std::string first_of(const Finder& finder, std::string_view query)
{
    const auto found = finder.find(query, 5);
    return found.empty() ? "" : found.front()->id;
}

} // namespace

TEST_CASE("Chinese is spelled as it is typed")
{
    CHECK(pinyin_of("服务器指数").whole == "fuwuqizhishu");
    CHECK(pinyin_of("服务器指数").initials == "fwqzs");
    CHECK(pinyin_of("5G基站").initials == "5gjz");
    CHECK(pinyin_of("").whole.empty());
    CHECK(pinyin_of("\xff\xfe bad").initials == "bad");
    CHECK(pinyin_of("IDC指数").initials == "idczs");
}

TEST_CASE("things are found in Chinese, by pinyin initials and in English")
{
    const ScratchFolder folder;
    auto store = bundled_store(folder / "w.db");
    const Finder finder{store->read([](Connection& database) { return findables_of(database); })};
    CHECK(first_of(finder, "10G PON端口") == "10g-pon");
    CHECK(first_of(finder, "qzkd") == "miit.gigabit_users");
    CHECK(first_of(finder, "idczs") == "866052.WI");
    CHECK(first_of(finder, "cloud capital") == "cloud-capex");
    CHECK(first_of(finder, "capex.msft") == "capex.msft");
    CHECK(first_of(finder, "2026-04-10") == "2026-04-10");
    CHECK(first_of(finder, "Weiruan zibenzhichu") == "capex.msft");
    CHECK(first_of(finder, "图表12") == "5g-base-stations");
    CHECK(finder.find("corning 康宁", 5).empty());
    CHECK_FALSE(finder.find("康宁", 5).empty());
    CHECK(finder.find("康宁", 5).front()->kind == FoundKind::note);
    CHECK(finder.find("", 7).size() == 7);
    CHECK(finder.find("no such thing at all", 7).empty());
}
