#ifdef __linux__
#include <sched.h>
#include <sys/mount.h>
#include <unistd.h>

#include "support.h"

using namespace support;
using base::Fault;
using course::AttendanceSheet;
using course::Mark;
using store::Store;
namespace fs = std::filesystem;

namespace {

/// A file system of a few hundred kilobytes, seen by this process only. Needs root; without, fault_test.cpp still tries
/// a database that may not grow.
struct TinyDisk {
    TempFolder folder;
    bool mounted = false;

    TinyDisk() {
        static const bool own_space = enter_own_space();
        mounted = own_space && ::mount("tmpfs", folder.path.c_str(), "tmpfs", 0, "size=400k") == 0;
    }
    ~TinyDisk() {
        if (mounted) ::umount2(folder.path.c_str(), MNT_DETACH);
    }
    static bool enter_own_space() {
        return ::unshare(CLONE_NEWNS) == 0 && ::mount("none", "/", nullptr, MS_REC | MS_PRIVATE, nullptr) == 0;
    }
    /// Takes all room but `spare` bytes.
    void fill_up(std::size_t spare) const {
        const auto space = fs::space(folder.path).available;
        if (space <= spare) return;
        FILE* stream = std::fopen((folder.path / "ballast").c_str(), "a");
        const std::string block(space - spare, 'x');
        std::fwrite(block.data(), 1, block.size(), stream);
        std::fclose(stream);
    }
    void free_up() const { fs::remove(folder.path / "ballast"); }
};

}  // namespace

TEST_CASE("a full disk is told as such, loses nothing, and writing goes on when there is room again") {
    const TinyDisk disk;
    if (!disk.mounted) SKIP("no small file system can be mounted here");
    const fs::path data = disk.folder.path / "data";
    Store store = opened(data);
    const auto id = store.add_course(spring_course()).value();
    disk.fill_up(0);
    AttendanceSheet sheet(12, 6);
    // The log's last page may still have room; a few marks later it has not.
    base::Outcome outcome = base::done();
    for (int i = 0; i < 2000 && outcome; ++i) {
        const auto events = sheet.set(1 + i % 12, 1 + i % 6, course::next_mark(sheet.mark(1 + i % 12, 1 + i % 6)), now);
        outcome = store.append_attendance(id, events);
        if (outcome) sheet.apply(events);
    }
    REQUIRE_FALSE(outcome);
    CHECK(outcome.error().fault == Fault::disk_full);
    CHECK(store.records(id, 6).value().attendance.events() == sheet.events());
    CHECK(store.add_course(spring_course()).error().fault == Fault::disk_full);
    CHECK(store.backup(now).error().fault == Fault::disk_full);
    CHECK(store::backups(data).empty());
    CHECK(store.courses().value().size() == 1);

    disk.free_up();
    const auto events = sheet.set(5, 5, Mark::late, now);
    CHECK(store.append_attendance(id, events).ok());
    CHECK(store.backup(now).ok());
    CHECK(store::verify(store.file()).ok());
    CHECK(store.records(id, 6).value().attendance.mark(5, 5) == Mark::late);
}

TEST_CASE("a disk that is full when the program ends and starts again loses nothing") {
    const TinyDisk disk;
    if (!disk.mounted) SKIP("no small file system can be mounted here");
    const fs::path data = disk.folder.path / "data";
    fill(data);
    {
        Store store = opened(data);
        REQUIRE(store.set_setting("a", "b"));
        disk.fill_up(0);
    }
    // It may open (what it needs is there already) or say that the disk is full; it never calls the file damaged.
    const auto again = Store::open(data, now);
    if (!again) CHECK(again.error().fault == Fault::disk_full);
    disk.free_up();
    if (!again) CHECK(opened(data).settings().value().at("a") == "b");
    CHECK(store::verify(data / "mestringstreff.sqlite").value().marks == 12);
}

TEST_CASE("a new store on a full disk says that the disk is full, whatever step it fails in") {
    for (std::size_t spare = 0; spare < 200'000; spare += 12'288) {
        const TinyDisk disk;
        if (!disk.mounted) SKIP("no small file system can be mounted here");
        disk.fill_up(spare);
        const fs::path data = disk.folder.path / "data";
        {
            const auto store = Store::open(data, now);
            CAPTURE(spare);
            if (!store) CHECK(store.error().fault == Fault::disk_full);
        }
        disk.free_up();
        CHECK(opened(data).courses().value().empty());
    }
}

TEST_CASE("a restore that finds no room leaves the database as it was") {
    const TinyDisk disk;
    if (!disk.mounted) SKIP("no small file system can be mounted here");
    const fs::path data = disk.folder.path / "data";
    fill(data);
    const store::Backup backup = opened(data).backup(now).value();
    const fs::path file = data / "mestringstreff.sqlite";
    REQUIRE(opened(data).set_setting("etter", "kopien"));
    const std::string before = bytes(file);
    for (const std::size_t spare : {std::size_t{0}, std::size_t{8192}, before.size() + 8192}) {
        disk.fill_up(spare);
        CHECK(store::restore(data, backup, now).error().fault == Fault::disk_full);
        CHECK((bytes(file) == before));
        CHECK_FALSE(fs::exists(data / "mestringstreff.sqlite.new"));
        disk.free_up();
    }
    CHECK(opened(data).settings().value().contains("etter"));
}
#endif
