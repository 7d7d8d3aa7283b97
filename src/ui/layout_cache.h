// ui/layout_cache.h: finished pages, so that a frame lays out nothing it has laid out before.
// Rule: a page is made again only when its content, width, size or fonts change; the least used are forgotten.
// Tests: tests/ui/layout_cache_test.cpp
#pragma once

#include <cstdint>
#include <list>
#include <string>
#include <vector>

#include "book/layout.h"

namespace ui {

class LayoutCache {
  public:
    /// The layout of `blocks` under `name` (document path, slide …). `revision` must change when the blocks do.
    const book::Layout& get(const std::string& name, std::uint64_t revision, const std::vector<book::Block>& blocks,
                            const book::Style& style, float width, const book::Measure& measure,
                            const book::PictureSizes& pictures);
    std::uint64_t made() const { return made_; }
    void clear() { entries_.clear(); }

  private:
    struct Entry {
        std::string name;
        std::uint64_t revision = 0;
        float width = 0;
        float body = 0;
        bool slide = false;
        book::Layout layout;
    };
    static constexpr std::size_t most = 48;
    std::list<Entry> entries_;  ///< most recently used first
    std::uint64_t made_ = 0;
};

}  // namespace ui
