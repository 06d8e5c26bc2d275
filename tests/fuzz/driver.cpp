#include "fuzz.h"

#include <algorithm>
#include <chrono>
#include <cstdio>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <random>

namespace
{

void mutate(std::string& text, std::mt19937& random)
{
    const auto place = [&] { return text.empty() ? 0 : random() % text.size(); };
    switch (random() % 5) {
    case 0:
        text.insert(place(), 1, static_cast<char>(random()));
        break;
    case 1:
        if (!text.empty()) {
            text.erase(place(), 1 + random() % 16);
        }
        break;
    case 2:
        if (!text.empty()) {
            text[place()] = static_cast<char>(random());
        }
        break;
    case 3:
        text.insert(place(), text.substr(place(), random() % 64));
        break;
    default:
        text.resize(place());
    }
}

void try_input(const std::string& text)
{
    LLVMFuzzerTestOneInput(reinterpret_cast<const std::uint8_t*>(text.data()), text.size());
}

std::vector<std::string> found_cases(const std::filesystem::path& folder)
{
    std::vector<std::string> found;
    std::error_code none; // no folder: nothing was found in this parser yet
    for (const auto& entry : std::filesystem::directory_iterator{folder, none}) {
        std::ifstream file{entry.path(), std::ios::binary};
        found.emplace_back(std::istreambuf_iterator<char>{file}, std::istreambuf_iterator<char>{});
    }
    return found;
}

} // namespace

/// fuzz_PARSER FOLDER: the inputs in it, which broke something once, then ten seconds of others.
int main(int argc, char** argv)
{
    auto seeds = fuzz_seeds();
    if (argc > 1) {
        std::ranges::copy(found_cases(argv[1]), std::back_inserter(seeds));
    }
    std::ranges::for_each(seeds, try_input);

    const auto end = std::chrono::steady_clock::now() + std::chrono::seconds{10};
    std::mt19937 random{20260410};
    long inputs = 0;
    for (; inputs < 20000 && std::chrono::steady_clock::now() < end; ++inputs) {
        std::string text = seeds[random() % seeds.size()];
        for (std::size_t i = random() % 8; i > 0; --i) {
            mutate(text, random);
        }
        try_input(text);
    }
    std::printf("%zu known inputs, %ld others\n", seeds.size(), inputs);
}
