#include <algorithm>
#include <charconv>
#include <string_view>

#include "app/update_parts.h"
#include "base/text.h"

namespace app {
namespace {

constexpr std::size_t most_documents = 500;
constexpr std::size_t longest_value = 200;
constexpr std::size_t longest_line = 3 * longest_value;  // a bookmark has three values
constexpr int last_text_scale = static_cast<int>(std::size(text_scales)) - 1;
constexpr float whole_page = 1000;  // stored in thousandths

template <class Number>
std::optional<Number> number_in(std::string_view text) {
    Number number{};
    const auto [stopped, fault] = std::from_chars(text.data(), text.data() + text.size(), number);
    if (fault != std::errc{} || stopped != text.data() + text.size()) return std::nullopt;
    return number;
}

std::optional<bool> flag_in(std::string_view text) {
    if (text == "1") return true;
    if (text == "0") return false;
    return std::nullopt;
}

const std::string* value(const std::map<std::string, std::string>& settings, const char* key) {
    const auto found = settings.find(key);
    return found == settings.end() ? nullptr : &found->second;
}

/// Calls `take` for each line, up to as many as there may be documents.
template <class Take>
void each_line(const std::string* text, Take take) {
    if (!text || text->size() > most_documents * longest_line) return;
    std::size_t taken = 0;
    for (const std::string_view line : base::lines(*text))
        if (!line.empty() && ++taken <= most_documents) take(line);
}

/// "3 path", or the path alone, as it was written when the program knew of one reader only.
void take_read(Reader& reader, std::string_view line) {
    std::uint8_t leaders = leader_both;
    if (line.size() > 2 && line[0] >= '1' && line[0] <= '3' && line[1] == ' ') {
        leaders = static_cast<std::uint8_t>(line[0] - '0');
        line.remove_prefix(2);
    }
    if (std::string path(line); plausible_path(path) && fits_a_line(path)) reader.read[std::move(path)] |= leaders;
}

/// "path#anchor<tab>title"
void take_bookmark(Reader& reader, std::string_view line) {
    const auto tab = line.find('\t');
    if (tab == std::string_view::npos) return;
    const std::string_view place = line.substr(0, tab);
    const auto hash = place.rfind('#');
    if (hash == std::string_view::npos) return;
    Bookmark bookmark{std::string(place.substr(0, hash)), std::string(place.substr(hash + 1)),
                      std::string(line.substr(tab + 1))};
    const auto same = [&](const Bookmark& b) { return b.document == bookmark.document && b.anchor == bookmark.anchor; };
    if (reader.bookmarks.size() < most_bookmarks && keepable(bookmark) &&
        std::none_of(reader.bookmarks.begin(), reader.bookmarks.end(), same))
        reader.bookmarks.push_back(std::move(bookmark));
}

void take_reader(Reader& reader, const std::map<std::string, std::string>& settings) {
    if (const std::string* here = value(settings, "reader.here"); here && fits_a_line(*here)) {
        const auto hash = here->find('#');
        Visit visit{here->substr(0, hash), hash == std::string::npos ? "" : here->substr(hash + 1)};
        // Where one stopped reading is a better landing than the heading that one once came by.
        if (plausible_path(visit.document)) reader.here = {visit.document, ""};
    }
    each_line(value(settings, "reader.stopped"), [&](std::string_view line) {
        const auto space = line.find(' ');
        if (space == std::string_view::npos) return;
        const auto share = number_in<int>(line.substr(0, space));
        std::string path(line.substr(space + 1));
        if (share && *share >= 0 && *share <= static_cast<int>(whole_page) && plausible_path(path) && fits_a_line(path))
            reader.stopped_at[std::move(path)] = static_cast<float>(*share) / whole_page;
    });
    each_line(value(settings, "reader.read"), [&](std::string_view line) { take_read(reader, line); });
    each_line(value(settings, "reader.bookmarks"), [&](std::string_view line) { take_bookmark(reader, line); });
}

}  // namespace

bool fits_a_line(std::string_view text) {
    return text.size() <= longest_value &&
           std::none_of(text.begin(), text.end(), [](unsigned char c) { return c < 0x20; }) &&
           base::sanitised(text) == text;
}

std::map<std::string, std::string> to_settings(const Model& model) {
    const Settings& s = model.settings;
    std::string stopped;
    for (const auto& [path, share] : model.reader.stopped_at)
        stopped += std::to_string(static_cast<int>(share * whole_page + 0.5f)) + " " + path + "\n";
    std::string read;
    for (const auto& [path, leaders] : model.reader.read) read += std::to_string(leaders) + " " + path + "\n";
    std::string bookmarks;
    for (const Bookmark& b : model.reader.bookmarks) bookmarks += b.document + "#" + b.anchor + "\t" + b.title + "\n";
    return {{"language", std::string(words::code(s.language))},
            {"look", s.look == Look::evening ? "evening" : "day"},
            {"text_scale", std::to_string(s.text_scale)},
            {"reduced_motion", s.reduced_motion ? "1" : "0"},
            {"light_wall", s.light_wall ? "1" : "0"},
            {"chime", s.chime ? "1" : "0"},
            {"reading", std::to_string(s.reading)},
            {"wall_screen", s.wall_screen},
            {"course", std::to_string(std::max<std::int64_t>(0, model.course))},
            {"reader.here", model.reader.here.document},
            {"reader.stopped", stopped},
            {"reader.read", read},
            {"reader.bookmarks", bookmarks}};
}

std::int64_t course_in(const std::map<std::string, std::string>& settings) {
    const std::string* text = value(settings, "course");
    return text ? std::max<std::int64_t>(0, number_in<std::int64_t>(*text).value_or(0)) : 0;
}

void take_settings(Model& model, const std::map<std::string, std::string>& settings) {
    Settings& s = model.settings;
    if (const std::string* text = value(settings, "language");
        text && (*text == "nb" || *text == "nn" || *text == "en"))
        s.language = words::language_from(*text);
    if (const std::string* text = value(settings, "look")) {
        if (*text == "day") s.look = Look::day;
        if (*text == "evening") s.look = Look::evening;
    }
    if (const std::string* text = value(settings, "text_scale"))
        if (const auto index = number_in<int>(*text); index && *index >= 0 && *index <= last_text_scale)
            s.text_scale = *index;
    if (const std::string* text = value(settings, "reduced_motion"))
        s.reduced_motion = flag_in(*text).value_or(s.reduced_motion);
    if (const std::string* text = value(settings, "chime")) s.chime = flag_in(*text).value_or(s.chime);
    if (const std::string* text = value(settings, "light_wall")) s.light_wall = flag_in(*text).value_or(s.light_wall);
    if (const std::string* text = value(settings, "reading"))
        if (const auto leaders = number_in<int>(*text); leaders && *leaders >= 1 && *leaders <= leader_both)
            s.reading = static_cast<std::uint8_t>(*leaders);
    if (const std::string* text = value(settings, "wall_screen"); text && fits_a_line(*text)) s.wall_screen = *text;
    take_reader(model.reader, settings);
}

Effects apply(Model& model, const SetLanguage& action) {
    if (model.settings.language == action.language && model.words.language() == action.language) return {};
    model.settings.language = action.language;
    model.words = words::Catalogue(action.language);
    return {LoadHandbook{action.language}};
}

Effects apply(Model& model, const SetLook& action) {
    model.settings.look = action.look;
    return {};
}

Effects apply(Model& model, const SetTextScale& action) {
    model.settings.text_scale = std::clamp(action.index, 0, last_text_scale);
    return {};
}

Effects apply(Model& model, const SetReducedMotion& action) {
    model.settings.reduced_motion = action.on;
    return {};
}

Effects apply(Model& model, const SetChime& action) {
    model.settings.chime = action.on;
    return {};
}

Effects apply(Model& model, const SetLightWall& action) {
    model.settings.light_wall = action.on;
    return {};
}

}  // namespace app
