// What is said over the page in one slim row: the meeting that it follows, a second text there is no room for.
#include <algorithm>
#include <cmath>
#include <vector>

#include "ui/index.h"
#include "ui/views/reader_parts.h"

namespace ui {
namespace {

using words::Key;

struct Answer {
    const char* id;
    std::string_view label;
    ButtonKind kind;
    app::Action action;
};

/// A tinted row: words to the left, answers to the right, or below where they do not fit. Returns its height.
float banner(Context& context, ImVec2 at, float width, bool warm, std::string_view words,
             const std::vector<Answer>& answers) {
    const Palette& p = context.palette;
    const float pad = std::round(context.px(16));
    const float above = std::round(context.px(6));
    const float between = std::round(context.px(8));
    const float inner = width - 2 * pad;
    float room = 0;
    for (const Answer& each : answers) room += between + button_size(context, each.label, {.small = true}).x;
    TextStyle style{.size = 15,
                    .face = book::Face::semibold,
                    .colour = warm ? p.on_amber_soft : p.on_primary_soft,
                    .wrap = inner - room,
                    .line = 1.35f};
    const bool beside = style.wrap >= std::min(inner * 0.4f, context.px(220));
    if (!beside) style.wrap = inner;
    const ImVec2 size = text_size(context, words, style);
    const float button_height = button_size(context, words, {.small = true}).y;

    float buttons_height = button_height;  // they wrap too, in a very narrow page
    float x = 0;
    for (const Answer& each : answers) {
        const float each_width = button_size(context, each.label, {.small = true}).x;
        if (!beside && x > 0 && x + each_width > inner) {
            x = 0;
            buttons_height += button_height + above;
        }
        x += each_width + between;
    }
    const float height =
        beside ? std::max(size.y, button_height) + 2 * above : size.y + buttons_height + 3 * above + between;
    ImGui::GetWindowDrawList()->AddRectFilled(at, {at.x + width, at.y + height}, warm ? p.amber_soft : p.primary_soft,
                                              context.px(radius));
    const ImVec2 words_at{at.x + pad,
                          at.y + (beside ? std::round((height - size.y) / 2) : above + std::round(between / 2))};
    text_at(context, words_at, words, style);
    report_text(words, words_at, {words_at.x + size.x, words_at.y + size.y});

    x = at.x + pad + (beside ? inner - room + between : 0);
    float y = beside ? at.y + std::round((height - button_height) / 2) : words_at.y + size.y + above;
    for (const Answer& each : answers) {
        const float each_width = button_size(context, each.label, {.small = true}).x;
        if (!beside && x > at.x + pad && x + each_width > at.x + pad + inner) {
            x = at.x + pad;
            y += button_height + above;
        }
        ImGui::SetCursorScreenPos({x, y});
        if (button(context, each.id, each.label, {.kind = each.kind, .small = true})) context.say(each.action);
        x += each_width + between;
    }
    return height + std::round(context.px(12));
}

float meeting_banner(Reading& reading, ImVec2 at, float width) {
    const app::Model& model = reading.model;
    if (!model.run || model.run->state.phase == session::Phase::ended || model.run->plan.steps.empty()) return 0;
    const session::Plan& plan = model.run->plan;
    const std::string& step = plan.steps[static_cast<std::size_t>(std::clamp(model.run->state.step, 0,
                                                                             static_cast<int>(plan.steps.size()) - 1))]
                                  .title;
    const words::Catalogue& words = reading.words();
    if (model.reader.follows)
        return banner(
            reading.context, at, width, false, words(Key::reader_following, {{"step", step}}),
            {{"follow-back", words[Key::reader_follow_back], ButtonKind::quiet, app::GoTo{app::Place::meeting}}});
    return banner(reading.context, at, width, false, words(Key::meeting_number, {{"n", plan.meeting}}) + " · " + step,
                  {{"follow", words[Key::reader_follow], ButtonKind::quiet, app::FollowMeeting{}},
                   {"follow-back", words[Key::reader_follow_back], ButtonKind::quiet, app::GoTo{app::Place::meeting}}});
}

}  // namespace

float draw_page_banners(Reading& reading, ImVec2 at, float width) {
    if (reading.side != 0) return 0;
    float height = meeting_banner(reading, at, width);
    if (reading.model.reader.beside && !reading.two)
        height += banner(
            reading.context, {at.x, at.y + height}, width, true, reading.words()[Key::reader_beside_narrow],
            {{"beside-close", reading.words()[Key::reader_beside_close], ButtonKind::quiet, app::CloseBeside{}}});
    return height;
}

}  // namespace ui
