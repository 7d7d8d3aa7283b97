#include <imgui_internal.h>

#include <algorithm>
#include <cmath>
#include <cstdio>
#include <vector>

#include "app/commands.h"
#include "ui/index.h"
#include "ui/kit.h"
#include "ui/state.h"
#include "ui/views/courses_parts.h"

namespace ui {
namespace {

using course::Mark;
using words::Key;

constexpr float mark_radius = 15;

/// "3 av 3, 1 sent": of the meetings that have a mark.
std::string sum_text(const app::Model& model, const course::AttendanceCounts& counts) {
    const int marked = counts.came() + counts.excused + counts.absent;
    if (marked == 0) return "–";
    std::string sum = model.words(Key::attendance_came, {{"n", counts.came()}, {"m", marked}});
    if (counts.late > 0) sum += ", " + model.words(Key::attendance_late_count, {{"n", counts.late}});
    if (counts.excused > 0) sum += ", " + model.words(Key::attendance_excused_count, {{"n", counts.excused}});
    return sum;
}

/// The meeting that the key A is about now; 0 when it does nothing.
int meeting_of_key(const app::Model& model) {
    const std::optional<app::Action> action = app::action_of(app::Command::rest_present, model);
    const auto* rest = action ? action->get_if<app::MarkRestPresent>() : nullptr;
    return rest != nullptr ? rest->meeting : 0;
}

/// The column that "everyone else is here" is about: the one that was chosen, else the key's, else the next.
int chosen_meeting(const app::Model& model, const Context& context, const course::Course& course) {
    const int chosen = context.state->courses.meeting;
    if (chosen >= 1 && chosen <= static_cast<int>(course.dates.size())) return chosen;
    const int by_key = meeting_of_key(model);
    return by_key != 0 ? by_key : meeting_now(course, today(model, context));
}

class Table {
  public:
    Table(const app::Model& model, Context& context, const course::Course& course, float width)
        : model_(model),
          context_(context),
          course_(course),
          state_(context.state->courses),
          sheet_(model.records.attendance),
          today_(today(model, context)),
          chosen_(chosen_meeting(model, context, course)) {
        meetings_ = sheet_.meetings();
        rows_ = sheet_.participants();
        row_ = std::round(context.px(45));
        head_ = std::round(context.px(67));
        names_ = std::round(context.px(168));
        sum_ = std::round(context.px(176));
        const float columns = static_cast<float>(std::max(1, meetings_));
        cell_ = std::max(std::round(context.px(96)), std::floor((width - names_ - sum_) / columns));
        sum_ = std::max(sum_, width - names_ - cell_ * columns);
        width_ = width;
        unsaved_ = cells_not_saved();
    }

    int unsaved() const { return static_cast<int>(std::count(unsaved_.begin(), unsaved_.end(), true)); }

    void draw(float room) {
        const float scrollbar = std::round(context_.px(10));
        const float line = std::max(1.0f, std::round(context_.scale));
        const float columns = cell_ * static_cast<float>(meetings_);
        const bool sideways = columns + sum_ > width_ - names_ + 1;
        const float natural = head_ + row_ * static_cast<float>(rows_) + line + (sideways ? scrollbar : 0);
        const float least = head_ + row_ * static_cast<float>(std::min(rows_, 5)) + scrollbar;
        const float height = std::round(std::min(natural, std::max(least, room)));
        // The bar beside the rows takes its room from the sums, so that it does not call for a bar below too.
        if (!sideways && height < natural) sum_ -= scrollbar;
        const float wide = columns + sum_ - line;
        const ImVec2 at = ImGui::GetCursorScreenPos();
        const ImVec2 end{at.x + width_, at.y + height};
        const Palette& p = context_.palette;
        ImDrawList& list = *ImGui::GetWindowDrawList();
        list.AddRectFilled(at, end, p.raised, context_.px(radius));

        marks({at.x + names_, at.y + head_}, {width_ - names_ - line, height - head_ - line}, wide);
        names({at.x, at.y + head_}, height - head_);
        heads({at.x + names_, at.y}, width_ - names_);
        const TextStyle style{.size = text_small, .face = book::Face::semibold, .colour = p.muted};
        text_at(context_, {at.x + context_.px(20), at.y + std::round((head_ - context_.px(18)) / 2)},
                model_.words[Key::attendance_participant], style);
        list.AddRectFilled({at.x, at.y + head_ - line}, {end.x, at.y + head_}, p.line);
        if (sideways) list.AddRectFilled({at.x + names_ - line, at.y}, {at.x + names_, end.y}, p.line);
        list.AddRect(at, end, p.line, context_.px(radius), 0, line);
        ImGui::SetCursorScreenPos(at);
        ImGui::Dummy({width_, height});
    }

