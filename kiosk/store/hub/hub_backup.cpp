// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/hub/hub_backup.h"

#include <string>

#include "store/hub/audit.h"
#include "store/hub/hub_check.h"
#include "store/sqlite/transaction.h"

namespace wenlan::store {

namespace {

std::filesystem::path with_ending(std::filesystem::path path, std::string_view ending) {
    path += ending;
    return path;
}

base::Result<void> remove_database(base::Disk& disk, const std::filesystem::path& path) {
    for (const char* const ending : {"", "-wal", "-shm", "-journal"}) {
        const auto file = with_ending(path, ending);
        if (disk.exists(file)) TRY(disk.remove(file));
    }
    return {};
}

// Of a copy that nobody else knows: as one file, with nothing beside it.
base::Result<void> check_copy(base::Disk& disk, const std::filesystem::path& copy) {
    HubDatabase hub = TRY(HubDatabase::open(disk, copy));
    TRY(verify_hub(hub));
    return hub.connection().run("PRAGMA journal_mode = DELETE");
}

// Everything that was committed is in the one file, and nobody has it open.
base::Result<void> close_for_all(const std::filesystem::path& path) {
    sqlite::Database database = TRY(sqlite::Database::open_hub(path));
    const auto alone = database.run("PRAGMA busy_timeout = 500; PRAGMA journal_mode = DELETE");
    if (alone) return {};
    return base::Error{"hub.in-use",
                       "Another program has the hub's database open: stop wenlan-hub serve first.",
                       alone.error().detail};
}

// It says of itself where it came from, and what is published has to be compared with it.
base::Result<void> note_restored(HubDatabase& hub, const std::filesystem::path& file,
                                 base::Instant now) {
    sqlite::Database& database = hub.connection();
    sqlite::Transaction transaction = TRY(sqlite::Transaction::begin(database));
    TRY(database.run("UPDATE programme SET publication_stamp = NULL WHERE id = 1"));
    TRY(Audit(hub).append({"command line", now}, "hub.restored", "hub", "",
                          file.filename().string()));
    return transaction.commit();
}

// A copy of what is there now, beside it. One that is too damaged to be read is copied as bytes.
base::Result<std::filesystem::path> keep_old(base::Disk& disk, const std::filesystem::path& path,
                                             base::Instant now) {
    constexpr std::size_t bytes_max = std::size_t{4} << 30;
    std::string time = base::to_iso8601(now);
    std::erase_if(time, [](char c) { return c == ':' || c == '-'; });
    const auto kept = with_ending(path, ".replaced-" + time.substr(0, 15));
    const std::string bytes = TRY(disk.read(path, bytes_max));
    TRY(disk.replace(kept, bytes));
    return kept;
}

}  // namespace

base::Result<void> back_up(HubDatabase& hub, base::Disk& disk, const std::filesystem::path& file) {
    const auto part = with_ending(file, ".part");
    TRY(remove_database(disk, part));
    TRY(hub.connection().copy_to(part));
    if (const auto good = check_copy(disk, part); !good) {
        TRY(remove_database(disk, part));
        return good.error();
    }
    TRY(disk.sync(part));
    TRY(disk.rename(part, file));
    const auto folder = file.parent_path();
    return disk.sync(folder.empty() ? std::filesystem::path(".") : folder);
}

base::Result<std::filesystem::path> restore(base::Disk& disk, const std::filesystem::path& data,
                                            const std::filesystem::path& file, base::Instant now) {
    if (!disk.exists(file)) {
        return base::Error{"hub.no-backup", "There is no file " + file.string() + "."};
    }
    TRY(disk.make_folder(data));
    const auto path = hub_database_path(data);
    const auto fresh = with_ending(path, ".restored");
    TRY(remove_database(disk, fresh));
    {
        sqlite::Database backup = TRY(sqlite::Database::open_immutable(file));
        TRY(backup.copy_to(fresh));
    }
    const auto prepared = [&]() -> base::Result<void> {
        HubDatabase hub = TRY(HubDatabase::open(disk, fresh));
        TRY(verify_hub(hub));
        TRY(note_restored(hub, file, now));
        return hub.connection().run("PRAGMA journal_mode = DELETE");
    }();
    if (!prepared) {
        TRY(remove_database(disk, fresh));
        return base::Error{prepared.error().code,
                           "This backup cannot be used. " + prepared.error().message,
                           prepared.error().detail};
    }
    TRY(disk.sync(fresh));
    std::filesystem::path kept;
    if (disk.exists(path)) {
        const auto closed = close_for_all(path);
        if (!closed && closed.error().code == "hub.in-use") return closed.error();
        kept = TRY(keep_old(disk, path, now));
    }
    TRY(disk.rename(fresh, path));
    for (const char* const ending : {"-wal", "-shm"}) {
        const auto left = with_ending(path, ending);
        if (disk.exists(left)) TRY(disk.remove(left));
    }
    TRY(disk.sync(data));
    return kept;
}

}  // namespace wenlan::store
