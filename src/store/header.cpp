#include "store/header.h"

#include <array>
#include <fstream>
#include <string_view>

#include "base/files.h"

namespace store {
namespace fs = std::filesystem;
using base::Error;
using base::Fault;

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
    header.edition = static_cast<int>(number_at(60));
    header.application = number_at(68);
    return header;
}

}  // namespace store
