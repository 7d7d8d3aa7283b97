// The page after a meeting: two minutes in which the two leaders round off and leave themselves a line.
#include "ui/views/meeting_closing.h"

#include <imgui_internal.h>

#include <algorithm>
#include <cmath>

#include "base/text.h"
#include "ui/index.h"
#include "ui/kit.h"
#include "ui/state.h"
#include "ui/views/courses_parts.h"
#include "ui/views/meeting_parts.h"

namespace ui {
namespace {

using words::Key;

constexpr std::size_t room_told_from = course::longest_line - 60;  ///< bytes typed until one is told what is left
constexpr std::chrono::seconds backup_patience{10};

/// The course that this meeting was held for is open: what is kept goes there.
bool keeps(const app::Model& model) {
    const app::Run& run = *model.run;
    return !run.rehearsal && run.course != 0 && run.course == model.course && model.open_course() != nullptr;
}

const std::string& line_of(const app::Model& model, int meeting) {
    static const std::string none;
    const auto found = model.records.lines.find(meeting);
    return found == model.records.lines.end() ? none : found->second;
}

/// No more than is kept, and no half letter at the end.
bool shorten(std::string& text) {
    if (text.size() <= course::longest_line) return false;
    std::size_t end = course::longest_line;
    while (end > 0 && (static_cast<unsigned char>(text[end]) & 0xC0) == 0x80) --end;
    text.resize(end);
    return true;
}

void part(Context& context, const char* id, float width, const std::function<void(float)>& content) {
    card(context, id, width, content, 0, 20);
    gap(context, 12);
}

void attendance(const app::Model& model, Context& context, float width) {
    const int meeting = model.run->plan.meeting;
    const course::AttendanceCounts counts = model.records.attendance.of_meeting(meeting);
    part(context, "closing-attendance", width, [&](float inner) {
        closing_heading(context, model.words[Key::closing_attendance], counts.unmarked == 0, inner);
        const std::string sum =
            model.words(Key::closing_attendance_sum,
                        {{"came", counts.came()}, {"excused", counts.excused}, {"absent", counts.absent}});
        text(context,
             sum + " · " +
                 (counts.unmarked == 0 ? model.words[Key::closing_all_marked]
                                       : model.words(Key::closing_unmarked, {{"n", counts.unmarked}})),
             {.size = 15, .wrap = inner});
        gap(context, 12);
        draw_attendance_marks(model, context, inner);
        gap(context, 12);
        if (counts.unmarked > 0) {
            if (button(context, "rest-present", model.words[Key::meeting_rest_present],
                       {.kind = ButtonKind::ghost, .small = true}))
                context.say(app::MarkRestPresent{meeting});
            flow(context, button_size(context, model.words[Key::closing_mark], {.small = true}).x, 8);
        }
        if (button(context, "closing-register", model.words[Key::closing_mark], {.small = true})) {
            context.state->courses.tab = CourseTab::attendance;
            context.say(app::GoTo{app::Place::courses});
        }
    });
}

/// Below the field: that it is kept, or how much room is left when it gets scarce. Always as high, so that nothing
/// moves under a hand that is about to press it.
void line_foot(const app::Model& model, Context& context, ClosingState& state, bool last, float inner) {
    const std::string_view typed = base::trimmed(state.typed);
    const bool same = typed == line_of(model, state.meeting);
    if (!same && !state.waits) {  // it was refused
        gap(context, 10);
        if (button(context, "closing-line-save", model.words[Key::closing_leave_unsaved],
                   {.kind = ButtonKind::ghost, .small = true}))
            state.waits = true;
        return;
    }
    gap(context, 6);
    const TextStyle style{.size = 14, .colour = context.palette.muted, .wrap = inner};
    const std::string& told = model.words[Key::closing_line_kept];
    const ImVec2 at = ImGui::GetCursorScreenPos();
    const float height = last ? text_size(context, "0", style).y : text_size(context, told, style).y;
    const bool stored = model.unsaved.empty() && model.store.phase == app::StorePhase::open;
    if (state.typed.size() >= room_told_from)
        text(context, std::to_string(state.typed.size()) + " / " + std::to_string(course::longest_line), style);
    else if (same && !typed.empty() && !last && stored)
        text(context, told, style);
    ImGui::SetCursorScreenPos({at.x, at.y + height});
    ImGui::Dummy({0, 0});
}

void line(const app::Model& model, Context& context, float width) {
    ClosingState& state = closing_state(context);
    const bool last = state.meeting >= meetings_of(model);
    part(context, "closing-line-part", width, [&](float inner) {
        closing_heading(context, model.words[last ? Key::closing_line_last : Key::closing_line],
                        !line_of(model, state.meeting).empty(), inner);
        if (text_field(context, "closing-line", {}, state.typed, inner, model.words[Key::closing_line_hint])) {
            ImGuiInputTextState& field = ImGui::GetCurrentContext()->InputTextState;
            if (shorten(state.typed) && ImGui::GetActiveID() == field.ID) field.ReloadUserBufAndKeepSelection();
            state.waits = true;
            state.typed_at = context.now;
        }
        const base::Milliseconds rested = context.now - state.typed_at;
        const bool rests = rested >= line_rest || rested < base::Milliseconds{0};
        if (state.waits && (!ImGui::IsItemActive() || rests))
            if (const auto action = unsaid_line(state, model)) context.say(*action);
        if (state.waits) context.state->animating = true;  // until it has rested long enough
        line_foot(model, context, state, last, inner);
    });
}

void backup(const app::Model& model, Context& context, float width) {
    const auto& made = model.store.backed_up;
    const base::Instant ended = model.run->state.ended;
    const bool done = made && *made >= ended;
    const bool making = !done && model.store.phase == app::StorePhase::open && context.now - ended < backup_patience;
    const std::string told =
        done     ? model.words(Key::closing_backup_at, {{"time", base::to_text(base::local(*made, model.zone).time)}})
        : making ? model.words[Key::closing_backup_making]
                 : model.words[Key::closing_backup_none];
    part(context, "closing-backup", width, [&](float inner) {
        closing_heading(context, model.words[Key::closing_backup], done, inner);
        text(context, told, {.size = 15, .colour = done || making ? 0 : context.palette.warm, .wrap = inner});
    });
}

void ways_on(const app::Model& model, Context& context) {
    const bool rehearsal = model.run->rehearsal;
    const auto& words = model.words;
    if (button(context, "summary-leave", words[rehearsal ? Key::meeting_leave_rehearsal : Key::meeting_leave],
               {.kind = ButtonKind::primary})) {
        if (const auto action = unsaid_line(closing_state(context), model)) context.say(*action);
        context.say(app::LeaveMeeting{});
    }
    if (!rehearsal) {
        flow(context, button_size(context, words[Key::meeting_feedback]).x);
        if (button(context, "summary-feedback", words[Key::meeting_feedback])) {
            context.state->courses.tab = CourseTab::feedback;
            context.say(app::GoTo{app::Place::courses});
        }
    }
    flow(context, button_size(context, words[Key::meeting_reopen]).x);
    if (button(context, "summary-reopen", words[Key::meeting_reopen], {.kind = ButtonKind::plain}))
        context.say(app::ReopenMeeting{});
}

/// The field shows the line of the meeting that has just ended, unless something typed still waits.
void follow_records(const app::Model& model, ClosingState& state) {
    const app::Run& run = *model.run;
    const std::string& kept = line_of(model, run.plan.meeting);
    const bool other = state.course != run.course || state.meeting != run.plan.meeting;
    if (other) state.counting.clear();
    if (!other && (state.waits || state.line == kept)) return;
    if (other || base::trimmed(state.typed) != kept) state.typed = kept;
    state.course = run.course;
    state.meeting = run.plan.meeting;
    state.line = kept;
}

}  // namespace

ClosingState& closing_state(Context& context) {
    std::shared_ptr<ClosingState>& state = context.state->meeting.closing;
    if (state == nullptr) state = std::make_shared<ClosingState>();
    return *state;
}

std::optional<app::Action> unsaid_line(ClosingState& state, const app::Model& model) {
    if (!std::exchange(state.waits, false) || state.course != model.course) return std::nullopt;
    return app::WriteLine{state.meeting, std::string(base::trimmed(state.typed))};
}

void closing_heading(Context& context, const std::string& words, bool done, float width) {
    const ImVec2 at = ImGui::GetCursorScreenPos();
    const float sign = std::round(context.px(20));
    text(context, words,
         {.size = text_body, .face = book::Face::semibold, .wrap = width - sign - context.px(8), .line = 1.3f});
    if (done)
        icon(context, *ImGui::GetWindowDrawList(), Icon::check, {at.x + width - sign, at.y}, sign,
             context.palette.good);
    gap(context, 8);
}

void draw_summary(const app::Model& model, Context& context, float width) {
    const app::Run& run = *model.run;
    ClosingState& state = closing_state(context);
    state.drawn = true;
    base::Milliseconds used{};
    for (const base::Milliseconds spent : run.state.used) used += spent;
    if (!run.rehearsal)
        chip(context, model.words(Key::meeting_ended_at,
                                  {{"time", base::to_text(base::local(run.state.ended, model.zone).time)}}));
    else
        chip(context, model.words[Key::meeting_rehearsal], true);
    gap(context, 12);
    text(context, model.words(Key::meeting_done_title, {{"n", run.plan.meeting}}),
         {.size = text_display, .face = book::Face::bold, .wrap = width, .line = 1.25f});
    gap(context, 8);
    const bool kept = keeps(model);
    const int came = kept ? model.records.attendance.of_meeting(run.plan.meeting).came() : 0;
    text(context,
         run.rehearsal
             ? model.words[Key::meeting_done_rehearsal]
             : model.words(Key::meeting_done_text, {{"used", static_cast<int>((used.count() + 30000) / 60000)},
                                                    {"planned", run.plan.minutes},
                                                    {"came", came}}),
         {.size = 18, .wrap = width, .line = 1.5f});
    gap(context, 24);
    if (kept) {
        follow_records(model, state);
        text(context, model.words[Key::closing_title],
             {.size = text_large, .face = book::Face::semibold, .wrap = width, .line = 1.3f});
        text(context, model.words[Key::closing_text], {.colour = context.palette.muted, .wrap = width});
        gap(context, 16);
        attendance(model, context, width);
        draw_closing_temperature(model, context, width);
        draw_closing_lists(model, context, width);
        line(model, context, width);
        backup(model, context, width);
        gap(context, 12);
    }
    ways_on(model, context);
    gap(context, 32);
    draw_closing_times(model, context, width);
    gap(context, 24);
}

}  // namespace ui
