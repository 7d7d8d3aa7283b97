#include <imgui_internal.h>

#include <algorithm>
#include <cmath>

#include "ui/index.h"
#include "ui/views/reader_problems.h"

namespace ui {
namespace {

constexpr std::size_t most_on_page = 4;

std::string line_of(const words::Catalogue& words, const book::Problem& problem) {
    return problem.line > 0 ? words(words::Key::reader_problem_line, {{"line", problem.line}})
                            : words[words::Key::reader_problem_whole];
}

}  // namespace

void draw_problem(Context& context, const words::Catalogue& words, const book::Problem& problem, float width,
                  bool with_file, ImU32 ink, ImU32 quiet) {
    const std::string place = with_file ? problem.file + " · " + line_of(words, problem) : line_of(words, problem);
    text(context, place, {.size = text_small, .face = book::Face::semibold, .colour = quiet, .wrap = width});
    text(context, reader_problem(words, problem), {.size = 15, .colour = ink, .wrap = width});
    if (!problem.excerpt.empty()) {
        gap(context, 4);
        const TextStyle source{.size = text_small, .face = book::Face::mono, .colour = ink, .line = 1.6f};
        const float pad = std::round(context.px(8));
        const ImVec2 at = ImGui::GetCursorScreenPos();
        const float height = text_size(context, "M", source).y;
        ImGui::GetWindowDrawList()->AddRectFilled(at, {at.x + width, at.y + height}, faded(ink, 0.07f), context.px(4));
        ImGui::SetCursorScreenPos({at.x + pad, at.y});
        text(context, fitted(context, problem.excerpt, source, width - 2 * pad), source);
        ImGui::SetCursorScreenPos({at.x, at.y + height});
        gap(context, 4);
    }
    if (!problem.detail.empty())
        text(context, problem.detail,
             {.size = text_small, .face = book::Face::mono, .colour = quiet, .wrap = width, .line = 1.5f});
}

void draw_page_problems(Reading& reading, float width) {
    Context& context = reading.context;
    const words::Catalogue& words = reading.words();
    const std::vector<int>& problems = reading.state.facts.problems[static_cast<std::size_t>(reading.index)];
    const auto problem = [&](std::size_t i) -> const book::Problem& {
        return reading.book.problems[static_cast<std::size_t>(problems[i])];
    };
    bool serious = false;
    for (std::size_t i = 0; i < problems.size(); ++i) serious = serious || problem(i).error;
    const Palette& p = context.palette;
    const ImU32 ink = serious ? p.on_amber_soft : p.on_primary_soft;
    callout(context, "page-problems", width, serious, [&](float inner) {
        text(context, words[words::Key::reader_problems_here],
             {.size = text_body, .face = book::Face::semibold, .colour = ink, .wrap = inner});
        for (std::size_t i = 0; i < std::min(problems.size(), most_on_page); ++i) {
            gap(context, 8);
            draw_problem(context, words, problem(i), inner, false, ink, ink);
        }
        if (problems.size() > most_on_page) {
            gap(context, 8);
            if (reader_link(context, "more-problems",
                            words(words::Key::reader_problem_more,
                                  {{"count", static_cast<int>(problems.size() - most_on_page)}}),
                            {.size = 14, .face = book::Face::semibold, .colour = ink}, inner))
                reading.state.problems_open = true;
        }
    });
}

void draw_problem_list(Reading& reading) {
    ReaderState& state = reading.state;
    if (!state.problems_open) return;
    if (reading.book.problems.empty()) {
        state.problems_open = false;
        return;
    }
    Context& context = reading.context;
    const words::Catalogue& words = reading.words();
    const bool keep = dialog(context, "reader-problems", words[words::Key::reader_problems_title], 720, [&] {
        const float width = ImGui::GetContentRegionAvail().x;
        text(context, words[words::Key::reader_problems_explained],
             {.size = text_body, .colour = context.palette.muted, .wrap = width});
        gap(context, 16);
        const float height = std::min(context.px(440), ImGui::GetMainViewport()->Size.y * 0.55f);
        scroll_area(context, "problem-list", {width, height}, [&] {
            const float inner = width - std::round(context.px(20));
            for (std::size_t i = 0; i < reading.book.problems.size(); ++i) {
                const book::Problem& problem = reading.book.problems[i];
                const int document = state.facts.problem_documents[i];
                if (i > 0) {
                    gap(context, 10);
                    divider(context);
                    gap(context, 10);
                }
                ImGui::PushID(static_cast<int>(i));
                if (document >= 0) {
                    const book::Document& target = reading.book.documents[static_cast<std::size_t>(document)];
                    if (reader_link(context, "open", reader_name(target),
                                    {.size = 15, .face = book::Face::semibold, .colour = context.palette.primary},
                                    inner)) {
                        state.problems_open = false;
                        context.say(app::OpenDocument{target.path, {}});
                        state.pages[0].wanted_line = problem.line;
                    }
                }
                draw_problem(context, words, problem, inner, true, context.palette.ink, context.palette.muted);
                ImGui::PopID();
            }
        });
    });
    if (!keep) state.problems_open = false;
}

void draw_missing_handbook(const app::Model& model, Context& context, ImVec2 size) {
    const book::Handbook& book = *model.handbook;
    const words::Catalogue& words = model.words;
    const bool missing =
        std::any_of(book.problems.begin(), book.problems.end(),
                    [](const book::Problem& p) { return p.kind == book::ProblemKind::programme_missing; }) ||
        book.problems.empty();
    const std::u8string folder = book.folder.u8string();
    const std::string where(folder.begin(), folder.end());
    scroll_area(context, "missing-handbook", size, [&] {
        const float width = std::min(context.px(640), size.x - 2 * context.px(48));
        const ImVec2 at = ImGui::GetCursorScreenPos();
        const ReaderColumn column({at.x + std::round((size.x - width) / 2), at.y + std::round(context.px(96))}, width);
        const float mark = std::round(context.px(40));
        icon(context, *ImGui::GetWindowDrawList(), Icon::book, ImGui::GetCursorScreenPos(), mark,
             context.palette.primary);
        ImGui::Dummy({mark, mark});
        gap(context, 16);
        text(context, words[missing ? words::Key::reader_missing_title : words::Key::reader_broken_title],
             {.size = text_display, .face = book::Face::bold, .wrap = width, .line = 1.2f});
        gap(context, 16);
        text(context,
             words(missing ? words::Key::reader_missing_text : words::Key::reader_broken_text, {{"folder", where}}),
             {.size = text_body, .wrap = width, .line = 1.55f});
        for (const book::Problem& problem : book.problems) {
            gap(context, 20);
            draw_problem(context, words, problem, width, true, context.palette.ink, context.palette.muted);
        }
        gap(context, 64);
    });
}

}  // namespace ui
