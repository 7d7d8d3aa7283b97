#include "ui/views/courses.h"

#include <imgui_internal.h>

#include <algorithm>
#include <cmath>

#include "ui/index.h"
#include "ui/kit.h"
#include "ui/state.h"
#include "ui/views/courses_parts.h"

namespace ui {
namespace {

using words::Key;

std::string participants_text(const app::Model& model, int participants) {
    if (participants == 1) return model.words[Key::course_participant_one];
    return model.words(Key::course_participants, {{"n", participants}});
}

std::string span_of(const app::Model& model, const course::Course& course) {
    if (course.dates.empty()) return {};
    return model.words.short_day(course.dates.front()) + " – " + model.words.short_day(course.dates.back());
}

void forget_course(CoursesState& state, std::int64_t course) {
    if (state.course == course) return;
    CoursesState fresh;
    fresh.form = std::move(state.form);
    fresh.form_before = std::move(state.form_before);
    fresh.form_tried = state.form_tried;
    fresh.form_asks = state.form_asks;
    fresh.form_focus = std::move(state.form_focus);
    fresh.hands = std::move(state.hands);
    fresh.kiosk = state.kiosk;
    fresh.course = course;
    state = std::move(fresh);
}

/// One course in a list: its title, and where and when in muted text.
bool course_row(const app::Model& model, Context& context, const course::Course& course, float width, bool on) {
    const Palette& p = context.palette;
    const float height = std::round(context.px(68));
    const ImVec2 at = ImGui::GetCursorScreenPos();
    const std::string id = "course-" + std::to_string(course.id);
    const bool pressed = ImGui::InvisibleButton(id.c_str(), {width, height}, ImGuiButtonFlags_EnableNav);
    report(ItemRole::button, id, course.title, false, on);
    ImDrawList& list = *ImGui::GetWindowDrawList();
    if (on || ImGui::IsItemHovered())
        list.AddRectFilled(at, {at.x + width, at.y + height}, on ? p.primary_soft : faded(p.ink, 0.06f),
                           context.px(radius));
    const float left = at.x + context.px(16);
    const float room = width - context.px(32);
    const TextStyle title{.face = book::Face::semibold, .colour = on ? p.on_primary_soft : p.ink};
    const TextStyle below{.size = 14, .colour = p.muted};
    text_at(context, {left, at.y + context.px(11)}, fitted(context, course.title, title, room), title);
    text_at(context, {left, at.y + context.px(36)},
            fitted(context, joined({course.municipality, span_of(model, course)}), below, room), below);
    focus_ring(context);
    return pressed;
}

void course_rows(const app::Model& model, Context& context, float width) {
    for (const course::Course& course : model.courses) {
        if (course_row(model, context, course, width, course.id == model.course)) {
            context.say(app::OpenCourse{course.id});
            ImGui::CloseCurrentPopup();
        }
        gap(context, 4);
    }
}

/// The title of the open course; with several courses it opens the list of them.
void title_chooser(const app::Model& model, Context& context, const course::Course& course, float room) {
    const Palette& p = context.palette;
    const TextStyle style{.size = text_display, .face = book::Face::bold, .line = 1.2f};
    const bool several = model.courses.size() > 1;
    const float arrow = several ? context.px(36) : 0;
    const std::string shown = fitted(context, course.title, style, room - arrow);
    if (!several) {
        text(context, shown, style);
        return;
    }
    const ImVec2 size = text_size(context, shown, style);
    const ImVec2 at = ImGui::GetCursorScreenPos();
    if (ImGui::InvisibleButton("course-chooser", {size.x + arrow, size.y}, ImGuiButtonFlags_EnableNav))
        ImGui::OpenPopup("courses");
    report(ItemRole::button, "course-chooser", model.words[Key::course_switch]);
    const bool hovered = ImGui::IsItemHovered();
    focus_ring(context, 8);
    text_at(context, at, shown, style);
    const float icon_size = context.px(22);
    icon(context, *ImGui::GetWindowDrawList(), Icon::down,
         {at.x + size.x + context.px(12), at.y + std::round((size.y - icon_size) / 2)}, icon_size,
         hovered ? p.primary : p.muted);
    if (hovered) tooltip(context, model.words[Key::course_switch]);

    ImGui::SetNextWindowPos({at.x - context.px(8), at.y + size.y + context.px(8)});
    popup(context, "courses", {8, 8}, 14, [&] {
        course_rows(model, context, std::min(context.px(360), ImGui::GetMainViewport()->Size.x - context.px(64)));
    });
}

void empty_state(const app::Model& model, Context& context, float width, float height) {
    const bool opening = model.store.phase == app::StorePhase::opening;
    if (opening) {
        text(context, model.words[Key::course_loading], {.colour = context.palette.muted});
        return;
    }
    const bool beside = width > context.px(820);
    const float words_width = beside ? context.px(440) : width;
    const ImVec2 at = ImGui::GetCursorScreenPos();
    const float side = std::min(context.px(beside ? 420 : 280), beside ? width - words_width - context.px(48) : width);
    const float top = beside ? std::max(at.y, at.y + (height - context.px(420)) / 2 - context.px(40)) : at.y;
    const ImVec2 words_at{at.x, beside ? top + context.px(64) : top};
    const ImVec2 end = column(words_at, words_width, [&](float inner) {
        text(context, model.words[Key::course_empty_title],
             {.size = text_display, .face = book::Face::bold, .wrap = inner, .line = 1.2f});
        gap(context, 16);
        text(context, model.words[Key::course_empty_text],
             {.colour = context.palette.muted, .wrap = inner, .line = 1.55f});
        gap(context, 32);
        if (button(context, "course-first", model.words[Key::course_create_first], {.kind = ButtonKind::primary}))
            open_course_form(model, context, nullptr);
        if (model.store.phase == app::StorePhase::failed) {
            gap(context, 24);
            callout(context, "course-unsaved", inner, true, [&](float room) {
                text(context, model.words[Key::course_without_store],
                     {.colour = context.palette.on_amber_soft, .wrap = room});
            });
        }
    });
    ImGui::SetCursorScreenPos({at.x, end.y});
    if (beside) {
        const float left = at.x + words_width + context.px(48);
        picture_in(context, "start.svg", {left, top}, {left + side, top + context.px(420)}, 20);
    } else if (picture_in(context, "start.svg", {at.x, end.y + context.px(32)},
                          {at.x + side * 5 / 6, end.y + context.px(32) + side}, 20)) {
        gap(context, 32);
        ImGui::Dummy({side, side});
    }
    ImGui::Dummy({0, 0});
}

void choose_course(const app::Model& model, Context& context, float width) {
    text(context, model.words[Key::course_choose], {.size = text_display, .face = book::Face::bold, .line = 1.2f});
    gap(context, 24);
    const float list = std::min(width, context.px(560));
    card(
        context, "course-list", list, [&](float inner) { course_rows(model, context, inner); }, 0, 12);
    gap(context, 24);
    if (button(context, "course-new", model.words[Key::course_new], {.kind = ButtonKind::primary}))
        open_course_form(model, context, nullptr);
}

void delete_dialog(const app::Model& model, Context& context, const course::Course& course) {
    CoursesState& state = context.state->courses;
    if (!state.asks_delete) return;
    const bool keep = dialog(context, "course-delete-dialog", model.words[Key::course_delete_title], 560, [&] {
        const float inner = ImGui::GetContentRegionAvail().x;
        const TextStyle body{.wrap = inner, .line = 1.5f};
        if (model.run && !model.run->rehearsal && model.run->course == course.id) {
            text(context, model.words(Key::course_delete_running, {{"n", model.run->plan.meeting}}), body);
            gap(context, 24);
            if (button(context, "course-keep", model.words[Key::course_delete_keep])) {
                state.asks_delete = false;
                ImGui::CloseCurrentPopup();
            }
            return;
        }
        text(context, model.words(Key::course_delete_text, {{"title", course.title}}), body);
        gap(context, 8);
        for (const Key what : {Key::course_delete_what_dates, Key::course_delete_what_attendance,
                               Key::course_delete_what_feedback, Key::course_delete_what_runs}) {
            const ImVec2 at = ImGui::GetCursorScreenPos();
            ImGui::GetWindowDrawList()->AddCircleFilled({at.x + context.px(8), at.y + context.px(14)}, context.px(2.5f),
                                                        context.palette.warm);
            column({at.x + context.px(24), at.y}, inner - context.px(24),
                   [&](float room) { text(context, model.words[what], {.wrap = room, .line = 1.75f}); });
            ImGui::SetCursorScreenPos({at.x, ImGui::GetCursorScreenPos().y});
        }
        gap(context, 8);
        text(context, model.words[Key::course_delete_backups],
             {.size = 14, .colour = context.palette.muted, .wrap = inner});
        gap(context, 24);
        const ButtonOptions warm{.kind = ButtonKind::warm};
        if (button(context, "course-keep", model.words[Key::course_delete_keep])) state.asks_delete = false;
        flow(context, button_size(context, model.words[Key::course_delete_confirm], warm).x);
        if (button(context, "course-delete-confirm", model.words[Key::course_delete_confirm], warm)) {
            context.say(app::DeleteCourse{course.id});
            state.asks_delete = false;
        }
        if (!state.asks_delete) ImGui::CloseCurrentPopup();
    });
    if (!keep) state.asks_delete = false;
}

void heading(const app::Model& model, Context& context, const course::Course& course, float width) {
    const ButtonOptions small{.kind = ButtonKind::quiet, .small = true};
    const float space = context.px(8);
    const float buttons = button_size(context, model.words[Key::course_edit], small).x +
                          button_size(context, model.words[Key::course_delete], small).x +
                          button_size(context, model.words[Key::course_new], small).x + 2 * space;
    const ImVec2 at = ImGui::GetCursorScreenPos();
    const bool beside = width > buttons + context.px(320);
    const float room = beside ? width - buttons - context.px(32) : width;
    text(context,
         fitted(context, joined({course.municipality, course.place, participants_text(model, course.participants)}),
                {.size = text_body}, room),
         {.colour = context.palette.muted});
    title_chooser(model, context, course, room);
    const float below = ImGui::GetCursorScreenPos().y;
    if (beside)
        ImGui::SetCursorScreenPos({at.x + width - buttons, at.y + context.px(8)});
    else
        gap(context, 12);
    CoursesState& state = context.state->courses;
    if (button(context, "course-edit", model.words[Key::course_edit], small)) open_course_form(model, context, &course);
    ImGui::SameLine(0, space);
    if (button(context, "course-delete", model.words[Key::course_delete], small)) state.asks_delete = true;
    ImGui::SameLine(0, space);
    if (button(context, "course-new", model.words[Key::course_new], small)) open_course_form(model, context, nullptr);
    ImGui::SetCursorScreenPos({at.x, std::max(below, ImGui::GetCursorScreenPos().y)});
}

void open_course_page(const app::Model& model, Context& context, const course::Course& course, float width) {
    CoursesState& state = context.state->courses;
    heading(model, context, course, width);
    gap(context, 20);
    const ImVec2 at = ImGui::GetCursorScreenPos();
    const std::string tabs[] = {model.words[Key::course_tab_attendance], model.words[Key::course_tab_feedback],
                                model.words[Key::course_tab_about]};
    const int pressed = choice(context, "course-tab", tabs, static_cast<int>(state.tab));
    if (pressed >= 0) state.tab = static_cast<CourseTab>(pressed);
    if (state.tab == CourseTab::attendance) draw_attendance_buttons(model, context, course, at.x + width);
    gap(context, 24);
    switch (state.tab) {
        case CourseTab::attendance: draw_attendance(model, context, course, width); break;
        case CourseTab::feedback: draw_feedback(model, context, course, width); break;
        case CourseTab::about: draw_course_about(model, context, course, width); break;
    }
    delete_dialog(model, context, course);
}

}  // namespace

ImVec2 column(ImVec2 at, float width, const std::function<void(float inner)>& content) {
    ImGui::SetCursorScreenPos(at);
    ImGui::BeginGroup();
    ImGuiWindow& window = *ImGui::GetCurrentWindow();
    const ImRect work = window.WorkRect;
    const ImRect region = window.ContentRegionRect;
    window.WorkRect.Max.x = at.x + width;
    window.ContentRegionRect.Max.x = at.x + width;
    content(width);
    window.WorkRect = work;
    window.ContentRegionRect = region;
    ImGui::EndGroup();
    return ImGui::GetItemRectMax();
}

float page_margin(const Context& context, float width) {
    return std::round(context.px(width > context.px(900) ? 48 : 24));
}

float page_top(const Context& context, float width) {
    return std::round(context.px(width > context.px(900) ? 40 : 24));
}

bool picture_in(Context& context, std::string_view name, ImVec2 min, ImVec2 max, float design_radius) {
    if (context.pictures == nullptr || max.x <= min.x || max.y <= min.y) return false;
    const Texture texture = context.pictures->texture(name);
    if (texture.width <= 0 || texture.height <= 0) return false;
    const float scale = std::min((max.x - min.x) / static_cast<float>(texture.width),
                                 (max.y - min.y) / static_cast<float>(texture.height));
    const ImVec2 size{std::floor(static_cast<float>(texture.width) * scale),
                      std::floor(static_cast<float>(texture.height) * scale)};
    const ImVec2 at{std::floor((min.x + max.x - size.x) / 2), std::floor((min.y + max.y - size.y) / 2)};
    ImGui::GetWindowDrawList()->AddImageRounded(texture.id, at, {at.x + size.x, at.y + size.y}, {0, 0}, {1, 1},
                                                IM_COL32_WHITE, context.px(design_radius));
    return true;
}

void to_the_right(Context& context, float width, float right) {
    ImGuiWindow& window = *ImGui::GetCurrentWindow();
    const float left = right - width;
    if (window.DC.CursorPosPrevLine.x + context.px(24) <= left) {
        // Not SameLine: what follows may stand a little lower than the row that it joins.
        ImGui::SetCursorScreenPos({std::round(left), window.DC.CursorPosPrevLine.y});
    } else {
        gap(context, 12);
    }
}

void let_go_of_vanished() {
    const ImGuiContext& imgui = *ImGui::GetCurrentContext();
    if (imgui.NavId == 0 || imgui.NavIdIsAlive || imgui.NavMoveSubmitted ||
        !ImGui::IsWindowFocused(ImGuiFocusedFlags_RootAndChildWindows))
        return;
    ImGui::SetNavCursorVisible(false);
}

std::string joined(std::initializer_list<std::string> parts) {
    std::string all;
    for (const std::string& part : parts) {
        if (part.empty()) continue;
        if (!all.empty()) all += " · ";
        all += part;
    }
    return all;
}

base::Date today(const app::Model& model, const Context& context) {
    return base::local(context.now, model.zone).date;
}

int meetings_of(const app::Model& model) {
    const std::size_t sessions = model.handbook ? model.handbook->programme.sessions.size() : 0;
    return sessions == 0 ? 6 : static_cast<int>(sessions);
}

std::string_view meeting_title(const app::Model& model, int meeting) {
    if (!model.handbook) return {};
    for (const book::SessionInfo& session : model.handbook->programme.sessions)
        if (session.number == meeting) return session.title;
    return {};
}

int meeting_now(const course::Course& course, base::Date today) {
    const int meeting = course::meeting_on_or_after(course, today);
    return meeting != 0 ? meeting : std::max(1, static_cast<int>(course.dates.size()));
}

void draw_courses(const app::Model& model, Context& context) {
    CoursesState& state = context.state->courses;
    const course::Course* course = model.open_course();
    forget_course(state, course != nullptr ? course->id : 0);
    ImGui::PushStyleVar(ImGuiStyleVar_ItemSpacing, {0, 0});
    const ImVec2 region = ImGui::GetContentRegionAvail();
    if (state.form.open) {
        draw_course_form(model, context);
    } else {
        scroll_area(context, "courses-page", region, [&] {
            const float margin = page_margin(context, region.x);
            const ImVec2 at = ImGui::GetCursorScreenPos();
            const float top = page_top(context, region.x);
            const float width = ImGui::GetContentRegionAvail().x - 2 * margin;
            column({at.x + margin, at.y + top}, width, [&](float inner) {
                if (course != nullptr)
                    open_course_page(model, context, *course, inner);
                else if (model.courses.empty())
                    empty_state(model, context, inner, region.y - 2 * top);
                else
                    choose_course(model, context, inner);
            });
            gap(context, 24);
        });
    }
    let_go_of_vanished();
    ImGui::PopStyleVar();
}

}  // namespace ui
