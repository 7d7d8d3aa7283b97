#include "store/header.h"

#include <algorithm>
#include <array>
#include <fstream>
#include <string_view>

#include "base/files.h"

namespace store {
namespace fs = std::filesystem;
using base::Error;
using base::Fault;

namespace {

bool has_content(fs::path file, const char* suffix) {
    file += suffix;
    std::error_code code;
    const auto size = fs::file_size(file, code);
    return !code && size > 0;
}

}  // namespace

base::Result<Header> read_header(const fs::path& file) {
    std::error_code code;
    Header header;
    header.there = fs::exists(fs::symlink_status(file, code));
    if (!header.there) return header;
    const auto size = fs::file_size(file, code);
    if (code) return Error{Fault::unreadable, base::to_utf8(file), code.message()};
    header.empty = size == 0;
    if (header.empty) return header;

    std::array<char, 100> bytes{};  // the length of SQLite's header
    std::ifstream stream(file, std::ios::binary);
    if (!stream) return Error{Fault::unreadable, base::to_utf8(file), "can not be opened for reading"};
    stream.read(bytes.data(), bytes.size());
    constexpr std::string_view magic{"SQLite format 3\0", 16};
    if (stream.gcount() < static_cast<std::streamsize>(bytes.size()) ||
        std::string_view(bytes.data(), magic.size()) != magic)
        return Error{Fault::damaged, base::to_utf8(file), "not a SQLite database"};
    const auto number_at = [&](std::size_t place) {
        std::uint32_t number = 0;
        for (std::size_t i = 0; i < 4; ++i) number = number << 8 | static_cast<unsigned char>(bytes[place + i]);
        return number;
    };
    // SQLite reads what is missing of the last page as zeros, and its checks do not see that. Only a log or a journal,
    // left by a program that was stopped while it wrote, explains such a length, and then SQLite mends it.
    const auto page = std::max<std::uintmax_t>(512, number_at(16) >> 16 == 1 ? 65536 : number_at(16) >> 16);
    if (size % page != 0 && !has_content(file, "-wal") && !has_content(file, "-journal"))
        return Error{Fault::damaged, base::to_utf8(file), "cut short within a page"};
    header.edition = static_cast<int>(number_at(60));
    header.application = number_at(68);
    return header;
}

}  // namespace store
