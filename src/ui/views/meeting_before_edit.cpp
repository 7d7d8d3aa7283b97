// The dialog in which a step of the plan is changed, or an own step is made.
#include <imgui_internal.h>

#include <algorithm>
#include <array>
#include <charconv>

#include "base/text.h"
#include "ui/kit.h"
#include "ui/state.h"
#include "ui/views/courses_parts.h"
#include "ui/views/meeting_before.h"

namespace ui {
namespace {

using words::Key;

constexpr int minutes_of_own_step = 10;
constexpr std::array<book::Leader, 3> leaders{book::Leader::professional, book::Leader::user_rep, book::Leader::both};

/// 1–240, or nothing.
std::optional<int> minutes_in(std::string_view text) {
    const std::string_view digits = base::trimmed(text);
    int minutes = 0;
    const auto [end, fault] = std::from_chars(digits.data(), digits.data() + digits.size(), minutes);
    if (fault != std::errc{} || end != digits.data() + digits.size()) return std::nullopt;
    if (minutes < 1 || minutes > session::most_step_minutes) return std::nullopt;
    return minutes;
}

/// What was written, without what no plan can hold.
std::string kept(std::string_view text) {
    std::string line = base::sanitised(base::trimmed(text));
    std::erase_if(line, [](char c) { return static_cast<unsigned char>(c) < 0x20 || c == 0x7F; });
    if (line.size() <= session::longest_step_text) return line;
    std::size_t end = session::longest_step_text;
    while (end > 0 && (static_cast<unsigned char>(line[end]) & 0xC0) == 0x80) --end;
    line.resize(end);
    return line;
}

/// The step as it is written in the dialog; nothing while something in it is wrong, which is shown.
std::optional<session::PlannedStep> written(const MeetingBefore& before, StepEditor& editor) {
    const bool old = editor.row >= 0 && editor.row < static_cast<int>(before.rows.size());
    const BeforeRow* row = old ? &before.rows[static_cast<std::size_t>(editor.row)] : nullptr;
    session::PlannedStep step = old ? row->planned : session::PlannedStep{};
    const bool own = !old || row->own;
    const auto minutes = minutes_in(editor.minutes);
    const std::string_view clock = base::trimmed(editor.clock);
    const auto at = base::parse_time_of_day(clock);
    step.title = own ? kept(editor.title) : std::string();
    editor.title_fault = own && step.title.empty() && step.exercise.empty();
    editor.minutes_fault = !minutes;
    editor.clock_fault = !clock.empty() && !at;
    if (editor.title_fault || editor.minutes_fault || editor.clock_fault) return std::nullopt;
    const bool as_standard = !own && step.exercise.empty();
    step.minutes = as_standard && *minutes == row->standard.minutes ? std::nullopt : minutes;
    step.leader = editor.leader == book::Leader::none || (!own && editor.leader == row->standard.leader)
                      ? std::nullopt
                      : std::optional(editor.leader);
    step.at = clock.empty() ? std::nullopt : at;
    step.note = kept(editor.note);
    return step;
}

void save(Context& context, MeetingBefore& before, const session::PlannedStep& step) {
    if (before.editor.row >= 0) {
        change_row(context, before.editor.row, step);
        return;
    }
    // A new step stands after the one that is chosen, else last.
    session::CoursePlan plan = before.plan;
    std::size_t at = plan.size();
    for (std::size_t i = 0; i < plan.size(); ++i)
        if (row_name(before, static_cast<int>(i)) == before.chosen) at = i + 1;
    int own = 1;
    for (std::size_t i = 0; i < at; ++i) own += before.rows[i].own ? 1 : 0;
    plan.insert(plan.begin() + static_cast<std::ptrdiff_t>(at), step);
    before.chosen = before.follow = "own-" + std::to_string(own);
    context.say(app::ChangePlan{before.meeting, std::move(plan)});
}

void standard_value(const app::Model& model, Context& context, const std::string& value, float width) {
    if (value.empty()) return;
    gap(context, 4);
    text(context, model.words(Key::before_standard_value, {{"value", value}}),
         {.size = text_small, .colour = context.palette.muted, .wrap = width});
}

void fields(const app::Model& model, Context& context, MeetingBefore& before, float inner) {
    StepEditor& editor = before.editor;
    const words::Catalogue& w = model.words;
    const auto fault = [&](bool wrong, Key key) { return wrong ? std::string_view(w[key]) : std::string_view{}; };
    const bool old = editor.row >= 0 && editor.row < static_cast<int>(before.rows.size());
    const BeforeRow* row = old ? &before.rows[static_cast<std::size_t>(editor.row)] : nullptr;
    const bool handbooks = old && !row->own;
    if (handbooks) {
        text(context, row->step.title, {.colour = context.palette.muted, .wrap = inner});
        gap(context, 16);
    } else {
        if (editor.fresh) ImGui::SetKeyboardFocusHere();
        text_field(context, "step-title", w[Key::before_own_title], editor.title, inner, {},
                   fault(editor.title_fault, Key::before_own_title_fault));
        gap(context, 16);
    }
    if (editor.fresh && handbooks) ImGui::SetKeyboardFocusHere();
    editor.fresh = false;
    const float half = std::floor((inner - context.px(24)) / 2);
    const bool beside = inner >= context.px(420);
    const ImVec2 at = ImGui::GetCursorScreenPos();
    const ImVec2 left = column(at, beside ? half : inner, [&](float room) {
        text_field(context, "step-minutes", w[Key::before_minutes], editor.minutes, context.px(120), {},
                   fault(editor.minutes_fault, Key::before_minutes_fault));
        if (handbooks && minutes_in(editor.minutes) != row->standard.minutes)
            standard_value(model, context, w(Key::meeting_minutes, {{"n", row->standard.minutes}}), room);
    });
    const ImVec2 second{beside ? at.x + half + context.px(24) : at.x, beside ? at.y : left.y + context.px(16)};
    const ImVec2 right = column(second, beside ? half : inner, [&](float room) {
        text_field(context, "step-clock", w[Key::before_clock], editor.clock, context.px(120), {},
                   fault(editor.clock_fault, Key::meeting_correct_fault));
        gap(context, 4);
        text(context, w[Key::before_clock_hint], {.size = text_small, .colour = context.palette.muted, .wrap = room});
    });
    ImGui::SetCursorScreenPos({at.x, std::max(left.y, right.y)});
    ImGui::Dummy({0, 0});
    gap(context, 16);
    text(context, w[Key::before_leader], {.size = 14, .face = book::Face::semibold});
    gap(context, 6);
    const std::array<std::string, 3> names{w[Key::before_leader_professional], w[Key::before_leader_user_rep],
                                           w[Key::before_leader_both]};
    const auto chosen = std::ranges::find(leaders, editor.leader);
    const int now = chosen == leaders.end() ? -1 : static_cast<int>(chosen - leaders.begin());
    if (const int picked = choice(context, "step-leader", names, now); picked >= 0)
        editor.leader = leaders[static_cast<std::size_t>(picked)];
    if (handbooks && editor.leader != row->standard.leader)
        if (const auto standard = std::ranges::find(leaders, row->standard.leader); standard != leaders.end())
            standard_value(model, context, base::lower(names[static_cast<std::size_t>(standard - leaders.begin())]),
                           inner);
    gap(context, 16);
    text_field(context, "step-note", w[Key::before_own_note], editor.note, inner);
}

}  // namespace

void open_editor(const app::Model&, Context& context, int row) {
    MeetingBefore& before = before_of(context);
    StepEditor& editor = before.editor;
    editor = {};
    editor.open = editor.fresh = true;
    editor.row = row;
    editor.minutes = std::to_string(minutes_of_own_step);
    if (row < 0 || row >= static_cast<int>(before.rows.size())) {
        editor.row = -1;
        editor.leader = book::Leader::both;
        return;
    }
    const BeforeRow& shown = before.rows[static_cast<std::size_t>(row)];
    editor.title = shown.step.title;
    editor.minutes = std::to_string(shown.step.minutes);
    editor.leader = shown.step.leader;
    editor.note = shown.planned.note;
    if (shown.planned.at) editor.clock = base::to_text(*shown.planned.at);
}

void draw_before_dialogs(const app::Model& model, Context& context) {
    MeetingBefore& before = before_of(context);
    StepEditor& editor = before.editor;
    if (editor.open) {
        const Key title = editor.row < 0 ? Key::before_own : Key::before_edit_title;
        const bool kept_open = dialog(context, "step-dialog", model.words[title], 560, [&] {
            const float inner = ImGui::GetContentRegionAvail().x;
            fields(model, context, before, inner);
            const bool enter = ImGui::GetIO().WantTextInput && (ImGui::IsKeyPressed(ImGuiKey_Enter, false) ||
                                                                ImGui::IsKeyPressed(ImGuiKey_KeypadEnter, false));
            gap(context, 24);
            if (button(context, "step-save", model.words[Key::before_keep], {.kind = ButtonKind::primary}) || enter) {
                if (const auto step = written(before, editor)) {
                    save(context, before, *step);
                    editor.open = false;
                    ImGui::CloseCurrentPopup();
                }
            }
        });
        editor.open = kept_open && editor.open;
    }
    if (before.chooser.open) {
        std::vector<session::Step> steps;
        for (const BeforeRow& row : before.rows) steps.push_back(row.step);
        if (const book::Document* exercise =
                draw_chooser(model, context, {before.chooser.step}, steps, before.needs.reserve)) {
            const int row = before.chooser.step;
            session::PlannedStep step = before.rows[static_cast<std::size_t>(row)].planned;
            const bool standard = exercise->path == before.rows[static_cast<std::size_t>(row)].standard.exercise;
            step.exercise = standard ? std::string() : exercise->path;
            step.minutes.reset();
            step.title.clear();
            change_row(context, row, step);
        }
    }
}

}  // namespace ui
