#include "book/document_file.h"

#include "base/text.h"
#include "book/front_matter.h"
#include "book/limits.h"
#include "book/markdown.h"
#include "book/paths.h"
#include "book/sections.h"

namespace book {
namespace {

std::string stem_of(const std::string& path) {
    const auto slash = path.rfind('/');
    const std::string name = slash == std::string::npos ? path : path.substr(slash + 1);
    return name.substr(0, name.rfind('.'));
}

// What cannot be parsed safely is still readable, line by line, and nothing of it can reach the wall.
Markdown as_plain_text(std::string_view body, int first_line) {
    constexpr std::size_t most_shown = std::size_t{64} << 10;
    Markdown result;
    Block block;
    block.type = BlockType::code;
    block.line = first_line;
    Span span;
    span.marks = mark_code;
    for (const std::string_view line : base::lines(body.substr(0, most_shown))) {
        for (const char c : line.substr(0, 400))
            if (static_cast<unsigned char>(c) >= 0x20 && c != 0x7F) span.text += c;
        span.text += '\n';
    }
    span.text = base::sanitised(span.text);
    block.spans.push_back(std::move(span));
    result.blocks.push_back(std::move(block));
    return result;
}

Markdown read_body(const Split& split, Faults& faults) {
    const auto found = excesses(split.body, split.body_line);
    if (found.empty()) return read_markdown(split.body, split.body_line);
    for (const Excess& excess : found)
        faults.error(excess.kind, excess.line, excess.detail + ". The text is shown unformatted");
    return as_plain_text(split.body, split.body_line);
}

// A picture from outside the handbook is never opened: its alternative text stands in its place.
void close_images(std::vector<Block>& blocks, const Document& document, Faults& faults) {
    for (Block& block : blocks) {
        if (block.type == BlockType::image && !image_name(document.language, document.path, block.source)) {
            faults.error(ProblemKind::image_missing, block.line,
                         "the picture `" + block.source +
                             "` does not lie in images/ of this handbook; put it there and link to it relatively",
                         {block.source});
            block.source.clear();
        }
        close_images(block.children, document, faults);
    }
}

}  // namespace

Draft read_document(std::string_view bytes, const std::string& path, const std::string& language, Faults& faults) {
    Draft draft;
    Document& document = draft.document;
    document.path = path;
    document.language = language;
    document.title = stem_of(path);
    document.revision = hash_of(bytes, hash_of(path));
    const std::string text = base::sanitised(bytes);
    const Split split = split_front_matter(text);
    read_front_matter(split, document, draft.picture_line, faults);
    Markdown source = read_body(split, faults);
    if (source.cut_at_line != 0)
        faults.error(ProblemKind::too_deep, source.cut_at_line,
                     "lists or quotes nested deeper than 32 levels are left out; use fewer levels");
    const auto report_large = [&](std::vector<Block>& blocks) {
        for (const int line : cut_large_blocks(blocks))
            faults.error(
                ProblemKind::block_too_large, line,
                "more than " + std::to_string(most_block_bytes >> 10) +
                    " KiB of text in one paragraph or quote; the rest of it is left out. Part it with empty lines");
    };
    report_large(source.blocks);
    for (Footnote& footnote : source.footnotes) report_large(footnote.blocks);
    document.blocks = std::move(source.blocks);
    document.links = std::move(source.links);
    document.footnotes = std::move(source.footnotes);
    close_images(document.blocks, document, faults);
    for (Footnote& footnote : document.footnotes) close_images(footnote.blocks, document, faults);
    cut_sections(document, source, faults);
    cut_slides(document, source, faults);
    for (Slide& slide : document.slides) slide.picture = image_name(language, path, slide.picture).value_or("");
    return draft;
}

std::uint64_t hash_of(std::string_view text, std::uint64_t seed) {
    for (const char c : text) seed = (seed ^ static_cast<unsigned char>(c)) * 0x100000001b3u;
    return seed;
}

}  // namespace book
