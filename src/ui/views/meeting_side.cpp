// Beside the step: what the wall shows and shows next, the aid's controls, and attendance.
#include <imgui_internal.h>

#include <algorithm>
#include <cmath>

#include "app/commands.h"
#include "ui/aids/aid_panel.h"
#include "ui/index.h"
#include "ui/kit.h"
#include "ui/state.h"
#include "ui/views/meeting_parts.h"
#include "ui/wall/wall.h"

namespace ui {
namespace {

using words::Key;

void title(Context& context, const std::string& words) {
    text(context, words, {.size = 14, .face = book::Face::bold});
}

/// The same scene as the wall's, at its own size.
void thumbnail(const app::AudienceView& view, Context& context, float width, float aspect) {
    const ImVec2 at = ImGui::GetCursorScreenPos();
    const ImVec2 end{at.x + std::round(width), at.y + std::round(width / aspect)};
    ImDrawList& list = *ImGui::GetWindowDrawList();
    list.PushClipRect(at, end, true);
    draw_wall_scene(view, context, list, at, end);
    list.PopClipRect();
    const bool pale = view.cover == session::Cover::white || (view.light && view.cover != session::Cover::black);
    if (pale || view.cover == session::Cover::black)
        list.AddRect(at, end, context.palette.edge, 0, 0, std::max(1.0f, context.scale));
    ImGui::Dummy({end.x - at.x, end.y - at.y});
}

/// The shape of the screen that the wall is on, or will be.
float wall_aspect(const app::Model& model) {
    const app::Screen* best = nullptr;
    for (const app::Screen& screen : model.screens) {
        if (screen.key() == model.wall_on)
            best = &screen;
        else if (best == nullptr && !screen.ours)
            best = &screen;
    }
    if (best == nullptr || best->height <= 0 || best->width <= 0) return 16.0f / 9.0f;
    return std::clamp(static_cast<float>(best->width) / static_cast<float>(best->height), 1.0f, 2.4f);
}

void status(const app::Model& model, Context& context, float width) {
    const ImVec2 at = ImGui::GetCursorScreenPos();
    title(context, model.words[Key::meeting_wall_now]);
    std::string where = model.words[Key::meeting_wall_not_shown];
    ImU32 ink = context.palette.muted;
    if (model.projection.visible) {
        where = model.wall_on.empty() ? model.words[Key::meeting_wall_window]
                                      : model.wall_on.substr(0, model.wall_on.rfind(' '));
        ink = context.palette.good;
    }
    const TextStyle style{.size = text_small, .face = book::Face::semibold, .colour = ink};
    const std::string shown = fitted(context, where, style, width * 0.5f);
    const ImVec2 size = text_size(context, shown, style);
    text_at(context, {at.x + width - size.x, at.y + context.px(1)}, shown, style);
    const ImVec2 dot{at.x + width - size.x - context.px(10), at.y + size.y / 2 + context.px(1)};
    if (model.projection.visible)
        ImGui::GetWindowDrawList()->AddCircleFilled(dot, context.px(4), ink);
    else
        ImGui::GetWindowDrawList()->AddCircle(dot, context.px(4), ink, 0, std::max(1.0f, context.scale));
}

/// Black, white, calm or frozen is said in large type: keys lie side by side, and nobody should wonder.
void state_strip(const app::Model& model, Context& context, float width) {
    const session::Projection& wall = model.projection;
    if (wall.cover == session::Cover::none && !wall.frozen) return;
    const Key key = wall.cover == session::Cover::black   ? Key::meeting_is_black
                    : wall.cover == session::Cover::white ? Key::meeting_is_white
                    : wall.cover == session::Cover::calm  ? Key::meeting_is_calm
                                                          : Key::meeting_is_frozen;
    const TextStyle style{.size = 15, .face = book::Face::bold, .colour = context.palette.on_amber, .line = 1.3f};
    const ImVec2 at = ImGui::GetCursorScreenPos();
    const float height = std::round(context.px(36));
    ImGui::GetWindowDrawList()->AddRectFilled(at, {at.x + width, at.y + height}, context.palette.amber, context.px(8));
    const std::string& words = model.words[key];
    const ImVec2 size = text_size(context, words, style);
    text_at(context, {at.x + std::round((width - size.x) / 2), at.y + std::round((height - size.y) / 2)}, words, style);
    ImGui::Dummy({width, height});
    report_text(words, at, {at.x + width, at.y + height});
    gap(context, 8);
}

void wall_buttons(const app::Model& model, Context& context) {
    const session::Projection& wall = model.projection;
    bool first = true;
    const auto add = [&](const char* id, Key label, app::Command command, bool on, ButtonKind kind,
                         app::Action action) {
        const ButtonOptions options{.kind = kind, .key = app::info(command).keys, .small = true, .on = on};
        if (!first) flow(context, button_size(context, model.words[label], options).x, 8);
        first = false;
        if (button(context, id, model.words[label], options)) context.say(std::move(action));
    };
    if (!wall.visible) {
        add("wall-show", Key::meeting_wall_show, app::Command::project, false, ButtonKind::primary,
            app::StartProjecting{});
        gap(context, 8);
        first = true;
    }
    add("wall-black", Key::meeting_black, app::Command::black, wall.cover == session::Cover::black, ButtonKind::quiet,
        app::ToggleCover{session::Cover::black});
    add("wall-freeze", Key::meeting_freeze, app::Command::freeze, wall.frozen, ButtonKind::quiet, app::ToggleFreeze{});
    add("wall-calm", Key::meeting_calm, app::Command::calm, wall.cover == session::Cover::calm, ButtonKind::quiet,
        app::ToggleCover{session::Cover::calm});
    add("wall-white", Key::meeting_white, app::Command::white, wall.cover == session::Cover::white, ButtonKind::quiet,
        app::ToggleCover{session::Cover::white});
    if (wall.visible) {
        add("wall-pointer", Key::meeting_pointer, app::Command::pointer, wall.pointer.has_value(), ButtonKind::quiet,
            app::TogglePointer{});
        add("wall-zoom", Key::meeting_zoom, app::Command::zoom, wall.zoom.has_value(), ButtonKind::quiet,
            app::ToggleZoom{});
        add("wall-release", Key::meeting_wall_release, app::Command::release, false, ButtonKind::quiet,
            app::StopProjecting{});
        add("wall-swap", Key::meeting_wall_swap, app::Command::swap, false, ButtonKind::quiet, app::SwapScreens{});
    }
}

/// The small picture is where the leaders point and choose what to look at closer.
void point_and_zoom(const app::Model& model, Context& context, ImVec2 min, ImVec2 max, float width) {
    const session::Projection& wall = model.projection;
    if (!wall.visible || (!wall.pointer && !wall.zoom)) return;
    const ImVec2 after = ImGui::GetCursorScreenPos();
    ImGui::SetCursorScreenPos(min);
    const bool pressed = ImGui::InvisibleButton("wall-point", {max.x - min.x, max.y - min.y});
    const ImVec2 mouse = ImGui::GetIO().MousePos;
    const session::Spot spot{(mouse.x - min.x) / (max.x - min.x), (mouse.y - min.y) / (max.y - min.y)};
    const bool moved = ImGui::GetIO().MouseDelta.x != 0 || ImGui::GetIO().MouseDelta.y != 0;
    if (wall.pointer && ImGui::IsItemHovered() && moved) context.say(app::PointAt{spot});
    if (wall.zoom && pressed) context.say(app::ZoomAt{spot});
    ImGui::SetCursorScreenPos(after);
    gap(context, 6);
    text(context, model.words[wall.pointer ? Key::meeting_pointer_hint : Key::meeting_zoom_hint],
         {.size = text_small, .colour = context.palette.muted, .wrap = width});
}

struct MarkLook {
    ImU32 fill, ink, ring;
    bool dashed;
};

MarkLook look_of(const Palette& p, std::optional<course::Mark> mark) {
    if (!mark) return {0, p.ink, p.edge, false};
    switch (*mark) {
        case course::Mark::present: return {p.primary, p.on_primary, 0, false};
        case course::Mark::late: return {p.amber, p.on_amber, 0, false};
        case course::Mark::excused: return {0, p.muted, p.muted, true};
        case course::Mark::absent: return {0, p.warm, p.warm, false};
    }
    return {};
}

}  // namespace

void draw_attendance_marks(const app::Model& model, Context& context, float width) {
    const course::AttendanceSheet& sheet = model.records.attendance;
    const int meeting = model.run->plan.meeting;
    if (meeting > sheet.meetings()) return;
    const float side = std::round(context.px(40));
    const float space = context.px(6);
    const int columns = std::max(1, static_cast<int>((width + space) / (side + space)));
    const ImVec2 at = ImGui::GetCursorScreenPos();
    ImDrawList& list = *ImGui::GetWindowDrawList();
    for (int i = 0; i < sheet.participants(); ++i) {
        const ImVec2 min{at.x + static_cast<float>(i % columns) * (side + space),
                         at.y + static_cast<float>(i / columns) * (side + space)};
        ImGui::SetCursorScreenPos(min);
        const auto mark = sheet.mark(i + 1, meeting);
        ImGui::PushID(i);
        if (ImGui::InvisibleButton("mark", {side, side}, ImGuiButtonFlags_EnableNav))
            context.say(app::MarkAttendance{i + 1, meeting, course::next_mark(mark)});
        ImGui::PopID();
        const std::string number = std::to_string(i + 1);
        report(ItemRole::mark, "participant-" + number, number, false, mark.has_value());
        const MarkLook look = look_of(context.palette, mark);
        const ImVec2 middle{min.x + side / 2, min.y + side / 2};
        if (look.fill != 0)
            list.AddCircleFilled(middle, side / 2, look.fill);
        else if (!look.dashed)
            list.AddCircle(middle, side / 2 - 1, look.ring, 0, std::max(1.0f, 1.6f * context.scale));
        else
            for (int dash = 0; dash < 10; ++dash) {
                const float angle = static_cast<float>(dash) * 0.6283f;
                list.PathArcTo(middle, side / 2 - 1, angle, angle + 0.38f, 6);
                list.PathStroke(look.ring, ImDrawFlags_None, std::max(1.2f, 1.8f * context.scale));
            }
        // Colour is never alone: late carries an s, absent a stroke below the number.
        const TextStyle style{.size = 15, .face = book::Face::semibold, .colour = look.ink, .line = 1};
        const std::string shown = mark == course::Mark::late ? number + model.words[Key::attendance_sign_late] : number;
        const ImVec2 size = text_size(context, shown, style);
        text_at(context, {middle.x - size.x / 2, middle.y - size.y / 2}, shown, style);
        if (mark == course::Mark::absent)
            list.AddRectFilled({middle.x - context.px(7), middle.y + context.px(10)},
                               {middle.x + context.px(7), middle.y + context.px(12)}, look.ink);
        focus_ring(context, 20);
    }
    const int rows = (sheet.participants() + columns - 1) / columns;
    ImGui::SetCursorScreenPos({at.x, at.y + static_cast<float>(rows) * (side + space)});
    ImGui::Dummy({0, 0});
}

namespace {

void attendance(const app::Model& model, Context& context, float width) {
    const app::Run& run = *model.run;
    if (run.rehearsal || run.course == 0 || run.course != model.course) return;
    const course::AttendanceSheet& sheet = model.records.attendance;
    const int meeting = run.plan.meeting;
    if (meeting > sheet.meetings()) return;
    gap(context, 20);
    divider(context);
    gap(context, 16);
    title(context, model.words[Key::meeting_attendance]);
    gap(context, 10);
    draw_attendance_marks(model, context, width);
    gap(context, 6);
    const course::AttendanceCounts counts = sheet.of_meeting(meeting);
    text(context,
         model.words(Key::meeting_attendance_sum,
                     {{"came", counts.came()}, {"excused", counts.excused}, {"unmarked", counts.unmarked}}),
         {.size = text_small, .colour = context.palette.muted, .wrap = width});
    gap(context, 10);
    if (button(context, "rest-present", model.words[Key::meeting_rest_present],
               {.kind = ButtonKind::ghost, .small = true, .disabled = counts.unmarked == 0}))
        context.say(app::MarkRestPresent{meeting});
}

}  // namespace

void draw_side(const app::Model& model, Context& context, float width) {
    const MeetingState& state = context.state->meeting;
    ImGui::BeginGroup();
    if (model.run->rehearsal && model.run->state.phase != session::Phase::ended)
        draw_rehearsal_speed(model, context, width);
    status(model, context, width);
    gap(context, 10);
    state_strip(model, context, width);
    const ImVec2 corner = ImGui::GetCursorScreenPos();
    thumbnail(state.now, context, width, wall_aspect(model));
    point_and_zoom(model, context, corner, ImGui::GetItemRectMax(), width);
    gap(context, 10);
    wall_buttons(model, context);
    if (model.aid && !wants_width(model.aid->aid) && model.run->state.phase != session::Phase::ended) {
        gap(context, 20);
        draw_aid_panel(model, context, width);
    }
    if (state.has_next && model.run->state.phase != session::Phase::ended) {
        gap(context, 20);
        title(context, model.words[Key::meeting_after]);
        gap(context, 8);
        const float small = std::round(width * 0.62f);
        const ImVec2 at = ImGui::GetCursorScreenPos();
        thumbnail(state.next, context, small, wall_aspect(model));
        const std::string& tools = model.words[Key::meeting_toolbox];
        const ButtonOptions options{.small = true};
        const ImVec2 size = button_size(context, tools, options);
        const ImVec2 below = ImGui::GetCursorScreenPos();
        if (small + context.px(12) + size.x <= width)
            ImGui::SetCursorScreenPos({at.x + width - size.x, at.y});
        else
            gap(context, 8);
        if (button(context, "toolbox", tools, options)) context.state->meeting.toolbox_dialog = true;
        if (small + context.px(12) + size.x <= width) {
            ImGui::SetCursorScreenPos(below);
            ImGui::Dummy({0, 0});
        }
    }
    // After the end it stands on the page that rounds the meeting off.
    if (model.run->state.phase != session::Phase::ended) attendance(model, context, width);
    ImGui::EndGroup();
}

}  // namespace ui
