// book/sections.h: cuts a document at its H2s: sections with roles, and a presentation into slides.
// Rule: the blocks of a section with Role::wall hold nothing private; what was private there stands right behind it.
// Called by: document_file.cpp.                                    Tests: tests/book/privacy_test.cpp, load_test.cpp
#pragma once

#include "book/document.h"
#include "book/faults.h"
#include "book/markdown.h"

namespace book {

/// Fills Document::sections, and moves private blocks out of the wall's section.
void cut_sections(Document& document, const Markdown& source, Faults& faults);
/// Fills Document::slides of a presentation.
void cut_slides(Document& document, const Markdown& source, Faults& faults);

}  // namespace book
