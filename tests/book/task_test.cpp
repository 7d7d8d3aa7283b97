#include <catch2/catch_test_macros.hpp>

#include "book/markdown.h"
#include "support.h"

namespace {

/// The tasks of a list, by number.
std::vector<std::uint64_t> tasks(std::string_view markdown) {
    std::vector<std::uint64_t> found;
    const auto list = support::blocks(markdown);
    for (const book::Block& item : list.at(0).children) found.push_back(book::task_of(item));
    return found;
}

}  // namespace

TEST_CASE("a task is known by its words, wherever it stands and however they are set") {
    const auto first = tasks("- [ ] Ring **kommunen**\n- [x] Lån rom");
    const auto later = tasks("- [ ] Noe nytt\n- [ ] Lån rom\n- [x] Ring kommunen");
    REQUIRE(first.size() == 2);
    CHECK(first[0] == later[2]);
    CHECK(first[1] == later[1]);
    CHECK(first[0] != first[1]);
    CHECK(tasks("- [ ] Ring kommunene") != tasks("- [ ] Ring kommunen"));
}

TEST_CASE("tasks below a task are not its own words") {
    CHECK(tasks("- [ ] Ring kommunen\n  - [ ] Spør om rom") == tasks("- [ ] Ring kommunen"));
    CHECK(tasks("- [ ] Ring kommunen\n\n  Spør om rom") != tasks("- [ ] Ring kommunen"));
    CHECK(tasks("- [ ] a\n\n  b") != tasks("- [ ] ab"));
}

TEST_CASE("a task has the same number on every machine") {
    // What is stored for a course must be found again by the next edition of the program.
    CHECK(tasks("- [ ] Ring kommunen") == std::vector<std::uint64_t>{0x89b0ecb770aaef39});
}
