#pragma once

#include <QByteArray>

namespace weekboard
{

/// Qt writes a line of text as a piece for each script in it: 5G用户 would be three that nobody can
/// search for. Pieces that follow each other on a line become one again.
[[nodiscard]] QByteArray with_whole_lines(const QByteArray& svg);

} // namespace weekboard
