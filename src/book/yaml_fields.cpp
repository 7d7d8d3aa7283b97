#include "book/yaml_fields.h"

#include <algorithm>
#include <charconv>
#include <exception>
#include <set>

#include "base/text.h"

namespace book {
namespace {

// yaml-cpp descends once per level of nesting; no handbook needs more than a few.
constexpr int most_flow_depth = 24;

bool nests_too_deep(std::string_view text) {
    int open = 0;
    for (const char c : text) {
        if (c == '[' || c == '{')
            ++open;
        else if (c == ']' || c == '}')
            --open;
        if (open > most_flow_depth) return true;
    }
    // "- - - -" and deep indentation open a level with each sign.
    for (const std::string_view line : base::lines(text)) {
        const auto first = line.find_first_not_of(" -?:\t");
        if ((first == std::string_view::npos ? line.size() : first) > 80) return true;
    }
    return false;
}

std::string one_line(std::string_view text) {
    std::string line;
    for (const char c : text.substr(0, 200)) line += static_cast<unsigned char>(c) < 0x20 ? ' ' : c;
    return base::sanitised(line);
}

}  // namespace

std::optional<YAML::Node> parse_mapping(std::string_view text, int before, ProblemKind kind, Faults& faults) {
    if (nests_too_deep(text)) {
        faults.error(kind, before + 1,
                     "the YAML is nested deeper than this program reads; use fewer brackets and levels");
        return std::nullopt;
    }
    try {
        YAML::Node node = YAML::Load(std::string(text));
        if (node.IsMap()) return node;
        faults.error(kind, before + 1, "the YAML is not a list of `name: value` lines; write one field a line");
    } catch (const YAML::Exception& fault) {
        const int line = fault.mark.line >= 0 ? fault.mark.line + 1 : 1;
        faults.error(kind, before + line,
                     "the YAML cannot be read: " + one_line(fault.msg) + "; quote texts that hold ':' or '#'");
    } catch (const std::exception& fault) {
        faults.error(kind, before + 1, "the YAML cannot be read: " + one_line(fault.what()));
    }
    return std::nullopt;
}

Fields::Fields(YAML::Node map, int before, Faults& faults, ProblemKind wrong, ProblemKind missing)
    : map_(map), before_(before), faults_(&faults), wrong_(wrong), missing_(missing) {}

// Looks the key up by hand: YAML::Node's operator[] converts every key on its way and throws on odd ones.
YAML::Node Fields::at(const std::string& key) const {
    for (const auto& pair : map_)
        if (pair.first.IsScalar() && pair.first.Scalar() == key && !pair.second.IsNull()) return pair.second;
    return YAML::Node(YAML::NodeType::Null);
}

int Fields::line_of(const YAML::Node& node) const {
    const YAML::Mark mark = node.Mark();
    return mark.line >= 0 ? before_ + mark.line + 1 : 0;
}

bool Fields::has(const std::string& key) const {
    return !at(key).IsNull();
}

int Fields::line(const std::string& key) const {
    for (const auto& pair : map_)
        if (pair.first.IsScalar() && pair.first.Scalar() == key) return line_of(pair.first);
    return line();
}

void Fields::wrong(const std::string& key, const std::string& detail) const {
    faults_->error(wrong_, line(key), "`" + key + "` " + detail, {key});
}

void Fields::missing(const std::string& key) const {
    faults_->error(missing_, line(), "`" + key + "` is missing; add it", {key});
}

std::optional<std::string> Fields::text(const std::string& key) const {
    const YAML::Node node = at(key);
    if (node.IsNull()) return std::nullopt;
    if (node.IsScalar()) return base::sanitised(node.Scalar());
    wrong(key, "must be a text");
    return std::nullopt;
}

std::optional<int> Fields::whole(const std::string& key, int least, int most) const {
    const YAML::Node node = at(key);
    if (node.IsNull()) return std::nullopt;
    const auto value = node.IsScalar() ? parse_whole(node.Scalar(), least, most) : std::nullopt;
    if (!value) wrong(key, "must be a whole number from " + std::to_string(least) + " to " + std::to_string(most));
    return value;
}

std::string Fields::needed_text(const std::string& key) const {
    if (!has(key)) {
        missing(key);
        return {};
    }
    std::string value = text(key).value_or("");
    if (base::trimmed(value).empty()) wrong(key, "is empty; give it a text");
    return value;
}

int Fields::needed_whole(const std::string& key, int least, int most) const {
    if (!has(key)) {
        missing(key);
        return 0;
    }
    return whole(key, least, most).value_or(0);
}

std::vector<YAML::Node> Fields::list(const std::string& key) const {
    const YAML::Node node = at(key);
    if (node.IsNull()) return {};
    if (!node.IsSequence() || node.size() > 1000) {
        wrong(key, "must be a list, such as [a, b]");
        return {};
    }
    return {node.begin(), node.end()};
}

std::vector<std::string> Fields::texts(const std::string& key) const {
    std::vector<std::string> values;
    for (const YAML::Node& node : list(key)) {
        if (node.IsScalar())
            values.push_back(base::sanitised(node.Scalar()));
        else
            wrong(key, "must hold texts only");
    }
    return values;
}

std::vector<int> Fields::wholes(const std::string& key, int least, int most) const {
    std::vector<int> values;
    for (const YAML::Node& node : list(key)) {
        const auto value = node.IsScalar() ? parse_whole(node.Scalar(), least, most) : std::nullopt;
        if (value)
            values.push_back(*value);
        else
            wrong(key, "must hold whole numbers from " + std::to_string(least) + " to " + std::to_string(most));
    }
    return values;
}

std::vector<Fields> Fields::maps(const std::string& key) const {
    std::vector<Fields> values;
    for (const YAML::Node& node : list(key)) {
        if (node.IsMap())
            values.emplace_back(node, before_, *faults_, wrong_, missing_);
        else
            wrong(key, "must be a list of {name: value} entries");
    }
    return values;
}

std::optional<Fields> Fields::map(const std::string& key) const {
    const YAML::Node node = at(key);
    if (node.IsNull()) return std::nullopt;
    if (node.IsMap()) return Fields(node, before_, *faults_, wrong_, missing_);
    wrong(key, "must be {name: value, …}");
    return std::nullopt;
}

std::map<std::string, std::string> Fields::scalars() const {
    std::map<std::string, std::string> values;
    for (const auto& pair : map_)
        if (pair.first.IsScalar() && pair.second.IsScalar())
            values.emplace(base::sanitised(pair.first.Scalar()), base::sanitised(pair.second.Scalar()));
    return values;
}

void Fields::expect_only(const std::vector<std::string_view>& known) const {
    std::set<std::string> seen;
    for (const auto& pair : map_) {
        const std::string key = pair.first.IsScalar() ? one_line(pair.first.Scalar()) : "?";
        if (std::find(known.begin(), known.end(), key) == known.end())
            faults_->warning(wrong_, line_of(pair.first),
                             "`" + key + "` is not a field this program knows; check its spelling", {key});
        else if (!seen.insert(key).second)
            faults_->warning(wrong_, line_of(pair.first), "`" + key + "` stands twice; only the first counts", {key});
    }
}

std::optional<int> parse_whole(std::string_view text, int least, int most) {
    text = base::trimmed(text);
    int value = 0;
    const auto [end, fault] = std::from_chars(text.data(), text.data() + text.size(), value);
    if (fault != std::errc() || end != text.data() + text.size() || value < least || value > most) return std::nullopt;
    return value;
}

}  // namespace book
