#include <imgui_internal.h>

#include <algorithm>
#include <cmath>
#include <optional>

#include "ui/index.h"
#include "ui/kit.h"
#include "ui/state.h"
#include "ui/views/course_draft.h"
#include "ui/views/courses_parts.h"

namespace ui {
namespace {

using words::Key;

constexpr float side_by_side = 860;  ///< design pixels from which the form stands in two columns

class FormView {
  public:
    FormView(const app::Model& model, Context& context)
        : model_(model), context_(context), state_(context.state->courses), form_(state_.form) {
        if (state_.form_tried) faults_ = faults_of(model.words, form_);
        faults_.dates.resize(form_.dates.size());
    }

    void head(float width) {
        const Key title = form_.id == 0 ? Key::course_new : Key::course_form_edit;
        text(context_, model_.words[title], {.size = text_display, .face = book::Face::bold, .line = 1.2f});
        gap(context_, 4);
        text(context_, model_.words[Key::course_form_intro], {.colour = context_.palette.muted, .wrap = width});
        gap(context_, 24);
    }

    void body(float width) {
        const ImVec2 at = ImGui::GetCursorScreenPos();
        const float between = std::round(context_.px(16));
        if (width < context_.px(side_by_side)) {
            card(context_, "where", width, [&](float inner) { where(inner); });
            gap(context_, 16);
            card(context_, "group", width, [&](float inner) { group(inner); });
        } else {
            const float left = std::round((width - between) * 0.56f);
            card(context_, "where", left, [&](float inner) { where(inner); });
            const float first = ImGui::GetItemRectSize().y;
            ImGui::SetCursorScreenPos({at.x + left + between, at.y});
            card(
                context_, "group", width - left - between, [&](float inner) { group(inner); }, first);
            ImGui::SetCursorScreenPos({at.x, at.y + std::max(first, ImGui::GetItemRectSize().y)});
        }
        gap(context_, 16);
        card(context_, "dates", width, [&](float inner) { dates(inner); });
    }

    void foot(float width) {
        const words::Catalogue& w = model_.words;
        const std::string& save_label = w[form_.id == 0 ? Key::course_create : Key::course_save];
        if (button(context_, "course-save", save_label, {.kind = ButtonKind::primary, .key = "Enter"})) save();
        const ButtonOptions cancel{.kind = ButtonKind::quiet, .key = "Esc"};
        flow(context_, button_size(context_, w[Key::course_cancel], cancel).x);
        if (button(context_, "course-cancel", w[Key::course_cancel], cancel)) leave();
        if (faults_.first_field.empty()) return;
        if (summary_beside(width)) {
            ImGui::SameLine(0, context_.px(24));
            const ImVec2 at = ImGui::GetCursorScreenPos();
            ImGui::SetCursorScreenPos({at.x, at.y + std::round(context_.px(14))});
        } else {
            gap(context_, 12);
        }
        TextStyle style = summary_style;
        style.colour = context_.palette.warm;
        style.wrap = summary_beside(width) ? 0 : width;
        text(context_, w[Key::course_fault_summary], style);
    }

    float foot_height(float width) const {
        if (faults_.first_field.empty() || summary_beside(width)) return std::round(context_.px(96));
        TextStyle style = summary_style;
        style.wrap = width;
        return std::round(context_.px(108)) + text_size(context_, model_.words[Key::course_fault_summary], style).y;
    }

    void save() {
        faults_ = faults_of(model_.words, form_);
        state_.form_tried = true;
        if (!faults_.first_field.empty()) {
            state_.form_focus = faults_.first_field;
            return;
        }
        course::Course course = course_of(form_);
        if (course.id == 0)
            context_.say(app::CreateCourse{std::move(course)});
        else
            context_.say(app::EditCourse{std::move(course)});
        close();
    }

    void leave() {
        if (form_ == state_.form_before)
            close();
        else
            state_.form_asks = true;
    }

    void question() {
        if (!state_.form_asks) return;
        const words::Catalogue& w = model_.words;
        const bool keep = dialog(context_, "course-discard-dialog", w[Key::course_discard_title], 480, [&] {
            text(context_, w[Key::course_discard_text], {.wrap = ImGui::GetContentRegionAvail().x, .line = 1.5f});
            gap(context_, 24);
            if (button(context_, "course-keep-writing", w[Key::course_keep_writing])) state_.form_asks = false;
            const ButtonOptions warm{.kind = ButtonKind::warm};
            flow(context_, button_size(context_, w[Key::course_discard], warm).x);
            if (button(context_, "course-discard", w[Key::course_discard], warm)) close();
            if (!state_.form_asks) ImGui::CloseCurrentPopup();
        });
        if (!keep) state_.form_asks = false;
    }

