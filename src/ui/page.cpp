#include "ui/page.h"

#include <algorithm>
#include <cmath>

#include "ui/alert_sign.h"
#include "ui/fonts.h"
#include "ui/index.h"
#include "ui/kit.h"

namespace ui {
namespace {

struct Painter {
    const book::Layout& layout;
    ImVec2 origin;
    ImVec2 clip_min, clip_max;
    Context& context;
    const Palette& palette;
    PaintOptions& options;
    ImDrawList& list;
    PageEvents events;
    int last_link = -1;  ///< a link is one item, however many runs and lines it takes
    int last_footnote = -1;
    book::Rect group;            ///< the runs of that item so far
    bool group_answers = false;  ///< it is hovered or was clicked

    float top() const { return clip_min.y - origin.y; }
    float bottom() const { return clip_max.y - origin.y; }

    float shift(std::int32_t pane) const {
        if (pane < 0 || options.pane_scroll == nullptr) return 0;
        const book::Pane& area = layout.panes[static_cast<std::size_t>(pane)];
        float& scroll = (*options.pane_scroll)[pane];
        scroll = std::clamp(scroll, 0.0f, std::max(0.0f, area.content_width - area.box.width));
        return scroll;
    }

    void enter(std::int32_t pane) {
        if (pane < 0) return;
        const book::Rect& box = layout.panes[static_cast<std::size_t>(pane)].box;
        list.PushClipRect({origin.x + box.x, origin.y + box.y}, {origin.x + box.right(), origin.y + box.bottom()},
                          true);
    }
    void leave(std::int32_t pane) {
        if (pane >= 0) list.PopClipRect();
    }

    void shape(const book::Shape& shape) {
        const float x = origin.x + shape.box.x - shift(shape.pane);
        const ImVec2 min{std::round(x), std::round(origin.y + shape.box.y)};
        const ImVec2 max{std::round(x + shape.box.width), std::round(origin.y + shape.box.bottom())};
        const ImU32 fill = faded(colour(palette, shape.tone), options.opacity);
        const ImVec2 middle{(min.x + max.x) / 2, (min.y + max.y) / 2};
        const float half = std::min(max.x - min.x, max.y - min.y) / 2;
        enter(shape.pane);
        switch (shape.type) {
            case book::ShapeType::fill: list.AddRectFilled(min, max, fill, shape.radius); break;
            case book::ShapeType::outline:
                list.AddRect(min, max, fill, shape.radius, 0, std::max(1.0f, context.scale));
                break;
            case book::ShapeType::line:
                list.AddRectFilled(min, {std::max(max.x, min.x + 1), std::max(max.y, min.y + 1)}, fill);
                break;
            case book::ShapeType::bullet: list.AddCircleFilled(middle, half, fill); break;
            case book::ShapeType::ring: list.AddCircle(middle, half, fill, 0, std::max(1.2f, context.scale)); break;
            case book::ShapeType::checkbox:
                list.AddRect(min, max, faded(palette.edge, options.opacity), half * 0.4f, 0,
                             std::max(1.2f, 1.4f * context.scale));
                break;
            case book::ShapeType::closed:
                list.AddTriangleFilled({min.x + half * 0.4f, min.y}, {max.x - half * 0.1f, middle.y},
                                       {min.x + half * 0.4f, max.y}, fill);
                break;
            case book::ShapeType::opened:
                list.AddTriangleFilled({min.x, min.y + half * 0.4f}, {max.x, min.y + half * 0.4f},
                                       {middle.x, max.y - half * 0.1f}, fill);
                break;
            case book::ShapeType::sign: alert_sign(list, shape.tone, min, max.x - min.x, fill); break;
            case book::ShapeType::checkbox_ticked:
                list.AddRectFilled(min, max, faded(palette.primary, options.opacity), half * 0.4f);
                icon(context, list, Icon::check, min, max.x - min.x, faded(palette.on_primary, options.opacity));
                break;
        }
        leave(shape.pane);
    }