  private:
    std::vector<bool> cells_not_saved() const {
        std::vector<bool> cells;
        for (const app::Effect& effect : model_.unsaved) {
            const auto* append = std::get_if<app::AppendAttendance>(&effect);
            if (append == nullptr || append->course != course_.id) continue;
            cells.resize(static_cast<std::size_t>(rows_ * meetings_));
            for (const course::AttendanceEvent& event : append->events)
                if (event.participant >= 1 && event.participant <= rows_ && event.meeting >= 1 &&
                    event.meeting <= meetings_)
                    cells[index(event.participant, event.meeting)] = true;
        }
        return cells;
    }

    std::size_t index(int participant, int meeting) const {
        return static_cast<std::size_t>((participant - 1) * meetings_ + meeting - 1);
    }

    /// The region that scrolls: marks and sums.
    void marks(ImVec2 at, ImVec2 size, float wide) {
        const Palette& p = context_.palette;
        ImGui::SetCursorScreenPos(at);
        ImGui::PushStyleVar(ImGuiStyleVar_ScrollbarSize, std::round(context_.px(10)));
        ImGui::PushStyleVar(ImGuiStyleVar_ScrollbarRounding, context_.px(5));
        ImGui::PushStyleVar(ImGuiStyleVar_WindowPadding, {0, 0});
        ImGui::PushStyleVar(ImGuiStyleVar_ChildBorderSize, 0);
        ImGui::PushStyleColor(ImGuiCol_ChildBg, 0);
        ImGui::PushStyleColor(ImGuiCol_ScrollbarBg, 0);
        ImGui::PushStyleColor(ImGuiCol_ScrollbarGrab, p.line);
        ImGui::PushStyleColor(ImGuiCol_ScrollbarGrabHovered, p.edge);
        ImGui::PushStyleColor(ImGuiCol_ScrollbarGrabActive, p.muted);
        ImGui::BeginChild("marks", size, ImGuiChildFlags_NavFlattened, ImGuiWindowFlags_HorizontalScrollbar);
        ImGui::PopStyleColor(5);
        ImGui::PopStyleVar(4);
        const ImVec2 start = ImGui::GetCursorScreenPos();
        ImDrawList& list = *ImGui::GetWindowDrawList();
        const float tall = row_ * static_cast<float>(rows_);
        const float left = start.x + cell_ * static_cast<float>(chosen_ - 1);
        list.AddRectFilled({left, start.y}, {left + cell_, start.y + tall}, p.primary_soft);
        // One cell takes the Tab; the arrows go on from there.
        const int tab_meeting =
            state_.cell_meeting >= 1 && state_.cell_meeting <= meetings_ ? state_.cell_meeting : chosen_;
        const int tab_participant = std::clamp(state_.cell_participant, 1, std::max(1, rows_));
        for (int participant = 1; participant <= rows_; ++participant) {
            const float top = start.y + row_ * static_cast<float>(participant - 1);
            for (int meeting = 1; meeting <= meetings_; ++meeting) {
                ImGui::PushItemFlag(ImGuiItemFlags_NoTabStop, participant != tab_participant || meeting != tab_meeting);
                cell({start.x + cell_ * static_cast<float>(meeting - 1), top}, participant, meeting);
                ImGui::PopItemFlag();
            }
            row_end(start, top, participant, wide);
        }
        ImGui::SetCursorScreenPos(start);
        ImGui::Dummy({wide, tall});
        state_.scroll_x = ImGui::GetScrollX();
        state_.scroll_y = ImGui::GetScrollY();
        ImGui::EndChild();
    }

    void row_end(ImVec2 start, float top, int participant, float wide) {
        if (!ImGui::IsRectVisible({start.x, top}, {start.x + wide, top + row_})) return;
        const Palette& p = context_.palette;
        const std::string sum = sum_text(model_, sheet_.of_participant(participant));
        const TextStyle style{.size = text_small, .colour = p.muted, .line = 1.2f};
        const float left = start.x + cell_ * static_cast<float>(meetings_);
        const std::string shown = fitted(context_, sum, style, sum_ - context_.px(16));
        const ImVec2 box = text_size(context_, shown, style);
        const ImVec2 at{left + std::round((sum_ - box.x) / 2), top + std::round((row_ - box.y) / 2)};
        text_at(context_, at, shown, style);
        report_text(sum, at, {at.x + box.x, at.y + box.y});
        if (participant < rows_) {
            const float line = std::max(1.0f, std::round(context_.scale));
            ImGui::GetWindowDrawList()->AddRectFilled({start.x, top + row_ - line}, {start.x + wide, top + row_},
                                                      faded(p.line, 0.7f));
        }
    }

