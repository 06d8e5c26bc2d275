#include "fuzz.h"

#include <cstdlib>
#include <filesystem>
#include <fstream>

/// libFuzzer calls this before it reads its folders: the seeds are put where it will find them.
extern "C" int LLVMFuzzerInitialize(int* /*argc*/, char*** /*argv*/)
{
    if (const char* folder = std::getenv("WEEKBOARD_FUZZ_SEEDS")) {
        std::filesystem::create_directories(folder);
        int number = 0;
        for (const std::string& seed : fuzz_seeds()) {
            std::ofstream{std::filesystem::path{folder} / ("seed-" + std::to_string(++number)),
                          std::ios::binary}
                << seed;
        }
    }
    return 0;
}
