// book/galley.h: the page of a document of any length, set a stretch at a time (a galley is a printer's column of type
// before it is made into pages).
// Rule: what is in view is set at once; the rest is measured a little a frame and forgotten again, so that the cost of a
// frame and the memory of the view do not grow with the document. A place in the text keeps its meaning when the width,
// the size of type or what is opened changes.
// Used by: ui/reader.                                                                Tests: tests/book/galley_test.cpp
#pragma once

#include <compare>
#include <list>
#include <string>
#include <vector>

#include "book/layout.h"

namespace book {

/// A place in the text of a document, between two characters: an offset into Layout::text of a stretch.
struct TextPlace {
    std::uint32_t stretch = 0;
    std::uint32_t offset = 0;

    auto operator<=>(const TextPlace&) const = default;
};

/// What a document is set with. The pointers must live as long as the frame in which prepare() was given them.
struct Setting {
    Style style;
    float width = 0;
    const Measure* measure = nullptr;
    const PictureSizes* pictures = nullptr;
    const Switches* switches = nullptr;
};

class Galley {
  public:
    /// A heading of the document, known before anything is set.
    struct Heading {
        std::string name;  ///< its anchor
        std::string title;
        int level = 0;
        std::uint32_t stretch = 0;
    };

    /// Once a frame, before all else. Divides `document` when it is another one or has another revision, and forgets what
    /// was set with another width, size or switches. True when something was forgotten. `document` must stay until the
    /// next call.
    bool prepare(const Document& document, const Setting& setting);

    std::uint32_t size() const { return static_cast<std::uint32_t>(stretches_.size()); }
    /// Of the whole; an estimate until settled().
    float height() const;
    float top_of(std::uint32_t stretch) const;
    /// The stretch, set. Valid until prepare() or until some twenty others have been asked for.
    const Layout& layout(std::uint32_t stretch);
    /// What layout(stretch).text holds up to text_end, without setting it. Costs as much as reading it.
    std::string text(std::uint32_t stretch) const;

    /// The stretch at this height.
    std::uint32_t stretch_at(float y) const;
    /// Sets what lies in view, so that heights there are exact.
    void set_view(float top, float bottom);
    /// Measures more of what is not known yet, near `top` first, at most about `bytes` of text. Returns how much the
    /// text at `top` has moved down by it.
    float settle(float top, std::size_t bytes);
    bool settled() const { return unknown_ == 0; }

    const std::vector<Heading>& headings() const { return headings_; }
    /// The last heading at or above `y`, as an index; -1 when there is none.
    int heading_at(float y);
    /// Where the heading with this anchor stands, set for it; negative for an unknown one.
    float y_of(std::string_view anchor);
    float y_of(TextPlace place);
    /// The first place that is not above `y`.
    TextPlace place_below(float y);
    /// The blocks of a stretch, whole.
    std::span<const Block> blocks(std::uint32_t stretch, std::vector<Block>& kept) const;
    /// How many layouts have been made since the start.
    std::uint64_t made() const { return made_; }

  private:
    /// A run of blocks, or a run of one long list's items.
    struct Stretch {
        std::uint32_t first = 0, end = 0;            ///< of the document's blocks
        std::uint32_t first_item = 0, end_item = 0;  ///< of the list at `first`, when it is divided
        std::uint32_t bytes = 0;
        float height = 0;
        bool known = false;
    };
    struct Entry {
        std::uint32_t stretch = 0;
        Layout layout;
    };
    static constexpr std::size_t most_kept = 20;

    void divide();
    void forget();
    void place() const;
    Surroundings surroundings(const Stretch& stretch) const;
    Layout set(std::uint32_t stretch, const Measure& measure) const;
    float guess(const Stretch& stretch) const;

    const Document* document_ = nullptr;
    std::string path_;
    std::uint64_t revision_ = 0;
    Setting setting_;
    Switches switches_;
    std::vector<Stretch> stretches_;
    std::vector<Heading> headings_;
    std::list<Entry> kept_;  ///< most recently used first
    mutable std::vector<float> tops_;
    mutable bool placed_ = false;
    std::uint32_t unknown_ = 0;
    std::uint64_t made_ = 0;
};

}  // namespace book
