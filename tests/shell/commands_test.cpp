// The commands that need no window, as a person types them.
#include <algorithm>
#include <catch2/catch_test_macros.hpp>

#include "base/temp_folder.h"
#include "store/store.h"
#include "support/process.h"

namespace fs = std::filesystem;
using support::run;

namespace {

const fs::path books = fs::path(FIXTURES) / "books";

/// A register with one course in it.
void fill(const fs::path& folder) {
    const base::Instant now = base::at_local({2026, 3, 4}, {10, 0}, base::Minutes{60});
    auto store = store::Store::open(folder, now);
    REQUIRE(store.ok());
    course::Course course;
    course.title = "Vårkurset";
    course.municipality = "Fjordvik";
    course.dates = course::dates_from({2026, 3, 4}, 6);
    course.participants = 9;
    REQUIRE(store.value().add_course(course).ok());
}

bool one_line(const std::string& text) {
    return std::count(text.begin(), text.end(), '\n') == 1 && text.back() == '\n';
}

}  // namespace

TEST_CASE("check of the shipped handbook finds no error and ends with the counts") {
    const auto done = run({PROGRAM, "check", HANDBOOK});
    INFO(done.out);
    CHECK(done.code == 0);
    CHECK(done.error == "");
    CHECK(done.out.find(". 0 feil, ") != std::string::npos);
}

TEST_CASE("check of a broken handbook prints each problem as path:line: and exits with 1") {
    const auto done = run({PROGRAM, "--lang", "en", "check", (books / "broken").string()});
    CHECK(done.code == 1);
    CHECK(done.out.find(".md:") != std::string::npos);
    CHECK(done.out.find(" errors, ") != std::string::npos);
}

TEST_CASE("check of a folder that is not there is one sentence on standard error") {
    const auto done = run({PROGRAM, "check", "/finnes/ikke"});
    CHECK(done.code == 2);
    CHECK(done.out == "");
    CHECK(one_line(done.error));
    CHECK(done.error.find("/finnes/ikke") != std::string::npos);
}

TEST_CASE("text prints what a reader sees of one document, without markup") {
    const fs::path file = fs::path(HANDBOOK) / "mestringstreff" / "nb" / "del-1" / "01-hva-er-mestringstreff.md";
    const auto done = run({PROGRAM, "text", file.string()});
    CHECK(done.code == 0);
    CHECK(done.out.find("estringstreff") != std::string::npos);
    CHECK(done.out.find("kind:") == std::string::npos);
    CHECK(done.out.find("](") == std::string::npos);
}

TEST_CASE("text of what is no document of a handbook is refused in a sentence") {
    const TempFolder folder;
    folder.write("a.md", "# A\n");
    for (const fs::path& file : {folder.path / "a.md", folder.path / "borte.md"}) {
        const auto done = run({PROGRAM, "text", file.string()});
        CHECK(done.code == 2);
        CHECK(one_line(done.error));
    }
}

TEST_CASE("compare prints what differs with its words marked, then the counts, and exits as diff does") {
    const TempFolder folder;
    fs::copy(books / "good", folder.path / "ny", fs::copy_options::recursive);
    const std::string older = (books / "good").string(), newer = (folder.path / "ny").string();
    const auto same = run({PROGRAM, "compare", older, newer});
    CHECK(same.code == 0);
    CHECK(one_line(same.out));
    const std::string fields = "---\nkind: page\nid: ny-side\ntitle: Ny side\npart: 1\n---\n\n";
    folder.write("ny/nb/del-1/ny-side.md", fields + "Ta med kaffe til alle.\n");
    const auto added = run({PROGRAM, "compare", older, newer});
    CHECK(added.code == 1);
    CHECK(added.out.find("Ny: del-1/ny-side.md · Ny side") != std::string::npos);
    CHECK(added.out.find("+  {+Ta med kaffe til alle.+}") != std::string::npos);
    CHECK(added.out.ends_with("0 borte.\n"));
    fs::copy(folder.path / "ny", folder.path / "nyest", fs::copy_options::recursive);
    folder.write("nyest/nb/del-1/ny-side.md", fields + "Ta med te til alle.\n");
    const auto changed =
        run({PROGRAM, "--lang", "en", "--handbook", (folder.path / "nyest").string(), "compare", newer});
    CHECK(changed.code == 1);
    CHECK(changed.error == "");
    CHECK(changed.out.find("8 ~  Ta med [-kaffe-]{+te+} til alle.") != std::string::npos);
}

TEST_CASE("compare with what is no handbook is one sentence on standard error") {
    const TempFolder folder;
    for (const std::string& older : {std::string("/finnes/ikke"), folder.path.string()}) {
        const auto done = run({PROGRAM, "compare", older, HANDBOOK});
        CHECK(done.code == 2);
        CHECK(done.out == "");
        CHECK(one_line(done.error));
        CHECK(done.error.find(older) != std::string::npos);
    }
}

TEST_CASE("a backup is verified, and brings the register back after the file was lost") {
    const TempFolder folder;
    const std::string data = (folder.path / "data").string(), copy = (folder.path / "kopi.sqlite").string();
    fill(data);
    const auto made = run({PROGRAM, "--data", data, "backup", copy});
    INFO(made.error);
    REQUIRE(made.code == 0);
    CHECK(run({PROGRAM, "verify", copy}).out.find("1 kurs") != std::string::npos);
    std::ofstream(fs::path(data) / "mestringstreff.sqlite", std::ios::trunc) << "ødelagt";
    CHECK(run({PROGRAM, "--data", data, "verify"}).code != 0);
    const auto restored = run({PROGRAM, "--data", data, "restore", copy});
    INFO(restored.error);
    REQUIRE(restored.code == 0);
    CHECK(run({PROGRAM, "--data", data, "verify"}).out.find("1 kurs") != std::string::npos);
}

TEST_CASE("verify and backup without a register, and restore from what is no register, touch nothing") {
    const TempFolder folder;
    const std::string data = (folder.path / "data").string();
    for (const auto& arguments :
         {support::Arguments{PROGRAM, "--data", data, "verify"},
          support::Arguments{PROGRAM, "--data", data, "backup", (folder.path / "kopi").string()},
          support::Arguments{PROGRAM, "--data", data, "restore", (folder.path / "kopi").string()}}) {
        const auto done = run(arguments);
        INFO(arguments.back());
        CHECK(done.code != 0);
        CHECK(one_line(done.error));
    }
    CHECK_FALSE(fs::exists(folder.path / "kopi"));
}

TEST_CASE("help is printed in the language asked for") {
    CHECK(run({PROGRAM, "--help"}).out.find("håndbokmappe") != std::string::npos);
    CHECK(run({PROGRAM, "--lang", "nn", "--help"}).out.find("handbokmappe") != std::string::npos);
    CHECK(run({PROGRAM, "--lang", "en", "--help"}).out.find("handbook folder") != std::string::npos);
}

TEST_CASE("an argument that makes no sense is one sentence and a non-zero exit") {
    const auto done = run({PROGRAM, "--finnes-ikke"});
    CHECK(done.code == 2);
    CHECK(done.out == "");
    CHECK(one_line(done.error));
}
