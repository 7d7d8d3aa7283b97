#include "session/aids/network.h"

#include <algorithm>

namespace session {
namespace {

void step(int& lit, int count, int by) {
    const int at = lit < 0 ? (by > 0 ? 0 : count - 1) : lit + by;
    lit = at >= 0 && at < count ? at : -1;
}

}  // namespace

void Network::add(int sector, int ring, bool gives, int more) {
    if (sector < 0 || sector >= static_cast<int>(fields.size()) || ring < 0 || ring >= rings) return;
    Field& field = fields[static_cast<std::size_t>(sector)][static_cast<std::size_t>(ring)];
    int& marks = gives ? field.gives : field.takes;
    const int other = gives ? field.takes : field.gives;
    marks = std::clamp(marks + more, 0, std::max(0, most_marks - other));
}

void Network::light(int sector) {
    if (sector < 0 || sector >= static_cast<int>(sectors.size())) return;
    lit = lit == sector ? -1 : sector;
}

void Network::forward() {
    step(lit, static_cast<int>(sectors.size()), 1);
}

void Network::backward() {
    step(lit, static_cast<int>(sectors.size()), -1);
}

void WeekGrid::turn(int day, int part) {
    if (day < 0 || day >= days || part < 0 || part >= parts) return;
    Entry& entry = week[static_cast<std::size_t>(day)][static_cast<std::size_t>(part)];
    entry.name.clear();
    entry.kind = entry.kind + 1 >= static_cast<int>(kinds.size()) ? -1 : entry.kind + 1;
}

int WeekGrid::count(int kind) const {
    int found = 0;
    for (const auto& day : week)
        found +=
            static_cast<int>(std::count_if(day.begin(), day.end(), [&](const Entry& e) { return e.kind == kind; }));
    return found;
}

float WeekGrid::free_share() const {
    return static_cast<float>(count(-1)) / static_cast<float>(days * parts);
}

void WeekGrid::light(int kind) {
    if (kind < 0 || kind >= static_cast<int>(kinds.size())) return;
    lit = lit == kind ? -1 : kind;
}

void WeekGrid::forward() {
    step(lit, static_cast<int>(kinds.size()), 1);
}

void WeekGrid::backward() {
    step(lit, static_cast<int>(kinds.size()), -1);
}

}  // namespace session
