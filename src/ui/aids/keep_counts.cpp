// Hands on the 0–10 line may be kept with the meeting, as counts.
#include <imgui.h>

#include <algorithm>

#include "ui/aids/aid_controls.h"
#include "ui/index.h"
#include "ui/kit.h"

namespace ui {
namespace {

using words::Key;

/// The question as the wall says it, and no longer than can be kept.
std::string question_of(const app::Model& model, const session::Scale& scale) {
    std::string question = scale.question.empty() ? model.aid->title : scale.question;
    if (question.size() <= course::longest_line) return question;
    std::size_t end = course::longest_line;
    while (end > 0 && (static_cast<unsigned char>(question[end]) & 0xC0) == 0x80) --end;
    question.resize(end);
    return question;
}

}  // namespace

void draw_keep_counts(const app::Model& model, Context& context, const session::Scale& scale, float width) {
    if (!model.run || scale.total() == 0) return;
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
    const course::HandCount counts{model.run->plan.meeting, question_of(model, scale), scale.hands};
    if (std::ranges::find(model.records.counts, counts) == model.records.counts.end()) {
        if (button(context, "aid-keep", model.words[Key::counts_keep], {.kind = ButtonKind::ghost, .small = true}))
            context.say(app::KeepCounts{counts});
        return;
    }
    const ImVec2 at = ImGui::GetCursorScreenPos();
    const float sign = context.px(18);
    icon(context, *ImGui::GetWindowDrawList(), Icon::check, at, sign, context.palette.good);
    ImGui::SetCursorScreenPos({at.x + sign + context.px(8), at.y});
    TextStyle kept = quiet;
    kept.wrap = width - sign - context.px(8);
    text(context, model.words[Key::counts_kept], kept);
    ImGui::SetCursorScreenPos({at.x, ImGui::GetCursorScreenPos().y});
}

}  // namespace ui
