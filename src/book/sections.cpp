#include "book/sections.h"

#include <iterator>
#include <set>

#include "book/privacy.h"
#include "book/roles.h"

namespace book {
namespace {

bool ends_section(const Block& block) {
    return block.type == BlockType::heading && block.level <= 2;
}

Section section_at(const Document& document, std::size_t heading) {
    Section section;
    const Block& block = document.blocks[heading];
    section.title = plain_text(block.spans);
    section.anchor = block.anchor;
    section.heading = heading;
    section.first = heading + 1;
    section.end = section.first;
    while (section.end < document.blocks.size() && !ends_section(document.blocks[section.end])) ++section.end;
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

// Takes the private blocks out of a wall section and puts them behind it, where only readers meet them.
void clear_wall(Document& document, Section& section, const Markdown& source, Faults& faults) {
    auto& blocks = document.blocks;
    const auto begin = blocks.begin() + static_cast<std::ptrdiff_t>(section.first);
    const auto end = blocks.begin() + static_cast<std::ptrdiff_t>(section.end);
    std::vector<Block> content(std::make_move_iterator(begin), std::make_move_iterator(end));
    Private taken = take_private(content, html_lines_of(source));
    report(taken, "«" + std::string(heading_for(Role::wall)) + "»", faults);
    section.end = section.first + content.size();
    content.insert(content.end(), std::make_move_iterator(taken.blocks.begin()),
                   std::make_move_iterator(taken.blocks.end()));
    blocks.erase(begin, end);
    blocks.insert(blocks.begin() + static_cast<std::ptrdiff_t>(section.first), std::make_move_iterator(content.begin()),
                  std::make_move_iterator(content.end()));
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

void add_comments(Slide& slide, const Markdown& source, int next_line, Faults& faults) {
    for (const Comment& comment : source.comments) {
        if (comment.line < slide.line || comment.line >= next_line || comment.text.empty()) continue;
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
    for (std::size_t i = 0; i < document.blocks.size(); ++i) {
        if (document.blocks[i].type != BlockType::heading || document.blocks[i].level != 2) continue;
        Section section = section_at(document, i);
        if (section.role == Role::wall) {
            clear_wall(document, section, source, faults);
        } else if (document.kind == Kind::exercise && !role_of_heading(section.title)) {
            faults.warning(ProblemKind::role_unknown, document.blocks[i].line,
                           "the heading «" + section.title +
                               "» has no known role and is for the leaders only; use Mål, Slik gjør dere, "
                               "På veggen, Til kurslederne or Ark",
                           {section.title});
        }
        document.sections.push_back(std::move(section));
    }
}

void cut_slides(Document& document, const Markdown& source, Faults& faults) {
    if (document.kind != Kind::presentation) return;
    const std::set<int> html_lines = html_lines_of(source);
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
        add_comments(slide, source, next_line, faults);
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
