#include "book/readability.h"

#include <algorithm>
#include <cctype>

#include "base/text.h"
#include "book/check.h"
#include "book/plan_table.h"

namespace book {
namespace {

bool is_letter(char32_t c) {
    const char32_t low = base::lower(c);
    return (low >= 'a' && low <= 'z') || (c >= 0xC0 && c < 0x250 && c != 0xD7 && c != 0xF7);
}

bool ends_sentence(char32_t c) {
    return c == '.' || c == '!' || c == '?' || c == ':' || c == 0x2026;
}

// A full stop inside «kl. 10.30» or «2.5» is followed by no space.
bool closes(char32_t c) {
    return c == ' ' || c == '\n' || c == '\t' || c == 0xBB || c == '"' || c == ')' || c == 0x201D;
}

void count(Readability& total, const std::vector<Block>& blocks) {
    for (const Block& block : blocks) {
        switch (block.type) {
            case BlockType::heading:
            case BlockType::table:
            case BlockType::code:
            case BlockType::image:
            case BlockType::rule: continue;
            default: break;
        }
        total += readability_of(plain_text(block.spans));
        count(total, block.children);
    }
}

bool for_participants(Role role) {
    return role == Role::wall || role == Role::sheet || role == Role::homework;
}

// The first "(2 min)" of a step.
int minutes_in(std::string_view text) {
    const auto at = text.find(" min)");
    if (at == std::string_view::npos) return 0;
    auto begin = at;
    while (begin > 0 && std::isdigit(static_cast<unsigned char>(text[begin - 1]))) --begin;
    if (begin == at || begin == 0 || text[begin - 1] != '(') return 0;
    int minutes = 0;
    for (auto i = begin; i < at && minutes < 1000; ++i) minutes = minutes * 10 + (text[i] - '0');
    return minutes;
}

}  // namespace

double Readability::lix() const {
    if (words == 0) return 0;
    return static_cast<double>(words) / std::max(1, sentences) + 100.0 * long_words / words;
}

Readability& Readability::operator+=(const Readability& other) {
    words += other.words;
    sentences += other.sentences;
    long_words += other.long_words;
    return *this;
}

Readability readability_of(std::string_view text) {
    Readability found;
    int letters = 0;
    bool open = false;   // words since the last full stop
    bool ended = false;  // the sign before this one may end a sentence
    const auto end_word = [&] {
        if (letters == 0) return;
        ++found.words;
        if (letters > 6) ++found.long_words;
        letters = 0;
        open = true;
    };
    const auto end_sentence = [&] {
        if (open) ++found.sentences;
        open = false;
    };
    for (std::size_t at = 0; at < text.size();) {
        const char32_t c = base::next_code_point(text, at);
        if (is_letter(c) || (c == '-' && letters > 0)) {
            if (c != '-') ++letters;
            ended = false;
            continue;
        }
        end_word();
        if (ends_sentence(c)) {
            ended = true;
        } else if (ended && closes(c)) {
            end_sentence();
            ended = false;
        } else {
            ended = false;
        }
    }
    end_word();
    end_sentence();
    return found;
}

Readability readability_of(const std::vector<Block>& blocks) {
    Readability total;
    count(total, blocks);
    return total;
}

Readability readability_of(const Document& document, Audience audience) {
    Readability total;
    const bool participants = audience == Audience::participants;
    if (document.kind == Kind::form) {
        if (!participants) return total;
        for (const Question& question : document.questions) total += readability_of(question.text);
        return total += readability_of(document.blocks);
    }
    if (document.kind == Kind::presentation) {
        for (const Slide& slide : document.slides) total += readability_of(participants ? slide.body : slide.notes);
        return total;
    }
    std::size_t at = 0;
    const auto add = [&](std::size_t first, std::size_t end) {
        total += readability_of(std::vector<Block>(document.blocks.begin() + static_cast<std::ptrdiff_t>(first),
                                                   document.blocks.begin() + static_cast<std::ptrdiff_t>(end)));
    };
    for (const Section& section : document.sections) {
        if (!participants) add(at, section.heading);
        if (for_participants(section.role) == participants) add(section.first, section.end);
        at = section.end;
    }
    if (!participants) add(at, document.blocks.size());
    return total;
}

Figures figures_of(const Handbook& handbook, const Document& document) {
    Figures figures;
    figures.leaders = readability_of(document, Audience::leaders);
    figures.participants = readability_of(document, Audience::participants);
    for (const Slide& slide : document.slides)
        figures.longest_slide = std::max(figures.longest_slide, static_cast<int>(count_words(plain_text(slide.body))));
    for (const Section& section : document.sections)
        if (document.kind == Kind::exercise && section.role == Role::wall)
            figures.wall += static_cast<int>(count_words(plain_text(content_of(document, section))));
    if (document.kind == Kind::exercise) figures.minutes = step_minutes(document);
    if (document.kind == Kind::session)
        for (const PlanRow& row : plan_table(handbook, document).rows) figures.minutes += row.minutes;
    return figures;
}

Counts counts_of(const Handbook& handbook) {
    Counts counts;
    counts.documents = static_cast<int>(handbook.documents.size());
    counts.parts = static_cast<int>(handbook.programme.parts.size());
    for (const Document& document : handbook.documents) {
        switch (document.kind) {
            case Kind::chapter: ++(document.part == 3 ? counts.theory : counts.chapters); break;
            case Kind::session: ++counts.sessions; break;
            case Kind::theme: ++counts.themes; break;
            case Kind::exercise: ++counts.exercises; break;
            case Kind::presentation: ++counts.presentations; break;
            case Kind::form: ++counts.forms; break;
            case Kind::page:
            case Kind::glossary: break;
        }
        counts.slides += static_cast<int>(document.slides.size());
        counts.words += static_cast<int>(count_words(plain_text(document.blocks)));
    }
    return counts;
}

int step_minutes(const Document& exercise) {
    const Section* const steps = exercise.section(Role::steps);
    if (steps == nullptr) return 0;
    int sum = 0;
    for (const Block& block : content_of(exercise, *steps)) {
        if (block.type != BlockType::list || !block.ordered) continue;
        for (const Block& item : block.children) {
            const int minutes = minutes_in(plain_text(item.children));
            if (minutes == 0) return 0;
            sum += minutes;
        }
    }
    return sum;
}

}  // namespace book
