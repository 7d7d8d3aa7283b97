// Hands may be kept with the meeting, as counts: those on the 0–10 line and those at each point of a checklist.
#include <imgui.h>

#include <algorithm>

#include "ui/aids/aid_controls.h"
#include "ui/index.h"
#include "ui/kit.h"

namespace ui {
namespace {

using words::Key;

/// As the wall says it, and no longer than can be kept.
std::string kept_text(std::string text) {
    if (text.size() <= course::longest_line) return text;
    std::size_t end = course::longest_line;
    while (end > 0 && (static_cast<unsigned char>(text[end]) & 0xC0) == 0x80) --end;
    text.resize(end);
    return text;
}

/// They are kept; with a way back while nothing else was kept after them.
void draw_kept(const app::Model& model, Context& context, const course::HandCount& counts, float width) {
    const ImVec2 at = ImGui::GetCursorScreenPos();
    const float sign = context.px(18);
    icon(context, *ImGui::GetWindowDrawList(), Icon::check, at, sign, context.palette.good);
    ImGui::SetCursorScreenPos({at.x + sign + context.px(8), at.y});
    text(context, model.words[Key::counts_kept],
         {.size = 14, .colour = context.palette.muted, .wrap = width - sign - context.px(8)});
    ImGui::SetCursorScreenPos({at.x, ImGui::GetCursorScreenPos().y});
    if (model.counts_before.empty()) return;
    const course::HandCount& latest = model.counts_before.back().counts;
    if (latest.meeting != counts.meeting || latest.question != counts.question) return;
    gap(context, 8);
    if (button(context, "aid-keep-undo", model.words[Key::counts_undo], {.small = true}))
        context.say(app::UndoCounts{});
}

void draw_keep(const app::Model& model, Context& context, course::HandCount counts, float width) {
    if (!model.run || course::total(counts) == 0) return;
    gap(context, aid_air);
    const TextStyle quiet{.size = 14, .colour = context.palette.muted, .wrap = width};
    if (model.run->rehearsal) {
        text(context, model.words[Key::counts_rehearsal], quiet);
        return;
    }
    if (model.open_course() == nullptr || model.run->course != model.course) {
        text(context, model.words[Key::notice_no_course], quiet);
        return;
    }
    counts.meeting = model.run->plan.meeting;
    counts.question = kept_text(std::move(counts.question));
    if (std::ranges::find(model.records.counts, counts) != model.records.counts.end())
        draw_kept(model, context, counts, width);
    else if (button(context, "aid-keep", model.words[Key::counts_keep], {.kind = ButtonKind::ghost, .small = true}))
        context.say(app::KeepCounts{counts});
}

}  // namespace

void draw_keep_counts(const app::Model& model, Context& context, const session::Scale& scale, float width) {
    draw_keep(model, context,
              {.question = scale.question.empty() ? model.aid->title : scale.question, .hands = scale.hands}, width);
}

void draw_keep_counts(const app::Model& model, Context& context, const session::Reveal& list, float width) {
    course::HandCount counts{.question = model.aid->title};
    for (const session::Reveal::Part& part : list.parts) counts.items.push_back({kept_text(part.name), part.hands});
    draw_keep(model, context, std::move(counts), width);
}

}  // namespace ui
