// The step that is on: what it is, how long it has left, and what the leaders say and do.
#include <imgui_internal.h>

#include <algorithm>
#include <cmath>
#include <functional>

#include "app/commands.h"
#include "base/text.h"
#include "session/machine.h"
#include "ui/aids/aid_panel.h"
#include "ui/clock_text.h"
#include "ui/index.h"
#include "ui/kit.h"
#include "ui/page.h"
#include "ui/state.h"
#include "ui/views/meeting_before.h"
#include "ui/views/meeting_parts.h"

namespace ui {
namespace {

using words::Key;

Key type_key(book::StepType type) {
    switch (type) {
        case book::StepType::round: return Key::meeting_type_round;
        case book::StepType::exercise: return Key::meeting_type_exercise;
        case book::StepType::experience: return Key::meeting_type_experience;
        case book::StepType::pause: return Key::meeting_type_pause;
        case book::StepType::evaluation: return Key::meeting_type_evaluation;
        case book::StepType::info: break;
    }
    return Key::meeting_type_info;
}

book::Block heading(const std::string& words) {
    book::Block block;
    block.type = book::BlockType::heading;
    block.level = 3;
    block.spans.push_back({words});
    return block;
}

void append(std::vector<book::Block>& to, const book::Document& document, const book::Section& section) {
    to.insert(to.end(), document.blocks.begin() + static_cast<std::ptrdiff_t>(section.first),
              document.blocks.begin() + static_cast<std::ptrdiff_t>(section.end));
}

/// The leaders' own words, as plain text and not as Markdown.
void append_note(std::vector<book::Block>& to, const std::string& title, const std::string& words) {
    to.push_back(heading(title));
    for (const std::string_view line : base::lines(words)) {
        book::Block paragraph;
        paragraph.spans.push_back({std::string(line)});
        if (!line.empty()) to.push_back(std::move(paragraph));
    }
}

/// What they left for themselves the last time; a meeting begins with it.
std::string last_line(const app::Model& model) {
    const auto line = model.records.lines.find(model.run->plan.meeting - 1);
    return line == model.records.lines.end() ? std::string() : model.words(Key::last_line, {{"text", line->second}});
}

/// Puts the step's notes together once: slide note first (it is what is on the wall), then the step, then the exercise.
void compose_notes(const app::Model& model, MeetingState& state) {
    const app::Run& run = *model.run;
    const session::Step& step = run.plan.steps[static_cast<std::size_t>(run.state.step)];
    const session::Cue& cue = step.cues[static_cast<std::size_t>(run.state.cue)];
    const auto* slide = std::get_if<session::SlideCue>(&cue);
    const bool first = run.state.step == 0 && !run.rehearsal && run.course == model.course;
    const std::string promised = first ? last_line(model) : std::string();
    std::string name = "notes/" + run.plan.document + "/" + std::to_string(run.state.step) + "/" + step.exercise;
    if (slide != nullptr) name += "/" + std::to_string(slide->slide);
    const std::uint64_t revision =
        ((model.handbook ? model.handbook->revision : 0) * 4 + static_cast<std::uint64_t>(model.words.language())) ^
        std::hash<std::string>{}(promised + '\n' + step.note);
    if (state.notes_name == name && state.notes_revision == revision) return;
    state.notes_name = name;
    state.notes_revision = revision;
    state.notes.clear();
    if (!promised.empty()) append_note(state.notes, model.words[Key::last_title], promised);
    if (!step.note.empty()) append_note(state.notes, model.words[Key::meeting_own_note], step.note);
    if (!model.handbook) return;
    if (slide != nullptr) {
        const book::Document* deck = model.handbook->document(slide->document);
        if (deck != nullptr && slide->slide < static_cast<int>(deck->slides.size())) {
            const book::Slide& shown = deck->slides[static_cast<std::size_t>(slide->slide)];
            state.notes.insert(state.notes.end(), shown.notes.begin(), shown.notes.end());
        }
    }
    const book::Document* session = model.handbook->document(run.plan.document);
    if (session != nullptr && !step.notes_anchor.empty())
        if (const book::Section* section = session->section(step.notes_anchor)) append(state.notes, *session, *section);
    const book::Document* exercise = step.exercise.empty() ? nullptr : model.handbook->document(step.exercise);
    if (exercise != nullptr) {
        if (const book::Section* how = exercise->section(book::Role::steps)) {
            state.notes.push_back(heading(model.words[Key::meeting_how]));
            append(state.notes, *exercise, *how);
        }
        for (const book::Section& section : exercise->sections) {
            if (section.role != book::Role::leaders || section.first == section.end) continue;
            state.notes.push_back(heading(section.title));
            append(state.notes, *exercise, section);
        }
    }
}

/// Links in composed notes come from several documents, so here they are words, not ways out.
void paint_notes(const app::Model& model, Context& context, float width) {
    MeetingState& state = context.state->meeting;
    compose_notes(model, state);
    if (state.notes.empty()) {
        text(context, model.words[Key::meeting_no_notes], {.colour = context.palette.muted});
        return;
    }
    const FontMeasure measure(context.fonts);
    const book::Layout& layout = context.state->layouts.get(
        state.notes_name, state.notes_revision, state.notes, book::Style::reader(context.px(18)),
        std::min(width, context.px(680)), measure, *context.pictures);
    const ImVec2 at = ImGui::GetCursorScreenPos();
    const ImRect& clip = ImGui::GetCurrentWindow()->ClipRect;
    paint(layout, at, clip.Min, clip.Max, context, context.palette);
    ImGui::SetCursorScreenPos(at);
    ImGui::Dummy({width, layout.height});
}

void clock(const app::Model& model, Context& context, const session::Timing& timing, float right, float top) {
    const bool over = timing.step_left.count() < 0;
    const bool paused = model.run->state.phase == session::Phase::paused;
    const ImU32 ink = over ? context.palette.warm : paused ? context.palette.muted : context.palette.ink;
    const std::string digits = clock_text(over ? -timing.step_left : timing.step_left);
    const TextStyle style{.size = 44, .face = book::Face::bold, .colour = ink, .line = 1.1f};
    const ImVec2 size = text_size(context, digits, style);
    text_at(context, {right - size.x, top}, digits, style);
    report_text(digits, {right - size.x, top}, {right, top + size.y});
    const int minutes = static_cast<int>(timing.step_planned.count() / 60000);
    const std::string below = paused
                                  ? model.words[Key::meeting_paused]
                                  : model.words(over ? Key::meeting_over_of : Key::meeting_left_of, {{"n", minutes}});
    const TextStyle small{.size = text_small, .colour = over ? context.palette.warm : context.palette.muted};
    const ImVec2 words = text_size(context, below, small);
    text_at(context, {right - words.x, top + size.y + context.px(2)}, below, small);
}

/// What is filled in together with the room lies right above the notes: that is where the eyes and the hands are.
void draw_aid_and_notes(const app::Model& model, Context& context, float width) {
    if (model.aid && wants_width(model.aid->aid)) {
        draw_aid_panel(model, context, width);
        gap(context, 24);
    }
    if (!model.aid) context.state->aid_text.clear();  // an aid forgets on closing, what was half typed too
    paint_notes(model, context, width);
}

}  // namespace

void draw_step_now(const app::Model& model, Context& context, float width, float height) {
    const app::Run& run = *model.run;
    const session::Step& step = run.plan.steps[static_cast<std::size_t>(run.state.step)];
    const session::Timing timing = session::timing(run.state, run.plan, context.now);
    const bool pane = height > 0;
    const float margin = pane ? context.px(width < context.px(560) ? 24 : 44) : 0;
    const ImVec2 start = ImGui::GetCursorScreenPos();
    const float inner = width - 2 * margin;
    const float right = start.x + margin + inner;
    const float top = start.y + (pane ? context.px(32) : 0);
    clock(model, context, timing, right, top);

    ImGui::SetCursorScreenPos({start.x + margin, top});
    ImGui::BeginGroup();
    const float words_width = inner - context.px(170);
    std::string type = model.words[type_key(step.type)];
    if (const book::Document* exercise =
            model.handbook && !step.exercise.empty() ? model.handbook->document(step.exercise) : nullptr;
        exercise != nullptr)
        for (std::size_t i = 0; i < exercise->forms.size(); ++i) type += (i == 0 ? " · " : ", ") + exercise->forms[i];
    ImGuiWindow& window = *ImGui::GetCurrentWindow();
    const ImRect work = window.WorkRect;
    window.WorkRect.Max.x = start.x + margin + words_width;
    chip(context, type);
    const auto next_chip = [&](const std::string& label, bool warm) {
        flow(context, text_size(context, label, {.size = text_small, .face = book::Face::semibold}).x + context.px(20),
             8);
        chip(context, label, warm);
    };
    if (step.leader != book::Leader::none)
        next_chip(model.words[step.leader == book::Leader::both           ? Key::meeting_leader_both
                              : step.leader == book::Leader::professional ? Key::meeting_leader_professional
                                                                          : Key::meeting_leader_user_rep],
                  false);
    if (step.slack == book::Slack::may_skip) next_chip(model.words[Key::meeting_may_skip], true);
    if (step.slack == book::Slack::may_shorten)
        next_chip(model.words(Key::meeting_may_shorten, {{"n", step.shortest}}), true);
    gap(context, 10);
    window.WorkRect = work;
    text(context, step.title, {.size = 32, .face = book::Face::bold, .wrap = words_width, .line = 1.2f});
    gap(context, 16);
    const auto planned = timing.step_planned.count();
    progress(context, planned > 0 ? static_cast<float>(timing.step_used.count()) / static_cast<float>(planned) : 0,
             inner, timing.step_left.count() < 0);
    if (step.cues.size() > 1) {
        gap(context, 8);
        text(context,
             model.words(Key::meeting_cue_count,
                         {{"n", run.state.cue + 1}, {"total", static_cast<int>(step.cues.size())}}) +
                 " · " + cue_title(model, step, step.cues[static_cast<std::size_t>(run.state.cue)]),
             {.size = text_small, .colour = context.palette.muted});
    }
    gap(context, 20);
    if (pane) {
        const float room = start.y + height - ImGui::GetCursorScreenPos().y;
        // A new cue begins at the top of its notes.
        const std::string id = "notes-" + std::to_string(run.state.step) + "-" + std::to_string(run.state.cue);
        scroll_area(context, id.c_str(), {inner + context.px(14), room}, [&] {
            draw_aid_and_notes(model, context, inner);
            gap(context, 24);
        });
    } else {
        draw_aid_and_notes(model, context, inner);
    }
    ImGui::EndGroup();
}

namespace {

struct BarButton {
    const char* id;
    std::string label;
    ButtonOptions options;
    app::Action action;
    bool asks_to_end = false;
    bool opens_plan = false;
    bool swaps = false;
};

/// "Neste" has a row of its own, as wide as the column: whatever it says, no button ever changes its place.
BarButton main_button(const app::Model& model, float room) {
    const app::Run& run = *model.run;
    const auto next = session::after(run.plan, run.state);
    if (!next)
        return {"end",
                model.words[Key::meeting_end],
                {.kind = ButtonKind::primary, .width = room},
                app::EndMeeting{},
                true};
    const session::Step& step = run.plan.steps[static_cast<std::size_t>(next->step)];
    const std::string what = cue_title(model, step, step.cues[static_cast<std::size_t>(next->cue)]);
    return {"next",
            model.words(Key::meeting_next, {{"what", what}}),
            {.kind = ButtonKind::primary, .key = "PgDn", .width = room},
            app::Next{}};
}

std::vector<BarButton> other_buttons(const app::Model& model, const Context& context) {
    const app::Run& run = *model.run;
    const auto key = [](app::Command command) { return app::info(command).keys; };
    const bool paused = run.state.phase == session::Phase::paused;
    std::vector<BarButton> buttons;
    buttons.push_back(
        {"previous", model.words[Key::meeting_previous], {.key = "PgUp", .small = true}, app::Previous{}});
    buttons.push_back({"minute",
                       model.words[Key::meeting_more_time],
                       {.key = key(app::Command::minute_more), .small = true},
                       app::AddMinutes{1}});
    buttons.push_back({"clock",
                       model.words[paused ? Key::meeting_start_clock : Key::meeting_pause_clock],
                       {.key = key(app::Command::clock), .small = true, .on = paused},
                       app::ToggleClock{}});
    buttons.push_back({"swap", model.words[Key::meeting_swap], {.small = true}, app::Undo{}, false, false, true});
    if (session::after(run.plan, run.state))
        buttons.push_back({"end", model.words[Key::meeting_end], {.small = true}, app::EndMeeting{}, true});
    if (!context.state->meeting.steps_shown)
        buttons.push_back({"plan", model.words[Key::meeting_plan], {.small = true}, app::Undo{}, false, true});
    return buttons;
}

/// Rows that the smaller buttons take at this width.
int rows_of(const Context& context, const std::vector<BarButton>& buttons, float room) {
    int rows = 1;
    float x = 0;
    for (const BarButton& b : buttons) {
        const float w = button_size(context, b.label, b.options).x;
        if (x > 0 && x + context.px(8) + w > room) {
            ++rows;
            x = 0;
        }
        x += (x > 0 ? context.px(8) : 0) + w;
    }
    return rows;
}

float bar_margin(const Context& context, float width) {
    return context.px(width < context.px(560) ? 16 : 44);
}

}  // namespace

float meeting_bar_height(const app::Model& model, const Context& context, float width) {
    const int rows = rows_of(context, other_buttons(model, context), width - 2 * bar_margin(context, width));
    return std::round(context.px(40) + context.px(48) + static_cast<float>(rows) * context.px(36 + 8));
}

void draw_meeting_bar(const app::Model& model, Context& context, float width) {
    const float margin = bar_margin(context, width);
    const float room = width - 2 * margin;
    const ImVec2 start = ImGui::GetCursorScreenPos();
    ImGui::GetWindowDrawList()->AddRectFilled(
        start, {start.x + width, start.y + std::max(1.0f, std::round(context.scale))}, context.palette.line);
    ImGui::SetCursorScreenPos({start.x + margin, start.y + context.px(20)});
    ImGui::BeginGroup();
    const auto press = [&](const BarButton& b) {
        if (!button(context, b.id, b.label, b.options)) return;
        if (b.asks_to_end)
            context.state->meeting.end_dialog = true;
        else if (b.opens_plan)
            context.state->meeting.plan_dialog = true;
        else if (b.swaps)
            open_chooser(context, model.run->state.step);
        else
            context.say(b.action);
    };
    press(main_button(model, room));
    gap(context, 8);
    float x = 0;
    for (const BarButton& b : other_buttons(model, context)) {
        const float w = button_size(context, b.label, b.options).x;
        if (x > 0) {
            if (x + context.px(8) + w <= room)
                ImGui::SameLine(0, context.px(8));
            else {
                gap(context, 8);
                x = 0;
            }
        }
        x += (x > 0 ? context.px(8) : 0) + w;
        press(b);
    }
    ImGui::EndGroup();
}

}  // namespace ui
