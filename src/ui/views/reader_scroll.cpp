#include <imgui_internal.h>

#include <algorithm>
#include <cmath>

#include "ui/views/reader_parts.h"

namespace ui {
namespace {

constexpr float finished = 0.98f;  ///< read to the end: the next visit starts at the top

bool same(const ReaderPlace& place, const app::Visit& visit, const std::string& path) {
    // Coming back from another document the history has forgotten the heading: the place itself says more.
    return place.document == path && (place.anchor == visit.anchor || visit.anchor.empty());
}

/// Where to stand in a document that was just arrived at.
ReaderPlace destination(const Reading& reading) {
    const app::Reader& reader = reading.model.reader;
    const ReaderState& state = reading.state;
    const std::string& path = reading.document().path;
    const std::size_t depth = reader.back.size();
    const bool back = reader.forward.size() > state.forward_depth;
    const bool forward = reader.forward.size() + 1 == state.forward_depth && depth == state.back_depth + 1;
    if ((back || forward) && depth < state.places.size() && same(state.places[depth], reader.here, path))
        return {.document = path, .share = state.places[depth].share};
    const std::string anchor = reader.here.document == path ? reader.here.anchor : std::string();
    if (!anchor.empty()) return {.document = path, .anchor = anchor};
    const auto stopped = reader.stopped_at.find(path);
    const float share = stopped == reader.stopped_at.end() || stopped->second >= finished ? 0.0f : stopped->second;
    return {.document = path, .share = std::clamp(share, 0.0f, 1.0f)};
}

void say_place(Reading& reading, const std::string& path) {
    ReaderState& state = reading.state;
    if (state.said_share < 0 || std::abs(state.share - state.said_share) < 0.0005f) return;
    state.said_share = state.share;
    reading.context.say(app::StoppedReading{path, state.share});
}

std::uint32_t block_at(const book::Layout& layout, float y) {
    const std::size_t line = layout.first_line_below(y);
    return line < layout.lines.size() ? layout.lines[line].block : 0;
}

/// A key that scrolls. Claimed through ImGui's shortcuts, so that its own keyboard navigation does not take it as well.
bool pressed(ImGuiKeyChord chord) {
    return ImGui::Shortcut(chord, ImGuiInputFlags_RouteGlobal | ImGuiInputFlags_Repeat);
}

std::optional<float> scrolled_by_key(const Reading& reading, float view) {
    const Context& context = reading.context;
    if (reading.model.run.has_value() ||
        ImGui::IsPopupOpen(nullptr, ImGuiPopupFlags_AnyPopupId | ImGuiPopupFlags_AnyPopupLevel))
        return {};
    const float at = ImGui::GetScrollY();
    const float page = view - context.px(64);
    const float step = context.px(56);
    std::optional<float> to;
    if (pressed(ImGuiKey_PageDown)) to = at + page;
    if (pressed(ImGuiKey_PageUp)) to = at - page;
    if (ImGui::GetIO().WantTextInput) return to;
    if (pressed(ImGuiKey_Home)) to = 0.0f;
    if (pressed(ImGuiKey_End)) to = ImGui::GetScrollMaxY();
    // While the focus ring is shown, these belong to it.
    if (ImGui::GetIO().NavVisible) return to;
    if (pressed(ImGuiKey_DownArrow)) to = at + step;
    if (pressed(ImGuiKey_UpArrow)) to = at - step;
    if (pressed(ImGuiKey_Space)) to = at + page;
    if (pressed(ImGuiMod_Shift | ImGuiKey_Space)) to = at - page;
    return to;
}

}  // namespace

bool arrive(Reading& reading) {
    ReaderState& state = reading.state;
    const app::Reader& reader = reading.model.reader;
    const std::string& path = reading.document().path;
    const bool other = state.shown != path;
    if (!other && state.arrivals == reader.arrivals) return false;
    if (other && !state.shown.empty()) say_place(reading, state.shown);
    state.landing = destination(reading);
    state.shown = path;
    state.arrivals = reader.arrivals;
    state.back_depth = reader.back.size();
    state.forward_depth = reader.forward.size();
    state.wanted_scroll.reset();
    state.fresh = 2;
    state.landing_hidden = other;
    if (!other) return false;
    state.panes.clear();
    state.dragged_pane = -1;
    state.footnote = -1;
    state.layout_width = 0;
    return true;
}

bool land(Reading& reading, const book::Layout& layout, float view) {
    ReaderState& state = reading.state;
    Context& context = reading.context;
    const float width = layout.width;
    if (state.landing.has_value()) {
        // The height is known only when the page's foot is drawn, so a share waits one frame; the head is the same
        // then.
        const float below = state.body_top + layout.height + context.px(176) - view;
        const ReaderPlace place = *state.landing;
        float target = 0;
        if (!place.anchor.empty())
            target = layout.y_of(place.anchor) > 0 ? state.body_top + layout.y_of(place.anchor) - context.px(24) : 0;
        else
            target = place.share * std::max(0.0f, state.layout_width > 0 ? ImGui::GetScrollMaxY() : below);
        const bool settled = state.layout_width > 0;
        const bool hidden = state.landing_hidden;
        ImGui::SetScrollY(std::max(0.0f, std::round(target)));
        const bool there =
            std::abs(std::clamp(target, 0.0f, std::max(0.0f, ImGui::GetScrollMaxY())) - ImGui::GetScrollY()) < 1.5f;
        state.layout_width = width;
        state.layout_size = context.scale;
        state.layout_revision = reading.document().revision;
        if (settled || target <= 0) {
            state.landing.reset();
            state.said_share = -1;  // where one landed is what has been said; see keep_place
        }
        return there || !hidden;
    }
    if (state.layout_width != width || state.layout_size != context.scale ||
        state.layout_revision != reading.document().revision) {
        // Set anew (window, text size, or the file changed): the paragraph on top stays on top.
        const auto line = std::find_if(layout.lines.begin(), layout.lines.end(),
                                       [&](const book::Line& l) { return l.block >= state.top_block; });
        if (line != layout.lines.end() && state.scroll > state.body_top)
            ImGui::SetScrollY(std::round(state.body_top + line->y));
        state.layout_width = width;
        state.layout_size = context.scale;
        state.layout_revision = reading.document().revision;
    }
    return true;
}

void keep_place(Reading& reading, const book::Layout& layout, float view) {
    ReaderState& state = reading.state;
    if (const auto to = scrolled_by_key(reading, view)) state.wanted_scroll = *to;
    if (state.wanted_scroll.has_value()) {
        ImGui::SetScrollY(std::clamp(std::round(*state.wanted_scroll), 0.0f, ImGui::GetScrollMaxY()));
        state.wanted_scroll.reset();
        return;
    }
    const float scroll = ImGui::GetScrollY();
    const float most = ImGui::GetScrollMaxY();
    // In its first frames ImGui does not know yet how high the page is.
    const bool rests =
        state.fresh == 0 && scroll == state.scroll && !state.landing.has_value() && !ImGui::IsMouseDown(0);
    if (state.fresh > 0 && !state.landing.has_value()) --state.fresh;
    state.scroll = scroll;
    state.share = most > 0 ? scroll / most : 1.0f;
    state.top_block = block_at(layout, scroll - state.body_top);
    if (!rests) return;
    const app::Reader& reader = reading.model.reader;
    const std::string& path = reading.document().path;
    if (state.said_share < 0) {
        // Just landed: nothing has been read yet, unless the whole document fits on the screen.
        state.said_share = most > 0 || reader.read.contains(path) ? state.share : 0.0f;
    }
    say_place(reading, path);

    if (state.places.size() <= reader.back.size()) state.places.resize(reader.back.size() + 1);
    state.places[reader.back.size()] = {path, reader.here.anchor, state.share};
}

}  // namespace ui
