// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/inspection.h"

#include <algorithm>
#include <string_view>
#include <utility>

#include "store/bounds.h"
#include "store/names.h"
#include "store/snapshot_check.h"

namespace wenlan::store {

namespace {

constexpr std::size_t piece_bytes = 512 << 10;
constexpr int listings_a_piece = 60;
constexpr int occasions_a_piece = 400;

// "('event','club')": every word of an enumeration.
template <typename Enum>
std::string words() {
    std::string list;
    for (const auto& [value, name] : Names<Enum>::table) {
        list += (list.empty() ? "('" : ",'") + std::string(name) + "'";
    }
    return list + ")";
}

// True of texts that can be read to their end; the columns are separated by a space.
std::string read_whole(std::string_view columns) {
    std::string sum;
    while (!columns.empty()) {
        const std::string_view column = columns.substr(0, columns.find(' '));
        sum += (sum.empty() ? "length(" : " + length(") + std::string(column) + ")";
        columns.remove_prefix(std::min(column.size() + 1, columns.size()));
    }
    return sum + " >= 0";
}

// A query that counts what is wrong in a piece: its first column is the last id of it (null: there
// is none), the second the number of wrong rows.
struct Piece {
    std::optional<std::int64_t> last_id;
    std::int64_t wrong = 0;
};

base::Result<Piece> look(sqlite::Database& database, const std::string& sql, std::int64_t after,
                         std::int64_t until) {
    sqlite::Statement* const row = TRY(database.cached(sql));
    const sqlite::Rows rows(row);
    row->bind(1, after);
    row->bind(2, until);
    row->bind(3, instant_ms_max);
    row->bind(4, seats_max);
    row->bind(5, count_max);
    Piece piece;
    if (!TRY(row->step())) return piece;
    piece.last_id = row->optional_integer(0);
    piece.wrong = row->integer(1);
    return piece;
}

// All five are used in every query, so that one function can bind them all.
constexpr std::string_view bound_to_be = "(?1 + ?2 + ?3 + ?4 + ?5) IS NOT NULL";

const std::string& listing_rows() {
    static const std::string sql =
        "SELECT max(id), ifnull(sum(NOT (kind IN " + words<domain::Kind>() + " AND section IN " +
        words<domain::Section>() + " AND joining IN " + words<domain::Join>() + " AND feature IN " +
        words<domain::Feature>() +
        " AND focus_x BETWEEN 0 AND 1 AND focus_y BETWEEN 0 AND 1"
        " AND ifnull(deadline_ms, 0) BETWEEN 0 AND ?3 AND ifnull(shown_from_ms, 0) BETWEEN 0 AND "
        "?3 AND ifnull(shown_until_ms, 0) BETWEEN 0 AND ?3 AND answered BETWEEN 0 AND ?5"
        // Every text is read to its end.
        " AND " +
        read_whole(
            "key title_zh title_en short_title_zh short_title_en full_title_zh "
            "full_title_en subtitle_zh subtitle_en body_zh body_en organiser_zh "
            "organiser_en audience_zh audience_en seating_zh seating_en poster "
            "feature_badge_zh feature_badge_en feature_line_zh feature_line_en "
            "needs_zh needs_en") +
        ")), 0) "

        "FROM (SELECT * FROM listing WHERE id > ?1 ORDER BY id LIMIT " +
        std::to_string(listings_a_piece) + ") WHERE " + std::string(bound_to_be);
    return sql;
}

// What hangs on the listings after ?1 up to ?2, or on numbers between them that are none.
const std::string& parts_of_listings() {
    static const std::string sql = [] {
        const std::string range = "WHERE x.listing_id > ?1 AND x.listing_id <= ?2 AND NOT (";
        const std::string listed = "EXISTS (SELECT 1 FROM listing l WHERE l.id = x.listing_id)";
        return "SELECT max(id), count(*) FROM ("
               "SELECT x.listing_id AS id FROM listing_tag x " +
               range + listed +
               " AND place >= 0 AND EXISTS (SELECT 1 FROM tag t WHERE t.id = x.tag_id)) UNION ALL "
               "SELECT x.listing_id FROM club x " +
               range + listed +
               " AND members BETWEEN 0 AND ?5 AND places_open BETWEEN 0 AND ?5 "
               "AND founded_year BETWEEN 0 AND 9999 AND " +
               read_whole("weekly_zh leader_note_zh place_note_zh") +
               ") "
               "UNION ALL SELECT x.listing_id FROM challenge x " +
               range + listed +
               " AND readers BETWEEN 0 AND ?5 AND last_day >= first_day) UNION ALL "
               "SELECT x.listing_id FROM item x " +
               range + listed + " AND percent BETWEEN 0 AND 100 AND " +
               read_whole("title_zh text_zh text_en") +
               ") "
               "UNION ALL SELECT x.listing_id FROM question x " +
               range + listed + " AND kind IN " + words<domain::QuestionKind>() +
               ") UNION ALL "
               "SELECT x.listing_id FROM question_option x " +
               range +
               "EXISTS (SELECT 1 FROM question q WHERE q.listing_id = x.listing_id "
               "AND q.place = x.question_place))) WHERE " +
               std::string(bound_to_be);
    }();
    return sql;
}

const std::string& occasion_rows() {
    static const std::string sql =
        "SELECT max(id), ifnull(sum(NOT (state IN " + words<domain::OccasionState>() +
        " AND start_ms BETWEEN 0 AND ?3 AND end_ms BETWEEN start_ms + 1 AND ?3"
        " AND ifnull(signup_opens_ms, 0) BETWEEN 0 AND ?3"
        " AND ifnull(signup_closes_ms, 0) BETWEEN 0 AND ?3 AND capacity BETWEEN 0 AND ?4"
        " AND walk_in_places BETWEEN 0 AND ?4"
        " AND length(reason_zh) + length(reason_en) >= 0"
        " AND EXISTS (SELECT 1 FROM venue v WHERE v.id = venue_id)"
        " AND EXISTS (SELECT 1 FROM listing l WHERE l.id = listing_id AND l.kind = o.kind"
        " AND (l.feature <> 'none') = o.put_forward)"
        // It is found where the pages look for it.
        " AND EXISTS (SELECT 1 FROM occasion x INDEXED BY occasion_by_start"
        " WHERE x.start_ms = o.start_ms AND x.id = o.id))), 0) "
        "FROM (SELECT * FROM occasion WHERE id > ?1 ORDER BY id LIMIT " +
        std::to_string(occasions_a_piece) + ") o WHERE " + std::string(bound_to_be);
    return sql;
}

}  // namespace

base::Result<bool> Inspection::look_further() {
    bool through = true;
    switch (stage_) {
        case Stage::bytes:
            through = TRY(look_at_bytes());
            break;
        case Stage::small_tables:
            TRY(look_at_small_tables());
            break;
        case Stage::listings:
            through = TRY(look_at_listings());
            break;
        case Stage::occasions:
            through = TRY(look_at_occasions());
            break;
        case Stage::pages:
            TRY(look_at_pages());
            break;
        case Stage::done:
            return true;
    }
    if (!through) return false;
    stage_ = static_cast<Stage>(static_cast<int>(stage_) + 1);
    last_id_ = 0;
    return stage_ == Stage::done;
}

base::Result<bool> Inspection::look_at_bytes() {
    if (!expected_) return true;
    const std::string bytes = TRY(database_.file_bytes(offset_, piece_bytes));
    checksum_.add(bytes);
    offset_ += static_cast<std::int64_t>(bytes.size());
    if (bytes.size() == piece_bytes) return false;
    if (checksum_.line() != *expected_) return damaged("checksum");
    return true;
}

base::Result<void> Inspection::look_at_small_tables() {
    sqlite::Statement wrong = TRY(database_.prepare(
        "SELECT 1 FROM tag WHERE section NOT IN " + words<domain::Section>() +
        " UNION ALL SELECT 1 FROM venue WHERE storey NOT BETWEEN 0 AND ?2 "
        "OR length(name_zh) + length(name_en) + length(directions_zh) + length(directions_en) IS "
        "NULL "
        "UNION ALL SELECT 1 FROM club_sum WHERE clubs NOT BETWEEN 0 AND ?1 "
        "OR members NOT BETWEEN 0 AND ?1 OR recruiting NOT BETWEEN 0 AND ?1 LIMIT 1"));
    wrong.bind(1, count_max);
    wrong.bind(2, storey_max);
    if (TRY(wrong.step())) return damaged("a tag, a venue or a sum");
    return {};
}

base::Result<bool> Inspection::look_at_listings() {
    const Piece rows = TRY(look(database_, listing_rows(), last_id_, 0));
    if (rows.wrong > 0) return damaged("a listing after " + std::to_string(last_id_));
    constexpr std::int64_t all = INT64_MAX / 4;
    const Piece parts =
        TRY(look(database_, parts_of_listings(), last_id_, rows.last_id.value_or(all)));
    if (parts.wrong > 0) return damaged("a part of a listing after " + std::to_string(last_id_));
    if (!rows.last_id) return true;
    last_id_ = *rows.last_id;
    return false;
}

base::Result<bool> Inspection::look_at_occasions() {
    const Piece rows = TRY(look(database_, occasion_rows(), last_id_, 0));
    if (rows.wrong > 0) return damaged("an occasion after " + std::to_string(last_id_));
    if (!rows.last_id) return true;
    last_id_ = *rows.last_id;
    return false;
}

// SQLite's own check cannot be done in pieces: of a large file the checksum has to be enough.
base::Result<void> Inspection::look_at_pages() {
    constexpr std::int64_t pages_max = 1024;
    if (TRY(database_.integer("PRAGMA page_count")) > pages_max) return {};
    sqlite::Statement sound = TRY(database_.prepare("PRAGMA quick_check(1)"));
    if (!TRY(sound.step()) || sound.text(0) != "ok") return damaged("quick_check");
    return {};
}

}  // namespace wenlan::store
