// book/links.h: finds where each link of the handbook leads, once all documents are known.
#pragma once

#include "book/handbook.h"

namespace book {

/// Fills Link::document and Link::anchor. A link that leads nowhere keeps document -1; the checker says so.
void resolve_links(Handbook& handbook);

/// Pairs the headings of a translation with those of its Bokmål source, in order, for links written with the source's
/// anchors (Document::source_anchors). False when they are not equally many.
bool match_headings(const Document& source, Document& translation);

/// True when the document has a heading with this anchor.
bool has_anchor(const Document& document, const std::string& anchor);

}  // namespace book