    void picture(const book::Picture& picture) {
        const ImVec2 min{origin.x + picture.box.x, origin.y + picture.box.y};
        const ImVec2 max{origin.x + picture.box.right(), origin.y + picture.box.bottom()};
        const Texture texture = context.pictures != nullptr ? context.pictures->texture(picture.source) : Texture{};
        if (texture.width > 0) {
            list.AddImageRounded(texture.id, min, max, {0, 0}, {1, 1}, faded(IM_COL32_WHITE, options.opacity),
                                 context.px(radius));
            return;
        }
        // Without the file the alternative text stands in its place: nothing is silently empty.
        list.AddRectFilled(min, max, faded(palette.primary_soft, options.opacity), context.px(radius));
        const float pad = context.px(16);
        text_at(context, {min.x + pad, min.y + pad}, picture.alt,
                {.size = text_body,
                 .face = book::Face::italic,
                 .colour = palette.on_primary_soft,
                 .wrap = max.x - min.x - 2 * pad});
    }

    void run(const book::Line& line, const book::Run& run) {
        const float x = origin.x + run.x - shift(line.pane);
        const float baseline = origin.y + line.baseline - run.rise;
        const ImU32 ink = faded(colour(palette, run.tone), options.opacity);
        const float height = run.font.size;
        if ((run.marks & book::mark_code) != 0) {
            const float pad = std::round(height * 0.18f);
            list.AddRectFilled({x - pad, baseline - height * 0.95f}, {x + run.width + pad, baseline + height * 0.3f},
                               faded(colour(palette, book::Tone::code_ground), options.opacity), height * 0.2f);
        }
        if ((run.marks & book::mark_key) != 0) {
            const float pad = std::round(height * 0.25f);
            const ImVec2 min{x - pad, std::round(baseline - height * 0.98f)};
            const ImVec2 max{x + run.width + pad, std::round(baseline + height * 0.36f)};
            list.AddRectFilled(min, max, faded(colour(palette, book::Tone::key_ground), options.opacity), height * 0.25f);
            list.AddRect(min, max, faded(palette.edge, options.opacity), height * 0.25f, 0,
                         std::max(1.0f, context.scale));
        }
        draw_text(list, context.fonts, run.font, {x, baseline}, ink, layout.text_of(run));
        const float thickness = std::max(1.0f, std::round(height / 16));
        if ((run.marks & book::mark_strike) != 0) {
            const float y = std::round(baseline - height * 0.28f);
            list.AddRectFilled({x, y}, {x + run.width, y + thickness}, ink);
        }
        if (run.link >= 0 || run.footnote >= 0) {
            if (run.link >= 0) {
                const float y = std::round(baseline + height * 0.16f);
                list.AddRectFilled({x, y}, {x + run.width, y + thickness}, faded(ink, 0.6f));
            }
            if (!options.interactive) return;
            ImVec2 min{x, baseline - height}, max{x + run.width, baseline + height * 0.35f};
            // What is scrolled out of a table's pane is not there to be pressed.
            if (line.pane >= 0) {
                const book::Rect& pane = layout.panes[static_cast<std::size_t>(line.pane)].box;
                min.x = std::max(min.x, origin.x + pane.x);
                max.x = std::min(max.x, origin.x + pane.right());
                if (max.x - min.x < 1) return;
            }
            item(line, run, min, max);
        }
    }

    ImU32 ground_of(HighlightType type) const {
        switch (type) {
            case HighlightType::selection: return faded(palette.primary, 0.28f);
            case HighlightType::found: return faded(palette.amber, 0.32f);
            case HighlightType::found_here: return faded(palette.amber, 0.75f);
            case HighlightType::added: return faded(palette.good, 0.28f);
            case HighlightType::removed: return faded(palette.warm, 0.25f);
            case HighlightType::term: return faded(palette.muted, 0.8f);
        }
        return 0;
    }

    float x_at(const book::Run& run, std::uint32_t offset) const {
        if (offset <= run.begin) return run.x;
        if (offset >= run.end) return run.x + run.width;
        return run.x + FontMeasure(context.fonts).advance(
                           run.font, std::string_view(layout.text).substr(run.begin, offset - run.begin));
    }