  private:
    static constexpr TextStyle summary_style{.size = 14, .face = book::Face::semibold};

    bool summary_beside(float width) const {
        return text_size(context_, model_.words[Key::course_fault_summary], summary_style).x + context_.px(420) < width;
    }

    void close() {
        form_ = CourseForm{};
        state_.form_tried = false;
        state_.form_asks = false;
        state_.form_focus.clear();
    }

    void part(Key title) {
        text(context_, model_.words[title], {.size = text_large, .face = book::Face::semibold, .line = 1.3f});
        gap(context_, 16);
    }

    void take_focus(std::string_view id) {
        if (state_.form_focus != id) return;
        ImGui::SetKeyboardFocusHere();
        state_.form_focus.clear();
        state_.form_settling = 4;
    }

    bool field(const char* id, Key label, std::string& value, float width, std::string_view fault,
               std::string_view hint = {}) {
        take_focus(id);
        return text_field(context_, id, model_.words[label], value, width, hint, fault);
    }

    /// Two fields beside each other where there is room for both.
    void pair(float width, const std::function<void(float)>& left, const std::function<void(float)>& right,
              float share = 0.5f) {
        const float between = std::round(context_.px(16));
        const ImVec2 at = ImGui::GetCursorScreenPos();
        if (width < context_.px(380)) {
            left(width);
            gap(context_, 16);
            right(width);
            gap(context_, 16);
            return;
        }
        const float first = std::round((width - between) * share);
        const ImVec2 one = column(at, first, left);
        const ImVec2 two = column({at.x + first + between, at.y}, width - first - between, right);
        ImGui::SetCursorScreenPos({at.x, std::max(one.y, two.y)});
        gap(context_, 16);
    }

    void where(float width) {
        part(Key::course_part_where);
        field("course-title", Key::course_field_title, form_.title, width, faults_.title);
        gap(context_, 16);
        pair(
            width,
            [&](float w) {
                field("course-municipality", Key::course_field_municipality, form_.municipality, w,
                      faults_.municipality);
            },
            [&](float w) {
                field("course-place", Key::course_field_place, form_.place, w, faults_.place,
                      model_.words[Key::course_hint_place]);
            });
        field("course-starts", Key::course_field_starts, form_.starts, context_.px(120), faults_.starts, "10.00");
    }

    void group(float width) {
        const Palette& p = context_.palette;
        part(Key::course_part_group);
        text(context_, model_.words[Key::course_leaders_text], {.size = 14, .colour = p.muted, .wrap = width});
        gap(context_, 12);
        pair(
            width,
            [&](float w) {
                field("course-leader-one", Key::course_leader_one, form_.leader_one, w, faults_.leader_one);
            },
            [&](float w) {
                field("course-leader-two", Key::course_leader_two, form_.leader_two, w, faults_.leader_two);
            });
        number_field(context_, "course-participants", model_.words[Key::course_field_participants], form_.participants,
                     1, course::most_participants);
        gap(context_, 8);
        std::string_view note = model_.words[Key::course_participants_text];
        std::string warning;
        if (model_.handbook) {
            const book::GroupRules& rules = model_.handbook->programme.group;
            if (rules.least && form_.participants < *rules.least)
                warning = model_.words(Key::course_few, {{"n", *rules.least}});
            if (rules.most && form_.participants > *rules.most)
                warning = model_.words(Key::course_many, {{"n", *rules.most}});
        }
        if (!faults_.participants.empty()) note = faults_.participants;
        text(context_, warning.empty() ? note : std::string_view(warning),
             {.size = 14,
              .colour = !faults_.participants.empty() ? p.warm
                        : warning.empty()             ? p.muted
                                                      : p.on_amber_soft,
              .wrap = width});
    }

    void fill_dates() {
        const std::optional<base::Date> first = date_from(form_.first);
        if (!first) return;
        const std::vector<base::Date> filled =
            course::dates_from(*first, static_cast<int>(form_.dates.size()), form_.interval);
        std::transform(filled.begin(), filled.end(), form_.dates.begin(), date_text);
    }

