// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/search_file.h"

#include <algorithm>

#include "store/rows.h"
#include "store/search_index.h"
#include "store/sqlite/transaction.h"

namespace wenlan::store {
namespace {

// Belongs to the form of the file and to how titles are read.
constexpr std::string_view form = "2 ";
constexpr int piece_listings = 400;
constexpr std::size_t rows_max = 250'000, letters_max = std::size_t{24} << 20;
constexpr std::size_t line_bytes_max = 256;
constexpr std::size_t more_max = 24;
constexpr std::int32_t always_from = 0, always_until = 0x7FFFFFFF;

base::Error damaged() {
    return {"search.damaged", "Search is being made ready.", "the search index is damaged"};
}

std::int32_t minute_of(base::Instant at) { return static_cast<std::int32_t>(to_ms(at) / 60'000); }

}  // namespace

std::filesystem::path search_file(const DataFolder& folder, std::string_view snapshot) {
    return folder.root / "search" / (std::string(snapshot) + ".db");
}

std::string search_binding(base::Disk& disk, const DataFolder& folder, const Snapshot& snapshot) {
    const auto line = disk.read(folder.checksum(snapshot.name()), line_bytes_max);
    std::string binding(form);
    binding += line ? line.value() : std::string("unsummed");
    return binding + std::to_string(to_ms(snapshot.issued()));
}

void put_number(std::string& bytes, std::uint64_t value, int size) {
    for (int i = 0; i < size; ++i) bytes.push_back(static_cast<char>(value >> (8 * i)));
}

std::uint64_t take_number(std::string_view& bytes, std::size_t size) {
    if (bytes.size() < size) {
        bytes = {};
        return 0;
    }
    std::uint64_t value = 0;
    for (std::size_t i = 0; i < size; ++i)
        value |= static_cast<std::uint64_t>(static_cast<unsigned char>(bytes[i])) << (8 * i);
    bytes.remove_prefix(size);
    return value;
}

// --- reading

base::Result<void> SearchIndex::read(sqlite::Database& database) {
    auto letters = TRY(database.prepare("SELECT character, begins, keys FROM letter ORDER BY id"));
    while (TRY(letters.step())) {
        if (!alphabet_.add({static_cast<char32_t>(letters.integer(0)), letters.integer(1) != 0,
                            letters.text(2)}))
            return damaged();
    }
    auto said = TRY(database.prepare("SELECT letters FROM said ORDER BY id"));
    while (TRY(said.step())) {
        const std::string bytes = said.bytes(0);
        std::string_view rest = bytes;
        while (rest.size() >= 2)
            more_letters_.push_back(static_cast<domain::TitleLetter>(take_number(rest, 2)));
        more_ends_.push_back(static_cast<std::uint32_t>(more_letters_.size()));
    }
    auto pieces = TRY(database.prepare("SELECT listings FROM piece ORDER BY id"));
    while (TRY(pieces.step())) {
        const std::string bytes = pieces.bytes(0);
        TRY(read_piece(bytes));
    }
    const std::size_t known = alphabet_.entries().size();
    const auto unknown = [known](domain::TitleLetter letter) { return letter >= known; };
    const bool sound = std::none_of(letters_.begin(), letters_.end(), unknown) &&
                       std::none_of(more_letters_.begin(), more_letters_.end(), unknown) &&
                       std::all_of(more_of_.begin(), more_of_.end(),
                                   [this](std::uint32_t i) { return i < more_ends_.size(); });
    if (!sound) return damaged();
    return {};
}

base::Result<void> SearchIndex::read_piece(std::string_view bytes) {
    while (!bytes.empty()) {
        if (rows_.size() >= rows_max || letters_.size() > letters_max) return damaged();
        Row row;
        row.letters = static_cast<std::uint32_t>(letters_.size());
        row.more = static_cast<std::uint32_t>(more_of_.size());
        row.listing = static_cast<std::int64_t>(take_number(bytes, 8));
        row.from_minute = static_cast<std::int32_t>(take_number(bytes, 4));
        row.until_minute = static_cast<std::int32_t>(take_number(bytes, 4));
        row.kind = static_cast<std::uint8_t>(take_number(bytes, 1));
        std::size_t in_all = 0;
        for (std::uint8_t& length : row.titles) {
            length = static_cast<std::uint8_t>(take_number(bytes, 1));
            in_all += length;
        }
        row.more_count = static_cast<std::uint8_t>(take_number(bytes, 1));
        if (bytes.size() < in_all * 2 + row.more_count * std::size_t{4}) return damaged();
        if (row.kind > static_cast<std::uint8_t>(domain::Kind::notice)) return damaged();
        for (std::size_t i = 0; i < in_all; ++i)
            letters_.push_back(static_cast<domain::TitleLetter>(take_number(bytes, 2)));
        for (std::size_t i = 0; i < row.more_count; ++i)
            more_of_.push_back(static_cast<std::uint32_t>(take_number(bytes, 4)));
        if (!rows_.empty() && rows_.back().listing >= row.listing) return damaged();
        rows_.push_back(row);
    }
    return {};
}

// --- making

SearchIndexBuilder::SearchIndexBuilder(base::Disk& disk, DataFolder folder,
                                       const Snapshot& snapshot, const domain::Readings& readings)
    : disk_(disk),
      folder_(std::move(folder)),
      snapshot_(snapshot),
      readings_(readings),
      index_(std::make_unique<SearchIndex>()) {}

base::Result<bool> SearchIndexBuilder::go_on() {
    if (!TRY(add_piece())) return false;
    TRY(index_->read_times(snapshot_, snapshot_.issued()));
    TRY(write());
    return true;
}

// True: there are no more.
base::Result<bool> SearchIndexBuilder::add_piece() {
    const auto listings = TRY(snapshot_.searched_after(last_, piece_listings));
    for (const SearchedListing& listing : listings) {
        const bool room = index_->rows_.size() < rows_max && index_->letters_.size() < letters_max;
        if (room) add(listing);
        last_ = listing.id;
    }
    return listings.size() < static_cast<std::size_t>(piece_listings);
}

void SearchIndexBuilder::add(const SearchedListing& listing) {
    SearchIndex::Row row;
    row.listing = listing.id.value;
    row.kind = static_cast<std::uint8_t>(listing.kind);
    row.from_minute = listing.shown_from ? minute_of(*listing.shown_from) : always_from;
    row.until_minute = listing.shown_until ? minute_of(*listing.shown_until) : always_until;
    row.letters = static_cast<std::uint32_t>(index_->letters_.size());
    row.more = static_cast<std::uint32_t>(index_->more_of_.size());
    std::vector<std::string> known;
    for (const std::string& title : listing.titles) {
        if (title.empty() || known.size() == SearchIndex::titles_max ||
            std::find(known.begin(), known.end(), title) != known.end())
            continue;
        const auto letters = index_->alphabet_.letters_of(title, readings_);
        row.titles[known.size()] = static_cast<std::uint8_t>(letters.size());
        index_->letters_.insert(index_->letters_.end(), letters.begin(), letters.end());
        known.push_back(title);
    }
    for (const std::string& text : listing.more) {
        if (text.empty() || row.more_count == more_max) continue;
        index_->more_of_.push_back(more_text(text));
        ++row.more_count;
    }
    index_->rows_.push_back(row);
}

// The same is said of many; it is kept once.
std::uint32_t SearchIndexBuilder::more_text(const std::string& text) {
    const auto next = static_cast<std::uint32_t>(index_->more_ends_.size());
    const auto [known, is_new] = more_texts_.emplace(text, next);
    if (is_new) {
        const auto letters = index_->alphabet_.letters_of(text, readings_);
        auto& all = index_->more_letters_;
        all.insert(all.end(), letters.begin(), letters.end());
        index_->more_ends_.push_back(static_cast<std::uint32_t>(all.size()));
    }
    return known->second;
}

base::Result<void> SearchIndexBuilder::write() const {
    const auto path = search_file(folder_, snapshot_.name());
    const auto making = folder_.root / "search" / "making.db";
    TRY(disk_.make_folder(folder_.root));
    TRY(disk_.make_folder(path.parent_path()));
    for (const std::string& name : TRY(disk_.list(path.parent_path())))
        TRY(disk_.remove(path.parent_path() / name));
    {
        auto memory = TRY(sqlite::Database::in_memory());
        TRY(memory.run(std::string(search_schema)));
        auto transaction = TRY(sqlite::Transaction::begin(memory));
        auto bound = TRY(memory.prepare("INSERT INTO bound VALUES (?1)"));
        bound.bind(1, search_binding(disk_, folder_, snapshot_));
        TRY(bound.run());
        auto letter = TRY(memory.prepare("INSERT INTO letter VALUES (?1, ?2, ?3, ?4)"));
        const auto& entries = index_->alphabet_.entries();
        for (std::size_t i = 1; i < entries.size(); ++i) {
            letter.bind(1, static_cast<std::int64_t>(i));
            letter.bind(2, static_cast<std::int64_t>(entries[i].character));
            letter.bind(3, entries[i].begins_word ? 1 : 0);
            letter.bind(4, entries[i].keys);
            TRY(letter.run());
        }
        auto said = TRY(memory.prepare("INSERT INTO said VALUES (?1, ?2)"));
        for (std::size_t i = 0; i < index_->more_ends_.size(); ++i) {
            std::string bytes;
            for (const auto one : index_->more_text(i)) put_number(bytes, one, 2);
            said.bind(1, static_cast<std::int64_t>(i));
            said.bind_bytes(2, bytes);
            TRY(said.run());
        }
        TRY(write_pieces(memory));
        TRY(transaction.commit());
        TRY(memory.copy_to(making));
    }
    TRY(disk_.sync(making));
    TRY(disk_.rename(making, path));
    return disk_.sync(path.parent_path());
}

base::Result<void> SearchIndexBuilder::write_pieces(sqlite::Database& database) const {
    auto piece = TRY(database.prepare("INSERT INTO piece (listings) VALUES (?1)"));
    std::string bytes;
    const auto& rows = index_->rows_;
    for (std::size_t i = 0; i < rows.size(); ++i) {
        const SearchIndex::Row& row = rows[i];
        put_number(bytes, static_cast<std::uint64_t>(row.listing), 8);
        put_number(bytes, static_cast<std::uint32_t>(row.from_minute), 4);
        put_number(bytes, static_cast<std::uint32_t>(row.until_minute), 4);
        put_number(bytes, row.kind, 1);
        std::size_t in_all = 0;
        for (const std::uint8_t length : row.titles) {
            put_number(bytes, length, 1);
            in_all += length;
        }
        put_number(bytes, row.more_count, 1);
        for (std::size_t at = 0; at < in_all; ++at)
            put_number(bytes, index_->letters_[row.letters + at], 2);
        for (std::size_t at = 0; at < row.more_count; ++at)
            put_number(bytes, index_->more_of_[row.more + at], 4);
        const bool full = (i + 1) % static_cast<std::size_t>(piece_listings) == 0;
        if (!full && i + 1 < rows.size()) continue;
        piece.bind_bytes(1, bytes);
        TRY(piece.run());
        bytes.clear();
    }
    return {};
}

}  // namespace wenlan::store