    /// New words are underlined and gone ones struck out: colour alone says nothing to many.
    void line_of_change(HighlightType type, float left, float right, const book::Line& line) {
        if (type != HighlightType::added && type != HighlightType::removed) return;
        const bool added = type == HighlightType::added;
        const float thick = std::max(1.0f, std::round(1.5f * context.scale));
        const float y = std::round(origin.y + line.baseline + line.height * (added ? 0.14f : -0.19f));
        list.AddRectFilled({std::round(left), y}, {std::round(right), y + thick},
                           faded(added ? palette.good : palette.warm, options.opacity));
    }

    /// What is marked of a line, under its text. The lines of a stretch are few, and so are the marks in view.
    void marks_under(const book::Line& line) {
        if (options.highlights.empty()) return;
        for (const Highlight& mark : options.highlights) {
            float left = 0, right = 0;
            bool any = false;
            for (std::uint32_t r = line.first_run; r < line.end_run; ++r) {
                const book::Run& run = layout.runs[r];
                if (run.set_only || run.end <= mark.begin || run.begin >= mark.end) continue;
                if (!any) left = x_at(run, mark.begin);
                right = x_at(run, mark.end);
                any = true;
            }
            if (!any) continue;
            const float x = origin.x - shift(line.pane);
            if (mark.type == HighlightType::term) {
                term(line, mark, x + left, x + right);
                continue;
            }
            const bool word = mark.type != HighlightType::selection;
            const float inset = word ? std::round(line.height * 0.1f) : 0;
            list.AddRectFilled({std::round(x + left), std::round(origin.y + line.y + inset)},
                               {std::round(x + right), std::round(origin.y + line.y + line.height - inset)},
                               faded(ground_of(mark.type), options.opacity), word ? context.px(3) : 0);
            line_of_change(mark.type, x + left, x + right, line);
        }
    }

    /// A dotted line below a word that is explained. It can be pointed at, but is no stop for Tab: a page may have many.
    void term(const book::Line& line, const Highlight& mark, float left, float right) {
        const float dot = std::max(1.0f, std::round(context.scale));
        const float y = std::round(origin.y + line.baseline + 3 * dot);
        const ImU32 ink = faded(ground_of(mark.type), options.opacity);
        for (float x = std::round(left); x + dot <= right; x += 3 * dot) list.AddRectFilled({x, y}, {x + dot, y + dot}, ink);
        if (!options.interactive || right - left < 1) return;
        const ImVec2 min{left, origin.y + line.y}, max{right, origin.y + line.y + line.height};
        if (max.y < clip_min.y || min.y > clip_max.y) return;
        ImGui::SetCursorScreenPos(min);
        ImGui::Dummy({max.x - min.x, max.y - min.y});
        if (!ImGui::IsItemHovered()) return;
        events.term_hovered = mark.value;
        events.rested = ImGui::IsItemHovered(ImGuiHoveredFlags_DelayNormal);
        events.box = events.whole = {min.x, min.y, max.x - min.x, max.y - min.y};
    }

    /// An invisible button on the page; true when pressed.
    bool press(const char* kind, int number, ImVec2 min, ImVec2 max, ItemRole role, std::string_view label, bool on) {
        ImGui::SetCursorScreenPos(min);
        const std::string id = std::string(kind) + "/" + std::to_string(number);
        const bool pressed = ImGui::InvisibleButton(id.c_str(), {std::max(1.0f, max.x - min.x), std::max(1.0f, max.y - min.y)},
                                                    ImGuiButtonFlags_EnableNav);
        report(role, id, label, false, on);
        if (ImGui::IsItemHovered()) ImGui::SetMouseCursor(ImGuiMouseCursor_Hand);
        focus_ring(context, 6);
        return pressed;
    }

    void control(const book::Control& control, int number) {
        const float x = origin.x + control.box.x - shift(control.pane);
        const bool task = control.type == book::Control::Type::task;
        if (press(task ? "task" : "details", number, {x, origin.y + control.box.y},
                  {x + control.box.width, origin.y + control.box.bottom()}, ItemRole::toggle, control.label, control.on))
            events.switched = &control;
    }

