// book/yaml_fields.h: a YAML mapping read field by field, with a Problem for each field that is missing or wrong.
// Rule: yaml-cpp's exceptions end here; null and an absent field are the same: not stated.
// Used by: front_matter.cpp, programme.cpp.                                          Tests: tests/book/check_test.cpp
#pragma once

#include <yaml-cpp/yaml.h>

#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "book/faults.h"

namespace book {

/// Parses `text` into a mapping. On a syntax fault, or when it is no mapping, a Problem of `kind` and nothing.
/// `before` is the number of lines in the file that stand before `text`.
std::optional<YAML::Node> parse_mapping(std::string_view text, int before, ProblemKind kind, Faults& faults);

class Fields {
  public:
    /// `wrong` is the kind of Problem for a field that cannot be used, `missing` for one that is not there.
    Fields(YAML::Node map, int before, Faults& faults, ProblemKind wrong = ProblemKind::field_wrong,
           ProblemKind missing = ProblemKind::field_missing);

    bool has(const std::string& key) const;
    int line() const { return line_of(map_); }
    int line(const std::string& key) const;

    /// Scalars. A field that is wrong is reported and counts as absent.
    std::optional<std::string> text(const std::string& key) const;
    std::optional<int> whole(const std::string& key, int least, int most) const;
    /// As above, and reported when absent.
    std::string needed_text(const std::string& key) const;
    int needed_whole(const std::string& key, int least, int most) const;

    std::vector<std::string> texts(const std::string& key) const;
    std::vector<int> wholes(const std::string& key, int least, int most) const;
    std::vector<Fields> maps(const std::string& key) const;
    std::optional<Fields> map(const std::string& key) const;
    /// Every scalar field by name.
    std::map<std::string, std::string> scalars() const;

    /// Warns about fields that are not in `known` and about doubled ones: mostly a slip of the pen.
    void expect_only(const std::vector<std::string_view>& known) const;

    void wrong(const std::string& key, const std::string& detail) const;
    void missing(const std::string& key) const;

  private:
    YAML::Node at(const std::string& key) const;
    int line_of(const YAML::Node& node) const;
    std::vector<YAML::Node> list(const std::string& key) const;

    YAML::Node map_;
    int before_;
    Faults* faults_;
    ProblemKind wrong_;
    ProblemKind missing_;
};

/// A whole number and nothing else, within bounds.
std::optional<int> parse_whole(std::string_view text, int least, int most);

}  // namespace book
