// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/publication.h"

#include <utility>

#include "base/log.h"
#include "store/checksum.h"
#include "store/programme_check.h"
#include "store/programme_reader.h"
#include "store/programme_writer.h"
#include "store/rows.h"
#include "store/schema.h"
#include "store/sqlite/transaction.h"

namespace wenlan::store {

namespace {

constexpr std::size_t seats_bytes_max = 16 << 20;

// A lost or damaged file of seats must not stop the hub: residents then see that the
// number of free seats is not known.
SeatCounts read_seats(base::Disk& disk, const DataFolder& folder) {
    if (!disk.exists(folder.publication_seats())) return {};
    const auto bytes = disk.read(folder.publication_seats(), seats_bytes_max);
    if (!bytes) {
        base::log::error("reading the seats taken", bytes.error());
        return {};
    }
    auto counts = parse_seat_counts(bytes.value());
    if (!counts) {
        base::log::error("reading the seats taken", counts.error());
        return {};
    }
    return std::move(counts).value();
}

}  // namespace

class Publication::Impl {
public:
    Impl(base::Disk& disk, DataFolder folder, sqlite::Database database)
        : disk_(disk),
          folder_(std::move(folder)),
          database_(std::move(database)),
          seats_(read_seats(disk_, folder_)) {}

    base::Result<PutReport> write(const Programme& programme, PutMode mode,
                                  std::optional<Origin> replaced) {
        TRY(check(programme));
        sqlite::Transaction transaction = TRY(sqlite::Transaction::begin(database_));
        SeatCounts seats = seats_;
        const PutReport report = TRY(ProgrammeWriter(database_, seats).write(programme, replaced));
        if (mode == PutMode::dry_run) return report;
        TRY(keep(transaction, std::move(seats)));
        return report;
    }

    base::Result<PutReport> follow(const ProgrammeChange& change) {
        TRY(check(change.programme));
        sqlite::Transaction transaction = TRY(sqlite::Transaction::begin(database_));
        SeatCounts seats = seats_;
        const PutReport report = TRY(ProgrammeWriter(database_, seats, Ids::given).follow(change));
        TRY(keep(transaction, std::move(seats)));
        return report;
    }

    base::Result<void> keep(sqlite::Transaction& transaction, SeatCounts seats) {
        // Seats first: counts of occasions that a failing commit leaves out harm nobody.
        if (seats != seats_) {
            TRY(disk_.replace(folder_.publication_seats(), to_json(seats)));
        }
        TRY(transaction.commit());
        seats_ = std::move(seats);
        return {};
    }

    base::Disk& disk_;
    DataFolder folder_;
    sqlite::Database database_;
    SeatCounts seats_;
};

Publication::Publication(std::unique_ptr<Impl> impl) : impl_(std::move(impl)) {}
Publication::~Publication() = default;

base::Result<std::unique_ptr<Publication>> Publication::open(base::Disk& disk, DataFolder folder) {
    TRY(disk.make_folder(folder.root));
    sqlite::Database database = TRY(sqlite::Database::open_for_editing(folder.publication()));
    TRY(bring_to_newest_schema(database));
    TRY(
        database.run("INSERT INTO meta (id, edition, issued_ms, edited, demonstration) "
                     "SELECT 1, 0, 0, 1, 0 WHERE NOT EXISTS (SELECT 1 FROM meta)"));
    return std::unique_ptr<Publication>(
        new Publication(std::make_unique<Impl>(disk, std::move(folder), std::move(database))));
}

base::Result<Programme> Publication::programme() {
    Programme programme = TRY(read_programme(impl_->database_));
    for (ProgrammeOccasion& entry : programme.occasions) {
        entry.taken = impl_->seats_.of(entry.occasion.id);
    }
    return programme;
}

base::Result<PutReport> Publication::put(const Programme& programme, PutMode mode) {
    return impl_->write(programme, mode, std::nullopt);
}

base::Result<PutReport> Publication::replace(const Programme& programme, Origin origin) {
    return impl_->write(programme, PutMode::apply, origin);
}

base::Result<PutReport> Publication::follow(const ProgrammeChange& change) {
    return impl_->follow(change);
}

base::Result<std::int64_t> Publication::stamp() {
    constexpr std::size_t piece_bytes = 1 << 20;
    Checksum checksum;
    std::int64_t offset = 0;
    for (;;) {
        const std::string bytes = TRY(impl_->database_.file_bytes(offset, piece_bytes));
        if (bytes.empty()) break;
        checksum.add(bytes);
        offset += static_cast<std::int64_t>(bytes.size());
    }
    return static_cast<std::int64_t>(checksum.value());
}

base::Result<Publication::Standing> Publication::standing() {
    sqlite::Statement* const row = TRY(impl_->database_.cached(
        "SELECT edition, edited, demonstration, laid_out_on FROM meta WHERE id = 1"));
    const sqlite::Rows rows(row);
    Standing standing;
    if (!TRY(row->step())) return standing;
    standing.edition = row->integer(0);
    standing.edited = row->integer(1) != 0;
    standing.demonstration = row->integer(2) != 0;
    if (!row->is_null(3)) standing.laid_out_on = parse_date(row->text(3));
    return standing;
}

const SeatCounts& Publication::seats() const { return impl_->seats_; }

base::Result<void> Publication::issue(std::int64_t edition, base::Instant now,
                                      const std::filesystem::path& path) {
    sqlite::Database& database = impl_->database_;
    sqlite::Statement* const update =
        TRY(database.cached("UPDATE meta SET edition = ?, issued_ms = ?, edited = 0 WHERE id = 1"));
    update->bind(1, edition);
    update->bind(2, to_ms(now));
    TRY(update->run());
    return database.copy_to(path);
}

}  // namespace wenlan::store
