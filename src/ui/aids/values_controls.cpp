#include <algorithm>
#include <cmath>
#include <string>

#include "ui/aids/aid_controls.h"
#include "ui/index.h"
#include "ui/kit.h"

namespace ui {
namespace {

using session::Values;
using words::Key;

constexpr float least_name = 110;
constexpr float step_width = 56;   // of − and +
constexpr float value_width = 48;  // of the number between them
constexpr float beside = 8;        // between things in a row
constexpr float below = 8;         // between rows
constexpr float two_columns = 760;

const Values::Item& item_of(const Values& values, int item) {
    return values.items[static_cast<std::size_t>(item)];
}

float stepper_width(const Context& context) {
    return 2 * std::round(context.px(step_width)) + std::round(context.px(value_width));
}

std::string number_text(const Values& values, int value) {
    if (value < 0) return "−" + std::to_string(-value);
    return value > 0 && values.shape == Values::Shape::energy ? "+" + std::to_string(value) : std::to_string(value);
}

/// − 4 +, each large enough for a thumb. `second`: the compass's "lived".
void draw_stepper(const app::Model& model, Context& context, const Values& values, int item, bool second) {
    const std::string name = (second ? "lived-" : "") + std::to_string(item);
    const int value = second ? item_of(values, item).lived : item_of(values, item).value;
    const float width = std::round(context.px(step_width));
    const float middle = std::round(context.px(value_width));
    const auto step = [&](const std::string& id, std::string_view sign, int to, Key tip, bool possible) {
        if (button(context, id.c_str(), sign, {.disabled = !possible, .width = width}))
            context.say(app::AidSet{item, to, second});
        if (ImGui::IsItemHovered()) tooltip(context, model.words[tip]);
    };
    ImGui::BeginGroup();
    step("aid-less-" + name, "−", value - 1, Key::aid_less, value > (second ? 0 : values.least()));
    ImGui::SameLine(0, 0);
    const TextStyle style{.size = text_large, .face = book::Face::bold, .line = 1.2f};
    const std::string shown = number_text(values, value);
    const ImVec2 size = text_size(context, shown, style);
    const float height = button_size(context, shown).y;
    const ImVec2 at = ImGui::GetCursorScreenPos();
    text_at(context, {at.x + std::round((middle - size.x) / 2), at.y + std::round((height - size.y) / 2)}, shown,
            style);
    ImGui::Dummy({middle, height});
    report(ItemRole::text, "aid-value-" + name, shown);
    ImGui::SameLine(0, 0);
    step("aid-more-" + name, "+", value + 1, Key::aid_more, value < (second ? 10 : values.most()));
    ImGui::EndGroup();
}

/// The item's name: pressed, it is lit on the wall.
void draw_name(Context& context, const Values& values, int item, float width) {
    const std::string id = "aid-item-" + std::to_string(item);
    if (button(context, id.c_str(), item_of(values, item).name, {.on = values.lit == item, .width = width}))
        context.say(app::AidSelect{item});
}

/// A name and its number, in one column, or two where there is room. `taps`: those of the bucket, or the others.
void draw_rows(const app::Model& model, Context& context, const Values& values, bool taps, float width) {
    const int columns = width >= context.px(two_columns) ? 2 : 1;
    const float between = std::round(context.px(aid_air));
    const float cell = std::floor((width - between * static_cast<float>(columns - 1)) / static_cast<float>(columns));
    // With large text in a narrow card the number goes below its name.
    const float side_by_side = cell - stepper_width(context) - std::round(context.px(beside));
    const bool stacked = columns == 1 && side_by_side < context.px(least_name);
    const float name = stacked ? cell : side_by_side;
    int place = 0;
    for (int i = 0; i < static_cast<int>(values.items.size()); ++i) {
        if (item_of(values, i).tap != taps) continue;
        if (place % columns != 0)
            ImGui::SameLine(0, between);
        else if (place > 0)
            gap(context, below);
        ++place;
        draw_name(context, values, i, name);
        if (!stacked) ImGui::SameLine(0, std::round(context.px(beside)));
        draw_stepper(model, context, values, i, false);
    }
}

void draw_heading(Context& context, std::string_view label, std::string_view quiet = {}) {
    gap(context, aid_air);
    text(context, label, {.face = book::Face::semibold, .line = 1.3f});
    const TextStyle style{.colour = context.palette.muted, .line = 1.3f};
    if (!quiet.empty()) {
        flow(context, text_size(context, quiet, style).x);
        text(context, quiet, style);
    }
    gap(context, below);
}

constexpr TextStyle label_style{.size = 15, .line = 1.25f};

/// One of the two numbers of a chosen value, with its label before it.
void draw_labelled_stepper(const app::Model& model, Context& context, const Values& values, int item, bool second,
                           float label_width) {
    TextStyle style = label_style;
    style.colour = context.palette.muted;
    style.wrap = label_width;
    const std::string& label = model.words[second ? Key::aid_lived : Key::aid_important];
    const float height = button_size(context, label).y;
    const ImVec2 size = text_size(context, label, style);
    ImGui::BeginGroup();
    const ImVec2 at = ImGui::GetCursorScreenPos();
    text_at(context, {at.x, at.y + std::round((height - size.y) / 2)}, label, style);
    ImGui::Dummy({label_width, height});
    report(ItemRole::text, {}, label);
    ImGui::SameLine(0, std::round(context.px(beside)));
    draw_stepper(model, context, values, item, second);
    ImGui::EndGroup();
}

/// Each chosen value with its two numbers beside one another, or one below the other where there is no room.
void draw_chosen(const app::Model& model, Context& context, const Values& compass, float width) {
    const float air = std::round(context.px(aid_air));
    const float stepper = stepper_width(context) + std::round(context.px(beside));
    float important = std::ceil(text_size(context, model.words[Key::aid_important], label_style).x) + 1;
    float lived = std::ceil(text_size(context, model.words[Key::aid_lived], label_style).x) + 1;
    const float spare = width - air - 2 * stepper - important - lived;
    const bool together = spare >= 0;
    if (!together) important = lived = width - stepper;
    bool first = true;
    for (int i = 0; i < static_cast<int>(compass.items.size()); ++i) {
        if (!item_of(compass, i).chosen) continue;
        if (!first) gap(context, aid_air);
        first = false;
        draw_name(context, compass, i, width);
        gap(context, below);
        draw_labelled_stepper(model, context, compass, i, false, important);
        if (together)
            ImGui::SameLine(0, air + spare);
        else
            gap(context, below);
        draw_labelled_stepper(model, context, compass, i, true, lived);
    }
}

/// All words; a press takes one in or out again.
void draw_choosing(Context& context, const Values& compass, float width) {
    const bool full = compass.chosen() >= compass.pick;
    for (int i = 0; i < static_cast<int>(compass.items.size()); ++i) {
        const Values::Item& item = item_of(compass, i);
        ButtonOptions options{.on = item.chosen, .disabled = full && !item.chosen};
        const float wide = button_size(context, item.name, options).x;
        if (wide > width) options.width = width;
        if (i > 0) flow(context, std::min(wide, width), beside);
        const std::string id = "aid-choose-" + std::to_string(i);
        if (button(context, id.c_str(), item.name, options)) context.say(app::AidPlace{i, item.chosen ? -1 : 0});
    }
}

void draw_compass(const app::Model& model, Context& context, const Values& compass, float width) {
    const auto& words = model.words;
    const std::string chosen = words(Key::aid_chosen, {{"count", compass.chosen()}, {"of", compass.pick}});
    if (compass.chosen() < compass.pick) {
        draw_heading(context, words(Key::aid_choose_values, {{"count", compass.pick}}), chosen);
        draw_choosing(context, compass, width);
        return;
    }
    gap(context, aid_air);
    draw_chosen(model, context, compass, width);
    // Under them, for the group that changes its mind.
    draw_heading(context, chosen);
    draw_choosing(context, compass, width);
}

/// Whether the next press puts the light out.
bool last_is_lit(const Values& values) {
    if (values.lit < 0) return false;
    return std::none_of(values.items.begin() + values.lit + 1, values.items.end(),
                        [](const Values::Item& item) { return item.chosen; });
}

}  // namespace

void draw_controls(const app::Model& model, Context& context, const Values& values, float width) {
    const auto& words = model.words;
    draw_forward(context, words[last_is_lit(values) ? Key::aid_reveal_light_off : Key::aid_next_item],
                 values.chosen() == 0);
    if (values.shape == Values::Shape::energy) {
        const std::string sum = words(Key::aid_balance, {{"sum", number_text(values, values.balance())}});
        const TextStyle style{.colour = context.palette.muted, .line = 3.0f};
        flow(context, text_size(context, sum, style).x, 24);
        text(context, sum, style);
    }
    switch (values.shape) {
        case Values::Shape::compass: draw_compass(model, context, values, width); break;
        case Values::Shape::bucket:
            draw_heading(context, words[Key::aid_inflows]);
            draw_rows(model, context, values, false, width);
            draw_heading(context, words[Key::aid_taps]);
            draw_rows(model, context, values, true, width);
            break;
        default: gap(context, aid_air); draw_rows(model, context, values, false, width);
    }
    draw_aid_history(model, context, true);
}

}  // namespace ui
