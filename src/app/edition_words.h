// app/edition_words.h: what a difference between two editions of the handbook is called, in the window and on the command
// line.
#pragma once

#include "book/compare.h"
#include "words/catalogue.h"

namespace app {

words::Key name_of(book::Change kind);
words::Key name_of(book::Fact fact);

}  // namespace app
