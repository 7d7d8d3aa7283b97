// What is kept about reading: bookmarks, who has read what, tasks that are done, where one stopped.
#include <algorithm>
#include <cmath>

#include "app/update_parts.h"
#include "base/text.h"

namespace app {
namespace {

constexpr float read_to_the_end = 0.98f;
constexpr std::size_t longest_title = 150;

/// A title as one line of the settings can hold it.
std::string one_line(std::string_view title) {
    std::string line;
    const std::string text = base::sanitised(title);
    for (std::size_t at = 0; at < text.size();) {
        const std::size_t from = at;
        const char32_t sign = base::next_code_point(text, at);
        if (at > longest_title) break;
        if (sign < 0x20)
            line += ' ';
        else
            line.append(text, from, at - from);
    }
    return std::string(base::trimmed(line));
}

/// A document that is there and whose path can be kept.
const book::Document* kept_document(const Model& model, const std::string& path) {
    if (!model.handbook || !plausible_path(path) || !fits_a_line(path)) return nullptr;
    return model.handbook->document(path);
}

}  // namespace

bool keepable(const Bookmark& bookmark) {
    return plausible_path(bookmark.document) && fits_a_line(bookmark.document) && fits_a_line(bookmark.anchor) &&
           bookmark.anchor.find('#') == std::string::npos && fits_a_line(bookmark.title);
}

Effects apply(Model& model, const StoppedReading& action) {
    if (!model.handbook || !model.handbook->document(action.path) || !plausible_path(action.path)) return {};
    const float share = std::isfinite(action.share) ? std::clamp(action.share, 0.0f, 1.0f) : 0.0f;
    model.reader.stopped_at[action.path] = share;
    if (share >= read_to_the_end) model.reader.read[action.path] |= model.settings.reading;
    return {};
}

Effects apply(Model& model, const ToggleBookmark& action) {
    auto& bookmarks = model.reader.bookmarks;
    const auto gone = std::erase_if(bookmarks, [&](const Bookmark& b) {
        return b.document == action.place.document && b.anchor == action.place.anchor;
    });
    if (gone > 0) {
        say(model, NoticeKind::info, words::Key::notice_bookmark_removed);
        return {};
    }
    const book::Document* document = kept_document(model, action.place.document);
    Bookmark made = action.place;
    made.title = one_line(made.title);
    if (!document || !keepable(made)) return {};
    if (made.title.empty()) made.title = one_line(document->title);
    if (bookmarks.size() >= most_bookmarks) {
        say(model, NoticeKind::warning,
            model.words(words::Key::notice_bookmarks_full, {{"count", static_cast<int>(most_bookmarks)}}));
        return {};
    }
    bookmarks.push_back(std::move(made));
    say(model, NoticeKind::info, words::Key::notice_bookmark_set);
    return {};
}

Effects apply(Model& model, const SetReading& action) {
    if (action.leaders >= 1 && action.leaders <= leader_both) model.settings.reading = action.leaders;
    return {};
}

Effects apply(Model& model, const MarkRead& action) {
    const auto leaders = static_cast<std::uint8_t>(action.leaders & leader_both);
    auto& read = model.reader.read;
    if (action.read) {
        if (leaders != 0 && kept_document(model, action.path)) read[action.path] |= leaders;
        return {};
    }
    const auto found = read.find(action.path);
    if (found == read.end()) return {};
    found->second = static_cast<std::uint8_t>(found->second & ~leaders);
    if (found->second == 0) read.erase(found);
    return {};
}

Effects apply(Model& model, const TickTask& action) {
    if (!plausible_path(action.tick.document) || !fits_a_line(action.tick.document)) return {};
    const bool course = model.open_course() != nullptr;
    if (course && model.records_missing) return {};
    auto& ticks = course ? model.records.ticks : model.reader.loose_ticks;
    const bool changed = action.on ? ticks.insert(action.tick).second : ticks.erase(action.tick) > 0;
    if (!changed || !course) return {};
    return {SaveTick{model.course, action.tick, action.on}};
}

Effects apply(Model& model, const Copy& action) {
    if (action.text.empty()) return {};
    say(model, NoticeKind::info, words::Key::reader_copied);
    return {CopyText{action.text}};
}

}  // namespace app
