#include "world.h"

#include <algorithm>

namespace app_test {
namespace {

void add(std::string& text, const std::vector<book::Block>& blocks) {
    for (const book::Block& block : blocks) {
        for (const book::Span& span : block.spans) text += span.text + "\n";
        for (const std::string* each : {&block.source, &block.alt, &block.caption, &block.anchor, &block.language})
            text += *each + "\n";
        add(text, block.children);
    }
}

void add(std::string&, const EmptyScene&) {}
void add(std::string& text, const StartScene& scene) {
    text += scene.title + "\n" + scene.picture + "\n";
}
void add(std::string& text, const TextScene& scene) {
    text += scene.title + "\n" + scene.picture + "\n";
    add(text, scene.blocks);
}
void add(std::string& text, const AidScene& scene) {
    text += scene.title + "\n" + scene.picture + "\n";
    if (const auto* countdown = std::get_if<session::Countdown>(&scene.aid))
        for (const auto& phase : countdown->phases) text += phase.name + "\n";
    if (const auto* line = std::get_if<session::Scale>(&scene.aid))
        text += line->question + "\n" + line->low + "\n" + line->high + "\n";
    if (const auto* board = std::get_if<session::Board>(&scene.aid))
        for (const auto& card : board->cards) text += card.text + "\n";
    if (const auto* reveal = std::get_if<session::Reveal>(&scene.aid)) {
        text += reveal->heading + "\n" + reveal->scale + "\n";
        for (const auto& part : reveal->parts) text += part.name + "\n" + part.written + "\n" + part.example + "\n";
    }
    if (const auto* scan = std::get_if<session::BodyScan>(&scene.aid))
        for (const auto& area : scan->areas) text += area + "\n";
    if (const auto* network = std::get_if<session::Network>(&scene.aid))
        for (const auto& sector : network->sectors) text += sector + "\n";
    if (const auto* week = std::get_if<session::WeekGrid>(&scene.aid))
        for (const auto& day : week->week)
            for (const auto& entry : day) text += entry.name + "\n";
    if (const auto* cards = std::get_if<session::WordCards>(&scene.aid))
        for (const auto& card : cards->cards) text += card + "\n";
    if (const auto* values = std::get_if<session::Values>(&scene.aid))
        for (const auto& item : values->items) text += item.name + "\n";
}
void add(std::string& text, const BreakScene& scene) {
    text += scene.title + "\n" + scene.picture + "\n";
}

}  // namespace

std::shared_ptr<const book::Handbook> small_book() {
    static const auto book = std::make_shared<const book::Handbook>(
        book::load(std::filesystem::path(FIXTURES) / ".." / "app" / "book", "nb"));
    return book;
}

course::Course spring_course() {
    return {.id = 1,
            .title = "HEMMELIG-kurstittel",
            .municipality = "HEMMELIG-kommune",
            .place = "HEMMELIG-sted",
            .starts = {10, 0},
            .dates = {{2026, 3, 11}, {2026, 3, 18}},
            .leader_one = "HEMMELIG-fagperson",
            .leader_two = "HEMMELIG-brukerrepresentant",
            .participants = 9};
}

World::World(bool registered) : now(base::at_local({2026, 3, 11}, {10, 0}, base::Minutes{60})) {
    run(Tick{base::Minutes{60}});
    run(HandbookLoaded{small_book(), nullptr});
    if (registered) run(StoreOpened{"/data", {spring_course()}, {}, std::nullopt});
}

Effects World::act(const Action& action) {
    effects = update(model, action, now);
    return effects;
}

void World::run(const Action& action) {
    const Effects wanted = act(action);
    std::deque<Effect> todo(wanted.begin(), wanted.end());
    while (!todo.empty()) {
        const Effect effect = todo.front();
        todo.pop_front();
        answer(effect);
        for (const Effect& more : std::exchange(effects, {})) todo.push_back(more);
    }
    effects = wanted;
}

void World::answer(const Effect& effect) {
    effects.clear();
    if (const auto* load = std::get_if<LoadRecords>(&effect)) {
        const course::Course* of = model.course_by_id(load->course);
        act(RecordsLoaded{load->course,
                          {.attendance = {of ? of->participants : 0, of ? static_cast<int>(of->dates.size()) : 0}}});
        return;
    }
    if (!is_write(effect) || !answers) return;
    if (disk_full) {
        act(WriteFailed{effect, {base::Fault::disk_full, "/data", ""}});
        return;
    }
    written.push_back(effect);
    Effects caused;
    if (std::holds_alternative<BeginRun>(effect)) caused = act(RunBegun{next_id_++});
    if (const auto* added = std::get_if<AddCourse>(&effect)) {
        course::Course stored = added->course;
        stored.id = next_id_++;
        caused = act(CourseAdded{stored});
    }
    for (const Effect& each : act(Saved{})) caused.push_back(each);
    effects = caused;
}

AudienceView World::wall() {
    model.now = now;
    return audience_view(model);
}

bool World::says(words::Key key) const {
    // Up to the first {name}: what follows depends on the case.
    const std::string text = model.words[key].substr(0, model.words[key].find('{'));
    return std::any_of(model.notices.begin(), model.notices.end(),
                       [&](const Notice& notice) { return notice.text.starts_with(text); });
}

std::string all_text(const AudienceView& view) {
    std::string text = view.footer + "\n";
    std::visit([&](const auto& scene) { add(text, scene); }, view.scene);
    return text;
}

}  // namespace app_test