    void dates(float width) {
        part(Key::course_part_dates);
        const ImVec2 at = ImGui::GetCursorScreenPos();
        const float first_width = std::round(context_.px(160));
        const ImVec2 one = column(at, first_width, [&](float w) {
            if (field("course-first", Key::course_field_first, form_.first, w, {}, model_.words[Key::course_date_hint]))
                fill_dates();
        });
        const bool beside = width > context_.px(480);
        const float left = beside ? first_width + std::round(context_.px(24)) : 0;
        float used = 0;
        const ImVec2 two = column({at.x + left, beside ? at.y : one.y + context_.px(16)}, width - left, [&](float) {
            text(context_, model_.words[Key::course_field_interval], {.size = 14, .face = book::Face::semibold});
            gap(context_, 4);
            const std::string labels[] = {model_.words[Key::course_weekly], model_.words[Key::course_fortnightly]};
            const int chosen = choice(context_, "course-interval", labels,
                                      form_.interval == 7    ? 0
                                      : form_.interval == 14 ? 1
                                                             : -1);
            used = ImGui::GetItemRectMax().x - at.x;
            if (chosen >= 0) {
                form_.interval = chosen == 0 ? 7 : 14;
                fill_dates();
            }
        });
        const TextStyle note{.size = 14, .colour = context_.palette.muted, .wrap = width - used - context_.px(24)};
        float bottom = std::max(one.y, two.y);
        if (beside && note.wrap > context_.px(260)) {
            const float height = text_size(context_, model_.words[Key::course_dates_text], note).y;
            column({at.x + used + context_.px(24), bottom - std::round((context_.px(40) + height) / 2)}, note.wrap,
                   [&](float) { text(context_, model_.words[Key::course_dates_text], note); });
        } else {
            bottom = column({at.x, bottom + std::round(context_.px(12))}, width, [&](float inner) {
                         text(context_, model_.words[Key::course_dates_text],
                              {.size = 14, .colour = note.colour, .wrap = inner});
                     }).y;
        }
        ImGui::SetCursorScreenPos({at.x, bottom});
        gap(context_, 16);
        date_grid(width);
    }

    void date_grid(float width) {
        const float between = std::round(context_.px(24));
        const float least = context_.px(252);
        const int count = static_cast<int>(form_.dates.size());
        const int columns = std::clamp(static_cast<int>((width + between) / (least + between)), 1, 3);
        const float cell =
            std::floor((width - between * static_cast<float>(columns - 1)) / static_cast<float>(columns));
        const float left = ImGui::GetCursorScreenPos().x;
        for (int row = 0; row < count; row += columns) {
            const float top = ImGui::GetCursorScreenPos().y;
            float bottom = top;
            for (int i = row; i < std::min(count, row + columns); ++i) {
                const ImVec2 at{left + (cell + between) * static_cast<float>(i - row), top};
                bottom = std::max(bottom, column(at, cell, [&](float inner) { date_field(i, inner); }).y);
            }
            ImGui::SetCursorScreenPos({left, bottom});
            if (row + columns < count) gap(context_, 16);
        }
    }

    void date_field(int index, float cell) {
        std::string& value = form_.dates[static_cast<std::size_t>(index)];
        const std::optional<base::Date> date = date_from(value);
        const int number = index + 1;
        std::string label = model_.words(Key::course_meeting, {{"n", number}});
        if (date) {
            const auto weekday = static_cast<words::Key>(static_cast<int>(Key::weekday_1) + base::weekday(*date));
            label = joined({label, model_.words[weekday]});
        }
        const std::string id = "course-date-" + std::to_string(number);
        const ImVec2 at = ImGui::GetCursorScreenPos();
        const float width = std::floor(cell - context_.px(6 + 40 + 2 + 40));
        take_focus(id);
        text_field(context_, id.c_str(), label, value, width, model_.words[Key::course_date_hint],
                   faults_.dates[static_cast<std::size_t>(index)]);
        const float below = ImGui::GetCursorScreenPos().y;
        const float label_height =
            text_size(context_, label, {.size = 14, .face = book::Face::semibold}).y + std::round(context_.px(4));
        const auto step = [&](const char* name, Icon which, Key tip, int days) {
            if (icon_button(context_, (std::string(name) + std::to_string(number)).c_str(), which, model_.words[tip]) &&
                date)
                value = date_text(base::add_days(*date, days));
        };
        ImGui::SetCursorScreenPos({at.x + width + context_.px(6), at.y + label_height});
        step("course-earlier-", Icon::minus, Key::course_day_earlier, -1);
        ImGui::SameLine(0, context_.px(2));
        step("course-later-", Icon::plus, Key::course_day_later, 1);
        ImGui::SetCursorScreenPos({at.x, below});
        ImGui::Dummy({0, 0});
    }

