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

void fact(const app::Model& model, Context& context, Key name, const std::string& value, float width) {
    text(context, model.words[name],
         {.size = text_small, .face = book::Face::semibold, .colour = context.palette.muted});
    text(context, value.empty() ? model.words[Key::course_not_given] : value,
         {.colour = value.empty() ? context.palette.muted : context.palette.ink, .wrap = width});
    gap(context, 12);
}

void facts(const app::Model& model, Context& context, const course::Course& course, float width) {
    fact(model, context, Key::course_field_municipality, course.municipality, width);
    fact(model, context, Key::course_field_place, course.place, width);
    fact(model, context, Key::course_field_starts, base::to_text(course.starts), width);
    fact(model, context, Key::course_about_leaders, joined({course.leader_one, course.leader_two}), width);
    fact(model, context, Key::course_field_participants, std::to_string(course.participants), width);
    text(context, model.words[Key::course_participants_text],
         {.size = text_small, .colour = context.palette.muted, .wrap = width});
}

bool held(const app::Model& model, int meeting) {
    return std::find(model.records.held.begin(), model.records.held.end(), meeting) != model.records.held.end();
}

bool under_way(const app::Model& model, const course::Course& course, int meeting) {
    return model.run && !model.run->rehearsal && model.run->course == course.id && model.run->plan.meeting == meeting;
}

/// Which buttons a meeting has, and how wide they are together.
struct MeetingButtons {
    ButtonOptions start{.kind = ButtonKind::ghost, .small = true};
    ButtonOptions rehearse{.kind = ButtonKind::quiet, .small = true};
    std::string start_label;
    float width = 0;
};

class MeetingRow {
  public:
    MeetingRow(const app::Model& model, Context& context, const course::Course& course, int meeting)
        : model_(model), context_(context), course_(course), meeting_(meeting) {
        const words::Catalogue& w = model.words;
        const base::Date day = today(model, context);
        date_ = course.dates[static_cast<std::size_t>(meeting - 1)];
        running_ = under_way(model, course, meeting);
        const bool next = course::meeting_on_or_after(course, day) == meeting && !held(model, meeting);
        if (running_)
            chip_ = w[Key::course_under_way];
        else if (held(model, meeting))
            chip_ = w[Key::course_held];
        else if (date_ == day)
            chip_ = w[Key::course_today];
        else if (next)
            chip_ = w[Key::course_next];
        warm_ = running_ || (date_ == day && !held(model, meeting));
        buttons_.start_label = running_ ? w[Key::course_go_on] : w[Key::course_start];
        if (next || running_)
            buttons_.start.kind = ButtonKind::primary;
        else if (held(model, meeting))
            buttons_.start.kind = ButtonKind::quiet;
        const bool can = model.handbook != nullptr && model.handbook->session(meeting) != nullptr;
        buttons_.start.disabled = buttons_.rehearse.disabled = !can && !running_;
        buttons_.width = button_size(context, buttons_.start_label, buttons_.start).x +
                         button_size(context, w[Key::course_rehearse], buttons_.rehearse).x + context.px(8);
    }

    void draw(float width) {
        const ImVec2 at = ImGui::GetCursorScreenPos();
        const float row = std::round(context_.px(72));
        const bool beside = width > buttons_.width + context_.px(360);
        const float picture = std::round(context_.px(56));
        const bool drawn = draw_picture(at, picture, row);
        const float left = drawn ? picture + std::round(context_.px(20)) : 0;
        const float room = (beside ? width - buttons_.width - context_.px(24) : width) - left;
        const ImVec2 end =
            column({at.x + left, at.y + std::round(context_.px(12))}, room, [&](float inner) { words(inner); });
        float bottom = std::max(end.y + std::round(context_.px(12)), at.y + (drawn ? row : 0));
        if (beside)
            ImGui::SetCursorScreenPos({at.x + width - buttons_.width, at.y + std::round((row - context_.px(36)) / 2)});
        else
            ImGui::SetCursorScreenPos({at.x + left, end.y + context_.px(8)});
        press();
        if (!beside) bottom = std::max(bottom, end.y + context_.px(8 + 36 + 12));
        ImGui::SetCursorScreenPos({at.x, bottom});
        ImGui::Dummy({0, 0});
    }

