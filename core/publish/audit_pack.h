#pragma once

#include "publish/edition.h"
#include "publish/zip_archive.h"
#include "store/publications.h"

#include <string>
#include <string_view>
#include <vector>

/// A published week as one zip that anybody can check later: the edition, its figures with their
/// vintages and batches, the exhibits as JSON and as pictures, and the hash of every file.
namespace weekboard
{

/// `pictures` are put in as they are. The same edition and pictures give the same bytes.
[[nodiscard]] std::string make_pack(const Publication& publication, const WeekEdition& edition,
                                    const ZipEntries& pictures);

/// What is wrong with a pack, a sentence each; nothing where every byte is what it was.
[[nodiscard]] std::vector<std::string> verify_pack(std::string_view bytes);

} // namespace weekboard
