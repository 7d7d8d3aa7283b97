#include "book/galley.h"

#include <algorithm>
#include <cmath>

namespace book {
namespace {

/// About two screens: small enough to be set within a frame, large enough that there are few of them.
constexpr std::size_t stretch_bytes = 8'000;

std::size_t bytes_of(const Block& block) {
    std::size_t bytes = 24;
    for (const Span& span : block.spans) bytes += span.text.size();
    for (const Block& child : block.children) bytes += bytes_of(child);
    return bytes;
}

/// Text has the same letters and the same line ends in whatever size it is set, so nothing need be measured to read it.
class NoMeasure final : public Measure {
  public:
    float advance(Font, std::string_view) const override { return 0; }
    float ascent(Font) const override { return 1; }
    float descent(Font) const override { return 0; }
};

bool same(const Style& a, const Style& b) {
    return a.body == b.body && a.line == b.line && a.slide == b.slide && a.gap == b.gap &&
           a.most_picture_height == b.most_picture_height && a.parting == b.parting;
}

}  // namespace

bool Galley::prepare(const Document& document, const Setting& setting) {
    const bool other = document_ == nullptr || path_ != document.path || revision_ != document.revision;
    static const Switches none;
    const Switches& switches = setting.switches != nullptr ? *setting.switches : none;
    const bool anew = other || setting.width != setting_.width || !same(setting.style, setting_.style) ||
                      switches != switches_;
    document_ = &document;
    setting_ = setting;
    if (!anew) return false;
    if (switches_ != switches) switches_ = switches;
    if (other) {
        path_ = document.path;
        revision_ = document.revision;
        divide();
    }
    forget();
    return true;
}

// Blocks are put together to stretches; a list that alone is too long for one is divided between its items. A heading
// begins a new stretch when the last one is well filled, so that jumping to it sets little else.
void Galley::divide() {
    stretches_.clear();
    headings_.clear();
    const std::vector<Block>& blocks = document_->blocks;
    Stretch open;
    const auto close = [&](std::uint32_t next) {
        if (open.bytes > 0) stretches_.push_back(open);
        open = {};
        open.first = open.end = next;
    };
    for (std::uint32_t i = 0; i < blocks.size(); ++i) {
        const Block& block = blocks[i];
        const std::size_t bytes = bytes_of(block);
        const bool heading = block.type == BlockType::heading;
        if (block.type == BlockType::list && bytes > 2 * stretch_bytes) {
            close(i);
            for (std::uint32_t item = 0; item < block.children.size(); ++item) {
                open.bytes += static_cast<std::uint32_t>(bytes_of(block.children[item]));
                open.end = i + 1;
                open.end_item = item + 1;
                if (open.bytes < stretch_bytes) continue;
                close(i);
                open.first_item = item + 1;
            }
            close(i + 1);
            continue;
        }
        if (open.bytes > 0 && (open.bytes + bytes > 2 * stretch_bytes || (heading && open.bytes > stretch_bytes / 2)))
            close(i);
        if (heading)
            headings_.push_back({block.anchor, plain_text(block.spans), block.level,
                                 static_cast<std::uint32_t>(stretches_.size())});
        open.bytes += static_cast<std::uint32_t>(bytes);
        open.end = i + 1;
        if (open.bytes >= stretch_bytes) close(i + 1);
    }
    close(0);
    if (stretches_.empty()) stretches_.push_back({});
}

void Galley::forget() {
    kept_.clear();
    for (Stretch& stretch : stretches_) {
        stretch.known = false;
        stretch.height = guess(stretch);
    }
    unknown_ = size();
    placed_ = false;
}

float Galley::guess(const Stretch& stretch) const {
    const float signs = std::max(8.0f, setting_.width / std::max(1.0f, setting_.style.body * 0.48f));
    return std::ceil(static_cast<float>(stretch.bytes) / signs) * setting_.style.body * setting_.style.line * 1.25f;
}

void Galley::place() const {
    if (placed_) return;
    tops_.resize(stretches_.size() + 1);
    double top = 0;  // a long document is millions of pixels high: floats would add up their faults
    for (std::size_t i = 0; i < stretches_.size(); ++i) {
        tops_[i] = static_cast<float>(std::round(top));
        top += static_cast<double>(stretches_[i].height);
    }
    tops_[stretches_.size()] = static_cast<float>(std::round(top));
    placed_ = true;
}

float Galley::height() const {
    place();
    return tops_.empty() ? 0 : tops_.back();
}

float Galley::top_of(std::uint32_t stretch) const {
    place();
    return tops_.empty() ? 0 : tops_[std::min<std::size_t>(stretch, tops_.size() - 1)];
}

std::uint32_t Galley::stretch_at(float y) const {
    place();
    const auto above = std::upper_bound(tops_.begin(), tops_.end(), y);
    const auto index = static_cast<std::uint32_t>(std::max<std::ptrdiff_t>(0, above - tops_.begin() - 1));
    return std::min(index, size() > 0 ? size() - 1 : 0);
}

std::span<const Block> Galley::blocks(std::uint32_t index, std::vector<Block>& kept) const {
    const Stretch& stretch = stretches_[index];
    if (stretch.end_item == 0)
        return std::span(document_->blocks).subspan(stretch.first, stretch.end - stretch.first);
    const Block& whole = document_->blocks[stretch.first];
    Block part;
    part.type = whole.type;
    part.line = whole.line;
    part.ordered = whole.ordered;
    part.start = whole.start + static_cast<int>(stretch.first_item);
    part.tight = whole.tight;
    part.children.assign(whole.children.begin() + stretch.first_item, whole.children.begin() + stretch.end_item);
    kept.clear();
    kept.push_back(std::move(part));
    return kept;
}

Surroundings Galley::surroundings(const Stretch& stretch) const {
    Surroundings made;
    made.switches = &switches_;
    made.continues = stretch.first_item > 0;
    if (stretch.first > 0) made.above = &document_->blocks[stretch.first - 1];
    if (stretch.end_item > 0) {
        const Block& list = document_->blocks[stretch.first];
        if (list.ordered) made.last_number = list.start + static_cast<int>(list.children.size()) - 1;
    }
    return made;
}

Layout Galley::set(std::uint32_t index, const Measure& measure) const {
    std::vector<Block> kept;
    return lay_out(blocks(index, kept), setting_.style, setting_.width, measure, *setting_.pictures,
                   surroundings(stretches_[index]));
}

const Layout& Galley::layout(std::uint32_t index) {
    const auto found =
        std::find_if(kept_.begin(), kept_.end(), [&](const Entry& entry) { return entry.stretch == index; });
    if (found != kept_.end()) {
        kept_.splice(kept_.begin(), kept_, found);
        return kept_.front().layout;
    }
    ++made_;
    kept_.push_front({index, set(index, *setting_.measure)});
    if (kept_.size() > most_kept) kept_.pop_back();
    Stretch& stretch = stretches_[index];
    const float height = std::ceil(kept_.front().layout.height);
    if (!stretch.known) --unknown_;
    if (!stretch.known || stretch.height != height) placed_ = false;
    stretch.known = true;
    stretch.height = height;
    return kept_.front().layout;
}

std::string Galley::text(std::uint32_t index) const {
    const auto found =
        std::find_if(kept_.begin(), kept_.end(), [&](const Entry& entry) { return entry.stretch == index; });
    if (found != kept_.end()) return found->layout.text.substr(0, found->layout.text_end);
    Layout layout = set(index, NoMeasure());
    layout.text.resize(layout.text_end);
    return std::move(layout.text);
}

void Galley::set_view(float top, float bottom) {
    // What is set may turn out higher or lower than was guessed, so look again until the view is full.
    std::uint32_t index = stretch_at(top);
    for (; index < size() && top_of(index) < bottom; ++index) layout(index);
}

float Galley::settle(float top, std::size_t bytes) {
    if (settled()) return 0;
    const std::uint32_t here = stretch_at(top);
    const float before = top_of(here);
    std::size_t measured = 0;
    const auto measure = [&](std::uint32_t index) {
        Stretch& stretch = stretches_[index];
        if (stretch.known) return;
        ++made_;
        stretch.height = std::ceil(set(index, *setting_.measure).height);
        stretch.known = true;
        --unknown_;
        placed_ = false;
        measured += stretch.bytes + 1;
    };
    std::uint32_t below = here;
    std::uint32_t above = here;
    while (measured < bytes && (below < size() || above > 0)) {
        if (below < size()) measure(below++);
        if (above > 0) measure(--above);
    }
    return top_of(here) - before;
}

float Galley::y_of(std::string_view anchor) {
    for (const Heading& heading : headings_) {
        if (heading.name != anchor) continue;
        const float within = layout(heading.stretch).y_of(anchor);
        return top_of(heading.stretch) + within;
    }
    // Headings inside a quote or a list are not in the list of the document's own.
    for (std::uint32_t i = 0; i < size() && size() <= most_kept; ++i)
        for (const Anchor& each : layout(i).anchors)
            if (each.name == anchor) return top_of(i) + each.y;
    return -1;
}

int Galley::heading_at(float y) {
    int found = -1;
    const std::uint32_t here = stretch_at(std::max(0.0f, y));
    for (std::size_t i = 0; i < headings_.size() && headings_[i].stretch <= here; ++i) {
        if (headings_[i].stretch == here && top_of(here) + layout(here).y_of(headings_[i].name) > y) break;
        found = static_cast<int>(i);
    }
    return found;
}

float Galley::y_of(TextPlace place) {
    if (place.stretch >= size()) return height();
    const Layout& set = layout(place.stretch);
    const std::size_t line = set.line_of(place.offset);
    return top_of(place.stretch) + (line < set.lines.size() ? set.lines[line].y : 0);
}

TextPlace Galley::place_below(float y) {
    if (size() == 0) return {};
    for (std::uint32_t index = stretch_at(std::max(0.0f, y)); index < size(); ++index) {
        const Layout& set = layout(index);
        for (std::size_t i = set.first_line_below(y - top_of(index)); i < set.lines.size(); ++i)
            for (std::uint32_t r = set.lines[i].first_run; r < set.lines[i].end_run; ++r)
                if (!set.runs[r].set_only) return {index, set.runs[r].begin};
        if (index + 1 < size() && top_of(index + 1) > y + 1) break;
    }
    return {stretch_at(y), 0};
}

}  // namespace book
