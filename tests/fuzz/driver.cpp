#include "fuzz.h"

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
    const long rounds = argc > 1 ? std::atol(argv[1]) : 20000;
    std::mt19937 random{20260410};
    const auto seeds = fuzz_seeds();
    for (long round = 0; round < rounds; ++round) {
        std::string text = seeds[random() % seeds.size()];
        for (std::size_t i = random() % 8; i > 0; --i) {
            mutate(text, random);
        }
        LLVMFuzzerTestOneInput(reinterpret_cast<const std::uint8_t*>(text.data()), text.size());
    }
    std::printf("%ld inputs\n", rounds);
}