    void cell(ImVec2 at, int participant, int meeting) {
        char id[32];
        std::snprintf(id, sizeof id, "mark-%d-%d", participant, meeting);
        ImGui::SetCursorScreenPos(at);
        const bool pressed = ImGui::InvisibleButton(id, {cell_, row_}, ImGuiButtonFlags_EnableNav);
        const bool focused = ImGui::IsItemFocused();
        const std::optional<Mark> mark = sheet_.mark(participant, meeting);
        if (pressed) say(participant, meeting, course::next_mark(mark));
        if (focused) keys(participant, meeting, mark);
        if (!ImGui::IsItemVisible()) return;
        if (ImGui::GetCurrentContext()->TestEngine != nullptr)
            report(ItemRole::mark, id, label(participant, meeting, mark), false, mark.has_value());

        const Palette& p = context_.palette;
        ImDrawList& list = *ImGui::GetWindowDrawList();
        const ImVec2 centre{at.x + std::floor(cell_ / 2), at.y + std::floor(row_ / 2)};
        const float ring = context_.px(mark_radius + 3.5f);
        if (ImGui::IsItemHovered()) {
            list.AddCircleFilled(centre, context_.px(20), faded(p.ink, 0.07f), 40);
            ImGui::SetMouseCursor(ImGuiMouseCursor_Hand);
        }
        draw_mark(context_, model_.words, list, centre, mark_radius, mark);
        if (!unsaved_.empty() && unsaved_[index(participant, meeting)])
            list.AddCircle(centre, ring, p.edge, 40, std::max(1.5f, context_.px(1.5f)));
        if (focused) {
            const bool keyboard = ImGui::GetIO().NavVisible;
            const ImVec2 half{context_.px(21), std::floor(row_ / 2) - context_.px(2)};
            list.AddRect({centre.x - half.x, centre.y - half.y}, {centre.x + half.x, centre.y + half.y},
                         keyboard ? p.focus : p.edge, context_.px(8), 0,
                         keyboard ? std::max(2.0f, context_.px(2.5f)) : std::max(1.0f, context_.scale));
        }
    }

    /// T, S, M, I (in the language's own letters) and Backspace on the cell that has the focus.
    void keys(int participant, int meeting, std::optional<Mark> mark) {
        state_.cell_participant = participant;
        state_.cell_meeting = meeting;
        const ImGuiIO& io = ImGui::GetIO();
        if (io.WantTextInput || io.KeyCtrl || io.KeyAlt) return;
        const std::string& letters = model_.words[Key::attendance_letters];
        constexpr Mark marks[] = {Mark::present, Mark::late, Mark::excused, Mark::absent};
        for (std::size_t i = 0; i < 4 && i < letters.size(); ++i) {
            const int letter = letters[i] - 'A';
            if (letter < 0 || letter > 25 || !ImGui::IsKeyPressed(static_cast<ImGuiKey>(ImGuiKey_A + letter), false))
                continue;
            if (mark != marks[i]) say(participant, meeting, marks[i]);
        }
        if (mark && (ImGui::IsKeyPressed(ImGuiKey_Backspace, false) || ImGui::IsKeyPressed(ImGuiKey_Delete, false)))
            say(participant, meeting, std::nullopt);
    }

    void say(int participant, int meeting, std::optional<Mark> mark) {
        context_.say(app::MarkAttendance{participant, meeting, mark});
    }

    std::string label(int participant, int meeting, std::optional<Mark> mark) const {
        return model_.words(Key::attendance_cell,
                            {{"n", participant}, {"m", meeting}, {"mark", model_.words[name_of(mark)]}});
    }

    /// Left column: goes along with the rows, stands still sideways.
    void names(ImVec2 at, float height) {
        ImDrawList& list = *ImGui::GetWindowDrawList();
        ImGui::PushClipRect(at, {at.x + names_, at.y + height}, true);
        const float line = std::max(1.0f, std::round(context_.scale));
        const TextStyle style{.line = 1.25f};
        for (int participant = 1; participant <= rows_; ++participant) {
            const float top = at.y + row_ * static_cast<float>(participant - 1) - state_.scroll_y;
            if (top + row_ < at.y || top > at.y + height) continue;
            const std::string name = model_.words(Key::attendance_participant_n, {{"n", participant}});
            const float text_top = top + std::round((row_ - context_.px(20)) / 2);
            const ImVec2 box = text_at(context_, {at.x + context_.px(20), text_top}, name, style);
            report_text(name, {at.x + context_.px(20), text_top}, {at.x + context_.px(20) + box.x, text_top + box.y});
            if (participant < rows_)
                list.AddRectFilled({at.x + line, top + row_ - line}, {at.x + names_, top + row_},
                                   faded(context_.palette.line, 0.7f));
        }
        ImGui::PopClipRect();
    }

