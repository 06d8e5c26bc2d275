#pragma once

#include <array>
#include <atomic>
#include <cstddef>

namespace weekboard
{

/// What is being done, for the trace that a crash leaves. `what` is constant text, such as
/// "show the page of the indices"; the last few are kept. Any thread, no locks.
void note_activity(const char* what);

inline constexpr std::size_t kept_activities = 16;

/// Read by a signal handler: fixed storage, nothing that allocates.
struct Activities {
    std::array<std::atomic<const char*>, kept_activities> ring{};
    std::atomic<std::size_t> count{0};
};
[[nodiscard]] const Activities& noted_activities();

} // namespace weekboard
