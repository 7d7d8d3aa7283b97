// What is written, placed, counted and set in an aid, and taking it back.
#include <algorithm>

#include "app/update_parts.h"
#include "base/text.h"

namespace app {
namespace {

constexpr std::size_t most_past = 60;

/// Changes the aid that is open if it is a T.
template <class T, class Change>
void change(Model& model, Change change) {
    change_aid(model, [&](session::Aid& aid) {
        if (T* const one = std::get_if<T>(&aid)) change(*one);
    });
}

/// What can be written on a wall: one line of plain text, not too long.
std::string one_line(std::string text) {
    constexpr std::size_t most_bytes = 240;
    text = base::sanitised(text);
    std::replace_if(
        text.begin(), text.end(), [](char c) { return static_cast<unsigned char>(c) < 0x20; }, ' ');
    std::string line(base::trimmed(text));
    if (line.size() > most_bytes) {
        std::size_t end = 0;
        for (std::size_t at = 0; at <= most_bytes; base::next_code_point(line, at)) end = at;
        line.resize(end);
    }
    return line;
}

}  // namespace

void remember_aid(OpenAid& open, session::Aid before, base::Instant now) {
    open.changed = now;
    open.past.push_back(std::move(before));
    if (open.past.size() > most_past) open.past.erase(open.past.begin());
}

Effects apply(Model& model, const AidUndo&) {
    if (!model.aid || model.aid->past.empty()) return {};
    model.aid->aid = std::move(model.aid->past.back());
    model.aid->past.pop_back();
    return {};
}

Effects apply(Model& model, const AidReset&) {
    if (!model.aid) return {};
    auto aid = fresh_aid(model, model.aid->spec);
    if (!aid) return {};
    change_aid(model, [&](session::Aid& open) { open = std::move(*aid); });
    return {};
}

Effects apply(Model& model, const AidSelect& action) {
    change_aid(model, [&](session::Aid& aid) {
        std::visit(
            [&](auto& one) {
                if constexpr (requires { one.light(0); }) one.light(action.item);
            },
            aid);
    });
    return {};
}

Effects apply(Model& model, const AidSet& action) {
    change<session::Values>(model, [&](auto& values) {
        if (action.second)
            values.set_lived(action.item, action.value);
        else
            values.set_value(action.item, action.value);
    });
    change<session::Reveal>(model, [&](auto& reveal) {
        int& mark = action.item == 0 ? reveal.before : reveal.after;
        mark = mark == action.value ? -1 : std::clamp(action.value, -1, 10);
    });
    change<session::GroupDivider>(model, [&](auto& divider) {
        if (action.item == 0)
            divider.set_count(action.value);
        else
            divider.set_size(action.value);
    });
    return {};
}

Effects apply(Model& model, const AidPlace& action) {
    change<session::Board>(model, [&](auto& board) { board.place(action.item, action.column); });
    change<session::Values>(model, [&](auto& values) { values.set_chosen(action.item, action.column >= 0); });
    return {};
}

Effects apply(Model& model, const AidMark& action) {
    const int more = std::clamp(action.more, -9, 9);
    change<session::Network>(model, [&](auto& net) { net.add(action.sector, action.ring, action.gives, more); });
    return {};
}

Effects apply(Model& model, const AidTurn& action) {
    change<session::WeekGrid>(model, [&](auto& week) { week.turn(action.day, action.part); });
    return {};
}

Effects apply(Model& model, const AidWrite& action) {
    change<session::Board>(model, [&](auto& board) { board.add(action.item, one_line(action.text)); });
    change<session::Reveal>(model, [&](auto& reveal) { reveal.write(action.item, one_line(action.text)); });
    return {};
}

Effects apply(Model& model, const AidRemove& action) {
    change<session::Board>(model, [&](auto& board) { board.remove(action.item); });
    return {};
}

Effects apply(Model& model, const AidSwitch& action) {
    change<session::Board>(model, [&](auto& board) { board.locked = action.on; });
    change<session::Reveal>(model, [&](auto& reveal) { reveal.examples = action.on; });
    change<session::GroupDivider>(model, [&](auto& divider) { divider.set_by_size(action.on); });
    return {};
}

Effects apply(Model& model, const AidShuffle&) {
    const auto seed = static_cast<std::uint64_t>(model.now.time_since_epoch().count());
    change<session::WordCards>(model, [&](auto& cards) { cards.shuffle(seed); });
    return {};
}

}  // namespace app
