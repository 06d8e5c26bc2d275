#pragma once

#include <filesystem>
#include <string>

namespace weekboard
{

/// Messages of verbs go to standard error, from `level` on (trace, debug, info, warn, error, off).
void log_to_console(const std::string& level);

/// The window logs to a rotating file below `$XDG_STATE_HOME/weekboard`, and warnings to standard
/// error too. Where that folder cannot be written, to standard error alone.
void log_to_file(const std::string& level);

/// Qt's own messages go the same way as ours: warnings of its platform are for the log alone.
void log_messages_of_qt();

/// `$XDG_STATE_HOME/weekboard`, or its default.
[[nodiscard]] std::filesystem::path state_folder();

/// From here on a crash writes what was being done to `crash.txt` in the state folder, besides
/// the signal's default action. `note_activity` (activity.h) says what is being done.
void leave_trace_of_crashes();

} // namespace weekboard
