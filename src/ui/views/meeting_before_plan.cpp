// The plan of a meeting as the course has it, row by row, with the handbook's beside it where the two differ.
#include <imgui_internal.h>

#include <algorithm>
#include <cmath>

#include "base/text.h"
#include "ui/index.h"
#include "ui/kit.h"
#include "ui/state.h"
#include "ui/views/courses_parts.h"
#include "ui/views/meeting_before.h"

namespace ui {
namespace {

using words::Key;

struct Label {
    std::string words;
    bool warm = false;
};

std::string leader_text(const app::Model& model, book::Leader leader) {
    switch (leader) {
        case book::Leader::professional: return model.words[Key::before_leader_professional];
        case book::Leader::user_rep: return model.words[Key::before_leader_user_rep];
        case book::Leader::both: return model.words[Key::before_leader_both];
        case book::Leader::none: break;
    }
    return {};
}

bool is_swapped(const BeforeRow& row) {
    return !row.own && !row.planned.exercise.empty() && row.step.exercise != row.standard.exercise;
}

std::vector<Label> labels_of(const app::Model& model, const BeforeRow& row) {
    const words::Catalogue& w = model.words;
    std::vector<Label> labels;
    if (row.planned.skipped) labels.push_back({w[Key::before_skipped], true});
    if (is_swapped(row)) labels.push_back({w(Key::before_swapped, {{"what", row.standard.title}})});
    if (row.own) labels.push_back({w[Key::before_own_step]});
    if (row.moved) labels.push_back({w[Key::before_standard_moved]});
    if (row.step.at) labels.push_back({w(Key::meeting_at_clock, {{"time", base::to_text(*row.step.at)}})});
    if (row.late > 0) labels.push_back({w(Key::before_clock_late, {{"n", row.late}}), true});
    if (row.late < 0) labels.push_back({w(Key::before_clock_early, {{"n", -row.late}})});
    return labels;
}

/// What the handbook has where the course has something else.
std::string standard_text(const app::Model& model, const BeforeRow& row) {
    if (row.own) return {};
    std::string value;
    if (row.standard.minutes != row.step.minutes)
        value = model.words(Key::meeting_minutes, {{"n", row.standard.minutes}});
    if (row.standard.leader != row.step.leader)
        value = joined({value, base::lower(leader_text(model, row.standard.leader))});
    return value.empty() ? value : model.words(Key::before_standard_value, {{"value", value}});
}

class PlanRow {
  public:
    PlanRow(const app::Model& model, Context& context, int number, float width)
        : model_(model),
          context_(context),
          before_(before_of(context)),
          row_(before_.rows[static_cast<std::size_t>(number)]),
          number_(number),
          width_(width),
          name_(row_name(before_, number)),
          pad_(std::round(context.px(12))),
          time_(std::round(context.px(60))),
          minutes_(std::round(context.px(76))),
          leader_(width >= context.px(560) ? std::round(context.px(150)) : 0) {
        room_ = width - 2 * pad_ - time_ - minutes_ - leader_;
        labels_ = labels_of(model, row_);
        const std::string leader = leader_text(model, row_.step.leader);
        if (leader_ == 0 && !leader.empty()) details_ = leader;
        details_ = joined({details_, standard_text(model, row_)});
        if (!row_.planned.note.empty()) note_ = model.words[Key::meeting_own_note] + ": " + row_.planned.note;
    }

