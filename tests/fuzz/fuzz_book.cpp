// tests/fuzz/fuzz_book.cpp: one file of any bytes goes the whole way, from front matter to the pages of the wall.
// A finding is a crash, a word that is lost on the way, text set over other text, or something private on a slide.
// ./check replays the corpus and fuzzes for a minute; tests/fuzz/README.md says how to look into a finding.
#include <algorithm>
#include <cstdint>
#include <cstdio>
#include <cstdlib>
#include <string>
#include <string_view>
#include <vector>

#include "book/check.h"
#include "book/document_file.h"
#include "book/layout.h"
#include "book/links.h"
#include "book/page_faults.h"
#include "book/readability.h"
#include "book/roles.h"
#include "book/support.h"
#include "book/wall_pages.h"

namespace {

[[noreturn]] void found(const char* what, std::string_view detail) {
    std::fprintf(stderr, "FOUND: %s: %.*s\n", what, static_cast<int>(std::min<std::size_t>(detail.size(), 300)),
                 detail.data());
    std::abort();
}

bool is_letter(char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
}

// Every run of four letters or more stands in `shown`, in the same order.
void words_stand(std::string_view text, std::string_view shown, const char* where) {
    if (const auto word = support::lost_word(text, shown, 4, is_letter)) found(where, *word);
}

void is_plain(const std::vector<book::Block>& blocks) {
    for (const book::Block& block : blocks) {
        for (const book::Span& span : block.spans) {
            const std::string text = "." + span.text;  // a byte order mark is dropped at the very start only
            if (base::sanitised(text) != text) found("not valid UTF-8", span.text);
            if (span.text.empty() && block.type != book::BlockType::code)
                found("an empty span", book::plain_text(block.spans));
        }
        is_plain(block.children);
    }
}

void is_public(const std::vector<book::Block>& blocks) {
    for (const book::Block& block : blocks) {
        if (block.type == book::BlockType::alert || block.type == book::BlockType::details)
            found("private on a slide", book::plain_text(block.children));
        if (book::opens_for_leaders(book::plain_text(block.spans)))
            found("a note on a slide", book::plain_text(block.spans));
        is_public(block.children);
    }
}

// On the page a footnote's mark stands between the words beside it; in plain text it is left out.
std::vector<book::Block> with_gaps_for_marks(std::vector<book::Block> blocks) {
    for (book::Block& block : blocks) {
        for (book::Span& span : block.spans)
            if (span.footnote >= 0) span = {.text = " "};
        block.children = with_gaps_for_marks(std::move(block.children));
    }
    return blocks;
}

void set(const std::vector<book::Block>& blocks, const book::Style& style, float width, bool whole) {
    const support::FixedPitch pitch;
    const book::Layout layout = book::lay_out(blocks, style, width, pitch, support::FixedAspect(0), {.unfolded = true});
    if (const auto fault = support::fault_of(layout)) found("a page", *fault);
    if (whole)
        words_stand(book::plain_text(with_gaps_for_marks(blocks)),
                    std::string_view(layout.text).substr(0, layout.text_end),
                    "word lost in the layout");
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    const std::string_view bytes(reinterpret_cast<const char*>(data), size);
    book::Handbook handbook;
    handbook.folder = "/nowhere";
    book::Faults faults{"nb/del-2/ovelser/a.md", handbook.problems};
    book::Draft draft = book::read_document(bytes, "del-2/ovelser/a.md", "nb", faults);
    handbook.documents.push_back(std::move(draft.document));
    book::resolve_links(handbook);
    book::check(handbook, {draft.picture_line});
    const book::Document& document = handbook.documents.front();
    static_cast<void>(book::figures_of(handbook, document));
    for (const book::Problem& problem : handbook.problems)
        if (problem.detail.empty() || book::to_line(problem).find('\0') != std::string::npos)
            found("a problem without a message", "");

    is_plain(document.blocks);
    set(document.blocks, book::Style::reader(16), 680, true);
    set(document.blocks, book::Style::reader(34), 90, true);
    for (const book::Footnote& footnote : document.footnotes) {
        is_plain(footnote.blocks);
        set(footnote.blocks, book::Style::reader(16), 400, true);
    }
    const auto onto_the_wall = [](const std::vector<book::Block>& blocks) {
        std::string shown;
        for (const auto& page : book::wall_pages(blocks)) {
            set(page, book::Style::wall(720), 900, false);
            shown += book::plain_text(page) + "\n\n";
        }
        words_stand(book::plain_text(blocks), shown, "word lost on the wall");
    };
    onto_the_wall(document.blocks);
    for (const book::Slide& slide : document.slides) {
        is_public(slide.body);
        onto_the_wall(slide.body);
    }
    return 0;
}
