// book/compare.h: what an edition of the handbook says that an older one did not, and the other way round.
// Rule: nothing is lost: every leaf of a document that differs stands in one row, in the order of its own edition, so
// either text can be put together again from the rows. What a reader cannot see (line wraps, white space, the order of
// the front matter, how list items are numbered) is no change. Swapping the editions swaps new and gone.
// Cost: about linear in the size of both; what would cost more is compared more coarsely, and says so.
// Used by: `mestringstreff compare`.                                             Tests: tests/book/compare_test.cpp
#pragma once

#include <string>
#include <vector>

#include "book/handbook.h"
#include "book/leaves.h"
#include "book/word_diff.h"

namespace book {

enum class Change : std::uint8_t {
    same,
    added,    ///< only in the newer edition
    gone,     ///< only in the older
    changed,  ///< in both, with another text, setting or link
    moved     ///< word for word the same, elsewhere in the document; of a document: under another path
};

/// One line of a comparison: a leaf of either edition, or of one.
struct Row {
    Change kind = Change::same;
    int older = -1;  ///< index into DocumentChange::older, or -1
    int newer = -1;  ///< index into DocumentChange::newer, or -1
    int twin = -1;   ///< moved: the row of the other place; one of the two rows has `older`, the other `newer`
    /// changed: words, as bytes of Leaf::text of both. None: the same words, but set or linked otherwise.
    std::vector<WordChange> words;
    bool coarse = false;  ///< changed: `words` holds more than what really differs
};

/// What the front matter says, and a reader sees.
enum class Fact : std::uint8_t { title, number, minutes, meetings, forms, materials, picture, aid, plan };

struct FactChange {
    Fact fact = Fact::title;
    std::string older;  ///< for people: "1, 3" · "A3-ark, tape"; empty = not stated
    std::string newer;
};

struct DocumentChange {
    Change kind = Change::same;  ///< moved: may have changes besides
    int older = -1;              ///< index into the older Handbook::documents, or -1
    int newer = -1;
    std::string older_path;  ///< empty when the older edition lacks it
    std::string newer_path;
    std::string title;  ///< of the newer where there is one
    std::vector<FactChange> facts;
    std::vector<Leaf> older_leaves;  ///< empty when the text is the same
    std::vector<Leaf> newer_leaves;  ///< empty when the text is the same
    std::vector<Row> rows;           ///< in reading order; empty when the text is the same
    bool coarse = false;             ///< leaves may stand as gone and new that another look would have paired

    bool same() const { return kind == Change::same; }
};

/// How many there are of each kind; a moved leaf counts once.
struct ChangeCounts {
    int same = 0, added = 0, gone = 0, changed = 0, moved = 0;
};

struct Comparison {
    std::string older_edition;  ///< as programme.yaml says; not a change by itself
    std::string newer_edition;
    std::vector<FactChange> facts;          ///< of the programme: title and meetings
    std::vector<DocumentChange> documents;  ///< all, in the newer's order; what is gone stands where it was
    ChangeCounts document_counts;           ///< a document that was moved counts as that, changed or not
    ChangeCounts leaf_counts;               ///< of the documents that differ

    bool same() const;
};

/// Documents are matched by path, then by id, then by what they say.
Comparison compare(const Handbook& older, const Handbook& newer);

}  // namespace book