    /// The heads stand still when the rows scroll, and go along sideways. Pressing one chooses that meeting's column.
    void heads(ImVec2 at, float width) {
        const Palette& p = context_.palette;
        ImDrawList& list = *ImGui::GetWindowDrawList();
        ImGui::PushClipRect(at, {at.x + width, at.y + head_}, true);
        for (int meeting = 1; meeting <= meetings_; ++meeting) {
            const float left = at.x + cell_ * static_cast<float>(meeting - 1) - state_.scroll_x;
            if (left + cell_ <= at.x || left >= at.x + width) continue;
            ImGui::SetCursorScreenPos({left, at.y});
            const std::string id = "meeting-" + std::to_string(meeting);
            ImGui::PushItemFlag(ImGuiItemFlags_NoTabStop, meeting != chosen_);
            if (ImGui::InvisibleButton(id.c_str(), {cell_, head_}, ImGuiButtonFlags_EnableNav))
                state_.meeting = meeting;
            ImGui::PopItemFlag();
            const bool hovered = ImGui::IsItemHovered();
            const bool chosen = meeting == chosen_;
            report(ItemRole::button, id, model_.words(Key::course_meeting, {{"n", meeting}}), false, chosen);
            if (chosen || hovered)
                list.AddRectFilled({left, at.y + 1}, {left + cell_, at.y + head_},
                                   chosen ? p.primary_soft : faded(p.ink, 0.05f));
            if (hovered && !chosen) tooltip(context_, model_.words(Key::attendance_choose_meeting, {{"n", meeting}}));
            const base::Date date = static_cast<std::size_t>(meeting) <= course_.dates.size()
                                        ? course_.dates[static_cast<std::size_t>(meeting - 1)]
                                        : base::Date{};
            const std::string day = date == today_         ? model_.words[Key::attendance_today]
                                    : base::is_valid(date) ? model_.words.short_day(date)
                                                           : std::string();
            centred(std::to_string(meeting), left, at.y + context_.px(13), chosen ? p.on_primary_soft : p.ink);
            centred(day, left, at.y + context_.px(34), chosen ? p.on_primary_soft : p.muted);
            focus_ring(context_, 6);
        }
        const float left = at.x + cell_ * static_cast<float>(meetings_) - state_.scroll_x;
        const TextStyle style{.size = text_small, .face = book::Face::semibold, .colour = p.muted};
        const ImVec2 box = text_size(context_, model_.words[Key::attendance_sum], style);
        text_at(context_, {left + std::round((sum_ - box.x) / 2), at.y + std::round((head_ - box.y) / 2)},
                model_.words[Key::attendance_sum], style);
        ImGui::PopClipRect();
    }

    void centred(const std::string& words, float left, float top, ImU32 colour) {
        const TextStyle style{.size = text_small, .face = book::Face::semibold, .colour = colour};
        const ImVec2 box = text_size(context_, words, style);
        text_at(context_, {left + std::round((cell_ - box.x) / 2), std::round(top)}, words, style);
    }

