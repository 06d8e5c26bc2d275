#include "publish/report.h"

#include "board/note.h"
#include "exhibit/resolve.h"
#include "exhibit/spec_library.h"
#include "publish/report_outline.h"
#include "store/week_lists.h"

#include <algorithm>
#include <set>

namespace weekboard
{

namespace
{

class ReportMaker
{
public:
    ReportMaker(Connection& database, const ResolveFor& wanted)
        : database_{database}
        , wanted_{wanted}
        , specs_{stored_specs(database).specs}
        , notes_{notes_of(database, wanted.week.friday())}
    {
    }

    Report make(const Letterhead& letterhead)
    {
        const bool zh = wanted_.language == Language::chinese;
        Report report;
        report.language = wanted_.language;
        report.week = wanted_.week;
        report.as_of = wanted_.as_of;
        report.name = report_name(wanted_.language);
        report.headline = note_text(notes_, "headline");
        report.rating = note_text(notes_, "rating");
        report.letterhead = letterhead;
        for (const ReportSection& section : report_outline().sections) {
            ReportChapter chapter{section.title.in(wanted_.language), {}};
            for (const ReportPart& part : section.parts) {
                if (ReportPassage passage = passage_of(part); !passage.is_empty()) {
                    chapter.passages.push_back(std::move(passage));
                }
            }
            if (!chapter.passages.empty()) {
                report.chapters.push_back(std::move(chapter));
            }
        }
        add_others(report, zh ? "其他图表" : "Further exhibits");
        return report;
    }

private:
    ReportPassage passage_of(const ReportPart& part)
    {
        ReportPassage passage;
        passage.heading = part.heading.in(wanted_.language);
        std::string sentences;
        for (const SentenceSpec& sentence : part.sentences) {
            const std::string said = say(sentence);
            const bool apart = wanted_.language == Language::english && !sentences.empty();
            sentences += (apart && !said.empty() ? " " : "") + said;
        }
        if (!sentences.empty()) {
            passage.paragraphs.push_back({{}, sentences, {}});
        }
        for (const Note& note : notes_) {
            const bool wanted = note.section == part.notes &&
                                (part.subject.empty() || note.subject == part.subject);
            if (wanted) {
                passage.paragraphs.push_back(paragraph_of(note, part));
            }
        }
        for (const std::string& id : part.exhibits) {
            if (const ExhibitSpec* spec = find_spec(id)) {
                passage.exhibits.push_back(resolve(database_, *spec, wanted_));
                shown_.insert(id);
            }
        }
        return passage;
    }

    static ReportParagraph paragraph_of(const Note& note, const ReportPart& part)
    {
        // A heading with the same words needs no lead.
        return {part.subject.empty() ? note_lead(note) : std::string{}, note.body,
                note_origin(note)};
    }

    [[nodiscard]] const ExhibitSpec* find_spec(const std::string& id) const
    {
        const auto found = std::ranges::find(specs_, id, &ExhibitSpec::id);
        return found != specs_.end() ? &*found : nullptr;
    }

    /// A sentence is said as a title is: of an exhibit's figures, or of figures of its own.
    std::string say(const SentenceSpec& sentence)
    {
        ExhibitSpec spec;
        if (!sentence.exhibit.empty()) {
            const ExhibitSpec* of = find_spec(sentence.exhibit);
            if (of == nullptr) {
                return {};
            }
            spec = *of;
        } else {
            spec.kind = ExhibitKind::bars;
            spec.figures = sentence.figures;
        }
        spec.title = sentence.text;
        spec.neutral_title = {};
        spec.written_title.reset();
        const Exhibit said = resolve(database_, spec, wanted_);
        return said.title_is_neutral ? std::string{} : said.title;
    }

    void add_others(Report& report, const std::string& title)
    {
        ReportPassage others;
        for (const ExhibitSpec& spec : specs_) {
            if (!shown_.contains(spec.id)) {
                others.exhibits.push_back(resolve(database_, spec, wanted_));
            }
        }
        if (!others.is_empty()) {
            report.chapters.push_back({title, {std::move(others)}});
        }
    }

    Connection& database_;
    const ResolveFor& wanted_;
    std::vector<ExhibitSpec> specs_;
    std::vector<Note> notes_;
    std::set<std::string> shown_;
};

} // namespace

Report make_report(Connection& database, Week week, Date as_of, Language language,
                   const Letterhead& letterhead)
{
    const ResolveFor wanted{week, as_of, language};
    return ReportMaker{database, wanted}.make(letterhead);
}

} // namespace weekboard
