#include "shell/desk.h"

#include <utility>

namespace shell {

void Desk::act(const app::Action& action, base::Instant now) {
    app::Effects effects = app::update(model_, action, now);
    if (!effects.empty()) effects_.push_back(std::move(effects));
}

void Desk::act(const app::Actions& actions, base::Instant now) {
    for (const app::Action& action : actions) act(action, now);
}

void Desk::carry_out(base::Instant now) {
    while (!effects_.empty()) {
        const app::Effects batch = std::move(effects_.front());
        effects_.pop_front();
        runner_.begin_batch();
        for (const app::Effect& effect : batch) act(runner_.perform(effect, model_, now), now);
    }
}

}  // namespace shell
