#include "session/aids/aid.h"
#include "session/elapsed.h"

namespace session {

Milliseconds Stopwatch::elapsed(Instant now) const {
    return since ? before + session::elapsed(*since, now) : before;
}

void Stopwatch::start(Instant now) {
    if (!since) since = now;
}

void Stopwatch::pause(Instant now) {
    before = elapsed(now);
    since.reset();
}

}  // namespace session