    void draw() {
        ImGui::PushID(name_.c_str());
        const bool chosen = before_.can_change && before_.chosen == name_;
        const ImVec2 at = ImGui::GetCursorScreenPos();
        const float height = measure();
        const bool pressed = ImGui::InvisibleButton("row", {width_, height}, ImGuiButtonFlags_EnableNav);
        report(ItemRole::button, "before-" + name_, row_.step.title, !before_.can_change, chosen);
        const bool focused = ImGui::IsItemFocused();
        list_arrows(context_, name_, row_name(before_, number_ - 1), row_name(before_, number_ + 1));
        ImDrawList& list = *ImGui::GetWindowDrawList();
        const Palette& p = context_.palette;
        const ImVec2 end{at.x + width_, at.y + height};
        if (chosen) {
            list.AddRectFilled(at, end, p.ground, context_.px(radius));
            list.AddRect(at, end, p.primary, context_.px(radius), 0, std::max(1.0f, 1.6f * context_.scale));
        } else if (before_.can_change && ImGui::IsItemHovered()) {
            list.AddRectFilled(at, end, faded(p.ink, 0.05f), context_.px(radius));
        }
        if (before_.can_change && ImGui::IsItemHovered()) ImGui::SetMouseCursor(ImGuiMouseCursor_Hand);
        focus_ring(context_);
        if (before_.follow == name_) {
            ImGui::ScrollToItem(ImGuiScrollFlags_KeepVisibleEdgeY);
            before_.follow.clear();
        }
        words(at);
        if (before_.can_change) {
            if (pressed) before_.chosen = chosen ? std::string() : name_;
            if (focused) keys();
            if (chosen) actions(at.x + pad_ + time_);
        }
        ImGui::PopID();
    }

  private:
    TextStyle title_style() const {
        return {.size = 16,
                .face = book::Face::semibold,
                .colour = row_.planned.skipped ? context_.palette.muted : context_.palette.ink,
                .wrap = room_,
                .line = 1.3f};
    }
    TextStyle small_style() const {
        return {.size = 14, .colour = context_.palette.muted, .wrap = width_ - 2 * pad_ - time_, .line = 1.4f};
    }
    float label_width(const Label& label) const {
        return text_size(context_, label.words, {.size = text_small, .face = book::Face::semibold, .line = 1.2f}).x +
               context_.px(20);
    }

    /// Where each label stands below the title, and how high they are together.
    float place_labels(std::vector<ImVec2>& places) const {
        const float room = width_ - 2 * pad_ - time_;
        const float row = context_.px(30);
        float x = 0, y = 0;
        for (const Label& label : labels_) {
            const float w = label_width(label);
            if (x > 0 && x + w > room) {
                x = 0;
                y += row;
            }
            places.push_back({x, y});
            x += w + context_.px(8);
        }
        return labels_.empty() ? 0 : y + row;
    }

    float measure() const {
        std::vector<ImVec2> places;
        float height = text_size(context_, row_.step.title, title_style()).y;
        height += place_labels(places) + (labels_.empty() ? 0 : context_.px(4));
        if (!details_.empty()) height += text_size(context_, details_, small_style()).y;
        if (!note_.empty()) height += text_size(context_, note_, small_style()).y;
        return std::round(height + 2 * context_.px(9));
    }

    void words(ImVec2 at) {
        const Palette& p = context_.palette;
        const ImU32 ink = row_.planned.skipped ? p.muted : p.ink;
        const ImU32 quiet = p.muted;
        const float left = at.x + pad_ + time_;
        const float right = at.x + width_ - pad_;
        float y = at.y + context_.px(9);
        const TextStyle plain{.size = 15, .colour = ink, .line = 1.4f};
        if (!row_.planned.skipped) {
            const std::string time = base::to_text(row_.begins);
            text_at(context_, {at.x + pad_, y}, time, plain);
            report_text(time, {at.x + pad_, y}, {left, y + context_.px(20)});
        }
        const float title = text_size(context_, row_.step.title, title_style()).y;
        text_at(context_, {left, y}, row_.step.title, title_style());
        const std::string minutes = model_.words(Key::meeting_minutes, {{"n", row_.step.minutes}});
        const TextStyle number{.size = 15, .face = book::Face::semibold, .colour = ink, .line = 1.4f};
        text_at(context_, {right - text_size(context_, minutes, number).x, y}, minutes, number);
        if (row_.planned.skipped) {
            const ImVec2 from{left, y + std::round(title / 2)};
            ImGui::GetWindowDrawList()->AddLine(
                from, {left + std::min(room_, text_size(context_, row_.step.title, title_style()).x), from.y}, p.muted,
                std::max(1.0f, context_.scale));
        }
        if (leader_ > 0) {
            const TextStyle role{.size = 14, .colour = quiet, .line = 1.5f};
            text_at(context_, {right - minutes_ - leader_ + context_.px(8), y},
                    fitted(context_, leader_text(model_, row_.step.leader), role, leader_ - context_.px(8)), role);
        }
        y += title;
        if (!labels_.empty()) {
            y += context_.px(4);
            std::vector<ImVec2> places;
            const float height = place_labels(places);
            const ImVec2 cursor = ImGui::GetCursorScreenPos();
            for (std::size_t i = 0; i < labels_.size(); ++i) {
                ImGui::SetCursorScreenPos({left + places[i].x, y + places[i].y});
                chip(context_, labels_[i].words, labels_[i].warm);
            }
            ImGui::SetCursorScreenPos(cursor);
            y += height;
        }
        const TextStyle small = small_style();
        for (const std::string& line : {details_, note_}) {
            if (line.empty()) continue;
            const float height = text_size(context_, line, small).y;
            text_at(context_, {left, y}, line, small);
            report_text(line, {left, y}, {right, y + height});
            y += height;
        }
    }

