#include <imgui_internal.h>

#include <algorithm>
#include <cmath>

#include "ui/views/reader_problems.h"

namespace ui {
namespace {

constexpr std::size_t settled_a_frame = 64'000;  ///< bytes of text: a few milliseconds
constexpr float finished = 0.98f;  ///< read to the end: the next visit starts at the top

bool same(const ReaderPlace& place, const app::Visit& visit, const std::string& path) {
    // Coming back from another document the history has forgotten the heading: the place itself says more.
    return place.document == path && (place.anchor == visit.anchor || visit.anchor.empty());
}

/// Where the page's visit is to begin; the text beside has one too, but no history.
const app::Visit& visit_of(const Reading& reading) {
    const app::Reader& reader = reading.model.reader;
    return reading.side == 1 && reader.beside ? *reader.beside : reader.here;
}

std::uint64_t arrivals_of(const Reading& reading) {
    return reading.side == 1 ? reading.model.reader.beside_arrivals : reading.model.reader.arrivals;
}

/// Where to stand in a document that was just arrived at.
ReaderPlace destination(const Reading& reading) {
    const app::Reader& reader = reading.model.reader;
    const ReaderPage& page = reading.page();
    const std::string& path = reading.document().path;
    const std::size_t depth = reader.back.size();
    const bool back = reader.forward.size() > page.forward_depth;
    const bool forward = reader.forward.size() + 1 == page.forward_depth && depth == page.back_depth + 1;
    const app::Visit& visit = visit_of(reading);
    if (reading.side == 0 && (back || forward) && depth < page.places.size() && same(page.places[depth], visit, path))
        return {.document = path, .share = page.places[depth].share};
    const std::string anchor = visit.document == path ? visit.anchor : std::string();
    if (!anchor.empty()) return {.document = path, .anchor = anchor};
    const auto stopped = reader.stopped_at.find(path);
    const float share = stopped == reader.stopped_at.end() || stopped->second >= finished ? 0.0f : stopped->second;
    return {.document = path, .share = std::clamp(share, 0.0f, 1.0f)};
}

void say_place(Reading& reading, const std::string& path) {
    ReaderPage& page = reading.page();
    if (page.said_share < 0 || std::abs(page.share - page.said_share) < 0.0005f) return;
    // Of a text that stands on both sides, the first says where one is.
    if (reading.side == 1 && reading.state.pages[0].shown == path) return;
    page.said_share = page.share;
    reading.context.say(app::StoppedReading{path, page.share});
}

/// A key that scrolls. Claimed through ImGui's shortcuts, so that its own keyboard navigation does not take it as well.
bool pressed(ImGuiKeyChord chord) {
    return ImGui::Shortcut(chord, ImGuiInputFlags_RouteGlobal | ImGuiInputFlags_Repeat);
}

std::optional<float> scrolled_by_key(const Reading& reading) {
    const Context& context = reading.context;
    if (reading.side != reading.state.active || reading.model.run.has_value() ||
        ImGui::IsPopupOpen(nullptr, ImGuiPopupFlags_AnyPopupId | ImGuiPopupFlags_AnyPopupLevel))
        return {};
    const float at = ImGui::GetScrollY();
    const float screen = reading.page().view - context.px(64);
    const float step = context.px(56);
    std::optional<float> to;
    if (pressed(ImGuiKey_PageDown)) to = at + screen;
    if (pressed(ImGuiKey_PageUp)) to = at - screen;
    if (ImGui::GetIO().WantTextInput) return to;
    if (pressed(ImGuiKey_Home)) to = 0.0f;
    if (pressed(ImGuiKey_End)) to = ImGui::GetScrollMaxY();
    // While the focus ring is shown, these belong to it.
    if (ImGui::GetIO().NavVisible) return to;
    if (pressed(ImGuiKey_DownArrow)) to = at + step;
    if (pressed(ImGuiKey_UpArrow)) to = at - step;
    if (pressed(ImGuiKey_Space)) to = at + screen;
    if (pressed(ImGuiMod_Shift | ImGuiKey_Space)) to = at - screen;
    return to;
}

/// Source line that the text begins at, below its fields.
int first_line(const book::Document& document) {
    return document.blocks.empty() ? 1 << 30 : document.blocks.front().line;
}

/// Remembers what stands in view, when the page has been scrolled or set.
void keep_landmarks(Reading& reading, float scroll) {
    ReaderPage& page = reading.page();
    ReaderLandmarks& landmarks = page.landmarks;
    if (landmarks.shift != 0) return;  // the window has not got there yet
    if (landmarks.lost && (ImGui::GetIO().MouseWheel != 0 || ImGui::IsMouseDown(0))) landmarks.lost = false;
    const float from = scroll - page.body_top;
    if (landmarks.lost || (landmarks.scroll == from && landmarks.height == page.galley.height())) return;
    landmarks.revision = reading.document().revision;
    landmarks.scroll = from;
    take_landmarks(landmarks, page.galley, from, page.view);
}

}  // namespace

bool arrive(Reading& reading) {
    ReaderPage& page = reading.page();
    const app::Reader& reader = reading.model.reader;
    const std::string& path = reading.document().path;
    const bool other = page.shown != path;
    if (!other && page.arrivals == arrivals_of(reading)) return false;
    if (other && !page.shown.empty()) say_place(reading, page.shown);
    page.landing = destination(reading);
    if (other) page.used_by_unfolded = false;
    page.shown = path;
    page.arrivals = arrivals_of(reading);
    page.back_depth = reader.back.size();
    page.forward_depth = reader.forward.size();
    page.wanted_scroll.reset();
    page.fresh = 2;
    page.landing_hidden = other;
    if (!other) return false;
    page.landmarks = {};
    page.switches.clear();
    page.panes.clear();
    page.dragged_pane.reset();
    page.footnote = -1;
    page.selection = {};
    page.peek = {};
    page.enlarged.clear();
    page.layout_width = 0;
    return true;
}

bool land(Reading& reading, bool set_anew) {
    ReaderPage& page = reading.page();
    Context& context = reading.context;
    book::Galley& galley = page.galley;
    const float view_top = ImGui::GetScrollY() - page.body_top;
    const float moved = galley.settle(std::max(0.0f, view_top), settled_a_frame);
    if (!galley.settled()) context.state->animating = true;
    if (page.landing.has_value()) {
        // The height is known only when the page's foot is drawn, so a share waits one frame; the head is the same
        // then.
        const float below = page.body_top + galley.height() + context.px(176) - page.view;
        const ReaderPlace place = *page.landing;
        float target = 0;
        if (page.wanted_line > 0) {
            const std::uint32_t stretch = stretch_of_line(galley, page.wanted_line);
            const float y = galley.top_of(stretch) + y_of_line(galley, stretch, page.wanted_line);
            target = page.wanted_line < first_line(reading.document()) ? 0 : page.body_top + y - context.px(80);
        } else if (!place.anchor.empty()) {
            const float y = galley.y_of(place.anchor);
            target = y > 0 ? page.body_top + y - context.px(24) : 0;
        } else {
            target = place.share * std::max(0.0f, page.layout_width > 0 ? ImGui::GetScrollMaxY() : below);
        }
        const bool settled = page.layout_width > 0;
        const bool hidden = page.landing_hidden;
        ImGui::SetScrollY(std::max(0.0f, std::round(target)));
        const bool there =
            std::abs(std::clamp(target, 0.0f, std::max(0.0f, ImGui::GetScrollMaxY())) - ImGui::GetScrollY()) < 1.5f;
        page.layout_width = context.px(1);
        if (settled || target <= 0) {
            page.landing.reset();
            page.wanted_line = 0;
            page.said_share = -1;  // where one landed is what has been said; see keep_place
        }
        return there || !hidden;
    }
    ReaderLandmarks& landmarks = page.landmarks;
    landmarks.shift = 0;
    if (set_anew && page.landmarks.revision != reading.document().revision) {
        // Edited on disk: what stood in view stays where it stood, found again by its words.
        landmarks.revision = reading.document().revision;
        if (float top = 0; page.scroll > 0 || landmarks.lost) {
            landmarks.lost = !find_landmarks(landmarks, galley, top);
            if (!landmarks.lost) {
                const float target = std::max(0.0f, std::round(page.body_top + top));
                landmarks.shift = target - ImGui::GetScrollY();
                ImGui::SetScrollY(target);
                galley.set_view(target - page.body_top, target - page.body_top + page.view);
            }
        }
    } else if (set_anew && page.scroll > page.body_top) {
        // Set anew (window, text size, or the file changed): the paragraph on top stays on top.
        ImGui::SetScrollY(std::round(page.body_top + galley.y_of(page.top)));
    } else if (view_top > 0 && moved != 0) {
        ImGui::SetScrollY(std::round(ImGui::GetScrollY() + moved));
    }
    return true;
}

void keep_place(Reading& reading) {
    ReaderPage& page = reading.page();
    if (const auto to = scrolled_by_key(reading)) page.wanted_scroll = *to;
    if (page.wanted_scroll.has_value()) {
        ImGui::SetScrollY(std::clamp(std::round(*page.wanted_scroll), 0.0f, ImGui::GetScrollMaxY()));
        page.wanted_scroll.reset();
        page.landmarks.lost = false;
        return;
    }
    const float scroll = ImGui::GetScrollY();
    const float most = ImGui::GetScrollMaxY();
    // In its first frames ImGui does not know yet how high the page is.
    const bool rests = page.fresh == 0 && scroll == page.scroll && !page.landing.has_value() &&
                       !ImGui::IsMouseDown(0) && page.galley.settled() && !page.landmarks.lost;
    if (page.fresh > 0 && !page.landing.has_value()) --page.fresh;
    page.scroll = scroll;
    page.share = most > 0 ? scroll / most : 1.0f;
    page.top = page.galley.place_below(scroll - page.body_top);
    keep_landmarks(reading, scroll);
    if (!rests) return;
    const app::Reader& reader = reading.model.reader;
    const std::string& path = reading.document().path;
    if (page.said_share < 0) {
        // Just landed: nothing has been read yet, unless the whole document fits on the screen.
        page.said_share = most > 0 || reader.read.contains(path) ? page.share : 0.0f;
    }
    say_place(reading, path);

    if (reading.side != 0) return;
    if (page.places.size() <= reader.back.size()) page.places.resize(reader.back.size() + 1);
    page.places[reader.back.size()] = {path, reader.here.anchor, page.share};
}

}  // namespace ui
