#include <set>

#include "store/dated.h"
#include "support.h"

using namespace support;
using base::Fault;
using store::Backup;
using store::Store;
namespace fs = std::filesystem;

namespace {

std::set<std::string> names_in(const fs::path& folder) {
    std::set<std::string> names;
    for (const auto& entry : fs::directory_iterator(folder)) names.insert(base::to_utf8(entry.path().filename()));
    return names;
}

}  // namespace

TEST_CASE("a dated name tells its moment to the second, and nothing else is such a name") {
    CHECK(store::dated_name("mestringstreff-", now) == "mestringstreff-2026-11-21-181502.sqlite");
    CHECK(store::date_in_name("mestringstreff-", "mestringstreff-2026-11-21-181502.sqlite") == now);
    for (const char* name : {"", "mestringstreff.sqlite", "mestringstreff-2026-11-21-181502.sqlite-wal",
                             "mestringstreff-2026-11-31-181502.sqlite", "mestringstreff-2026-11-21-181562.sqlite",
                             "mestringstreff-2026-11-21-18150x.sqlite", "mestringstreff-2026-11-21_181502.sqlite",
                             "unfinished.new", "annet-2026-11-21-181502.sqlite"})
        CHECK_FALSE(store::date_in_name("mestringstreff-", name));
}

TEST_CASE("a backup is a dated, whole, verified copy in one file") {
    const TempFolder folder;
    fill(folder.path);
    Store store = opened(folder.path);
    REQUIRE(store.set_setting("bare i loggen", "ja"));
    const Backup made = store.backup(now).value();
    CHECK(made.file == folder.path / "backup" / "mestringstreff-2026-11-21-181502.sqlite");
    CHECK(made.made == now);
    CHECK(made.bytes == fs::file_size(made.file));
    CHECK(store::verify(made.file).value().marks == 12);
    CHECK(asked(made.file, "SELECT value FROM setting WHERE key = 'bare i loggen'") == "ja");
    CHECK(names_in(folder.path / "backup").size() == 1);
}

TEST_CASE("when nothing has changed since the newest backup, that one is told and none is made") {
    const TempFolder folder;
    fill(folder.path);
    const Backup first = opened(folder.path).backup(now).value();
    Store store = opened(folder.path);
    CHECK(store.backup(now + 24h).value().file == first.file);
    REQUIRE(store.set_setting("språk", "nb"));  // the value it has already
    CHECK(store.backup(now + 25h).value().file == first.file);
    REQUIRE(store.set_setting("språk", "nn"));
    const Backup second = store.backup(now + 26h).value();
    CHECK(second.made == now + 26h);
    CHECK(store::backups(folder.path).size() == 2);
}

TEST_CASE("two backups in the same second are two files") {
    const TempFolder folder;
    Store store = opened(folder.path);
    const Backup first = store.backup(now).value();
    REQUIRE(store.set_setting("a", "b"));
    const Backup second = store.backup(now).value();
    CHECK(first.file != second.file);
    CHECK(store::backups(folder.path).front().file == second.file);
}

TEST_CASE("the newest backups are kept and older ones go, whatever else lies in the folder") {
    const TempFolder folder;
    Store store = opened(folder.path);
    REQUIRE(store.backup(now).ok());
    write_bytes(folder.path / "backup" / "notat.txt", "mitt");
    for (int i = 1; i <= 6; ++i) {
        REQUIRE(store.set_setting("a", std::to_string(i)));
        REQUIRE(store.backup(now + i * 24h, 3).ok());
    }
    const auto kept = store::backups(folder.path);
    REQUIRE(kept.size() == 3);
    for (std::size_t i = 0; i < 3; ++i) CHECK(kept[i].made == now + (6 - static_cast<int>(i)) * 24h);
    CHECK(fs::exists(folder.path / "backup" / "notat.txt"));
    CHECK(store.backup(now, 0).ok());
    CHECK(store::backups(folder.path).size() == 1);
}

TEST_CASE("a backup made after the clock was set back is not thinned away at once") {
    const TempFolder folder;
    Store store = opened(folder.path);
    for (int i = 0; i < 3; ++i) {
        REQUIRE(store.set_setting("a", std::to_string(i)));
        REQUIRE(store.backup(now + i * 24h, 3).ok());
    }
    REQUIRE(store.set_setting("a", "etter"));
    const Backup made = store.backup(now - 1000h, 3).value();
    CHECK(asked(made.file, "SELECT value FROM setting") == "etter");
}

TEST_CASE("a broken file among the backups does not count, and the next backup is made beside it") {
    const TempFolder folder;
    Store store = opened(folder.path);
    CHECK(store::backups(folder.path).empty());
    const Backup first = store.backup(now).value();
    write_bytes(first.file, bytes(first.file).substr(0, 5000));
    write_bytes(folder.path / "backup" / "mestringstreff-2027-01-01-000000.sqlite", "x");
    CHECK(store::backups(folder.path).empty());
    const Backup second = store.backup(now).value();
    CHECK(second.file != first.file);
    REQUIRE(store::backups(folder.path).size() == 1);
    CHECK(store::backups(folder.path).front().file == second.file);
}