    void item(const book::Line& line, const book::Run& run, ImVec2 min, ImVec2 max) {
        if (min.y < clip_min.y - (max.y - min.y) || max.y > clip_max.y + (max.y - min.y)) return;
        const bool first = run.link >= 0 ? run.link != last_link : run.footnote != last_footnote;
        last_link = run.link;
        last_footnote = run.footnote;
        ImGui::SetCursorScreenPos(min);
        ImGui::PushID(static_cast<int>(run.begin));
        // Only a link's first run takes part in keyboard navigation, or Tab would stop on every line of it.
        if (!first) ImGui::PushItemFlag(ImGuiItemFlags_NoNav | ImGuiItemFlags_NoTabStop, true);
        const bool clicked = ImGui::InvisibleButton(
            "run", {std::max(1.0f, max.x - min.x), std::max(1.0f, max.y - min.y)}, ImGuiButtonFlags_EnableNav);
        if (!first) ImGui::PopItemFlag();
        if (first) {
            report(ItemRole::link, {}, layout.text_of(run));
            focus_ring(context, 4);
        }
        ImGui::PopID();
        const bool focused = ImGui::IsItemFocused() && ImGui::GetIO().NavVisible;
        const bool pointed = ImGui::IsItemHovered() && ImGui::IsMouseHoveringRect(min, max);
        const bool hovered = pointed || focused;
        const book::Rect own{min.x, origin.y + line.y, max.x - min.x, line.height};
        if (first) {
            group = own;
            group_answers = false;
        } else {
            const float right = std::max(group.right(), own.right());
            group.x = std::min(group.x, own.x);
            group.width = right - group.x;
            group.height = own.bottom() - group.y;
        }
        if (hovered || clicked) {
            events.box = {min.x, min.y, max.x - min.x, max.y - min.y};
            events.by_keyboard = !pointed;
            events.rested = pointed && ImGui::IsItemHovered(ImGuiHoveredFlags_DelayNormal);
            group_answers = true;
        }
        if (group_answers) events.whole = group;
        if (ImGui::IsItemHovered()) ImGui::SetMouseCursor(ImGuiMouseCursor_Hand);
        if (run.link >= 0) {
            if (clicked) events.link_clicked = run.link;
            if (hovered) events.link_hovered = run.link;
        } else {
            if (clicked) events.footnote_clicked = run.footnote;
            if (hovered) events.footnote_hovered = run.footnote;
        }
    }

    void all() {
        // Shapes and pictures are sorted by top; a tall one may begin far above, so the search goes back by the
        // tallest.
        for (const book::Shape& s : layout.shapes) {
            if (s.box.y > bottom()) break;
            if (s.box.bottom() >= top()) shape(s);
        }
        for (std::size_t i = 0; i < layout.pictures.size(); ++i) {
            const book::Picture& each = layout.pictures[i];
            if (each.box.y > bottom()) break;
            if (each.box.bottom() < top()) continue;
            picture(each);
            const ImVec2 at{origin.x + each.box.x, origin.y + each.box.y};
            if (options.interactive && press("picture", static_cast<int>(i), at,
                                             {at.x + each.box.width, at.y + each.box.height}, ItemRole::button, each.alt,
                                             false))
                events.enlarged = &each;
        }
        if (options.interactive) {
            for (std::size_t i = 0; i < layout.controls.size(); ++i) {
                if (layout.controls[i].box.y > bottom()) break;
                if (layout.controls[i].box.bottom() >= top()) control(layout.controls[i], static_cast<int>(i));
            }
        }
        for (std::size_t i = layout.first_line_below(top()); i < layout.lines.size(); ++i) {
            const book::Line& line = layout.lines[i];
            if (line.y > bottom()) break;
            enter(line.pane);
            marks_under(line);
            for (std::uint32_t r = line.first_run; r < line.end_run; ++r) run(line, layout.runs[r]);
            leave(line.pane);
        }
    }
};

}  // namespace

PageEvents paint(const book::Layout& layout, ImVec2 origin, ImVec2 clip_min, ImVec2 clip_max, Context& context,
                 const Palette& palette, PaintOptions options) {
    Painter painter{layout, origin, clip_min, clip_max, context, palette, options, *ImGui::GetWindowDrawList(), {}};
    painter.all();
    return painter.events;
}

}  // namespace ui
