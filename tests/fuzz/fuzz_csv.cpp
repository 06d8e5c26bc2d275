#include "fuzz.h"
#include "ingest/csv.h"

int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size)
{
    const auto table = weekboard::read_csv({reinterpret_cast<const char*>(data), size});
    return table.rows.size() > size + 1 ? 1 : 0;
}

std::vector<std::string> fuzz_seeds()
{
    return {"code,period_end,value\nx,2026-02-28,1.5\n", "a,\"b, \"\"c\"\"\"\r\n指标,\n", ""};
}
