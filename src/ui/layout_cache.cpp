#include "ui/layout_cache.h"

#include <algorithm>

namespace ui {

const book::Layout& LayoutCache::get(const std::string& name, std::uint64_t revision,
                                     const std::vector<book::Block>& blocks, const book::Style& style, float width,
                                     const book::Measure& measure, const book::PictureSizes& pictures) {
    const auto found = std::find_if(entries_.begin(), entries_.end(), [&](const Entry& entry) {
        return entry.revision == revision && entry.width == width && entry.body == style.body &&
               entry.slide == style.slide && entry.name == name;
    });
    if (found != entries_.end()) {
        entries_.splice(entries_.begin(), entries_, found);
        return entries_.front().layout;
    }
    ++made_;
    entries_.push_front(
        {name, revision, width, style.body, style.slide, book::lay_out(blocks, style, width, measure, pictures)});
    if (entries_.size() > most) entries_.pop_back();
    return entries_.front().layout;
}

}  // namespace ui
