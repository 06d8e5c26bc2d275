#pragma once

#include "ingest/import_source.h"

#include <functional>
#include <string_view>

namespace weekboard
{

enum class TextEncoding { utf8, gb18030, utf16_le, utf16_be };

/// `utf-8`, `gb18030`, `utf-16le`, `utf-16be`.
[[nodiscard]] std::string_view to_string(TextEncoding encoding);

/// A byte order mark tells; else what is UTF-8 all through is that, and the rest GB18030.
[[nodiscard]] TextEncoding encoding_of(const ImportSource& source);

/// The text in UTF-8, piece by piece and without its byte order mark. `take` returns false to end
/// it. Throws ImportError where bytes are no text in this encoding.
void decode(const ImportSource& source, TextEncoding encoding,
            const std::function<bool(std::string_view)>& take);

} // namespace weekboard
