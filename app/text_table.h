#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace weekboard
{

/// Columns of a terminal that a text takes; Chinese characters take two.
[[nodiscard]] std::size_t display_width(std::string_view text);

enum class Align { left, right };

/// Rows of cells set in columns, two blanks apart.
class TextTable
{
public:
    explicit TextTable(std::vector<Align> columns)
        : columns_{std::move(columns)}
    {
    }

    /// As many cells as there are columns.
    void add(std::vector<std::string> cells) { rows_.push_back(std::move(cells)); }

    [[nodiscard]] std::string text() const;

private:
    std::vector<Align> columns_;
    std::vector<std::vector<std::string>> rows_;
};

} // namespace weekboard
