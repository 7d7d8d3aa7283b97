#include <algorithm>
#include <cmath>

#include "ui/index.h"
#include "ui/views/reader_problems.h"

namespace ui {
namespace {

/// The first words of what is set of a block itself.
std::string first_words(const book::Block& block) {
    constexpr std::size_t enough = 40;
    std::string text;
    for (const book::Span& span : block.spans) {
        if (span.footnote >= 0 || span.text == "\n") break;
        text += span.text;
        if (text.size() >= enough) break;
    }
    text.resize(std::min(text.size(), enough));
    return text;
}

struct Search {
    const book::Layout& layout;
    int line = 0;
    std::size_t at = 0;  ///< in the layout's text: blocks follow each other in it
    std::size_t picture = 0;
    float y = 0;

    /// False when the block with the line lies behind.
    bool look(const std::vector<book::Block>& blocks) {
        for (const book::Block& block : blocks)
            if (!look(block)) return false;
        return true;
    }
    bool look(const book::Block& block) {
        if (block.line > line) return false;
        if (block.type == book::BlockType::image && picture < layout.pictures.size() &&
            layout.pictures[picture].source == block.source) {
            y = layout.pictures[picture++].box.y;
            return true;
        }
        if (const std::string words = first_words(block); !words.empty()) {
            const std::size_t found = layout.text.find(words, at);
            if (found < layout.text_end) {
                at = found + 1;
                const std::size_t row = layout.line_of(static_cast<std::uint32_t>(found));
                if (row < layout.lines.size()) y = layout.lines[row].y;
            }
        }
        return look(block.children);
    }
};

void refresh(Reading& reading, ProblemMarks& marks, float width) {
    ReaderPage& page = reading.page();
    const book::Document& document = reading.document();
    const bool same = marks.document == document.path && marks.revision == document.revision &&
                      marks.handbook == static_cast<const void*>(&reading.book);
    if (!same) {
        marks = {};
        marks.document = document.path;
        marks.revision = document.revision;
        marks.handbook = &reading.book;
        for (const int problem : reading.state.facts.problems[static_cast<std::size_t>(reading.index)]) {
            const int line = reading.book.problems[static_cast<std::size_t>(problem)].line;
            // What is about the fields over the text stands in the box at the top of the page.
            if (line <= 0 || document.blocks.empty() || line < document.blocks.front().line) continue;
            marks.all.push_back({problem, stretch_of_line(page.galley, line), -1, 0});
        }
    } else if (marks.width != width || marks.scale != reading.context.scale || marks.switches != page.switches) {
        for (ProblemMark& mark : marks.all) mark.y = -1;
    }
    marks.width = width;
    marks.scale = reading.context.scale;
    if (marks.switches != page.switches) marks.switches = page.switches;
}

void explain(Reading& reading, ProblemMarks& marks) {
    Context& context = reading.context;
    const Palette& p = context.palette;
    popup(context, "problem-explained", {20, 16}, radius, [&] {
        if (marks.explained >= 0 && marks.explained < static_cast<int>(reading.book.problems.size()))
            draw_problem(context, reading.words(), reading.book.problems[static_cast<std::size_t>(marks.explained)],
                         std::round(std::min(context.px(360), ImGui::GetMainViewport()->Size.x * 0.6f)), false, p.ink,
                         p.muted);
        // When the text came anew the remark may be about something else, or gone.
        if (marks.explained < 0 || ImGui::IsKeyPressed(ImGuiKey_Escape, false)) ImGui::CloseCurrentPopup();
    });
}

}  // namespace

std::uint32_t stretch_of_line(const book::Galley& galley, int line) {
    std::uint32_t found = 0;
    std::vector<book::Block> kept;
    for (std::uint32_t i = 0; i < galley.size(); ++i) {
        const std::span<const book::Block> blocks = galley.blocks(i, kept);
        if (blocks.empty()) continue;
        // Of a list that is divided, a part begins where its first item does.
        const book::Block& first = blocks.front();
        const int begins =
            first.type == book::BlockType::list && !first.children.empty() ? first.children.front().line : first.line;
        if (begins > line) break;
        found = i;
    }
    return found;
}

float y_of_line(book::Galley& galley, std::uint32_t stretch, int line) {
    std::vector<book::Block> kept;
    const std::span<const book::Block> blocks = galley.blocks(stretch, kept);
    Search search{galley.layout(stretch), line};
    for (const book::Block& block : blocks)
        if (!search.look(block)) break;
    return search.y;
}

void draw_problem_marks(Reading& reading, ImVec2 origin, float room, float width) {
    Context& context = reading.context;
    ReaderPage& page = reading.page();
    if (reading.state.facts.problems[static_cast<std::size_t>(reading.index)].empty()) return;
    const float side = std::round(context.px(24));
    if (room < side + context.px(20)) return;
    if (!page.problem_marks) page.problem_marks = std::make_shared<ProblemMarks>();
    ProblemMarks& marks = *page.problem_marks;
    refresh(reading, marks, width);
    const ImRect clip = ImGui::GetCurrentWindow()->InnerClipRect;
    float below = -1e9f;
    for (ProblemMark& mark : marks.all) {
        const float top = origin.y + page.galley.top_of(mark.stretch);
        const float bottom = mark.stretch + 1 < page.galley.size() ? origin.y + page.galley.top_of(mark.stretch + 1)
                                                                   : origin.y + page.galley.height();
        if (bottom < clip.Min.y || top > clip.Max.y) continue;
        const book::Problem& problem = reading.book.problems[static_cast<std::size_t>(mark.problem)];
        // Set anew since (another size, details opened): a place in it is another place.
        if (mark.set_height != bottom - top) mark.y = -1;
        mark.set_height = bottom - top;
        if (mark.y < 0) mark.y = std::max(0.0f, y_of_line(page.galley, mark.stretch, problem.line));
        // Two remarks on one paragraph stand below each other.
        const float y = std::max(below, std::round(top + mark.y));
        below = y + side;
        if (y + side < clip.Min.y || y > clip.Max.y) continue;
        const ImVec2 at{origin.x - side - std::round(context.px(22)), y};
        ImGui::SetCursorScreenPos(at);
        const std::string id = "problem/" + std::to_string(problem.line) + "/" + std::to_string(mark.problem);
        const bool pressed = ImGui::InvisibleButton(id.c_str(), {side, side}, ImGuiButtonFlags_EnableNav);
        report(ItemRole::button, side_id(reading, id), reader_problem(reading.words(), problem));
        const bool asked = ImGui::IsItemHovered() || (ImGui::IsItemFocused() && ImGui::GetIO().NavVisible);
        if (ImGui::IsItemHovered()) ImGui::SetMouseCursor(ImGuiMouseCursor_Hand);
        focus_ring(context, 6);
        const float inset = std::round(context.px(3));
        icon(context, *ImGui::GetWindowDrawList(), Icon::warning, {at.x + inset, at.y + inset}, side - 2 * inset,
             problem.error ? context.palette.warm : context.palette.muted);
        if (pressed) {
            marks.explained = mark.problem;
            ImGui::OpenPopup("problem-explained");
        } else if (asked && !ImGui::IsPopupOpen("problem-explained")) {
            tooltip(context, reader_problem(reading.words(), problem));
        }
    }
    explain(reading, marks);
}

}  // namespace ui
