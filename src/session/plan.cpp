#include "session/plan.h"

#include <algorithm>
#include <iterator>
#include <map>
#include <set>

#include "base/text.h"
#include "book/wall_pages.h"
#include "session/aids/aid.h"

namespace session {
namespace {

const book::Document* document_at(const book::Handbook& handbook, int index) {
    if (index < 0 || index >= std::ssize(handbook.documents)) return nullptr;
    return &handbook.documents[static_cast<std::size_t>(index)];
}

void add_slide(std::vector<Cue>& cues, const book::Document& presentation, int slide) {
    if (slide < 0 || slide >= std::ssize(presentation.slides)) return;
    const auto pages = std::ssize(pages_of(presentation.slides[static_cast<std::size_t>(slide)]));
    for (int page = 0; page < pages; ++page) cues.push_back(SlideCue{presentation.path, slide, page});
}

Step make_step(const book::Handbook& handbook, const book::PlanRow& row) {
    // Over a day would only be a slip of the pen, and would push every clock time into nonsense.
    constexpr int day = 24 * 60;
    Step step{.title = row.title,
              .type = row.type,
              .leader = row.leader,
              .minutes = std::clamp(row.minutes, 1, day),
              .slack = row.slack,
              .shortest = std::clamp(row.shortest, 0, day),
              .notes_anchor = row.notes_anchor};
    const book::Document* exercise = document_at(handbook, row.exercise);
    if (exercise) step.exercise = exercise->path;

    if (row.type == book::StepType::pause) {
        step.cues.push_back(BreakCue{});
        return step;
    }
    for (const book::PlanRow::Shown& shown : row.slides) {
        if (const book::Document* presentation = document_at(handbook, shown.document)) {
            add_slide(step.cues, *presentation, shown.slide);
        }
    }
    if (exercise) std::ranges::move(exercise_cues(*exercise), std::back_inserter(step.cues));
    if (step.cues.empty()) step.cues.push_back(TitleCue{});
    return step;
}

}  // namespace

std::vector<Cue> exercise_cues(const book::Document& exercise) {
    std::vector<Cue> cues;
    const auto pages = std::ssize(pages_of(exercise));
    for (int page = 0; page < pages; ++page) cues.push_back(ExerciseCue{exercise.path, page});
    // An aid that this edition cannot draw would be an empty wall.
    if (exercise.aid && make_aid(*exercise.aid, 1)) cues.push_back(AidCue{exercise.path});
    return cues;
}

void take_exercise(Step& step, const book::Document& exercise) {
    step.title = exercise.title;
    step.exercise = exercise.path;
    step.notes_anchor.clear();  // they speak of what stood there
    step.cues = exercise_cues(exercise);
    if (step.cues.empty()) step.cues.push_back(TitleCue{});
}

std::vector<book::Block> wall_text(const book::Document& exercise) {
    const book::Section* section = exercise.section(book::Role::wall);
    if (!section) return {};
    const std::size_t end = std::min(section->end, exercise.blocks.size());
    const std::size_t first = std::min(section->first, end);
    return {exercise.blocks.begin() + static_cast<std::ptrdiff_t>(first),
            exercise.blocks.begin() + static_cast<std::ptrdiff_t>(end)};
}

std::vector<std::vector<book::Block>> pages_of(const book::Slide& slide) {
    return book::wall_pages(slide.body);
}

std::vector<std::vector<book::Block>> pages_of(const book::Document& exercise) {
    const std::vector<book::Block> text = wall_text(exercise);
    if (text.empty()) return {};
    return book::wall_pages(text);
}

Plan make_plan(const book::Handbook& handbook, int number) {
    Plan plan;
    const book::Document* document = handbook.session(number);
    if (!document) return plan;
    plan.meeting = number;
    plan.title = document->title;
    plan.document = document->path;
    plan.picture = document->picture;
    std::map<std::string, int> repeats;
    std::set<std::string> keys;
    for (const book::PlanRow& row : book::plan_table(handbook, *document).rows) {
        plan.steps.push_back(make_step(handbook, row));
        std::string& key = plan.steps.back().key;
        key = base::slug(row.title);
        const std::string slug = key;
        int& met = repeats[slug];
        if (met++ > 0 || slug.empty()) key = slug + '-' + std::to_string(met);
        // "Runde", "Runde" and "Runde-2": the third is named on.
        while (!keys.insert(key).second) key = slug + '-' + std::to_string(++met);
        plan.minutes += plan.steps.back().minutes;
    }
    return plan;
}

}  // namespace session
