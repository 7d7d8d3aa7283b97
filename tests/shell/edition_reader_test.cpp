#include "shell/edition_reader.h"

#include <atomic>
#include <catch2/catch_test_macros.hpp>

#include "base/files.h"
#include "base/temp_folder.h"
#include "book/compare.h"
#include "book/handbook.h"
#include "support/process.h"

using shell::EditionReader;

namespace {

const std::string shipped = HANDBOOK "/mestringstreff";
const std::string small = FIXTURES "/../app/book";

app::LoadEdition wanted(const std::string& folder) {
    return {folder, words::Language::nb, nullptr};
}

}  // namespace

TEST_CASE("an older edition is read from its folder, and only a folder with a programme is one") {
    const app::EditionLoaded found = shell::read_edition(wanted(small));
    CHECK(found.folder == small);
    REQUIRE(found.book);
    CHECK(found.book->document("teori") != nullptr);
    CHECK(shell::read_edition(wanted(HANDBOOK)).book != nullptr);  // the folder around it will do
    const TempFolder empty;
    for (const std::string& folder : {base::to_utf8(empty.path), small + "/nb", std::string("/finnes/ikke"),
                                      std::string("\n\xff"), std::string()}) {
        CHECK(shell::read_edition(wanted(folder)).book == nullptr);
        CHECK(shell::read_edition(wanted(folder)).folder == folder);
    }
}

TEST_CASE("an edition is compared with ours while it is read") {
    auto ours = std::make_shared<book::Handbook>(book::load(small, "nb"));
    CHECK(shell::read_edition({small, words::Language::nb, nullptr}).comparison == nullptr);
    const auto same = shell::read_edition({small, words::Language::nb, ours}).comparison;
    REQUIRE(same);
    CHECK(same->same());
    ours->documents.front().title = "En ny tittel";
    const auto changed = shell::read_edition({small, words::Language::nb, ours}).comparison;
    REQUIRE(changed);
    CHECK(changed->document_counts.changed == 1);
}

TEST_CASE("an edition is read in the background, and only the latest that was asked for is answered") {
    std::atomic<int> told = 0;
    EditionReader reader([&] { ++told; });
    reader.request(wanted(shipped));
    reader.request(wanted("/finnes/ikke"));
    reader.request(wanted(small));
    std::optional<app::EditionLoaded> answer;
    REQUIRE(support::until([&] { return (answer = reader.take()).has_value(); }));
    CHECK(answer->folder == small);
    CHECK_FALSE(reader.take());
    REQUIRE(support::until([&] { return told >= 1; }));  // it can be taken a moment before it is told of
    CHECK(told == 1);
}

TEST_CASE("an answer that nobody took is dropped with the next request") {
    std::atomic<int> told = 0;
    EditionReader reader([&] { ++told; });
    reader.request(wanted("/finnes/ikke"));
    REQUIRE(support::until([&] { return told == 1; }));
    reader.request(wanted(small));
    REQUIRE(support::until([&] { return told == 2; }));
    CHECK(reader.take()->folder == small);
}
