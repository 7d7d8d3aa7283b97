// book/search.h: full-text search in the whole handbook.
// Rule: built once per handbook revision; an answer costs the same in a long book as in a short one, so that it can be
// asked for at every key.                                        Tests: tests/book/search_test.cpp; measure: `search`
#pragma once

#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "book/handbook.h"
#include "book/query.h"

namespace book {

struct Hit {
    int document = -1;
    std::string anchor;  ///< of the section it stands in; empty = top
    std::string heading;
    std::string excerpt;   ///< a line around the match; the matches lie between U+0002 and U+0003
    Way way = Way::exact;  ///< how it was found: found_in(text, Query(query, way)) marks the same words in any text
};

class SearchIndex {
  public:
    explicit SearchIndex(const Handbook& handbook);
    ~SearchIndex();
    SearchIndex(SearchIndex&&) noexcept;
    SearchIndex& operator=(SearchIndex&&) noexcept;

    /// Sections that have every word (each as the beginning of one) and every phrase in quotes; best first: in the
    /// heading before in the text, as typed before other forms of the words, and sections where only the document's
    /// title helps when there are no others. å is a letter of its own: only when nothing is found are å ø æ also met
    /// by aa oe ae and a o. Each part of the handbook that has hits keeps a fair share of the `most`.
    std::vector<Hit> find(std::string_view query, int most = 40) const;

  private:
    struct State;
    std::unique_ptr<State> state_;
};

}  // namespace book
