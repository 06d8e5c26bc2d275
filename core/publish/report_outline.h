#pragma once

#include "exhibit/spec.h"
#include "series/language.h"

#include <string>
#include <vector>

/// What a board's weekly says, and in which order: `resources/boards/telecom/report.toml`.
namespace weekboard
{

/// A sentence whose figures are computed; it is left out where one of them is missing.
struct SentenceSpec {
    Bilingual text;                ///< a template as titles are, see `exhibit/title.h`
    std::vector<PlotSpec> figures; ///< its subjects
    std::string exhibit;           ///< or: the id of the exhibit whose subjects it uses
};

/// A stretch of text and the exhibits that go with it.
struct ReportPart {
    Bilingual heading; ///< may be empty
    std::vector<SentenceSpec> sentences;
    std::string notes;   ///< the section of the week's notes that follows the sentences
    std::string subject; ///< of those notes, the one with this subject; empty: all
    std::vector<std::string> exhibits; ///< ids
};

struct ReportSection {
    Bilingual title;
    std::vector<ReportPart> parts;
};

struct ReportOutline {
    Bilingual board; ///< what is reported on
    std::vector<ReportSection> sections;
};

/// The bundled board's. Throws std::logic_error where it is not what it should be.
[[nodiscard]] const ReportOutline& report_outline();

/// What the board's weekly is called: 通信行业周报.
[[nodiscard]] std::string report_name(Language language);

} // namespace weekboard
