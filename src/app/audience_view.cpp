#include "app/audience_view.h"

#include <algorithm>

#include "app/digest.h"
#include "app/model.h"
#include "book/roles.h"

namespace app {
namespace {

// The handbook's own drawings for what belongs to no slide or exercise.
constexpr const char* start_picture = "start.svg";
constexpr const char* break_picture = "pause.svg";

using Blocks = std::vector<book::Block>;

/// Private even where it stands in a public text: alerts, details, and what opens as a word to the leaders. The plan's cues come
/// from text that the handbook has already cleared of these; this is the last gate before the wall.
bool for_leaders(const book::Block& block) {
    if (block.type == book::BlockType::alert || block.type == book::BlockType::details) return true;
    if (book::opens_for_leaders(book::plain_text(block.spans))) return true;
    // A quote or an item is what its first words make it.
    const bool holds = block.type == book::BlockType::quote || block.type == book::BlockType::item;
    return holds && !block.children.empty() && for_leaders(block.children.front());
}

Blocks public_part(const Blocks& blocks) {
    Blocks kept;
    for (const book::Block& block : blocks) {
        if (for_leaders(block)) continue;
        kept.push_back(block);
        kept.back().children = public_part(block.children);
    }
    return kept;
}

/// One picture of a text, with how many there are.
TextScene text_scene(std::string title, const std::vector<Blocks>& pages, int page, std::string picture) {
    TextScene scene{
        .title = std::move(title), .picture = std::move(picture), .pages = std::max(1, static_cast<int>(pages.size()))};
    scene.page = std::clamp(page, 0, scene.pages - 1);
    if (!pages.empty()) scene.blocks = public_part(pages[static_cast<std::size_t>(scene.page)]);
    return scene;
}

std::string first_of(const std::string& picture, const std::string& otherwise) {
    return picture.empty() ? otherwise : picture;
}

base::TimeOfDay clock_time_after(base::Instant at, base::Minutes zone) {
    return base::local(std::chrono::ceil<base::Minutes>(at), zone).time;
}

BreakScene break_scene(const Model& model, const Run& run, int step) {
    const auto index = static_cast<std::size_t>(step);
    const session::State& state = run.state;
    BreakScene scene{.title = run.plan.steps[index].title, .picture = break_picture};
    const bool here = state.step == step && index < state.minutes.size() && index < state.used.size();
    if (here) {
        const bool running = state.phase == session::Phase::running;
        scene.left = base::Minutes{state.minutes[index]} - state.used[index];
        scene.ends = (running ? state.clock_since : model.now) + scene.left;
        scene.paused = !running;
    } else {
        // Looked at beforehand: its clock has not begun.
        scene.left = base::Minutes{run.plan.steps[index].minutes};
        scene.ends = session::step_starts(state, run.plan, model.now)[index] + scene.left;
        scene.paused = true;
    }
    scene.until = clock_time_after(scene.ends, model.zone);
    return scene;
}

const book::Document* document(const Model& model, const std::string& path) {
    return model.handbook ? model.handbook->document(path) : nullptr;
}

Scene title_scene(const session::Plan& plan, const session::Step& step) {
    return TextScene{.title = step.title, .picture = plan.picture};
}

Scene cue_scene(const Model& model, const Run& run, int step, const session::Cue& cue) {
    const session::Step& at = run.plan.steps[static_cast<std::size_t>(step)];
    if (std::holds_alternative<session::BreakCue>(cue)) return break_scene(model, run, step);
    if (const auto* slide_cue = std::get_if<session::SlideCue>(&cue)) {
        const book::Document* presentation = document(model, slide_cue->document);
        if (!presentation || slide_cue->slide < 0 || slide_cue->slide >= static_cast<int>(presentation->slides.size()))
            return title_scene(run.plan, at);
        const book::Slide& slide = presentation->slides[static_cast<std::size_t>(slide_cue->slide)];
        return text_scene(slide.title, session::pages_of(slide), slide_cue->page,
                          first_of(slide.picture, run.plan.picture));
    }
    if (const auto* exercise_cue = std::get_if<session::ExerciseCue>(&cue)) {
        const book::Document* exercise = document(model, exercise_cue->document);
        if (!exercise) return title_scene(run.plan, at);
        TextScene scene = text_scene(exercise->title, session::pages_of(*exercise), exercise_cue->page,
                                     first_of(exercise->picture, run.plan.picture));
        scene.forms = exercise->forms;
        return scene;
    }
    if (const auto* aid_cue = std::get_if<session::AidCue>(&cue)) {
        const book::Document* exercise = document(model, aid_cue->document);
        auto aid = exercise && exercise->aid ? session::make_aid(*exercise->aid, 1) : std::nullopt;
        if (!aid) return title_scene(run.plan, at);
        return AidScene{exercise->title, session::seen_by_room(std::move(*aid)),
                        first_of(exercise->picture, run.plan.picture)};
    }
    return title_scene(run.plan, at);
}

const session::Cue* cue_at(const session::Plan& plan, int step, int cue) {
    if (step < 0 || step >= static_cast<int>(plan.steps.size())) return nullptr;
    const auto& cues = plan.steps[static_cast<std::size_t>(step)].cues;
    return cue >= 0 && cue < static_cast<int>(cues.size()) ? &cues[static_cast<std::size_t>(cue)] : nullptr;
}

AidScene aid_scene(const OpenAid& open, const std::string& otherwise) {
    AidScene scene{open.title, session::seen_by_room(open.aid), first_of(open.picture, otherwise)};
    return scene;
}

/// The meeting that comes next in the course that is open: today's, unless it has been held.
int coming_meeting(const Model& model, const course::Course& course) {
    int meeting = course::meeting_on_or_after(course, model.local_now().date);
    const auto held = [&](int number) {
        return std::find(model.records.held.begin(), model.records.held.end(), number) != model.records.held.end();
    };
    while (meeting > 0 && held(meeting)) meeting = meeting < static_cast<int>(course.dates.size()) ? meeting + 1 : 0;
    return meeting;
}

struct Shown {
    Scene scene;
    int meeting = 0;
    bool calm = false;  ///< the calm picture lies over it, unless a leader has put another cover there
};

Shown before_meeting(const Model& model) {
    const course::Course* course = model.open_course();
    const int meeting = course ? coming_meeting(model, *course) : 0;
    if (meeting == 0 || !model.handbook) return {};
    for (const book::SessionInfo& info : model.handbook->programme.sessions) {
        if (info.number != meeting) continue;
        return {StartScene{info.title, course->starts, start_picture}, meeting};
    }
    return {};
}

Shown live(const Model& model) {
    const bool at_plan = model.run && !model.run->plan.empty();
    if (model.aid) {
        return {aid_scene(*model.aid, at_plan ? model.run->plan.picture : ""), at_plan ? model.run->plan.meeting : 0};
    }
    if (!at_plan) return before_meeting(model);
    const Run& run = *model.run;
    if (run.state.phase == session::Phase::ended) return {EmptyScene{}, run.plan.meeting, true};
    const session::Cue* cue = cue_at(run.plan, run.state.step, run.state.cue);
    if (!cue) return {EmptyScene{}, run.plan.meeting};
    return {cue_scene(model, run, run.state.step, *cue), run.plan.meeting};
}

AudienceView view_of(const Model& model, Shown shown) {
    AudienceView view{.scene = std::move(shown.scene),
                      .cover = shown.calm ? session::Cover::calm : session::Cover::none,
                      .light = model.settings.light_wall,
                      .reduced_motion = model.settings.reduced_motion,
                      .language = model.settings.language};
    if (shown.meeting > 0) view.footer = model.words(words::Key::notice_meeting_number, {{"number", shown.meeting}});
    return view;
}

}  // namespace

AudienceView audience_view(const Model& model) {
    AudienceView view = model.frozen ? *model.frozen : view_of(model, live(model));
    if (model.frozen) {
        view.light = model.settings.light_wall;
        view.reduced_motion = model.settings.reduced_motion;
    }
    if (model.projection.cover != session::Cover::none) view.cover = model.projection.cover;
    view.pointer = model.projection.pointer;
    view.zoom = model.projection.zoom;
    view.revision = digest(view);
    return view;
}

AudienceView preview(const Model& model, int step, int cue) {
    Shown shown;
    if (model.run) {
        shown.meeting = model.run->plan.meeting;
        if (const session::Cue* at = cue_at(model.run->plan, step, cue))
            shown.scene = cue_scene(model, *model.run, step, *at);
    }
    AudienceView view = view_of(model, std::move(shown));
    view.revision = digest(view);
    return view;
}

}  // namespace app
