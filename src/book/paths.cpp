#include "book/paths.h"

#include <vector>

#include "base/text.h"

namespace book {
namespace {

int hex(char c) {
    if (c >= '0' && c <= '9') return c - '0';
    if (c >= 'a' && c <= 'f') return c - 'a' + 10;
    if (c >= 'A' && c <= 'F') return c - 'A' + 10;
    return -1;
}

}  // namespace

std::optional<std::string> percent_decoded(std::string_view text) {
    std::string result;
    for (std::size_t i = 0; i < text.size(); ++i) {
        if (text[i] == '%' && i + 2 < text.size() && hex(text[i + 1]) >= 0 && hex(text[i + 2]) >= 0) {
            result += static_cast<char>(hex(text[i + 1]) * 16 + hex(text[i + 2]));
            i += 2;
        } else {
            result += text[i];
        }
    }
    for (const char c : result)
        if (static_cast<unsigned char>(c) < 0x20 || c == 0x7F) return std::nullopt;
    if (base::sanitised(result) != result) return std::nullopt;
    return result;
}

std::optional<std::string> joined(std::string_view from, std::string_view target) {
    if (target.starts_with('/') || target.find('\\') != std::string_view::npos ||
        target.find(':') != std::string_view::npos)
        return std::nullopt;
    std::vector<std::string_view> parts;
    const auto walk = [&](std::string_view path) {
        while (!path.empty()) {
            const auto slash = path.find('/');
            const std::string_view part = path.substr(0, slash);
            if (part == "..") {
                if (parts.empty()) return false;
                parts.pop_back();
            } else if (!part.empty() && part != ".") {
                parts.push_back(part);
            }
            if (slash == std::string_view::npos) break;
            path.remove_prefix(slash + 1);
        }
        return true;
    };
    const auto folder = from.rfind('/');
    if (folder != std::string_view::npos && !walk(from.substr(0, folder))) return std::nullopt;
    if (!walk(target)) return std::nullopt;
    std::string result;
    for (const std::string_view part : parts) {
        if (!result.empty()) result += '/';
        result += part;
    }
    return result;
}

std::optional<std::string> image_name(std::string_view language, std::string_view path, std::string_view source) {
    const auto decoded = percent_decoded(source);
    if (!decoded) return std::nullopt;
    const auto whole = joined(std::string(language) + '/' + std::string(path), *decoded);
    constexpr std::string_view folder = "images/";
    if (!whole || !whole->starts_with(folder) || whole->size() == folder.size()) return std::nullopt;
    return whole->substr(folder.size());
}

}  // namespace book
