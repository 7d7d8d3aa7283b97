// The choice of another exercise for a step: those that lie ready for this meeting first, then all others.
#include <imgui_internal.h>

#include <algorithm>
#include <cmath>

#include "base/text.h"
#include "ui/index.h"
#include "ui/kit.h"
#include "ui/state.h"
#include "ui/views/courses_parts.h"
#include "ui/views/meeting_before.h"
#include "ui/views/meeting_parts.h"

namespace ui {
namespace {

using words::Key;

bool is_met(const book::Document& exercise, const std::string& query) {
    return query.empty() || base::lower(exercise.title).find(query) != std::string::npos ||
           base::lower(exercise.code).find(query) != std::string::npos ||
           std::ranges::any_of(exercise.forms, [&](const std::string& form) { return form == query; });
}

void find_exercises(const app::Model& model, ExerciseChooser& chooser, const std::vector<std::string>& reserve,
                    const std::string& taken) {
    const std::string query = base::lower(base::trimmed(chooser.query));
    const std::string known = query + '\n' + taken;
    if (chooser.known == known && chooser.known_of == model.revision) return;
    chooser.known = known;
    chooser.known_of = model.revision;
    chooser.reserve.clear();
    chooser.others.clear();
    if (!model.handbook) return;
    for (const book::Document& document : model.handbook->documents) {
        if (document.kind != book::Kind::exercise || document.path == taken || !is_met(document, query)) continue;
        const bool ready = std::ranges::find(reserve, document.path) != reserve.end();
        (ready ? chooser.reserve : chooser.others).push_back(&document);
    }
}

bool exercise_row(const app::Model& model, Context& context, const book::Document& exercise, float width) {
    const Palette& p = context.palette;
    const float pad = std::round(context.px(12));
    std::string forms;
    for (const std::string& form : exercise.forms) forms += (forms.empty() ? "" : ", ") + form;
    const std::string more = joined({exercise.code, forms});
    const std::string minutes = model.words(Key::meeting_minutes, {{"n", exercise.minutes}});
    const TextStyle number{.size = 15, .face = book::Face::semibold, .line = 1.3f};
    const float number_width = text_size(context, minutes, number).x + context.px(16);
    const TextStyle title{
        .size = 16, .face = book::Face::semibold, .wrap = width - 2 * pad - number_width, .line = 1.3f};
    const TextStyle small{.size = text_small, .colour = p.muted, .line = 1.4f};
    const float words = text_size(context, exercise.title, title).y;
    const float height = std::round(words + text_size(context, more, small).y + context.px(16));
    const ImVec2 at = ImGui::GetCursorScreenPos();
    const std::string id = "exercise-" + exercise.id;
    const bool pressed = ImGui::InvisibleButton(id.c_str(), {width, height}, ImGuiButtonFlags_EnableNav);
    report(ItemRole::button, id, exercise.title);
    if (!ImGui::IsItemVisible()) return pressed;
    ImDrawList& list = *ImGui::GetWindowDrawList();
    const bool focused = ImGui::IsItemFocused() && ImGui::GetIO().NavVisible;
    if (ImGui::IsItemHovered()) ImGui::SetMouseCursor(ImGuiMouseCursor_Hand);
    if (ImGui::IsItemHovered() || focused)
        list.AddRectFilled(at, {at.x + width, at.y + height}, focused ? p.primary_soft : faded(p.ink, 0.05f),
                           context.px(8));
    text_at(context, {at.x + pad, at.y + context.px(7)}, exercise.title, title);
    text_at(context, {at.x + pad, at.y + context.px(7) + words}, more, small);
    text_at(context, {at.x + width - pad - number_width + context.px(16), at.y + context.px(7)}, minutes, number);
    return pressed;
}

/// Which step it is for, where there is more than one: the names of its neighbours lead to them.
void neighbours(Context& context, ExerciseChooser& chooser, const std::vector<int>& steps,
                const std::vector<session::Step>& plan, float inner) {
    const auto here = std::ranges::find(steps, chooser.step);
    if (steps.size() < 2 || here == steps.end()) return;
    const auto name = [&](int step) {
        return fitted(context, plan[static_cast<std::size_t>(step)].title, {.size = 15}, inner * 0.34f);
    };
    bool first = true;
    const auto lead = [&](const char* id, const std::string& label, int step) {
        const ButtonOptions options{.kind = ButtonKind::quiet, .small = true};
        if (!first) flow(context, button_size(context, label, options).x, 8);
        first = false;
        if (button(context, id, label, options)) chooser.step = step;
    };
    if (here != steps.begin()) lead("chooser-before", "← " + name(*std::prev(here)), *std::prev(here));
    if (std::next(here) != steps.end()) lead("chooser-after", name(*std::next(here)) + " →", *std::next(here));
    gap(context, 12);
}

}  // namespace

void open_chooser(Context& context, int step) {
    ExerciseChooser& chooser = before_of(context).chooser;
    chooser = {};
    chooser.open = chooser.fresh = true;
    chooser.step = step;
}

const book::Document* draw_chooser(const app::Model& model, Context& context, const std::vector<int>& steps,
                                   const std::vector<session::Step>& plan, const std::vector<std::string>& reserve) {
    ExerciseChooser& chooser = before_of(context).chooser;
    if (std::ranges::find(steps, chooser.step) == steps.end() && !steps.empty()) chooser.step = steps.front();
    if (steps.empty() || chooser.step < 0 || chooser.step >= static_cast<int>(plan.size())) {
        chooser.open = false;
        return nullptr;
    }
    const book::Document* chosen = nullptr;
    const session::Step& step = plan[static_cast<std::size_t>(chooser.step)];
    const std::string title = model.words(Key::before_swap_title, {{"what", step.title}});
    const bool stays = dialog(context, "swap-dialog", title, 620, [&] {
        const float inner = ImGui::GetContentRegionAvail().x;
        neighbours(context, chooser, steps, plan, inner);
        if (chooser.fresh) ImGui::SetKeyboardFocusHere();
        chooser.fresh = false;
        text_field(context, "swap-search", {}, chooser.query, inner, model.words[Key::before_swap_search]);
        const bool enter = ImGui::GetIO().WantTextInput && (ImGui::IsKeyPressed(ImGuiKey_Enter, false) ||
                                                            ImGui::IsKeyPressed(ImGuiKey_KeypadEnter, false));
        find_exercises(model, chooser, reserve, step.exercise);
        gap(context, 12);
        // The list scrolls, not the dialog around it.
        const float above = ImGui::GetCursorScreenPos().y - ImGui::GetWindowPos().y;
        const float room = ImGui::GetMainViewport()->Size.y - context.px(32 + 28 + 12) - above;
        const float height = std::clamp(room, context.px(120), context.px(400));
        scroll_area(context, "swap-rows", {inner, height}, [&] {
            const float width = inner - context.px(14);
            const auto list = [&](Key name, const std::vector<const book::Document*>& exercises) {
                if (exercises.empty()) return;
                text(context, model.words[name],
                     {.size = text_small, .face = book::Face::semibold, .colour = context.palette.muted});
                gap(context, 4);
                for (const book::Document* exercise : exercises)
                    if (exercise_row(model, context, *exercise, width)) chosen = exercise;
                gap(context, 12);
            };
            list(Key::before_swap_reserve, chooser.reserve);
            list(Key::before_swap_other, chooser.others);
            if (chooser.reserve.empty() && chooser.others.empty())
                text(context, model.words[Key::before_swap_none], {.colour = context.palette.muted, .wrap = width});
        });
        // Enter takes what was searched for, and nothing when nothing was.
        if (enter && chosen == nullptr && !chooser.query.empty()) {
            if (!chooser.reserve.empty())
                chosen = chooser.reserve.front();
            else if (!chooser.others.empty())
                chosen = chooser.others.front();
        }
        if (chosen != nullptr) ImGui::CloseCurrentPopup();
    });
    chooser.open = stays && chosen == nullptr;
    return chosen;
}

void draw_running_chooser(const app::Model& model, Context& context) {
    ExerciseChooser& chooser = before_of(context).chooser;
    if (!chooser.open) return;
    const app::Run& run = *model.run;
    if (run.state.phase == session::Phase::ended || !model.handbook) {
        chooser.open = false;
        return;
    }
    std::vector<int> steps;
    for (int i = run.state.step; i < static_cast<int>(run.plan.steps.size()); ++i)
        if (can_swap(run.plan.steps[static_cast<std::size_t>(i)])) steps.push_back(i);
    MeetingBefore& before = before_of(context);
    if (before.reserve_of != run.plan.document || before.reserve_revision != model.handbook->revision) {
        before.reserve_of = run.plan.document;
        before.reserve_revision = model.handbook->revision;
        before.reserve = session::prepare(*model.handbook, run.plan, run.plan, 0).reserve;
    }
    if (const book::Document* exercise = draw_chooser(model, context, steps, run.plan.steps, before.reserve))
        context.say(app::SwapExercise{chooser.step, exercise->path});
}

}  // namespace ui
