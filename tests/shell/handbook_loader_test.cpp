#include "shell/handbook_loader.h"

#include <atomic>
#include <catch2/catch_test_macros.hpp>
#include <fstream>

#include "base/temp_folder.h"
#include "shell/handbook_watch.h"
#include "support/process.h"

using namespace std::chrono_literals;
using shell::HandbookLoader;
using shell::HandbookWatch;

namespace {

const std::filesystem::path shipped = std::filesystem::path(HANDBOOK) / "mestringstreff";
constexpr const char* chapter = "del-1/01-hva-er-mestringstreff.md";

/// A copy of the shipped handbook that may be written in.
struct Copy {
    TempFolder folder;
    std::filesystem::path programme = folder.path / "mestringstreff";
    Copy() { std::filesystem::copy(shipped, programme, std::filesystem::copy_options::recursive); }
    std::filesystem::path file() const { return programme / "nb" / chapter; }
    void append(const std::string& text) const { std::ofstream(file(), std::ios::app) << text; }
};

std::string text_of(const book::Handbook& handbook) {
    return book::plain_text(handbook.document(chapter)->blocks);
}

}  // namespace

TEST_CASE("the handbook is read in the background, and its index only when that is allowed") {
    std::atomic<int> told = 0;
    HandbookLoader loader(shipped, [&] { ++told; });
    CHECK_FALSE(loader.take());
    loader.request("nb");
    REQUIRE(support::until([&] { return told == 1; }));
    const auto first = loader.take();
    REQUIRE(first);
    CHECK(first->handbook->document(chapter) != nullptr);
    CHECK(first->search == nullptr);
    std::this_thread::sleep_for(100ms);
    CHECK(told == 1);
    loader.allow_index();
    REQUIRE(support::until([&] { return told == 2; }));
    const auto second = loader.take();
    REQUIRE(second);
    CHECK(second->handbook == first->handbook);
    REQUIRE(second->search != nullptr);
    CHECK_FALSE(second->search->find("mestring").empty());
}

TEST_CASE("looking again reads only what has changed") {
    const Copy copy;
    std::atomic<int> told = 0;
    HandbookLoader loader(copy.programme, [&] { ++told; });
    loader.request("nb");
    REQUIRE(support::until([&] { return told == 1; }));
    loader.take();
    loader.look_again();
    std::this_thread::sleep_for(200ms);
    CHECK(told == 1);
    copy.append("\nEn setning som er ny.\n");
    loader.look_again();
    REQUIRE(support::until([&] { return told == 2; }));
    const auto changed = loader.take();
    REQUIRE(changed);
    CHECK(text_of(*changed->handbook).find("En setning som er ny.") != std::string::npos);
}

TEST_CASE("a loader that nobody waits for ends at once") {
    const auto before = std::chrono::steady_clock::now();
    {
        HandbookLoader loader(shipped, [] {});
    }
    CHECK(std::chrono::steady_clock::now() - before < 5s);
}

TEST_CASE("a change on disk is told once, when the burst is over, also in folders that are new") {
    const Copy copy;
    std::atomic<int> told = 0;
    const HandbookWatch watch(copy.programme, [&] { ++told; });
    std::this_thread::sleep_for(200ms);
    CHECK(told == 0);
    for (int i = 0; i < 5; ++i) copy.append("Mer.\n");
    REQUIRE(support::until([&] { return told == 1; }));
    std::this_thread::sleep_for(400ms);
    CHECK(told == 1);
    std::filesystem::create_directory(copy.programme / "nb" / "del-9");
    REQUIRE(support::until([&] { return told == 2; }));
    std::ofstream(copy.programme / "nb" / "del-9" / "01-ny.md") << "# Ny\n";
    REQUIRE(support::until([&] { return told == 3; }));
}

TEST_CASE("a file that an editor replaces by renaming is noticed too") {
    const Copy copy;
    std::atomic<int> told = 0;
    const HandbookWatch watch(copy.folder.path, [&] { ++told; });
    std::this_thread::sleep_for(200ms);
    const auto temporary = copy.folder.path / "ny";
    std::ofstream(temporary) << "# Ny\n";
    REQUIRE(support::until([&] { return told == 1; }));
    std::filesystem::rename(temporary, copy.file());
    REQUIRE(support::until([&] { return told == 2; }));
}

TEST_CASE("watching a folder that is not there is no fault") {
    const TempFolder folder;
    std::atomic<int> told = 0;
    {
        const HandbookWatch watch(folder.path / "borte", [&] { ++told; });
        std::this_thread::sleep_for(50ms);
    }
    CHECK(told == 0);
}
