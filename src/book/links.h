// book/links.h: finds where each link of the handbook leads, once all documents are known.
#pragma once

#include <map>
#include <string_view>
#include <unordered_set>

#include "book/handbook.h"

namespace book {

/// Fills Link::document and Link::anchor. A link that leads nowhere keeps document -1; the checker says so.
void resolve_links(Handbook& handbook);

/// Pairs the headings of a translation with those of its Bokmål source, in order, for links written with the source's
/// anchors (Document::source_anchors). False when they are not equally many.
bool match_headings(const Document& source, Document& translation);

/// Which headings there are to link to. A document's are gathered when it is first asked for; the blocks of the handbook
/// must stay as they are meanwhile.
class Anchors {
  public:
    explicit Anchors(const Handbook& handbook) : handbook_(handbook) {}
    /// True when the document with this index has a heading with this anchor.
    bool has(int document, std::string_view anchor);

  private:
    const Handbook& handbook_;
    std::map<int, std::unordered_set<std::string_view>> known_;
};

}  // namespace book
