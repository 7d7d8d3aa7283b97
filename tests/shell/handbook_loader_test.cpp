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

/// How often it has been told, when it has been quiet for longer than the watch waits for a burst to be over.
int told_when_quiet(const std::atomic<int>& told) {
    int before = told;
    support::until([&] {
        std::this_thread::sleep_for(400ms);
        return std::exchange(before, told) == told;
    });
    return told;
}

/// Until the watch stands: its thread takes its time where there is much else to do.
void await_watch(const Copy& copy, const std::atomic<int>& told) {
    REQUIRE(support::until([&] {
        copy.append("Mer.\n");
        std::this_thread::sleep_for(400ms);
        return told > 0;
    }));
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
    await_watch(copy, told);
    int before = 0, after = 0;
    // Where the machine itself breaks a burst in two it is none, and another is tried.
    for (auto took = 1'000ms; took > 60ms;) {
        before = told_when_quiet(told);
        const auto began = std::chrono::steady_clock::now();
        for (int i = 0; i < 5; ++i) copy.append("Mer.\n");
        took = std::chrono::duration_cast<std::chrono::milliseconds>(std::chrono::steady_clock::now() - began);
        REQUIRE(support::until([&] { return told > before; }));
        after = told_when_quiet(told);
    }
    CHECK(after == before + 1);
    std::filesystem::create_directory(copy.programme / "nb" / "del-9");
    REQUIRE(support::until([&] { return told > after; }));
    after = told_when_quiet(told);
    std::ofstream(copy.programme / "nb" / "del-9" / "01-ny.md") << "# Ny\n";
    REQUIRE(support::until([&] { return told > after; }));
}

TEST_CASE("a file that an editor replaces by renaming is noticed too") {
    const Copy copy;
    std::atomic<int> told = 0;
    const HandbookWatch watch(copy.folder.path, [&] { ++told; });
    await_watch(copy, told);
    const auto temporary = copy.folder.path / "ny";
    int before = told_when_quiet(told);
    std::ofstream(temporary) << "# Ny\n";
    REQUIRE(support::until([&] { return told > before; }));
    before = told_when_quiet(told);
    std::filesystem::rename(temporary, copy.file());
    REQUIRE(support::until([&] { return told > before; }));
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
