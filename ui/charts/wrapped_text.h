#pragma once

#include <QFont>
#include <QStringList>

namespace weekboard
{

/// Breaks a text into lines of a width; what does not fit in `most` lines is shortened.
[[nodiscard]] QStringList wrapped(const QString& text, const QFont& font, double width, int most);

/// The same in as few lines, all of about the same length: no lonely last word.
[[nodiscard]] QStringList balanced(const QString& text, const QFont& font, double width, int most);

} // namespace weekboard
