// Help and settings.
#include <imgui_internal.h>

#include <algorithm>
#include <cmath>
#include <vector>

#include "app/commands.h"
#include "ui/kit.h"
#include "ui/state.h"
#include "ui/views/places.h"

namespace ui {
namespace {

using words::Key;

void heading(Context& context, const std::string& words) {
    text(context, words, {.size = 14, .face = book::Face::semibold});
    gap(context, 6);
}

}  // namespace

void draw_help(const app::Model& model, Context& context) {
    context.state->help_open = dialog(context, "help-dialog", model.words[Key::help_title], 820, [&] {
        const float inner = ImGui::GetContentRegionAvail().x;
        text(context, model.words[Key::help_text], {.colour = context.palette.muted, .wrap = inner});
        gap(context, 16);
        std::vector<app::CommandInfo> commands(app::commands().begin(), app::commands().end());
        std::erase_if(commands, [](const app::CommandInfo& command) { return command.keys.empty(); });
        const int columns = inner >= context.px(620) ? 2 : 1;
        const int rows = (static_cast<int>(commands.size()) + columns - 1) / columns;
        const float row_height = std::round(context.px(34));
        const float width = inner / static_cast<float>(columns);
        const ImVec2 at = ImGui::GetCursorScreenPos();
        ImDrawList& list = *ImGui::GetWindowDrawList();
        for (int i = 0; i < static_cast<int>(commands.size()); ++i) {
            const app::CommandInfo& command = commands[static_cast<std::size_t>(i)];
            const ImVec2 place{at.x + static_cast<float>(i / rows) * width,
                               at.y + static_cast<float>(i % rows) * row_height};
            float chip_width = 0;
            key_chip(context, list, {place.x, place.y + context.px(5)}, command.keys, context.palette.ink, &chip_width);
            const float x = place.x + std::max(context.px(124), chip_width + context.px(12));
            const TextStyle style{.size = 15, .line = 1.4f};
            text_at(context, {x, place.y + context.px(5)},
                    fitted(context, model.words[command.label], style, place.x + width - x - context.px(8)), style);
        }
        ImGui::Dummy({inner, row_height * static_cast<float>(rows)});
    });
}

void draw_settings(const app::Model& model, Context& context) {
    const app::Settings& settings = model.settings;
    context.state->settings_open = dialog(context, "settings-dialog", model.words[Key::settings_title], 620, [&] {
        const float inner = ImGui::GetContentRegionAvail().x;
        heading(context, model.words[Key::settings_language]);
        static const std::string languages[] = {"Bokmål", "Nynorsk", "English"};
        if (const int chosen = choice(context, "language", languages, static_cast<int>(settings.language)); chosen >= 0)
            context.say(app::SetLanguage{static_cast<words::Language>(chosen)});
        gap(context, 20);
        heading(context, model.words[Key::settings_look]);
        const std::string looks[] = {model.words[Key::settings_day], model.words[Key::settings_evening]};
        if (const int chosen = choice(context, "look", looks, static_cast<int>(settings.look)); chosen >= 0)
            context.say(app::SetLook{static_cast<app::Look>(chosen)});
        gap(context, 20);
        heading(context, model.words[Key::settings_text]);
        std::string sizes[std::size(app::text_scales)];
        for (std::size_t i = 0; i < std::size(sizes); ++i)
            sizes[i] = std::to_string(static_cast<int>(std::round(app::text_scales[i] * 100))) + " %";
        if (const int chosen = choice(context, "text", sizes, settings.text_scale); chosen >= 0)
            context.say(app::SetTextScale{chosen});
        gap(context, 20);
        if (toggle(context, "motion", model.words[Key::settings_motion], settings.reduced_motion))
            context.say(app::SetReducedMotion{!settings.reduced_motion});
        gap(context, 4);
        if (toggle(context, "light-wall", model.words[Key::settings_light_wall], settings.light_wall))
            context.say(app::SetLightWall{!settings.light_wall});
        gap(context, 4);
        if (toggle(context, "chime", model.words[Key::chime_setting], settings.chime))
            context.say(app::SetChime{!settings.chime});
        gap(context, 20);
        divider(context);
        gap(context, 12);
        const TextStyle small{.size = text_small, .colour = context.palette.muted, .wrap = inner};
        if (!model.store.folder.empty())
            text(context, model.words(Key::settings_data, {{"folder", model.store.folder}}), small);
        text(context, model.words[Key::settings_about], small);
    });
}

}  // namespace ui
