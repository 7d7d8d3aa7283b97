#include "words/catalogue.h"

#include <yaml-cpp/yaml.h>

#include <map>
#include <set>

#include "lang_assets.h"

namespace words {
namespace {

constexpr std::string_view key_names[] = {
#define KEY(name) #name,
#include "words_keys.inc"
#undef KEY
    ""};

std::string_view source(Language language) {
    switch (language) {
        case Language::nn: return embedded::nn();
        case Language::en: return embedded::en();
        case Language::nb: break;
    }
    return embedded::nb();
}

/// The files are flat: `key: text` or `key: "text"` a line. Reading them ourselves keeps the start fast (yaml-cpp takes
/// tens of milliseconds for them); faults() reads the same files with yaml-cpp, so the two cannot drift apart.
std::map<std::string_view, std::string> read(std::string_view yaml) {
    std::map<std::string_view, std::string> result;
    while (!yaml.empty()) {
        const auto end = yaml.find('\n');
        std::string_view line = yaml.substr(0, end);
        yaml.remove_prefix(end == std::string_view::npos ? yaml.size() : end + 1);
        const auto colon = line.find(": ");
        if (line.empty() || line[0] == '#' || colon == std::string_view::npos) continue;
        const std::string_view key = line.substr(0, colon);
        std::string_view value = line.substr(colon + 2);
        std::string text;
        if (value.size() >= 2 && value.front() == '"' && value.back() == '"') {
            value = value.substr(1, value.size() - 2);
            for (std::size_t i = 0; i < value.size(); ++i) {
                if (value[i] == '\\' && i + 1 < value.size()) {
                    ++i;
                    text += value[i] == 'n' ? '\n' : value[i];
                } else {
                    text += value[i];
                }
            }
        } else {
            text = value;
        }
        result.emplace(key, std::move(text));
    }
    return result;
}

std::set<std::string> names_in(const std::string& text) {
    std::set<std::string> names;
    for (std::size_t i = text.find('{'); i != std::string::npos; i = text.find('{', i + 1)) {
        const auto end = text.find('}', i);
        if (end != std::string::npos) names.insert(text.substr(i + 1, end - i - 1));
    }
    return names;
}

}  // namespace

std::string_view code(Language language) {
    switch (language) {
        case Language::nn: return "nn";
        case Language::en: return "en";
        case Language::nb: break;
    }
    return "nb";
}

Language language_from(std::string_view code) {
    if (code == "nn") return Language::nn;
    if (code == "en") return Language::en;
    return Language::nb;
}

Catalogue::Catalogue(Language language) : language_(language) {
    const auto base_texts = read(source(Language::nb));
    const auto own = language == Language::nb ? base_texts : read(source(language));
    for (std::size_t i = 0; i < key_count; ++i) {
        if (const auto found = own.find(key_names[i]); found != own.end())
            texts_[i] = found->second;
        else if (const auto fallback = base_texts.find(key_names[i]); fallback != base_texts.end())
            texts_[i] = fallback->second;
        else
            texts_[i] = key_names[i];
    }
}

std::string Catalogue::operator()(Key key, std::initializer_list<Argument> arguments) const {
    const std::string& text = (*this)[key];
    std::string result;
    result.reserve(text.size() + 16);
    for (std::size_t i = 0; i < text.size();) {
        if (text[i] == '{') {
            const auto end = text.find('}', i);
            bool replaced = false;
            for (const Argument& argument : arguments) {
                if (end != std::string::npos && std::string_view(text).substr(i + 1, end - i - 1) == argument.name) {
                    result += argument.value;
                    i = end + 1;
                    replaced = true;
                    break;
                }
            }
            if (replaced) continue;
        }
        result += text[i++];
    }
    return result;
}

std::string Catalogue::short_day(base::Date date) const {
    static constexpr Key months[] = {Key::month_1, Key::month_2,  Key::month_3,  Key::month_4,
                                     Key::month_5, Key::month_6,  Key::month_7,  Key::month_8,
                                     Key::month_9, Key::month_10, Key::month_11, Key::month_12};
    if (!base::is_valid(date)) return "–";
    return (*this)(Key::day_month, {{"day", date.day}, {"month", (*this)[months[date.month - 1]]}});
}

std::string Catalogue::day(base::Date date) const {
    static constexpr Key days[] = {Key::weekday_1, Key::weekday_2, Key::weekday_3, Key::weekday_4,
                                   Key::weekday_5, Key::weekday_6, Key::weekday_7};
    if (!base::is_valid(date)) return "–";
    return (*this)(Key::weekday_day_month,
                   {{"weekday", (*this)[days[base::weekday(date)]]}, {"date", short_day(date)}});
}

std::string Catalogue::sentence(const base::Error& error) const {
    const auto with_path = [&](Key key) { return (*this)(key, {{"path", error.path}, {"detail", error.detail}}); };
    switch (error.fault) {
        case base::Fault::not_found: return with_path(Key::error_not_found);
        case base::Fault::unreadable: return with_path(Key::error_unreadable);
        case base::Fault::unwritable: return with_path(Key::error_unwritable);
        case base::Fault::disk_full: return with_path(Key::error_disk_full);
        case base::Fault::damaged: return with_path(Key::error_damaged);
        case base::Fault::newer: return with_path(Key::error_newer);
        case base::Fault::in_use: return with_path(Key::error_in_use);
        case base::Fault::bad_input: return with_path(Key::error_bad_input);
        case base::Fault::internal: break;
    }
    return with_path(Key::error_internal);
}

std::vector<std::string> faults() {
    std::vector<std::string> found;
    std::map<std::string, std::map<std::string, std::string>> files;
    for (const Language language : {Language::nb, Language::nn, Language::en}) {
        const std::string name(code(language));
        try {
            const auto ours = read(source(language));
            for (const auto& entry : YAML::Load(std::string(source(language)))) {
                const auto key = entry.first.as<std::string>();
                const auto text = entry.second.as<std::string>();
                if (!files[name].emplace(key, text).second) found.push_back(name + ": " + key + " stands twice");
                if (text.empty()) found.push_back(name + ": " + key + " is empty");
                const auto mine = ours.find(key);
                if (mine == ours.end() || mine->second != text)
                    found.push_back(name + ": " + key + " is not one plain line");
            }
        } catch (const YAML::Exception& e) {
            found.push_back(name + ": " + e.what());
        }
    }
    for (const std::string name : {"nn", "en"}) {
        for (const auto& [key, text] : files["nb"]) {
            const auto other = files[name].find(key);
            if (other == files[name].end())
                found.push_back(name + ": " + key + " is missing");
            else if (names_in(other->second) != names_in(text))
                found.push_back(name + ": " + key + " has other {names} than nb");
        }
        for (const auto& [key, text] : files[name])
            if (!files["nb"].contains(key)) found.push_back(name + ": " + key + " is not in nb");
    }
    return found;
}

}  // namespace words