  private:
    bool draw_picture(ImVec2 at, float side, float row) {
        if (!model_.handbook) return false;
        for (const book::SessionInfo& session : model_.handbook->programme.sessions)
            if (session.number == meeting_)
                return picture_in(context_, session.picture, {at.x, at.y + context_.px(4)},
                                  {at.x + side, at.y + row - context_.px(4)}, 8);
        return false;
    }

    void words(float room) {
        const words::Catalogue& w = model_.words;
        std::string title = std::to_string(meeting_) + ". ";
        const std::string_view name = meeting_title(model_, meeting_);
        if (name.empty())
            title = w(Key::course_meeting, {{"n", meeting_}});
        else
            title += name;
        text(context_, title, {.face = book::Face::semibold, .wrap = room});
        gap(context_, 2);
        const std::string when = joined({w.day(date_), w(Key::course_at, {{"time", base::to_text(course_.starts)}})});
        text(context_, when, {.size = 14, .colour = context_.palette.muted, .wrap = room});
        if (chip_.empty()) return;
        const float wide =
            text_size(context_, chip_, {.size = text_small, .face = book::Face::semibold}).x + context_.px(20);
        const float left = text_size(context_, when, {.size = 14}).x;
        if (left + context_.px(12) + wide <= room) ImGui::SameLine(0, context_.px(12));
        const ImVec2 at = ImGui::GetCursorScreenPos();
        ImGui::SetCursorScreenPos({at.x, at.y - std::round(context_.px(2))});
        chip(context_, chip_, warm_);
    }

    void press() {
        const std::string rehearse = "rehearse-" + std::to_string(meeting_);
        const std::string start = "start-" + std::to_string(meeting_);
        if (button(context_, rehearse.c_str(), model_.words[Key::course_rehearse], buttons_.rehearse))
            context_.say(app::Rehearse{meeting_});
        ImGui::SameLine(0, context_.px(8));
        if (!button(context_, start.c_str(), buttons_.start_label, buttons_.start)) return;
        if (running_)
            context_.say(app::GoTo{app::Place::meeting});
        else
            context_.say(app::StartMeeting{course_.id, meeting_});
    }

    const app::Model& model_;
    Context& context_;
    const course::Course& course_;
    int meeting_;
    base::Date date_;
    bool running_ = false;
    bool warm_ = false;
    std::string chip_;
    MeetingButtons buttons_;
};

void meetings(const app::Model& model, Context& context, const course::Course& course, float width) {
    text(context, model.words[Key::course_about_meetings],
         {.size = text_large, .face = book::Face::semibold, .line = 1.3f});
    gap(context, 4);
    text(context, model.words[Key::course_rehearse_text], {.size = 14, .colour = context.palette.muted, .wrap = width});
    gap(context, 12);
    const int count = static_cast<int>(course.dates.size());
    for (int meeting = 1; meeting <= count; ++meeting) {
        MeetingRow(model, context, course, meeting).draw(width);
        if (meeting == count) break;
        const ImVec2 at = ImGui::GetCursorScreenPos();
        const float line = std::max(1.0f, std::round(context.scale));
        ImGui::GetWindowDrawList()->AddRectFilled(at, {at.x + width, at.y + line}, context.palette.line);
        ImGui::Dummy({width, line});
    }
}

}  // namespace

void draw_course_about(const app::Model& model, Context& context, const course::Course& course, float width) {
    const float between = std::round(context.px(24));
    const float aside = std::round(context.px(300));
    const bool beside = width > context.px(900);
    const ImVec2 at = ImGui::GetCursorScreenPos();
    const float main = beside ? width - aside - between : width;
    card(context, "about-meetings", main, [&](float inner) { meetings(model, context, course, inner); });
    float bottom = ImGui::GetItemRectMax().y;
    if (beside)
        ImGui::SetCursorScreenPos({at.x + main + between, at.y});
    else
        gap(context, 24);
    card(context, "about-facts", beside ? aside : width, [&](float inner) { facts(model, context, course, inner); });
    bottom = std::max(bottom, ImGui::GetItemRectMax().y);
    ImGui::SetCursorScreenPos({at.x, bottom});
    ImGui::Dummy({0, 0});
}

}  // namespace ui