    /// What the row's buttons do, by key, while it has the focus.
    void keys() {
        if (ImGui::IsPopupOpen(nullptr, ImGuiPopupFlags_AnyPopupId | ImGuiPopupFlags_AnyPopupLevel)) return;
        const ImGuiIO& io = ImGui::GetIO();
        const ImGuiID id = ImGui::GetID("row");
        // Alt is the row's own, and with it the arrows: ImGui would take the focus elsewhere.
        ImGui::SetKeyOwner(ImGuiKey_LeftAlt, id);
        ImGui::SetKeyOwner(ImGuiKey_RightAlt, id);
        if (io.KeyAlt && !io.KeyCtrl) {
            ImGui::SetKeyOwner(ImGuiKey_UpArrow, id);
            ImGui::SetKeyOwner(ImGuiKey_DownArrow, id);
            int by = 0;
            if (ImGui::IsKeyPressed(ImGuiKey_UpArrow, ImGuiInputFlags_Repeat, id)) --by;
            if (ImGui::IsKeyPressed(ImGuiKey_DownArrow, ImGuiInputFlags_Repeat, id)) ++by;
            if (by == 0) return;
            ImGui::NavMoveRequestCancel();  // both keys came within one frame
            move_row(context_, number_, by);
            return;
        }
        if (io.KeyCtrl) return;
        if (ImGui::IsKeyPressed(ImGuiKey_Delete, false)) skip_row(context_, number_);
        int by = 0;
        for (const ImWchar sign : io.InputQueueCharacters) {
            if (sign == '+') ++by;
            if (sign == '-' || sign == 0x2212) --by;
        }
        if (by != 0) change_minutes(context_, number_, by);
    }

    void actions(float left) {
        const words::Catalogue& w = model_.words;
        const ImVec2 at = ImGui::GetCursorScreenPos();
        const float room = at.x + width_ - pad_ - left;
        const ImVec2 end = column({left, at.y + context_.px(10)}, room, [&](float) {
            bool first = true;
            const auto press = [&](const char* id, Key label, std::string_view key, bool disabled = false) {
                const ButtonOptions options{.kind = ButtonKind::quiet, .key = key, .small = true, .disabled = disabled};
                if (!first) flow(context_, button_size(context_, w[label], options).x, 8);
                first = false;
                return button(context_, id, w[label], options);
            };
            if (!row_.planned.skipped) {
                if (press("row-edit", Key::before_edit, {})) open_editor(model_, context_, number_);
                if (can_swap(row_.step) && press("row-swap", Key::before_swap, {})) open_chooser(context_, number_);
                flow(context_, std::round(context_.px(136)), 8);
                int minutes = row_.step.minutes;
                if (number_field(context_, "row-minutes", {}, minutes, 1, session::most_step_minutes))
                    change_minutes(context_, number_, minutes - row_.step.minutes);
            }
            if (press("row-skip",
                      row_.own               ? Key::before_remove
                      : row_.planned.skipped ? Key::before_take_in
                                             : Key::before_skip,
                      "Del"))
                skip_row(context_, number_);
            if (press("row-up", Key::before_up, "Alt+↑", number_ == 0)) move_row(context_, number_, -1);
            if (press("row-down", Key::before_down, "Alt+↓", number_ + 1 == static_cast<int>(before_.rows.size())))
                move_row(context_, number_, 1);
        });
        ImGui::SetCursorScreenPos({at.x, end.y});
        ImGui::Dummy({0, context_.px(8)});
    }

