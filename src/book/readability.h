// book/readability.h: how hard a text is to read, and other figures an editor wants of a document.
// Rule: counts prose only; headings, tables, code and what a picture shows are left out.
// Source: LIX, C. H. Björnsson, Läsbarhet (1968): words per sentence + per cent of words with more than six letters.
// Used by: `mestringstreff check --figures` and the test of the shipped handbook. Tests: tests/book/readability_test.cpp
#pragma once

#include "book/handbook.h"

namespace book {

/// Whose text: what participants see (wall, slides, sheets, homework, forms) or what the leaders read.
enum class Audience : std::uint8_t { leaders, participants };

/// Limits of our own, for the shipped handbook; a municipality may write as it likes.
constexpr int most_lix_leaders = 45;
constexpr int most_lix_participants = 40;
/// Under this LIX says nothing.
constexpr int fewest_words_for_lix = 40;

struct Readability {
    int words = 0;
    int sentences = 0;
    int long_words = 0;  ///< more than six letters

    /// 0 for an empty text.
    double lix() const;
    Readability& operator+=(const Readability& other);
};

/// Of running text. A text without a full stop is one sentence.
Readability readability_of(std::string_view text);
/// Of all paragraphs and list items in `blocks`; each ends a sentence.
Readability readability_of(const std::vector<Block>& blocks);
Readability readability_of(const Document& document, Audience audience);

/// What an editor wants to know of one document. 0 where it does not apply.
struct Figures {
    Readability leaders;
    Readability participants;
    int longest_slide = 0;  ///< words
    int wall = 0;           ///< words of «På veggen»
    int minutes = 0;        ///< of the running plan, or of an exercise's steps
};
Figures figures_of(const Handbook& handbook, const Document& document);

/// How much of each kind there is.
struct Counts {
    int documents = 0, parts = 0, chapters = 0, theory = 0, sessions = 0, themes = 0, exercises = 0, presentations = 0,
        slides = 0, forms = 0, words = 0;
};
/// `chapters` are the numbered ones of part 1 and 2, `theory` those of part 3.
Counts counts_of(const Handbook& handbook);

/// The sum of "(5 min)" over an exercise's numbered steps; 0 when any of them says nothing.
int step_minutes(const Document& exercise);

}  // namespace book