    const app::Model& model_;
    Context& context_;
    CoursesState& state_;
    CourseForm& form_;
    FormFaults faults_;
};

}  // namespace

void open_course_form(const app::Model& model, Context& context, const course::Course* course) {
    CoursesState& state = context.state->courses;
    CourseForm form;
    form.open = true;
    const base::Date now = today(model, context);
    if (course != nullptr) {
        form.id = course->id;
        form.title = course->title;
        form.municipality = course->municipality;
        form.place = course->place;
        form.starts = base::to_text(course->starts);
        form.leader_one = course->leader_one;
        form.leader_two = course->leader_two;
        form.participants = course->participants;
        for (const base::Date date : course->dates) form.dates.push_back(date_text(date));
        if (!course->dates.empty()) form.first = date_text(course->dates.front());
        if (course->dates.size() > 1) form.interval = base::days_between(course->dates[0], course->dates[1]);
    } else {
        // Late in the year the course that is being planned is next spring's.
        const bool spring = now.month <= 6 || now.month >= 11;
        const int year = now.month >= 11 ? now.year + 1 : now.year;
        form.title = model.words(spring ? Key::course_suggest_spring : Key::course_suggest_autumn, {{"year", year}});
        form.starts = "10.00";
        form.leader_one = model.words[Key::course_role_professional];
        form.leader_two = model.words[Key::course_role_user];
        if (!model.courses.empty()) form.municipality = model.courses.back().municipality;
        form.dates.resize(static_cast<std::size_t>(meetings_of(model)));
    }
    state.form = form;
    state.form_before = std::move(form);
    state.form_tried = false;
    state.form_asks = false;
    state.form_focus = "course-title";
}

void draw_course_form(const app::Model& model, Context& context) {
    CoursesState& state = context.state->courses;
    const ImGuiIO& io = ImGui::GetIO();
    const bool in_field = io.WantTextInput;
    const bool enter = ImGui::IsKeyPressed(ImGuiKey_Enter, false) || ImGui::IsKeyPressed(ImGuiKey_KeypadEnter, false);
    const bool escape = !state.form_asks && ImGui::IsKeyPressed(ImGuiKey_Escape, false);
    // Esc makes a text field take back what was typed in it; the form keeps it until the person has said "discard".
    const CourseForm typed = escape ? state.form : CourseForm{};
    FormView form(model, context);

    const ImVec2 at = ImGui::GetCursorScreenPos();
    const ImVec2 region = ImGui::GetContentRegionAvail();
    const float margin = page_margin(context, region.x);
    // The buttons stay in sight, unless the window is so low that they would hide the fields.
    const bool stays = region.y > context.px(560);
    const float foot = stays ? form.foot_height(region.x - 2 * margin) : 0;
    scroll_area(context, "course-form", {region.x, region.y - foot}, [&] {
        const ImVec2 start = ImGui::GetCursorScreenPos();
        const float width = std::min(ImGui::GetContentRegionAvail().x - 2 * margin, std::round(context.px(1136)));
        column({start.x + margin, start.y + page_top(context, region.x)}, width, [&](float inner) {
            form.head(inner);
            form.body(inner);
            if (stays) return;
            gap(context, 24);
            form.foot(inner);
            form.question();
        });
        gap(context, stays ? 16 : 24);
    });
    if (stays) {
        ImGui::GetWindowDrawList()->AddRectFilled(
            {at.x, at.y + region.y - foot}, {at.x + region.x, at.y + region.y - foot + std::max(1.0f, context.scale)},
            context.palette.line);
        column({at.x + margin, at.y + region.y - foot + std::round(context.px(24))}, region.x - 2 * margin,
               [&](float inner) {
                   form.foot(inner);
                   form.question();
               });
    }
    if (state.form_settling > 0) {
        --state.form_settling;
        context.state->animating = true;
    }
    if (!state.form.open) return;
    if (escape) {
        state.form = typed;
        form.leave();
    } else if (enter && !state.form_asks && (in_field || !io.NavVisible)) {
        form.save();
    }
}

}  // namespace ui
