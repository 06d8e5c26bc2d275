#include "exhibit/spec_library.h"
#include "ingest/bundled_board.h"
#include "support/catch.h"
#include "support/scratch.h"

#include <algorithm>

using namespace weekboard;
using namespace weekboard::testing;

namespace
{

std::string text_of(Store& store, const std::string& id)
{
    return store.read([&](Connection& database) { return find_spec(database, id).value().toml; });
}

std::vector<std::string> order(Store& store)
{
    return store.read([](Connection& database) {
        std::vector<std::string> ids;
        for (const StoredSpec& spec : shown_specs(database)) {
            ids.push_back(spec.id);
        }
        return ids;
    });
}

/// The bundled board with one spec's text changed, as a later program would bring it.
std::vector<EmbeddedFile> with_spec(std::string_view id, const std::string& text)
{
    std::vector<EmbeddedFile> files;
    for (const EmbeddedFile& file : telecom_board()) {
        const bool changed = file.path.find(id) != std::string_view::npos;
        files.push_back({file.path, changed ? std::string_view{text} : file.text});
    }
    return files;
}

} // namespace

TEST_CASE("an edited spec survives an update of the bundled ones, the others follow it")
{
    const ScratchFolder folder;
    auto store = bundled_store(folder / "w.db");
    const std::string bundled = text_of(*store, "dou");
    const std::string newer = "# newer\n" + bundled;
    refresh_bundled_specs(*store, with_spec("08-dou", newer));
    CHECK(text_of(*store, "dou") == newer);

    const std::string own = "# mine\n" + bundled;
    store->write([&](Connection& database) {
        CHECK(import_spec(database, own, "dou.toml", after_the_week).replaced);
    });
    refresh_bundled_specs(*store, with_spec("08-dou", bundled));
    CHECK(text_of(*store, "dou") == own);
    store->write([&](Connection& database) {
        CHECK(restore_spec(database, "dou", after_the_week));
        CHECK(database.execAndGet("SELECT toml FROM spec_history").getString() == own);
    });
    CHECK(text_of(*store, "dou") == bundled);
}

TEST_CASE("a deleted bundled spec stays away until it is restored")
{
    const ScratchFolder folder;
    auto store = bundled_store(folder / "w.db");
    store->write([](Connection& database) { delete_spec(database, "dou", after_the_week); });
    refresh_bundled_specs(*store, with_spec("08-dou", "# newer\n" + text_of(*store, "dou")));
    CHECK(order(*store).size() == 20);
}

TEST_CASE("specs are duplicated, moved, and get a number of their own")
{
    const ScratchFolder folder;
    auto store = bundled_store(folder / "w.db");
    store->write([](Connection& database) {
        const SpecImport copy = duplicate_spec(database, "heat", after_the_week);
        CHECK(copy.id == "heat-copy");
        CHECK(copy.number == 22);
        CHECK(duplicate_spec(database, "heat", after_the_week).id == "heat-copy-2");
        CHECK(duplicate_spec(database, "no-such", after_the_week).id.empty());
        move_spec(database, "heat", -1);
        move_spec(database, "server-index", -1);
    });
    const auto ids = order(*store);
    CHECK(ids.size() == 23);
    CHECK(ids[2] == "heat");
    CHECK(ids[3] == "idc-index");
    CHECK(ids[0] == "server-index");
}

TEST_CASE("a text is given another number and id where they stand, and nowhere else")
{
    const std::string text = "# number = 1\nnumber   = 1 # first\nid=\"a\"\n[x]\nnumber = 3\n";
    CHECK(renamed(text, "b", 7) == "# number = 1\nnumber = 7\nid = \"b\"\n[x]\nnumber = 3\n");
    CHECK(with_number("", 2).empty());
}

TEST_CASE("a title written by hand takes the figures along that it was written for")
{
    const ScratchFolder folder;
    auto store = bundled_store(folder / "w.db");
    const std::string text =
        text_of(*store, "dou") + "\n[title.written]\nzh = \"流量大增\"\nen = \"More\"\n";
    const std::string stamped = with_written_figures(text, "2026-02: 19.31; –");
    const auto spec = read_spec(stamped, "x").spec;
    REQUIRE(spec);
    CHECK(spec->written_title->figures == "2026-02: 19.31; –");
    CHECK(with_written_figures(stamped, "other") == stamped);
    CHECK(with_written_figures(text_of(*store, "dou"), "other") == text_of(*store, "dou"));
}

TEST_CASE("a restored spec has its own number again, a deleted one is not revived by hiding")
{
    const ScratchFolder folder;
    auto store = bundled_store(folder / "w.db");
    store->write([&](Connection& database) {
        const std::string text = find_spec(database, "dou").value().toml;
        CHECK(import_spec(database, with_number(text, 77), "dou.toml", after_the_week).number ==
              77);
        CHECK(find_spec(database, "dou").value().number == 77);
        CHECK(restore_spec(database, "dou", after_the_week));
        CHECK(find_spec(database, "dou").value().number == 8);
        CHECK_FALSE(restore_spec(database, "no-such", after_the_week));

        hide_spec(database, "heat", true);
        const SpecImport taken =
            import_spec(database, renamed(text, "mine", 4), "mine.toml", after_the_week);
        CHECK(taken.number == 22); // 4 belongs to the hidden one

        delete_spec(database, "sms", after_the_week);
        hide_spec(database, "sms", true);
        hide_spec(database, "sms", false);
        CHECK(find_spec(database, "sms").value().state == SpecState::deleted);
        show_spec(database, "sms");
        CHECK(find_spec(database, "sms").value().state == SpecState::shown);
    });
}
