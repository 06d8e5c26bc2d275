#include "activity.h"

namespace weekboard
{

namespace
{

Activities activities;

} // namespace

void note_activity(const char* what)
{
    activities.ring[activities.count.fetch_add(1) % kept_activities].store(what);
}

const Activities& noted_activities()
{
    return activities;
}

} // namespace weekboard
