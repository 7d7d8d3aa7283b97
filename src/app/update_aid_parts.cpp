// What is written, placed, counted and set in an aid, and taking it back.
#include <algorithm>

#include "app/update_parts.h"
#include "base/text.h"

namespace app {
namespace {

constexpr std::size_t most_past = 60;

/// The open aid as a T, remembered as it was; null when it is something else.
template <class T>
T* changing(Model& model) {
    if (!model.aid || !std::holds_alternative<T>(model.aid->aid)) return nullptr;
    remember_aid(model);
    return &std::get<T>(model.aid->aid);
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

void remember_aid(Model& model) {
    if (!model.aid) return;
    auto& past = model.aid->past;
    if (!past.empty() && past.back() == model.aid->aid) return;
    past.push_back(model.aid->aid);
    if (past.size() > most_past) past.erase(past.begin());
}

bool aid_changed(const Model& model) {
    if (!model.aid) return false;
    const auto& past = model.aid->past;
    return std::any_of(past.begin(), past.end(), [&](const session::Aid& aid) { return !(aid == model.aid->aid); });
}

Effects apply(Model& model, const AidUndo&) {
    if (!model.aid) return {};
    auto& past = model.aid->past;
    while (!past.empty() && past.back() == model.aid->aid) past.pop_back();
    if (past.empty()) return {};
    model.aid->aid = std::move(past.back());
    past.pop_back();
    return {};
}

Effects apply(Model& model, const AidReset&) {
    if (!model.aid) return {};
    auto aid = fresh_aid(model, model.aid->spec);
    if (!aid) return {};
    remember_aid(model);
    model.aid->aid = std::move(*aid);
    return {};
}

Effects apply(Model& model, const AidSelect& action) {
    if (auto* reveal = changing<session::Reveal>(model)) reveal->light(action.item);
    if (auto* values = changing<session::Values>(model)) values->light(action.item);
    if (auto* cards = changing<session::WordCards>(model)) cards->light(action.item);
    if (auto* network = changing<session::Network>(model)) network->light(action.item);
    if (auto* week = changing<session::WeekGrid>(model)) week->light(action.item);
    return {};
}

Effects apply(Model& model, const AidSet& action) {
    if (auto* values = changing<session::Values>(model)) {
        if (action.second)
            values->set_lived(action.item, action.value);
        else
            values->set_value(action.item, action.value);
    }
    if (auto* reveal = changing<session::Reveal>(model)) {
        int& mark = action.item == 0 ? reveal->before : reveal->after;
        mark = mark == action.value ? -1 : std::clamp(action.value, -1, 10);
    }
    if (auto* divider = changing<session::GroupDivider>(model)) {
        if (action.item == 0)
            divider->set_count(action.value);
        else
            divider->set_size(action.value);
    }
    return {};
}

Effects apply(Model& model, const AidPlace& action) {
    if (auto* board = changing<session::Board>(model)) board->place(action.item, action.column);
    if (auto* values = changing<session::Values>(model)) {
        const auto count = static_cast<int>(values->items.size());
        const bool in = action.column >= 0;
        if (action.item >= 0 && action.item < count &&
            values->items[static_cast<std::size_t>(action.item)].chosen != in)
            values->choose(action.item);
    }
    return {};
}

Effects apply(Model& model, const AidMark& action) {
    if (auto* network = changing<session::Network>(model))
        network->add(action.sector, action.ring, action.gives, std::clamp(action.more, -9, 9));
    return {};
}

Effects apply(Model& model, const AidTurn& action) {
    if (auto* week = changing<session::WeekGrid>(model)) week->turn(action.day, action.part);
    return {};
}

Effects apply(Model& model, const AidWrite& action) {
    if (auto* board = changing<session::Board>(model)) board->add(action.item, one_line(action.text));
    if (auto* reveal = changing<session::Reveal>(model)) reveal->write(action.item, one_line(action.text));
    return {};
}

Effects apply(Model& model, const AidRemove& action) {
    if (auto* board = changing<session::Board>(model)) board->remove(action.item);
    return {};
}

Effects apply(Model& model, const AidSwitch& action) {
    if (auto* board = changing<session::Board>(model)) board->locked = action.on;
    if (auto* reveal = changing<session::Reveal>(model)) reveal->examples = action.on;
    if (auto* divider = changing<session::GroupDivider>(model)) divider->set_by_size(action.on);
    return {};
}

Effects apply(Model& model, const AidShuffle&) {
    if (auto* cards = changing<session::WordCards>(model))
        cards->shuffle(static_cast<std::uint64_t>(model.now.time_since_epoch().count()));
    return {};
}

}  // namespace app