    const app::Model& model_;
    Context& context_;
    MeetingBefore& before_;
    const BeforeRow& row_;
    int number_;
    float width_;
    std::string name_;
    float pad_, time_, minutes_, leader_, room_ = 0;
    std::vector<Label> labels_;
    std::string details_, note_;
};

/// "150 av 150 minutter · Planen går opp", in words and colour.
void sum(const app::Model& model, Context& context, float inner) {
    const MeetingBefore& before = before_of(context);
    const words::Catalogue& w = model.words;
    const int over = before.planned - before.minutes;
    std::string times;
    if (!before.rows.empty()) {
        base::TimeOfDay begins{}, ends{};
        bool first = true;
        for (const BeforeRow& row : before.rows) {
            if (row.planned.skipped) continue;
            if (first) begins = row.begins;
            first = false;
            const int end = row.begins.hour * 60 + row.begins.minute + row.step.minutes;
            ends = {end / 60 % 24, end % 60};
        }
        if (!first) times = base::to_text(begins) + "–" + base::to_text(ends);
    }
    const std::string minutes = w(Key::before_sum, {{"planned", before.planned}, {"minutes", before.minutes}});
    const std::string judged = over > 0   ? w(Key::before_sum_over, {{"n", over}})
                               : over < 0 ? w(Key::before_sum_under, {{"n", -over}})
                                          : w[Key::before_sum_right];
    const Palette& p = context.palette;
    text(context, joined({times, minutes}), {.size = 15, .colour = p.muted, .wrap = inner});
    text(context, judged,
         {.size = 15,
          .face = book::Face::semibold,
          .colour = over > 0   ? p.warm
                    : over < 0 ? p.primary
                               : p.good,
          .wrap = inner});
    gap(context, 6);
    progress(context, before.minutes > 0 ? static_cast<float>(before.planned) / static_cast<float>(before.minutes) : 0,
             inner, over > 0);
}

void head(const app::Model& model, Context& context, float inner) {
    const MeetingBefore& before = before_of(context);
    const words::Catalogue& w = model.words;
    text(context, w[before.changed ? Key::before_plan : Key::before_plan_standard],
         {.size = 18, .face = book::Face::semibold, .wrap = inner, .line = 1.3f});
    gap(context, 6);
    sum(model, context, inner);
    if (before.begun) {
        gap(context, 12);
        callout(context, "before-running", inner, true, [&](float room) {
            text(context, w[Key::before_running], {.size = 15, .colour = context.palette.on_amber_soft, .wrap = room});
        });
    } else if (model.open_course() == nullptr) {
        gap(context, 10);
        text(context, w[Key::before_no_course], {.size = 15, .colour = context.palette.muted, .wrap = inner});
    }
    gap(context, 14);
}

}  // namespace

void draw_before_plan(const app::Model& model, Context& context, float width) {
    const MeetingBefore& before = before_of(context);
    card(context, "before-plan", width, [&](float inner) {
        head(model, context, inner);
        // The rows reach a little past the text, so that their words stand below the words above.
        const float out = std::round(context.px(12));
        for (int i = 0; i < static_cast<int>(before.rows.size()); ++i) {
            const ImVec2 at = ImGui::GetCursorScreenPos();
            ImGui::SetCursorScreenPos({at.x - out, at.y});
            PlanRow(model, context, i, inner + 2 * out).draw();
            ImGui::SetCursorScreenPos({at.x, ImGui::GetCursorScreenPos().y});
            ImGui::Dummy({0, 0});
            gap(context, 2);
        }
        if (!before.can_change) return;
        gap(context, 14);
        const words::Catalogue& w = model.words;
        if (button(context, "before-own", w[Key::before_own], {.small = true})) open_editor(model, context, -1);
        if (before.changed) {
            flow(context, button_size(context, w[Key::before_back_to_standard], {.small = true}).x, 8);
            if (button(context, "before-standard", w[Key::before_back_to_standard], {.small = true}))
                context.say(app::ChangePlan{before.meeting, {}});
        }
    });
}

}  // namespace ui
