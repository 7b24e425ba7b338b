// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/snapshot.h"

#include <utility>

#include "base/log.h"
#include "store/listing_parts.h"
#include "store/programme_reader.h"
#include "store/rows.h"
#include "store/snapshot_check.h"
#include "store/summary_rows.h"

namespace wenlan::store {

namespace {

base::Result<PublishedSeats> read_seats(base::Disk& disk, const DataFolder& folder,
                                        const std::string& name) {
    constexpr std::size_t seats_bytes_max = 64 << 20;
    return PublishedSeats::of_file(TRY(disk.read(folder.seats(name), seats_bytes_max)));
}

}  // namespace

base::Result<std::unique_ptr<Snapshot>> Snapshot::open(base::Disk& disk, const DataFolder& folder,
                                                       std::string name) {
    auto expected = TRY(check_header(disk, folder, name));
    sqlite::Database database = TRY(sqlite::Database::open_immutable(folder.snapshot(name)));
    TRY(check_surroundings(database));
    std::unique_ptr<Snapshot> snapshot(new Snapshot(std::move(name), std::move(database)));
    TRY(snapshot->read_surroundings());
    snapshot->reread_seats(disk, folder);
    snapshot->inspection_.emplace(snapshot->database_, std::move(expected));
    return snapshot;
}

bool Snapshot::reread_seats(base::Disk& disk, const DataFolder& folder) const {
    auto seats = read_seats(disk, folder, name_);
    if (seats) seats_ = std::move(seats).value();
    if (!seats) base::log::warning("seats of the programme " + name_, seats.error());
    return seats.ok();
}

base::Result<bool> Snapshot::inspect_further() const {
    if (!inspection_) return true;
    if (!TRY(inspection_->look_further())) return false;
    inspection_.reset();
    // The programme is whole; seats that cannot be told are no reason to give it up.
    if (const auto sound = seats_.check(); !sound) {
        base::log::warning("seats of the programme " + name_, sound.error());
        seats_ = {};
    }
    return true;
}

base::Result<void> Snapshot::read_surroundings() {
    centre_ = TRY(read_centre(database_));
    if (!base::Zone::named(centre_.zone)) {
        return base::Error{"snapshot.bad-value", "The programme's time zone is not known.",
                           centre_.zone};
    }
    sqlite::Statement meta =
        TRY(database_.prepare("SELECT issued_ms, demonstration, laid_out_on FROM meta"));
    if (TRY(meta.step())) {
        issued_ = from_ms(meta.integer(0));
        demonstration_ = meta.integer(1) != 0;
        if (!meta.is_null(2)) laid_out_on_ = parse_date(meta.text(2));
    }
    return {};
}

base::Result<std::vector<domain::Tag>> Snapshot::tags_of(domain::ListingId listing) const {
    return read_tags_of(database_, listing);
}

base::Result<std::optional<domain::Listing>> Snapshot::listing(domain::ListingId id) const {
    sqlite::Statement* const row = TRY(
        database_.cached(joined({"SELECT ", listing_columns, " FROM listing l WHERE l.id = ?1"})));
    const sqlite::Rows rows(row);
    row->bind(1, id.value);
    if (!TRY(row->step())) return std::optional<domain::Listing>{};
    domain::Listing listing = TRY(read_listing(*row, 0));
    listing.tags = TRY(tags_of(id));
    TRY(read_parts(database_, listing));
    return std::optional{std::move(listing)};
}

base::Result<domain::ListingId> Snapshot::listing_id(const std::string& key) const {
    sqlite::Statement* const row = TRY(database_.cached("SELECT id FROM listing WHERE key = ?1"));
    const sqlite::Rows rows(row);
    row->bind(1, key);
    if (!TRY(row->step())) return domain::ListingId{};
    return domain::ListingId{row->integer(0)};
}

base::Result<bool> Snapshot::has_tag(const std::string& key) const {
    sqlite::Statement* const row = TRY(database_.cached("SELECT 1 FROM tag WHERE key = ?1"));
    const sqlite::Rows rows(row);
    row->bind(1, key);
    return row->step();
}

}  // namespace wenlan::store
