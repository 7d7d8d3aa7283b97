// book/paths.h: where a link or a picture leads, as text: nothing here touches the disk.
// Rule: a path that leaves the handbook's folder leads nowhere.                      Tests: tests/book/load_test.cpp
#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace book {

/// "%20" to a space and so on; nothing when the result would not be plain UTF-8 text.
std::optional<std::string> percent_decoded(std::string_view text);

/// `target` as seen from the folder of `from` ("del-2/ovelser/x.md"), without `.` and `..`; nothing when it climbs out.
std::optional<std::string> joined(std::string_view from, std::string_view target);

/// The path inside images/ that `source` means, written in the document at `path` of `language`; nothing when it leads
/// anywhere else.
std::optional<std::string> image_name(std::string_view language, std::string_view path, std::string_view source);

}  // namespace book
