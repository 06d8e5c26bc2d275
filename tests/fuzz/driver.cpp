#include "fuzz.h"

#include <chrono>
#include <cstdio>
#include <cstdlib>
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

} // namespace

int main(int argc, char** argv)
{
    // In a test it ends after ten seconds; somebody who names a number waits for it.
    const long rounds = argc > 1 ? std::atol(argv[1]) : 20000;
    const bool has_deadline = argc <= 1;
    const auto end = std::chrono::steady_clock::now() + std::chrono::seconds{10};
    std::mt19937 random{20260410};
    const auto seeds = fuzz_seeds();
    long round = 0;
    for (; round < rounds; ++round) {
        if (has_deadline && std::chrono::steady_clock::now() > end) {
            break;
        }
        std::string text = seeds[random() % seeds.size()];
        for (std::size_t i = random() % 8; i > 0; --i) {
            mutate(text, random);
        }
        LLVMFuzzerTestOneInput(reinterpret_cast<const std::uint8_t*>(text.data()), text.size());
    }
    std::printf("%ld inputs\n", round);
}
