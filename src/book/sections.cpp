#include "book/sections.h"

#include <algorithm>
#include <iterator>
#include <set>

#include "book/privacy.h"
#include "book/roles.h"

namespace book {
namespace {

bool ends_section(const Block& block) {
    return block.type == BlockType::heading && block.level <= 2;
}

// The section under the last block of the document so far.
Section section_here(const Document& document) {
    Section section;
    const Block& heading = document.blocks.back();
    section.title = plain_text(heading.spans);
    section.anchor = heading.anchor;
    section.heading = document.blocks.size() - 1;
    section.first = document.blocks.size();
    section.role = role_of_heading(section.title).value_or(Role::leaders);
    // Only exercises have a text for the wall; a chapter may well explain what "På veggen" means.
    if (section.role == Role::wall && document.kind != Kind::exercise) section.role = Role::leaders;
    return section;
}

void report(const Private& taken, std::string_view where, Faults& faults) {
    for (const PrivateFind& find : taken.finds) {
        switch (find.reason) {
            case PrivateReason::leaders_note:
                faults.warning(ProblemKind::note_not_private, find.line,
                               "a note to the leaders stands in " + std::string(where) +
                                   "; it is kept off the wall. Move it under «Til kurslederne»");
                break;
            case PrivateReason::other_alert:
                faults.warning(ProblemKind::role_unknown, find.line,
                               "this alert in " + std::string(where) +
                                   " is kept off the wall, since only the leaders see alerts. Write plain text for the "
                                   "wall, or open it with "
                                   "**Til kursleder.**");
                break;
            case PrivateReason::unmarked_note:
                faults.warning(ProblemKind::note_not_private, find.line,
                               "this reads like a note to the leaders in " + std::string(where) +
                                   " and is kept off the wall. Write it as `> [!NOTE]` with **Til kursleder.** first");
                break;
            case PrivateReason::raw_html:
                faults.warning(ProblemKind::role_unknown, find.line,
                               "raw HTML in " + std::string(where) +
                                   ", and what follows it, is kept off the wall. Write it as Markdown");
                break;
        }
    }
}

std::set<int> html_lines_of(const Markdown& source) {
    return {source.html_lines.begin(), source.html_lines.end()};
}

void move_behind(std::vector<Block>& blocks, std::vector<Block>& more) {
    blocks.insert(blocks.end(), std::make_move_iterator(more.begin()), std::make_move_iterator(more.end()));
}

// The first picture at any depth, taken out.
bool take_picture(std::vector<Block>& blocks, Block& picture) {
    for (auto at = blocks.begin(); at != blocks.end(); ++at) {
        if (at->type == BlockType::image) {
            picture = std::move(*at);
            blocks.erase(at);
            return true;
        }
        if (at->type != BlockType::table && take_picture(at->children, picture)) return true;
    }
    return false;
}

std::size_t count_pictures(const std::vector<Block>& blocks) {
    std::size_t count = 0;
    for (const Block& block : blocks) count += block.type == BlockType::image ? 1 : count_pictures(block.children);
    return count;
}

// `comments`: in the order of their lines.
void add_comments(Slide& slide, const std::vector<Comment>& comments, int next_line, Faults& faults) {
    const auto before = [](const Comment& comment, int line) { return comment.line < line; };
    for (auto at = std::lower_bound(comments.begin(), comments.end(), slide.line, before);
         at != comments.end() && at->line < next_line; ++at) {
        const Comment& comment = *at;
        if (comment.text.empty()) continue;
        Block note;
        note.line = comment.line;
        Span span;
        for (const char c : comment.text) span.text += static_cast<unsigned char>(c) < 0x20 ? ' ' : c;
        note.spans.push_back(std::move(span));
        slide.notes.push_back(std::move(note));
        faults.warning(ProblemKind::role_unknown, comment.line,
                       "an HTML comment in a slide is kept as a note for the leaders only. Write it as `> [!NOTE]` "
                       "with **Til kursleder.** first");
    }
}

}  // namespace

void cut_sections(Document& document, const Markdown& source, Faults& faults) {
    const std::set<int> html_lines = html_lines_of(source);
    std::vector<Block> read = std::move(document.blocks);
    document.blocks.clear();
    document.blocks.reserve(read.size());
    for (auto at = read.begin(); at != read.end();) {
        document.blocks.push_back(std::move(*at++));
        if (!ends_section(document.blocks.back()) || document.blocks.back().level != 2) continue;
        Section section = section_here(document);
        const auto end = std::find_if(at, read.end(), ends_section);
        std::vector<Block> content(std::make_move_iterator(at), std::make_move_iterator(end));
        at = end;
        section.end = section.first + content.size();
        if (section.role == Role::wall) {
            // What is private is put behind the section, where only readers meet it.
            Private taken = take_private(content, html_lines);
            report(taken, "«" + std::string(heading_for(Role::wall)) + "»", faults);
            section.end = section.first + content.size();
            move_behind(content, taken.blocks);
        } else if (document.kind == Kind::exercise && !role_of_heading(section.title)) {
            faults.warning(ProblemKind::role_unknown, document.blocks.back().line,
                           "the heading «" + section.title +
                               "» has no known role and is for the leaders only; use Mål, Slik gjør dere, "
                               "På veggen, Til kurslederne or Ark",
                           {section.title});
        }
        move_behind(document.blocks, content);
        document.sections.push_back(std::move(section));
    }
}

void cut_slides(Document& document, const Markdown& source, Faults& faults) {
    if (document.kind != Kind::presentation) return;
    const std::set<int> html_lines = html_lines_of(source);
    std::vector<Comment> comments = source.comments;
    std::stable_sort(comments.begin(), comments.end(),
                     [](const Comment& a, const Comment& b) { return a.line < b.line; });
    for (const Section& section : document.sections) {
        const Block& heading = document.blocks[section.heading];
        if (section.title.empty() || opens_for_leaders(section.title)) {
            faults.warning(ProblemKind::note_not_private, heading.line,
                           "«" + section.title +
                               "» is no title for a slide; what stands under it is kept off the wall. Give the slide a "
                               "title, and write notes as `> [!NOTE]` with **Til kursleder.** first");
            continue;
        }
        Slide slide;
        slide.title = section.title;
        slide.anchor = section.anchor;
        slide.line = heading.line;
        slide.body = content_of(document, section);
        Private taken = take_private(slide.body, html_lines);
        std::erase_if(taken.finds, [](const PrivateFind& find) { return find.reason == PrivateReason::leaders_note; });
        report(taken, "a slide", faults);
        slide.notes = std::move(taken.blocks);
        const int next_line = section.end < document.blocks.size() ? document.blocks[section.end].line : 1 << 30;
        add_comments(slide, comments, next_line, faults);
        Block picture;
        if (take_picture(slide.body, picture)) {
            slide.picture = picture.source;
            slide.picture_alt = picture.alt;
        }
        if (count_pictures(slide.body) > 0)
            faults.warning(ProblemKind::slide_too_long, slide.line,
                           "the slide «" + slide.title + "» has more than one picture; keep one", {slide.title});
        document.slides.push_back(std::move(slide));
    }
}

}  // namespace book
