#include "fuzz.h"
#include "series/number_format.h"
#include "time/period.h"

#include <cstdlib>

int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size)
{
    using namespace weekboard;
    const std::string_view text{reinterpret_cast<const char*>(data), size};
    if (const auto number = parse_number(text)) {
        (void)format_number(*number, 2);
    }
    for (const Frequency frequency : {Frequency::daily, Frequency::weekly, Frequency::monthly,
                                      Frequency::quarterly, Frequency::annual}) {
        const auto period = parse_period(frequency, text);
        if (period && period_end(frequency, *period) != *period) {
            std::abort();
        }
    }
    return 0;
}

std::vector<std::string> fuzz_seeds()
{
    return {"2026-04-10", "2025Q4", "2026-02", "2026", "1234.5", "-1.7e300", "inf", "0.000001"};
}
