#include "publish/edition_diff.h"

#include "board/note.h"
#include "exhibit/caption.h"
#include "publish/exhibit_table.h"

#include <fmt/format.h>

#include <algorithm>
#include <iterator>
#include <map>

namespace weekboard
{

namespace
{

/// Named texts in the order in which they were found.
class Texts
{
public:
    /// Of several with one name each is told apart by its place.
    void add(const std::string& name, const std::string& text)
    {
        std::string own = name;
        for (int place = 2; texts_.contains(own); ++place) {
            own = fmt::format("{} ({})", name, place);
        }
        texts_.emplace(own, text);
        names_.push_back(std::move(own));
    }

    [[nodiscard]] std::string text(const std::string& name) const
    {
        const auto found = texts_.find(name);
        return found != texts_.end() ? found->second : std::string{};
    }

    [[nodiscard]] const std::vector<std::string>& names() const { return names_; }

private:
    std::vector<std::string> names_;
    std::map<std::string, std::string> texts_;
};

/// The figure itself: two that are shown alike may still differ.
std::string exact_text(const TableCell& cell, const TableColumn& column)
{
    const double* figure = std::get_if<double>(&cell);
    return figure != nullptr ? fmt::format("{}{}", *figure, column.is_percent ? "%" : "")
                             : cell_text(cell, column);
}

Texts texts_of(const Exhibit& exhibit)
{
    Texts texts;
    texts.add("title", exhibit.title);
    texts.add("source", source_line(exhibit));
    const ExhibitTable table = table_of(exhibit);
    for (const auto& row : table.rows) {
        const std::string place = row.empty() ? std::string{} : cell_text(row[0], table.columns[0]);
        for (std::size_t c = 1; c < row.size(); ++c) {
            texts.add(fmt::format("{} {}", table.columns[c].name, place),
                      exact_text(row[c], table.columns[c]));
        }
    }
    return texts;
}

void compare(std::vector<EditionChange>& changes, const std::string& exhibit, const Texts& before,
             const Texts& now)
{
    for (const std::string& name : before.names()) {
        if (const std::string was = before.text(name), is = now.text(name); was != is) {
            changes.push_back({exhibit, name, was, is});
        }
    }
    for (const std::string& name : now.names()) {
        const auto& known = before.names();
        const std::string is = now.text(name);
        if (!is.empty() && std::find(known.begin(), known.end(), name) == known.end()) {
            changes.push_back({exhibit, name, {}, is});
        }
    }
}

Texts texts_of(const std::vector<Note>& notes)
{
    Texts texts;
    for (const Note& note : notes) {
        texts.add(fmt::format("{} {}", note.section, note.ordinal),
                  fmt::format("{}{}{}{}{}", note.subject, note.subject.empty() ? "" : "  ",
                              note.body, note_origin(note).empty() ? "" : "  ", note_origin(note)));
    }
    return texts;
}

Texts texts_of(const std::vector<KeyFigure>& figures, Language language)
{
    Texts texts;
    for (const KeyFigure& figure : figures) {
        const std::string name = figure.name.in(language);
        texts.add(name,
                  fmt::format("{} ({})", figure.latest.value,
                              period_name(figure.series.frequency, figure.latest.period_end)));
        if (figure.companion) {
            texts.add(fmt::format("{} {}", name, figure.role),
                      fmt::format("{}", *figure.companion));
        }
    }
    return texts;
}

} // namespace

std::vector<EditionChange> changes_of(std::span<const Exhibit> before, std::span<const Exhibit> now)
{
    std::vector<EditionChange> changes;
    std::map<std::string, const Exhibit*> others;
    for (const Exhibit& exhibit : now) {
        others[exhibit.id] = &exhibit;
    }
    for (const Exhibit& exhibit : before) {
        const auto found = others.find(exhibit.id);
        compare(changes, exhibit.id, texts_of(exhibit),
                found != others.end() ? texts_of(*found->second) : Texts{});
        others.erase(exhibit.id);
    }
    for (const Exhibit& exhibit : now) {
        if (others.contains(exhibit.id)) {
            compare(changes, exhibit.id, Texts{}, texts_of(exhibit));
        }
    }
    return changes;
}

std::vector<EditionChange> changes_of(const WeekView& before, const WeekView& now,
                                      Language language)
{
    std::vector<EditionChange> changes;
    compare(changes, "key-figures", texts_of(before.key_figures, language),
            texts_of(now.key_figures, language));
    compare(changes, "notes", texts_of(before.notes), texts_of(now.notes));
    return changes;
}

std::vector<EditionChange> changes_of(const Report& before, const Report& now)
{
    const auto texts = [](const Report& report) {
        Texts all;
        const Letterhead& head = report.letterhead;
        all.add("letterhead", fmt::format("{}\n{}\n{}\n{}\n{}", head.house, head.analysts,
                                          head.contacts, head.rating_definitions, head.disclaimer));
        for (const ReportChapter& chapter : report.chapters) {
            for (const ReportPassage& passage : chapter.passages) {
                for (const ReportParagraph& paragraph : passage.paragraphs) {
                    all.add(fmt::format("{} {}", chapter.title, passage.heading),
                            fmt::format("{} {}", paragraph.lead, paragraph.body));
                }
            }
        }
        return all;
    };
    std::vector<EditionChange> changes;
    compare(changes, "report", texts(before), texts(now));
    return changes;
}

std::vector<EditionChange> changes_of(const WeekEdition& before, const WeekEdition& now,
                                      Language language)
{
    auto changes = changes_of(before.in(language).exhibits, now.in(language).exhibits);
    const auto append = [&](std::vector<EditionChange> more) {
        changes.insert(changes.end(), std::make_move_iterator(more.begin()),
                       std::make_move_iterator(more.end()));
    };
    append(changes_of(before.view, now.view, language));
    append(changes_of(before.in(language).report, now.in(language).report));
    if (changes.empty()) { // the words of the other language may have changed alone
        const Language other =
            language == Language::chinese ? Language::english : Language::chinese;
        append(changes_of(before.in(other).exhibits, now.in(other).exhibits));
        append(changes_of(before.in(other).report, now.in(other).report));
    }
    return changes;
}

} // namespace weekboard
