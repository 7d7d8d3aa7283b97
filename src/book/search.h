// book/search.h: full-text search in the whole handbook (SQLite FTS5 in memory).
// Rule: built once per handbook revision; a query never blocks a frame.            Tests: tests/book/search_test.cpp
#pragma once

#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "book/handbook.h"

namespace book {

struct Hit {
    int document = -1;
    std::string anchor;  ///< of the section it stands in; empty = top
    std::string heading;
    std::string excerpt;  ///< a line around the match; the matches lie between U+0002 and U+0003
};

class SearchIndex {
  public:
    explicit SearchIndex(const Handbook& handbook);
    ~SearchIndex();
    SearchIndex(SearchIndex&&) noexcept;
    SearchIndex& operator=(SearchIndex&&) noexcept;

    /// All words, each as a prefix; best first. å is a letter of its own: only when nothing is found are å ø æ also
    /// met by aa oe ae and a o.
    std::vector<Hit> find(std::string_view query, int most = 40) const;

  private:
    struct State;
    std::unique_ptr<State> state_;
};

}  // namespace book
