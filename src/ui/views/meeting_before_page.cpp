// The page before a meeting: what was promised, what the meeting is for, what to bring and to print; the plan.
#include <imgui_internal.h>

#include <algorithm>
#include <cmath>

#include "ui/index.h"
#include "ui/kit.h"
#include "ui/page.h"
#include "ui/state.h"
#include "ui/views/courses_parts.h"
#include "ui/views/meeting_before.h"

namespace ui {
namespace {

using words::Key;

void heading(Context& context, const std::string& words, float width) {
    text(context, words, {.size = 18, .face = book::Face::semibold, .wrap = width, .line = 1.3f});
    gap(context, 8);
}

void quiet(Context& context, const std::string& words, float width) {
    if (!words.empty())
        text(context, words, {.size = 15, .colour = context.palette.muted, .wrap = width, .line = 1.45f});
}

void homework(Context& context, const LastTime& last, float width) {
    const FontMeasure measure(context.fonts);
    const book::Layout& layout = context.state->layouts.get(
        "before/homework/" + std::to_string(last.meeting), last.homework_revision, last.homework,
        book::Style::reader(context.px(15)), width, measure, *context.pictures);
    const ImVec2 at = ImGui::GetCursorScreenPos();
    const ImRect& clip = ImGui::GetCurrentWindow()->ClipRect;
    paint(layout, at, clip.Min, clip.Max, context, context.palette);
    ImGui::SetCursorScreenPos(at);
    ImGui::Dummy({width, layout.height});
}

/// What the leaders left for themselves comes first: it is a promise.
void last_words(const app::Model& model, Context& context, const LastTime& last, float width) {
    const words::Catalogue& w = model.words;
    heading(context, w[Key::last_title], width);
    if (model.open_course() == nullptr) {
        quiet(context, w[Key::before_no_course], width);
        return;
    }
    if (!last.held && last.line.empty()) {
        quiet(context, w(Key::last_not_held, {{"n", last.meeting}}), width);
        return;
    }
    if (last.line.empty())
        quiet(context, w[Key::last_no_line], width);
    else
        text(context, w(Key::last_line, {{"text", last.line}}),
             {.size = 18, .face = book::Face::semibold, .wrap = width, .line = 1.4f});
    gap(context, 8);
    quiet(context, last.came, width);
    quiet(context, last.time, width);
    quiet(context, last.temperature, width);
}

void last_time(const app::Model& model, Context& context, float width) {
    const LastTime& last = before_of(context).last;
    if (last.meeting < 1) return;
    card(context, "before-last", width, [&](float inner) {
        const bool beside = inner >= context.px(620) && !last.homework.empty();
        const float between = context.px(40);
        const float left = beside ? std::floor((inner - between) * 0.5f) : inner;
        const ImVec2 at = ImGui::GetCursorScreenPos();
        const ImVec2 first = column(at, left, [&](float room) { last_words(model, context, last, room); });
        if (last.homework.empty()) return;
        const ImVec2 second{beside ? at.x + left + between : at.x, beside ? at.y : first.y + context.px(20)};
        const ImVec2 end = column(second, beside ? inner - left - between : inner, [&](float room) {
            heading(context, model.words[Key::last_homework], room);
            homework(context, last, room);
        });
        ImGui::SetCursorScreenPos({at.x, std::max(first.y, end.y)});
        ImGui::Dummy({0, 0});
    });
    gap(context, 20);
}

/// A line with a box, ticked or not; the words wrap beside it.
bool tick_line(Context& context, const char* id, const std::string& words, const std::string& below, bool on,
               float width) {
    const Palette& p = context.palette;
    const float side = std::round(context.px(20));
    const float lead = side + context.px(12);
    const float pad = std::round(context.px(6));
    const TextStyle style{
        .size = 15, .colour = on || !below.empty() ? p.muted : p.ink, .wrap = width - lead, .line = 1.4f};
    const TextStyle small{.size = text_small, .colour = p.muted, .wrap = width - lead};
    const float height = text_size(context, words, style).y;
    const float more = below.empty() ? 0 : text_size(context, below, small).y;
    const ImVec2 at = ImGui::GetCursorScreenPos();
    const bool pressed = ImGui::InvisibleButton(id, {width, height + more + 2 * pad}, ImGuiButtonFlags_EnableNav);
    report(ItemRole::toggle, id, words, false, on);
    ImDrawList& list = *ImGui::GetWindowDrawList();
    const ImVec2 end = ImGui::GetItemRectMax();
    if (ImGui::IsItemHovered()) {
        ImGui::SetMouseCursor(ImGuiMouseCursor_Hand);
        list.AddRectFilled({at.x - pad, at.y}, {end.x + pad, end.y}, faded(p.ink, 0.05f), context.px(8));
    }
    const ImVec2 box{at.x, at.y + pad + context.px(1)};
    list.AddRectFilled(box, {box.x + side, box.y + side}, on ? p.primary : p.raised, context.px(5));
    list.AddRect(box, {box.x + side, box.y + side}, on ? p.primary : p.edge, context.px(5), 0,
                 std::max(1.0f, 1.4f * context.scale));
    if (on)
        icon(context, list, Icon::check, {box.x + context.px(2), box.y + context.px(2)}, side - context.px(4),
             p.on_primary);
    text_at(context, {at.x + lead, at.y + pad}, words, style);
    if (more > 0) text_at(context, {at.x + lead, at.y + pad + height}, below, small);
    focus_ring(context, 6);
    return pressed;
}

/// The name of the line before or after this one; empty at the ends.
std::string neighbour(const char* list, std::size_t line, int by, std::size_t count) {
    const std::size_t to = by < 0 ? line - 1 : line + 1;
    return to < count ? list + std::to_string(to) : std::string();
}

void equipment(const app::Model& model, Context& context, float inner) {
    const MeetingBefore& before = before_of(context);
    const words::Catalogue& w = model.words;
    heading(context, w[Key::before_equipment], inner);
    if (before.needs.equipment.empty()) {
        quiet(context, w[Key::before_equipment_none], inner);
        return;
    }
    int needed = 0, done = 0;
    for (std::size_t i = 0; i < before.needs.equipment.size(); ++i) {
        if (before.needs.equipment[i].unneeded) continue;
        ++needed;
        done += before.ready[i] ? 1 : 0;
    }
    std::string sum = w(Key::before_equipment_ready, {{"done", done}, {"all", needed}});
    const course::Course* course = model.open_course();
    if (before.needs.reckoned && course != nullptr)
        sum = w(Key::before_equipment_for, {{"n", course->participants}}) + " · " + sum;
    text(context, sum,
         {.size = 14, .colour = done == needed ? context.palette.good : context.palette.muted, .wrap = inner});
    gap(context, 8);
    const book::Document* document = model.handbook->session(before.meeting);
    for (std::size_t i = 0; i < before.needs.equipment.size(); ++i) {
        const session::Equipment& line = before.needs.equipment[i];
        const std::string id = "equipment-" + std::to_string(i);
        const bool pressed = tick_line(context, id.c_str(), line.text,
                                       line.unneeded ? w[Key::before_skipped] : std::string(), before.ready[i], inner);
        list_arrows(context, id, neighbour("equipment-", i, -1, before.needs.equipment.size()),
                    neighbour("equipment-", i, 1, before.needs.equipment.size()));
        if (pressed && document != nullptr) context.say(app::TickTask{{document->path, line.task}, !before.ready[i]});
    }
}

void sheets(const app::Model& model, Context& context, float inner) {
    const MeetingBefore& before = before_of(context);
    const words::Catalogue& w = model.words;
    heading(context, w[Key::before_print], inner);
    if (before.needs.sheets.empty()) quiet(context, w[Key::before_print_none], inner);
    for (std::size_t i = 0; i < before.needs.sheets.size(); ++i) {
        const session::Sheet& sheet = before.needs.sheets[i];
        const std::string copies =
            sheet.copies > 0 ? w(Key::before_print_copies, {{"n", sheet.copies}}) : std::string();
        const Palette& p = context.palette;
        const TextStyle number{.size = 15, .face = book::Face::semibold, .line = 1.4f};
        const float number_width = copies.empty() ? 0 : text_size(context, copies, number).x + context.px(12);
        const TextStyle name{.size = 15, .colour = p.primary, .wrap = inner - number_width, .line = 1.4f};
        const TextStyle small{.size = text_small, .colour = p.muted, .wrap = inner};
        const float pad = std::round(context.px(6));
        const float height = text_size(context, sheet.title, name).y;
        const float more = sheet.remark.empty() ? 0 : text_size(context, sheet.remark, small).y;
        const ImVec2 at = ImGui::GetCursorScreenPos();
        const std::string id = "sheet-" + std::to_string(i);
        if (ImGui::InvisibleButton(id.c_str(), {inner, height + more + 2 * pad}, ImGuiButtonFlags_EnableNav))
            context.say(app::OpenDocument{sheet.document, sheet.anchor});
        report(ItemRole::link, id, sheet.title);
        list_arrows(context, id, neighbour("sheet-", i, -1, before.needs.sheets.size()),
                    neighbour("sheet-", i, 1, before.needs.sheets.size()));
        if (ImGui::IsItemHovered()) ImGui::SetMouseCursor(ImGuiMouseCursor_Hand);
        focus_ring(context, 6);
        text_at(context, {at.x, at.y + pad}, sheet.title, name);
        if (!copies.empty()) {
            const ImVec2 place{at.x + inner - number_width + context.px(12), at.y + pad};
            text_at(context, place, copies, number);
            report_text(copies, place, {at.x + inner, place.y + height});
        }
        if (more > 0) text_at(context, {at.x, at.y + pad + height}, sheet.remark, small);
    }
}

void aside(const app::Model& model, Context& context, float width) {
    const MeetingBefore& before = before_of(context);
    if (!before.needs.goal.empty()) {
        card(context, "before-goal", width, [&](float inner) {
            heading(context, model.words[Key::before_goal], inner);
            text(context, before.needs.goal, {.size = text_body, .wrap = inner, .line = 1.5f});
        });
        gap(context, 20);
    }
    card(context, "before-equipment", width, [&](float inner) { equipment(model, context, inner); });
    gap(context, 20);
    card(context, "before-sheets", width, [&](float inner) { sheets(model, context, inner); });
}

void start_and_rehearse(const app::Model& model, Context& context) {
    const MeetingBefore& before = before_of(context);
    const words::Catalogue& w = model.words;
    const course::Course* course = model.open_course();
    if (course != nullptr && !before.begun) {
        if (button(context, "before-start", w[Key::meeting_start], {.kind = ButtonKind::primary}))
            context.say(app::StartMeeting{course->id, before.meeting});
        flow(context, button_size(context, w[Key::meeting_rehearse]).x, 8);
    }
    if (button(context, "before-rehearse", w[Key::meeting_rehearse])) context.say(app::Rehearse{before.meeting});
}

void head(const app::Model& model, Context& context, float width) {
    const MeetingBefore& before = before_of(context);
    const words::Catalogue& w = model.words;
    const course::Course* course = model.open_course();
    const ImVec2 start = ImGui::GetCursorScreenPos();
    // Its words stand below those of the page: a plain button has no edge to be seen.
    ImGui::SetCursorScreenPos({start.x - context.px(14), start.y});
    if (button(context, "before-all", "← " + w[Key::before_all], {.kind = ButtonKind::plain, .small = true}))
        context.say(app::PrepareMeeting{0});
    const ImVec2 at{start.x, ImGui::GetCursorScreenPos().y + context.px(8)};
    const float buttons = button_size(context, w[Key::meeting_start], {.kind = ButtonKind::primary}).x +
                          button_size(context, w[Key::meeting_rehearse]).x + context.px(8);
    const bool beside = width - buttons >= context.px(520);
    const ImVec2 end = column(at, beside ? width - buttons - context.px(24) : width, [&](float inner) {
        std::string over = w(Key::before_title, {{"n", before.meeting}});
        const auto date = static_cast<std::size_t>(before.meeting - 1);
        if (course != nullptr && date < course->dates.size()) over += " · " + w.short_day(course->dates[date]);
        if (course != nullptr) over += " · " + course->title;
        text(context, over, {.colour = context.palette.muted, .wrap = inner});
        text(context, meeting_title(model, before.meeting),
             {.size = text_display, .face = book::Face::bold, .wrap = inner, .line = 1.25f});
    });
    const float middle = (at.y + end.y - context.px(48)) / 2;
    const ImVec2 second{beside ? at.x + width - buttons : at.x, beside ? middle : end.y + context.px(16)};
    const ImVec2 below = column(second, beside ? buttons : width, [&](float) { start_and_rehearse(model, context); });
    ImGui::SetCursorScreenPos({start.x, std::max(end.y, below.y)});
    ImGui::Dummy({0, 0});
    gap(context, 24);
}

}  // namespace

void list_arrows(Context& context, const std::string& name, const std::string& above, const std::string& below) {
    MeetingBefore& before = before_of(context);
    if (before.focus == name) {
        before.focus.clear();
        ImGui::FocusItem();
        ImGui::SetNavCursorVisible(true);
        ImGui::ScrollToItem(ImGuiScrollFlags_KeepVisibleEdgeY);
    }
    if (!ImGui::IsItemFocused() || ImGui::GetIO().KeyAlt) return;
    const ImGuiID id = ImGui::GetItemID();
    for (const auto& [key, to] : {std::pair{ImGuiKey_UpArrow, &above}, std::pair{ImGuiKey_DownArrow, &below}}) {
        if (to->empty()) continue;
        ImGui::SetKeyOwner(key, id);
        if (!ImGui::IsKeyPressed(key, ImGuiInputFlags_Repeat, id)) continue;
        before.focus = *to;
        context.state->animating = true;  // the line has it from the next frame on
    }
}

void draw_before(const app::Model& model, Context& context) {
    refresh_before(model, context);
    const ImVec2 area = ImGui::GetContentRegionAvail();
    const std::string id = "before-" + std::to_string(model.preparing);
    scroll_area(context, id.c_str(), area, [&] {
        const float margin = page_margin(context, area.x);
        const float width = std::min(area.x - 2 * margin, context.px(1180));
        const ImVec2 start = ImGui::GetCursorScreenPos();
        column({start.x + margin, start.y + context.px(24)}, width, [&](float inner) {
            head(model, context, inner);
            last_time(model, context, inner);
            const float between = context.px(20);
            const bool beside = inner >= context.px(940);
            const float side = beside ? std::round(std::min(context.px(372), inner * 0.36f)) : inner;
            const ImVec2 at = ImGui::GetCursorScreenPos();
            const float main = beside ? inner - side - between : inner;
            const ImVec2 plan = column(at, main, [&](float room) { draw_before_plan(model, context, room); });
            const ImVec2 second{beside ? at.x + main + between : at.x, beside ? at.y : plan.y + between};
            const ImVec2 end = column(second, side, [&](float room) { aside(model, context, room); });
            ImGui::SetCursorScreenPos({at.x, std::max(plan.y, end.y)});
            ImGui::Dummy({0, 0});
            gap(context, 40);
        });
    });
    draw_before_dialogs(model, context);
    let_go_of_vanished();
}

}  // namespace ui
