#include "exhibit/spec.h"
#include "exhibit/title.h"
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
    if (reading.spec) {
        weekboard::TitleSubjects subjects;
        for (const std::string& name : weekboard::title_subjects(*reading.spec)) {
            subjects[name].value = 35.3;
            subjects[name].period = weekboard::make_date(2026, 2, 28);
        }
        for (const auto language : {weekboard::Language::chinese, weekboard::Language::english}) {
            (void)weekboard::fill_title(reading.spec->title.in(language), subjects, language);
        }
    }
    return 0;
}

std::vector<std::string> fuzz_seeds()
{
    std::vector<std::string> seeds;
    for (const auto& file : weekboard::telecom_board()) {
        if (file.path.starts_with("exhibits/")) {
            seeds.emplace_back(file.text);
        }
    }
    return seeds;
}
