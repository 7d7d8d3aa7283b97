// The list of aids that can be opened at any time: those of general use with their usual settings, and every exercise's.
#include <imgui_internal.h>

#include <algorithm>
#include <string>
#include <vector>

#include "ui/aids/aid_panel.h"
#include "ui/kit.h"

namespace ui {
namespace {

using words::Key;

/// One press: what it is called, and what it opens.
struct Choice {
    std::string id;
    std::string label;
    book::AidSpec spec;
};
struct Tool {
    Key title;
    Key note;
    std::vector<Choice> choices;
};

std::vector<Tool> tools(const words::Catalogue& words) {
    Tool countdown{Key::aid_countdown, Key::aid_countdown_note, {}};
    for (const int minutes : {5, 10, 15}) {
        countdown.choices.push_back({"toolbox-countdown-" + std::to_string(minutes),
                                     words(Key::aid_minutes, {{"minutes", minutes}}),
                                     {.type = "countdown", .values = {{"minutes", std::to_string(minutes)}}}});
    }
    book::AidSpec think{.type = "phases"};
    think.phases = {{words[Key::aid_think], 60}, {words[Key::aid_pair], 240}, {words[Key::aid_share], 180}};
    Tool round{Key::aid_talking_round, Key::aid_talking_round_note, {}};
    for (const int seconds : {40, 60, 90}) {
        round.choices.push_back({"toolbox-round-" + std::to_string(seconds),
                                 words(Key::aid_seconds, {{"seconds", seconds}}),
                                 {.type = "talking_round", .values = {{"seconds", std::to_string(seconds)}}}});
    }
    const book::AidSpec scale{.type = "scale",
                              .values = {{"question", words[Key::aid_scale_question]},
                                         {"low", words[Key::aid_scale_low]},
                                         {"high", words[Key::aid_scale_high]}}};
    const book::AidSpec breathing{.type = "breathing", .values = {{"in", "4"}, {"out", "6"}}};
    const std::string& open = words[Key::aid_open];
    return {countdown,
            {Key::aid_think_pair_share, Key::aid_think_pair_share_note, {{"toolbox-think-pair-share", open, think}}},
            round,
            {Key::aid_scale, Key::aid_scale_note, {{"toolbox-scale", open, scale}}},
            {Key::aid_groups,
             Key::aid_groups_note,
             {{"toolbox-groups", open, {.type = "group_divider", .values = {{"size", "3"}}}}}},
            {Key::aid_breathing, Key::aid_breathing_note, {{"toolbox-breathing", open, breathing}}}};
}

/// The aids that belong to an exercise, with the exercise's own content: what stands in the handbook is the example.
std::vector<const book::Document*> exercises_with_aids(const app::Model& model) {
    std::vector<const book::Document*> found;
    if (!model.handbook) return found;
    for (const book::Document& document : model.handbook->documents)
        if (document.kind == book::Kind::exercise && document.aid) found.push_back(&document);
    return found;
}

void draw_exercises(const app::Model& model, Context& context, float width) {
    const auto found = exercises_with_aids(model);
    if (found.empty()) return;
    gap(context, 28);
    text(context, model.words[Key::aid_from_exercises],
         {.size = text_large, .face = book::Face::semibold, .line = 1.3f});
    gap(context, 12);
    bool first = true;
    for (const book::Document* const exercise : found) {
        const ButtonOptions options{.small = true};
        const float wide = std::min(width, button_size(context, exercise->title, options).x);
        if (!first) flow(context, wide, 8);
        first = false;
        if (button(context, ("toolbox-" + exercise->id).c_str(), exercise->title, options))
            context.say(app::OpenToolbox{*exercise->aid, exercise->title});
    }
}

void draw_tool(const app::Model& model, Context& context, const Tool& tool, float width) {
    constexpr float air = 8;
    const ButtonOptions options{.small = true};
    float buttons = 0;
    for (const Choice& choice : tool.choices)
        buttons += button_size(context, choice.label, options).x + context.px(air);
    buttons -= context.px(air);

    const bool beside = width - buttons >= context.px(260);
    const float text_width = beside ? width - buttons - context.px(24) : width;
    const ImVec2 at = ImGui::GetCursorScreenPos();
    text(context, model.words[tool.title], {.face = book::Face::semibold, .wrap = text_width, .line = 1.35f});
    text(context, model.words[tool.note], {.size = 14, .colour = context.palette.muted, .wrap = text_width});
    const float bottom = ImGui::GetCursorScreenPos().y;
    const float high = button_size(context, "", options).y;
    if (beside)
        ImGui::SetCursorScreenPos(
            {at.x + width - buttons, at.y + std::max(0.0f, std::round((bottom - at.y - high) / 2))});
    else
        gap(context, 8);
    bool first = true;
    for (const Choice& choice : tool.choices) {
        if (!first) flow(context, button_size(context, choice.label, options).x, air);
        first = false;
        if (button(context, choice.id.c_str(), choice.label, options))
            context.say(app::OpenToolbox{choice.spec, model.words[tool.title]});
    }
    const float end = std::max(bottom, ImGui::GetCursorScreenPos().y);
    ImGui::SetCursorScreenPos({at.x, end});
    ImGui::Dummy({width, 0});
}

}  // namespace

void draw_toolbox(const app::Model& model, Context& context) {
    ImGui::PushStyleVar(ImGuiStyleVar_ItemSpacing, {0, 0});
    const float width = std::floor(ImGui::GetCurrentWindow()->WorkRect.Max.x - ImGui::GetCursorScreenPos().x);
    text(context, model.words[Key::aid_toolbox_hint], {.size = 14, .colour = context.palette.muted, .wrap = width});
    gap(context, 8);
    const auto list = tools(model.words);
    for (const Tool& tool : list) {
        gap(context, 14);
        draw_tool(model, context, tool, width);
        if (&tool == &list.back()) break;
        gap(context, 14);
        divider(context);
    }
    draw_exercises(model, context, width);
    ImGui::PopStyleVar();
}

}  // namespace ui