TEST_CASE("what an interrupted backup left behind is cleared away by the next") {
    const TempFolder folder;
    Store store = opened(folder.path);
    fs::create_directory(folder.path / "backup");
    write_bytes(folder.path / "backup" / "unfinished.new", "halv");
    write_bytes(folder.path / "backup" / "unfinished.new-journal", "halv");
    REQUIRE(store.backup(now).ok());
    CHECK(names_in(folder.path / "backup") == std::set<std::string>{"mestringstreff-2026-11-21-181502.sqlite"});
}

TEST_CASE("a backup that has no place to be is an error, and the store goes on") {
    const TempFolder folder;
    Store store = opened(folder.path);
    write_bytes(folder.path / "backup", "i veien");
    CHECK(store.backup(now).error().fault == Fault::unwritable);
    CHECK(store.set_setting("a", "b").ok());
}

TEST_CASE("after a restore the store is as the backup was, and the broken file is kept beside it") {
    const TempFolder folder;
    fill(folder.path);
    const Backup backup = opened(folder.path).backup(now).value();
    REQUIRE(opened(folder.path).set_setting("etter", "kopien"));
    std::string broken = bytes(file_in(folder));
    broken.replace(4096, 4096, 4096, 'x');
    write_bytes(file_in(folder), broken);
    REQUIRE(Store::open(folder.path, now).error().fault == Fault::damaged);

    const fs::path kept = store::restore(folder.path, store::backups(folder.path).front(), now + 1h).value();
    CHECK(kept == folder.path / "mestringstreff-kept-2026-11-21-191502.sqlite");
    CHECK((bytes(kept) == broken));
    Store store = opened(folder.path);
    CHECK(store.settings().value() == std::map<std::string, std::string>{{"språk", "nb"}});
    CHECK(store.records(1, 6).value().attendance.of_meeting(1).present == 12);
    CHECK(store.set_setting("videre", "ja").ok());
    CHECK((bytes(backup.file).size() == backup.bytes));
}

TEST_CASE("the log of the broken file goes along with it, and is not read into the restored one") {
    const TempFolder folder;
    fill(folder.path);
    const Backup backup = opened(folder.path).backup(now).value();
    std::string file;
    std::string log;
    {
        Store store = opened(folder.path);
        REQUIRE(store.set_setting("bare i loggen", "ja"));
        file = bytes(file_in(folder));
        log = bytes(folder.path / "mestringstreff.sqlite-wal");
    }
    write_bytes(file_in(folder), file);  // as after a crash: the file, and a log that belongs to it
    write_bytes(folder.path / "mestringstreff.sqlite-wal", log);
    const fs::path kept = store::restore(folder.path, backup, now).value();
    fs::path kept_log = kept;
    kept_log += "-wal";
    CHECK((bytes(kept) == file));
    CHECK((bytes(kept_log) == log));
    CHECK_FALSE(opened(folder.path).settings().value().contains("bare i loggen"));
    CHECK(asked(kept, "SELECT value FROM setting WHERE key = 'bare i loggen'") == "ja");
}

TEST_CASE("a second restore keeps the second file too") {
    const TempFolder folder;
    fill(folder.path);
    const Backup backup = opened(folder.path).backup(now).value();
    const auto first = store::restore(folder.path, backup, now).value();
    const auto second = store::restore(folder.path, backup, now).value();
    CHECK(first != second);
    CHECK(fs::exists(first));
    CHECK(fs::exists(second));
}

TEST_CASE("a backup is restored where there is no database, and then nothing was kept") {
    const TempFolder folder;
    fill(folder.path);
    const Backup backup = opened(folder.path).backup(now).value();
    const TempFolder other;
    CHECK(store::restore(other.path / "ny", backup, now).value().empty());
    CHECK(opened(other.path / "ny").courses().value().size() == 1);
}

TEST_CASE("a store that is open is not restored over") {
    const TempFolder folder;
    fill(folder.path);
    Store store = opened(folder.path);
    const Backup backup = store.backup(now).value();
    CHECK(store::restore(folder.path, backup, now).error().fault == Fault::in_use);
    CHECK(store.courses().value().size() == 1);
}

TEST_CASE("a backup that is broken, newer or gone is not restored, and nothing is touched") {
    const TempFolder folder;
    fill(folder.path);
    Backup backup = opened(folder.path).backup(now).value();
    const std::string before = bytes(file_in(folder));
    std::string newer = bytes(backup.file);
    newer[63] = 99;
    write_bytes(backup.file, newer);
    CHECK(store::restore(folder.path, backup, now).error().fault == Fault::newer);
    write_bytes(backup.file, newer.substr(0, 6000));
    CHECK_FALSE(store::restore(folder.path, backup, now).ok());
    fs::remove(backup.file);
    CHECK(store::restore(folder.path, backup, now).error().fault == Fault::not_found);
    CHECK((bytes(file_in(folder)) == before));
    CHECK(names_in(folder.path) == std::set<std::string>{"mestringstreff.sqlite", "in-use.lock", "backup"});
}

TEST_CASE("a backup from a medium that can only be read becomes a database that can be written") {
    const TempFolder folder;
    fill(folder.path);
    const Backup backup = opened(folder.path).backup(now).value();
    fs::permissions(backup.file, fs::perms::owner_read);
    REQUIRE(store::restore(folder.path, backup, now).ok());
    CHECK((fs::status(file_in(folder)).permissions() & fs::perms::owner_write) != fs::perms::none);
    CHECK(opened(folder.path).set_setting("a", "b").ok());
}