    const app::Model& model_;
    Context& context_;
    const course::Course& course_;
    CoursesState& state_;
    const course::AttendanceSheet& sheet_;
    base::Date today_;
    int chosen_ = 1;
    int meetings_ = 0, rows_ = 0;
    float row_ = 0, head_ = 0, names_ = 0, cell_ = 0, sum_ = 0, width_ = 0;
    std::vector<bool> unsaved_;  ///< empty when all is saved
};

void legend(const app::Model& model, Context& context, const course::Course& course, float width) {
    const Palette& p = context.palette;
    const TextStyle style{.size = text_small, .colour = p.muted, .line = 1.5f};
    const float height = std::round(context.px(24));
    bool first = true;
    const std::optional<Mark> marks[] = {Mark::present, Mark::late, Mark::excused, Mark::absent, std::nullopt};
    for (const std::optional<Mark>& mark : marks) {
        const std::string& name = model.words[name_of(mark)];
        const float side = mark ? context.px(22) : context.px(10);
        const float length = side + context.px(6) + text_size(context, name, style).x;
        if (!first) flow(context, length, 18);
        first = false;
        const ImVec2 at = ImGui::GetCursorScreenPos();
        draw_mark(context, model.words, *ImGui::GetWindowDrawList(), {at.x + side / 2, at.y + height / 2}, 10, mark);
        text_at(context, {at.x + side + context.px(6), at.y + std::round(context.px(2))}, name, style);
        ImGui::Dummy({length, height});
    }
    const int meeting = chosen_meeting(model, context, course);
    const std::string here = model.words(Key::attendance_of_meeting,
                                         {{"n", meeting}, {"m", model.records.attendance.of_meeting(meeting).came()}});
    const TextStyle strong{.size = text_small, .face = book::Face::semibold, .colour = p.ink, .line = 1.8f};
    to_the_right(context, text_size(context, here, strong).x, ImGui::GetCursorScreenPos().x + width);
    text(context, here, strong);
    gap(context, 4);
    const std::string& letters = model.words[Key::attendance_letters];
    const auto at = [&](std::size_t i) { return i < letters.size() ? std::string(1, letters[i]) : std::string(); };
    text(
        context,
        model.words(Key::attendance_keys, {{"present", at(0)}, {"late", at(1)}, {"excused", at(2)}, {"absent", at(3)}}),
        {.size = text_small, .colour = p.muted, .wrap = width, .line = 1.5f});
}

}  // namespace

void draw_attendance_buttons(const app::Model& model, Context& context, const course::Course& course, float right) {
    CoursesState& state = context.state->courses;
    const course::AttendanceSheet& sheet = model.records.attendance;
    if (state.undo_of != sheet.events().size()) {
        state.undo_of = sheet.events().size();
        state.can_undo = !sheet.undo(context.now).empty();
        state.can_redo = !sheet.redo(context.now).empty();
    }
    const int meeting = chosen_meeting(model, context, course);
    const bool by_key = meeting == meeting_of_key(model);
    const ButtonOptions undo{.key = "Ctrl+Z", .small = true, .disabled = !state.can_undo};
    const ButtonOptions redo{.key = "Ctrl+Y", .small = true, .disabled = !state.can_redo};
    const ButtonOptions rest{.kind = ButtonKind::ghost,
                             .key = by_key ? "A" : "",
                             .small = true,
                             .disabled = sheet.of_meeting(meeting).unmarked == 0};
    const words::Catalogue& w = model.words;
    const float between = context.px(8);
    const float all = button_size(context, w[Key::attendance_undo], undo).x +
                      button_size(context, w[Key::attendance_redo], redo).x +
                      button_size(context, w[Key::attendance_rest], rest).x + 2 * between;
    to_the_right(context, all, right);
    const ImVec2 at = ImGui::GetCursorScreenPos();
    ImGui::SetCursorScreenPos({at.x, at.y + std::round(context.px(2))});
    if (button(context, "attendance-undo", w[Key::attendance_undo], undo)) context.say(app::UndoMark{});
    flow(context, button_size(context, w[Key::attendance_redo], redo).x, 8);
    if (button(context, "attendance-redo", w[Key::attendance_redo], redo)) context.say(app::RedoMark{});
    flow(context, button_size(context, w[Key::attendance_rest], rest).x, 8);
    if (button(context, "attendance-rest", w[Key::attendance_rest], rest)) context.say(app::MarkRestPresent{meeting});
}

void draw_attendance(const app::Model& model, Context& context, const course::Course& course, float width) {
    CoursesState& state = context.state->courses;
    if (model.records_missing || model.records.attendance.participants() == 0 ||
        model.records.attendance.meetings() == 0) {
        text(context, model.words[Key::course_loading], {.colour = context.palette.muted});
        return;
    }
    Table table(model, context, course, width);
    if (!model.unsaved.empty()) {
        const int marks = table.unsaved();
        const std::string words = marks > 0 ? model.words(Key::attendance_unsaved, {{"n", marks}})
                                            : model.words[Key::attendance_unsaved_other];
        callout(context, "attendance-unsaved", width, true, [&](float inner) {
            text(context, words, {.size = 14, .colour = context.palette.on_amber_soft, .wrap = inner});
        });
        gap(context, 16);
    }
    const ImGuiWindow& window = *ImGui::GetCurrentWindow();
    const float room = window.InnerRect.Max.y - ImGui::GetCursorScreenPos().y - window.Scroll.y - state.below_table -
                       context.px(16 + 24);
    table.draw(room);
    gap(context, 16);
    const ImVec2 at = ImGui::GetCursorScreenPos();
    state.below_table = column(at, width, [&](float inner) { legend(model, context, course, inner); }).y - at.y;
}

}  // namespace ui
