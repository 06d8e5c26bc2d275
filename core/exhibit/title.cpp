#include "exhibit/title.h"

#include "exhibit/title_words.h"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>
#include <charconv>

namespace weekboard
{

namespace
{

struct Token {
    std::string_view text; ///< between the braces
    std::string_view subject;
    std::string_view word;
    std::string_view decimals;
};

Token token_from(std::string_view text)
{
    Token token{text, {}, {}, {}};
    const std::size_t colon = std::min(text.find(':'), text.size());
    token.subject = text.substr(0, colon);
    std::string_view rest = colon < text.size() ? text.substr(colon + 1) : std::string_view{};
    const std::size_t second = std::min(rest.find(':'), rest.size());
    token.word = rest.substr(0, second);
    token.decimals = second < rest.size() ? rest.substr(second + 1) : std::string_view{};
    return token;
}

/// A whole number from 0 to 8, or nothing.
std::optional<int> decimals_from(std::string_view text)
{
    int decimals = 0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), decimals);
    const bool whole = error == std::errc{} && end == text.data() + text.size();
    return whole && decimals >= 0 && decimals <= 8 ? std::optional{decimals} : std::nullopt;
}

/// Tells `visitor` of the texts, tokens and brackets of a template in turn; false if a brace or a
/// bracket does not close.
template <typename Visitor>
bool walk(std::string_view title, Visitor& visitor)
{
    bool in_option = false;
    while (!title.empty()) {
        const std::size_t end = std::min(title.find_first_of("{[]"), title.size());
        visitor.on_text(title.substr(0, end));
        title.remove_prefix(end);
        if (title.empty()) {
            break;
        }
        if (title.front() == '{') {
            const std::size_t close = title.find('}');
            if (close == std::string_view::npos) {
                return false;
            }
            visitor.on_token(token_from(title.substr(1, close - 1)));
            title.remove_prefix(close + 1);
            continue;
        }
        const bool opens = title.front() == '[';
        if (opens == in_option) {
            return false;
        }
        visitor.on_option(opens);
        in_option = opens;
        title.remove_prefix(1);
    }
    return !in_option;
}

class Filler
{
public:
    Filler(const TitleSubjects& subjects, Language language)
        : subjects_{subjects}
        , language_{language}
    {
    }

    void on_text(std::string_view text) { title_ += text; }

    void on_token(const Token& token)
    {
        const auto subject = subjects_.find(std::string{token.subject});
        const auto text =
            subject == subjects_.end()
                ? std::nullopt
                : title_word(token.word, subject->second, decimals_from(token.decimals), language_);
        title_ += text.value_or("");
        (in_option_ ? option_complete_ : complete_) &= text.has_value();
    }

    void on_option(bool opens)
    {
        in_option_ = opens;
        if (opens) {
            option_start_ = title_.size();
            option_complete_ = true;
        } else if (!option_complete_) {
            title_.resize(option_start_);
        }
    }

    [[nodiscard]] std::optional<std::string> title() const
    {
        return complete_ ? std::optional{title_} : std::nullopt;
    }

private:
    const TitleSubjects& subjects_;
    Language language_;
    std::string title_;
    bool complete_ = true;
    bool in_option_ = false;
    bool option_complete_ = true;
    std::size_t option_start_ = 0;
};

class FaultFinder
{
public:
    explicit FaultFinder(const std::vector<std::string>& subjects)
        : subjects_{subjects}
    {
    }

    void on_text(std::string_view) {}
    void on_option(bool) {}

    void on_token(const Token& token)
    {
        if (std::ranges::find(subjects_, token.subject) == subjects_.end()) {
            faults.push_back(
                fmt::format("one of {} in {{{}}}", fmt::join(subjects_, ", "), token.text));
        } else if (!is_title_word(token.word)) {
            faults.push_back(fmt::format("one of {} in {{{}}}", fmt::join(title_word_names(), ", "),
                                         token.text));
        } else if (!token.decimals.empty() && !decimals_from(token.decimals)) {
            faults.push_back(fmt::format("decimals from 0 to 8 in {{{}}}", token.text));
        }
    }

    std::vector<std::string> faults;

private:
    const std::vector<std::string>& subjects_;
};

struct SubjectCollector {
    void on_text(std::string_view) {}
    void on_option(bool opens) { in_option = opens; }

    void on_token(const Token& token)
    {
        if (!in_option) {
            subjects.emplace(token.subject);
        }
    }

    bool in_option = false;
    std::set<std::string> subjects;
};

} // namespace

std::optional<std::string> fill_title(std::string_view title_template,
                                      const TitleSubjects& subjects, Language language)
{
    Filler filler{subjects, language};
    return walk(title_template, filler) ? filler.title() : std::nullopt;
}

std::vector<std::string> faults_of_title(std::string_view title_template,
                                         const std::vector<std::string>& subjects)
{
    FaultFinder finder{subjects};
    if (!walk(title_template, finder)) {
        finder.faults.emplace_back("a } for every { and a ] for every [");
    }
    return std::move(finder.faults);
}

std::set<std::string> required_subjects(std::string_view title_template)
{
    SubjectCollector collector;
    walk(title_template, collector);
    return std::move(collector.subjects);
}

std::vector<std::string> title_subjects(const ExhibitSpec& spec)
{
    switch (spec.kind) {
    case ExhibitKind::ranked_bars:
        return {"all", "first", "last", "highlight"};
    case ExhibitKind::movers:
        return {"all", "first", "last"};
    case ExhibitKind::comparison:
        return {"all", "first", "last"};
    case ExhibitKind::heat_table:
        return {"boards", "hottest", "raised", "lowered"};
    case ExhibitKind::line:
    case ExhibitKind::bars:
        break;
    }
    std::vector<std::string> names{"period"};
    for (const std::vector<PlotSpec>* plots : {&spec.plots, &spec.figures}) {
        for (const PlotSpec& plot : *plots) {
            names.push_back(plot.name);
        }
    }
    return names;
}

} // namespace weekboard
