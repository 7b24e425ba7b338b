// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/listing_parts.h"

#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "store/rows.h"

namespace wenlan::store {

namespace {

std::optional<base::CivilDate> optional_date(const sqlite::Statement& row, int column) {
    if (row.is_null(column)) return std::nullopt;
    return parse_date(row.text(column));
}

std::optional<std::string> to_text(const std::optional<base::CivilDate>& date) {
    if (!date) return std::nullopt;
    return store::to_text(*date);
}

void bind(sqlite::Statement& statement, int parameter, const base::LocalText& text) {
    statement.bind(parameter, text.zh);
    statement.bind(parameter + 1, text.en);
}

int number(const sqlite::Statement& row, int column) {
    return static_cast<int>(row.integer(column));
}

base::Result<std::optional<domain::Challenge>> read_challenge(sqlite::Database& database,
                                                              domain::ListingId listing) {
    sqlite::Statement* const row = TRY(database.cached(
        "SELECT first_day, last_day, readers FROM challenge WHERE listing_id = ?1"));
    const sqlite::Rows rows(row);
    row->bind(1, listing.value);
    if (!TRY(row->step())) return std::optional<domain::Challenge>{};
    const auto first = optional_date(*row, 0);
    const auto last = optional_date(*row, 1);
    if (!first || !last) {
        return base::Error{"snapshot.bad-value", "The programme's file is damaged.",
                           "days of a challenge"};
    }
    return std::optional{domain::Challenge{*first, *last, number(*row, 2)}};
}

base::Result<std::vector<domain::Item>> read_items(sqlite::Database& database,
                                                   domain::ListingId listing) {
    sqlite::Statement* const row =
        TRY(database.cached("SELECT title_zh, title_en, text_zh, text_en, by_zh, by_en, percent "
                            "FROM item WHERE listing_id = ?1 ORDER BY place"));
    const sqlite::Rows rows(row);
    row->bind(1, listing.value);
    std::vector<domain::Item> items;
    while (TRY(row->step())) {
        items.push_back(
            {local_text(*row, 0), local_text(*row, 2), local_text(*row, 4), number(*row, 6)});
    }
    return items;
}

base::Result<std::vector<domain::Question>> read_questions(sqlite::Database& database,
                                                           domain::ListingId listing) {
    sqlite::Statement* const row =
        TRY(database.cached("SELECT q.place, q.kind, q.prompt_zh, q.prompt_en, q.required, "
                            "q.least, q.most, o.text_zh, o.text_en FROM question q "
                            "LEFT JOIN question_option o ON o.listing_id = q.listing_id "
                            "AND o.question_place = q.place "
                            "WHERE q.listing_id = ?1 ORDER BY q.place, o.place"));
    const sqlite::Rows rows(row);
    row->bind(1, listing.value);
    std::vector<domain::Question> questions;
    std::int64_t place = -1;
    while (TRY(row->step())) {
        if (row->integer(0) != place) {
            place = row->integer(0);
            domain::Question question;
            question.kind = TRY(enum_value<domain::QuestionKind>(*row, 1));
            question.prompt = local_text(*row, 2);
            question.required = row->integer(4) != 0;
            question.least = number(*row, 5);
            question.most = number(*row, 6);
            questions.push_back(std::move(question));
        }
        if (!row->is_null(7)) questions.back().options.push_back(local_text(*row, 7));
    }
    return questions;
}

base::Result<void> write_club(sqlite::Database& database, std::int64_t listing,
                              const domain::Club& club) {
    sqlite::Statement* const add = TRY(database.cached(
        "INSERT INTO club (listing_id, members, places_open, founded_year, recruiting, weekly_zh, "
        "weekly_en, leader_zh, leader_en, leader_role_zh, leader_role_en, leader_note_zh, "
        "leader_note_en, place_note_zh, place_note_en, rests_until) "
        "VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)"));
    add->bind(1, listing);
    add->bind(2, club.members);
    add->bind(3, club.places_open);
    add->bind(4, club.founded_year);
    add->bind(5, club.recruiting ? 1 : 0);
    bind(*add, 6, club.weekly);
    bind(*add, 8, club.leader);
    bind(*add, 10, club.leader_role);
    bind(*add, 12, club.leader_note);
    bind(*add, 14, club.place_note);
    add->bind(16, to_text(club.rests_until));
    return add->run();
}

base::Result<void> write_challenge(sqlite::Database& database, std::int64_t listing,
                                   const domain::Challenge& challenge) {
    sqlite::Statement* const add = TRY(database.cached(
        "INSERT INTO challenge (listing_id, first_day, last_day, readers) VALUES (?, ?, ?, ?)"));
    add->bind(1, listing);
    add->bind(2, store::to_text(challenge.first_day));
    add->bind(3, store::to_text(challenge.last_day));
    add->bind(4, challenge.readers);
    return add->run();
}

base::Result<void> write_items(sqlite::Database& database, std::int64_t listing,
                               const std::vector<domain::Item>& items) {
    sqlite::Statement* const add = TRY(database.cached(
        "INSERT INTO item (listing_id, place, title_zh, title_en, text_zh, text_en, by_zh, by_en, "
        "percent) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)"));
    int place = 0;
    for (const domain::Item& item : items) {
        add->bind(1, listing);
        add->bind(2, place++);
        bind(*add, 3, item.title);
        bind(*add, 5, item.text);
        bind(*add, 7, item.by);
        add->bind(9, item.percent);
        TRY(add->run());
    }
    return {};
}

base::Result<void> write_questions(sqlite::Database& database, std::int64_t listing,
                                   const std::vector<domain::Question>& questions) {
    sqlite::Statement* const add = TRY(database.cached(
        "INSERT INTO question (listing_id, place, kind, prompt_zh, prompt_en, required, least, "
        "most) VALUES (?, ?, ?, ?, ?, ?, ?, ?)"));
    sqlite::Statement* const add_option = TRY(database.cached(
        "INSERT INTO question_option (listing_id, question_place, place, text_zh, text_en) "
        "VALUES (?, ?, ?, ?, ?)"));
    int place = 0;
    for (const domain::Question& question : questions) {
        add->bind(1, listing);
        add->bind(2, place);
        add->bind(3, name_of(question.kind));
        bind(*add, 4, question.prompt);
        add->bind(6, question.required ? 1 : 0);
        add->bind(7, question.least);
        add->bind(8, question.most);
        TRY(add->run());
        int option_place = 0;
        for (const base::LocalText& option : question.options) {
            add_option->bind(1, listing);
            add_option->bind(2, place);
            add_option->bind(3, option_place++);
            bind(*add_option, 4, option);
            TRY(add_option->run());
        }
        ++place;
    }
    return {};
}

}  // namespace

base::Result<std::optional<domain::Club>> read_club(sqlite::Database& database,
                                                    domain::ListingId listing) {
    sqlite::Statement* const row = TRY(
        database.cached("SELECT members, places_open, founded_year, recruiting, weekly_zh, "
                        "weekly_en, leader_zh, leader_en, leader_role_zh, leader_role_en, "
                        "leader_note_zh, leader_note_en, place_note_zh, place_note_en, rests_until "
                        "FROM club WHERE listing_id = ?1"));
    const sqlite::Rows rows(row);
    row->bind(1, listing.value);
    if (!TRY(row->step())) return std::optional<domain::Club>{};
    domain::Club club;
    club.members = number(*row, 0);
    club.places_open = number(*row, 1);
    club.founded_year = number(*row, 2);
    club.recruiting = row->integer(3) != 0;
    club.weekly = local_text(*row, 4);
    club.leader = local_text(*row, 6);
    club.leader_role = local_text(*row, 8);
    club.leader_note = local_text(*row, 10);
    club.place_note = local_text(*row, 12);
    club.rests_until = optional_date(*row, 14);
    return std::optional{std::move(club)};
}

base::Result<void> read_parts(sqlite::Database& database, domain::Listing& listing) {
    listing.club = TRY(read_club(database, listing.id));
    listing.challenge = TRY(read_challenge(database, listing.id));
    listing.items = TRY(read_items(database, listing.id));
    listing.form.questions = TRY(read_questions(database, listing.id));
    return {};
}

base::Result<bool> write_parts(sqlite::Database& database, std::int64_t row,
                               const domain::Listing& listing) {
    domain::Listing before;
    before.id = {row};
    TRY(read_parts(database, before));
    const bool same = before.club == listing.club && before.challenge == listing.challenge &&
                      before.items == listing.items &&
                      before.form.questions == listing.form.questions;
    if (same) return false;
    for (const char* const table : {"club", "challenge", "item", "question"}) {
        sqlite::Statement* const clear =
            TRY(database.cached("DELETE FROM " + std::string(table) + " WHERE listing_id = ?"));
        clear->bind(1, row);
        TRY(clear->run());
    }
    if (listing.club) TRY(write_club(database, row, *listing.club));
    if (listing.challenge) TRY(write_challenge(database, row, *listing.challenge));
    TRY(write_items(database, row, listing.items));
    TRY(write_questions(database, row, listing.form.questions));
    return true;
}

base::Result<void> write_club_roll(sqlite::Database& database) {
    const std::string roll =
        "SELECT t.tag_id, l.id, ifnull(c.recruiting, 0), "
        "l.shown_from_ms IS NOT NULL OR l.shown_until_ms IS NOT NULL "
        "FROM listing l LEFT JOIN club c ON c.listing_id = l.id "
        "JOIN (SELECT listing_id, tag_id FROM listing_tag UNION ALL SELECT id, 0 FROM listing) t "
        "ON t.listing_id = l.id WHERE l.kind = 'club'";
    const std::string sums =
        "SELECT r.tag_id, count(*), ifnull(sum(c.members), 0), sum(r.recruiting) "
        "FROM club_roll r LEFT JOIN club c ON c.listing_id = r.listing_id GROUP BY r.tag_id";
    // Only what differs is touched, so that a small edit stays a small patch.
    const auto bring = [&database](const std::string& table, const std::string& columns,
                                   const std::string& wanted) {
        return database.run("DELETE FROM " + table + " WHERE (" + columns + ") IN (SELECT " +
                            columns + " FROM " + table + " EXCEPT " + wanted + "); INSERT INTO " +
                            table + " (" + columns + ") " + wanted + " EXCEPT SELECT " + columns +
                            " FROM " + table);
    };
    TRY(bring("club_roll", "tag_id, listing_id, recruiting, limited", roll));
    return bring("club_sum", "tag_id, clubs, members, recruiting", sums);
}

}  // namespace wenlan::store
