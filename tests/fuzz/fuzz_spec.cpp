#include "exhibit/spec.h"
#include "fuzz.h"
#include "ingest/bundled_board.h"

#include <cstdlib>

int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size)
{
    const auto reading =
        weekboard::read_spec({reinterpret_cast<const char*>(data), size}, "fuzz.toml");
    if (reading.spec.has_value() == !reading.findings.empty()) {
        std::abort(); // a spec or findings, never both and never neither
    }
    return 0;
}

std::vector<std::string> fuzz_seeds()
{
    std::vector<std::string> seeds;
    for (const auto& file : weekboard::telecom_board()) {
        if (file.path.ends_with(".toml")) {
            seeds.emplace_back(file.text);
        }
    }
    return seeds;
}
