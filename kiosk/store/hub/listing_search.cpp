// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/hub/listing_search.h"

#include <string>
#include <string_view>

#include "store/hub/listing_table.h"
#include "store/rows.h"

namespace wenlan::store {

namespace {

// What is not over yet of a listing's dates.
constexpr std::string_view coming =
    "FROM occasion o WHERE o.listing_id = l.id AND o.present = 1 AND o.end_ms > :now";

// "50%" is looked for as it is.
std::string pattern_of(std::string_view words) {
    std::string pattern = "%";
    for (const char c : words) {
        if (c == '%' || c == '_' || c == '~') pattern += '~';
        pattern += c;
    }
    return pattern + "%";
}

// A condition with what is bound to it; numbered parameters, so that each text is bound once.
class Where {
public:
    void add(const std::string& condition) { text_ += " AND " + condition; }
    std::string text(std::string value) {
        texts_.push_back(std::move(value));
        return parameter();
    }
    std::string number(std::int64_t value) {
        texts_.push_back({});
        numbers_.resize(texts_.size());
        numbers_.back() = value;
        return parameter();
    }
    const std::string& conditions() const { return text_; }
    void bind(sqlite::Statement& statement) const {
        for (std::size_t i = 0; i < texts_.size(); ++i) {
            const int parameter = static_cast<int>(i) + 1;
            if (i < numbers_.size() && numbers_[i]) {
                statement.bind(parameter, *numbers_[i]);
            } else {
                statement.bind(parameter, texts_[i]);
            }
        }
    }
    static std::string with_now(std::string_view text, const std::string& now) {
        std::string out(text);
        out.replace(out.find(":now"), 4, now);
        return out;
    }

private:
    std::string parameter() const { return "?" + std::to_string(texts_.size()); }

    std::string text_ = "1";
    std::vector<std::string> texts_;
    std::vector<std::optional<std::int64_t>> numbers_;
};

void add_words(Where& where, std::string_view words) {
    if (words.empty()) return;
    const std::string like = " LIKE " + where.text(pattern_of(words)) + " ESCAPE '~'";
    std::string any;
    for (const char* const column :
         {"title_zh", "title_en", "full_title_zh", "full_title_en", "subtitle_zh", "subtitle_en"}) {
        any += std::string(any.empty() ? "" : " OR ") + "l." + column + like;
    }
    where.add("(" + any + ")");
}

void add_state(Where& where, const ListingQuery& query) {
    if (query.state) where.add("l.state = " + where.text(std::string(name_of(*query.state))));
    const bool drafts = query.state == ListingState::draft;
    if (drafts || query.in_review) {
        where.add(std::string(query.in_review ? "" : "NOT ") +
                  "EXISTS (SELECT 1 FROM review r WHERE r.listing_id = l.id)");
    }
    if (query.pending) where.add("l.changed <> l.derived");
}

Where where_of(const ListingQuery& query) {
    Where where;
    add_words(where, query.words);
    if (query.kind) where.add("l.kind = " + where.text(std::string(name_of(*query.kind))));
    if (query.section) {
        where.add("l.section = " + where.text(std::string(name_of(*query.section))));
    }
    add_state(where, query);
    if (!query.tag.empty()) {
        where.add(
            "EXISTS (SELECT 1 FROM listing_tag lt JOIN tag t ON t.id = lt.tag_id "
            "WHERE lt.listing_id = l.id AND t.key = " +
            where.text(query.tag) + ")");
    }
    if (query.from || query.until) {
        std::string dates =
            "EXISTS (SELECT 1 FROM occasion o WHERE o.listing_id = l.id AND "
            "o.present = 1";
        if (query.from) dates += " AND o.end_ms > " + where.number(to_ms(*query.from));
        if (query.until) dates += " AND o.start_ms < " + where.number(to_ms(*query.until));
        where.add(dates + ")");
    }
    return where;
}

base::Result<ListingHit> read_hit(const sqlite::Statement& row) {
    ListingHit hit;
    hit.line.id = {row.integer(0)};
    hit.line.kind = TRY(enum_value<domain::Kind>(row, 1));
    hit.line.title = local_text(row, 2);
    hit.line.state = TRY(enum_value<ListingState>(row, 4));
    hit.line.publish_at = optional_instant(row, 5);
    hit.line.pending = row.integer(6) != 0;
    hit.section = TRY(enum_value<domain::Section>(row, 7));
    hit.subtitle = local_text(row, 8);
    hit.poster = {row.text(10), static_cast<float>(row.real(11)), static_cast<float>(row.real(12))};
    hit.origin = TRY(enum_value<Origin>(row, 13));
    hit.feature = TRY(enum_value<domain::Feature>(row, 14));
    hit.in_review = row.integer(15) != 0;
    return hit;
}

base::Result<void> add_dates(sqlite::Database& database, base::Instant now, ListingHit& hit) {
    sqlite::Statement* const count =
        TRY(database.cached("SELECT count(*) FROM occasion WHERE listing_id = ? AND present = 1 "
                            "AND end_ms > ?"));
    const sqlite::Rows counted(count);
    count->bind(1, hit.line.id.value);
    count->bind(2, to_ms(now));
    if (TRY(count->step())) hit.coming = static_cast<int>(count->integer(0));
    sqlite::Statement* const next =
        TRY(database.cached("SELECT " + std::string(occasion_columns) +
                            " FROM occasion o WHERE o.listing_id = ? AND o.present = 1 AND "
                            "o.end_ms > ? ORDER BY o.start_ms LIMIT 1"));
    const sqlite::Rows rows(next);
    next->bind(1, hit.line.id.value);
    next->bind(2, to_ms(now));
    if (TRY(next->step())) hit.next = TRY(read_occasion(*next, 0));
    return {};
}

base::Result<void> add_changed(sqlite::Database& database, ListingHit& hit) {
    sqlite::Statement* const last = TRY(database.cached(
        "SELECT who, at_ms FROM audit WHERE subject = ? ORDER BY number DESC LIMIT 1"));
    const sqlite::Rows rows(last);
    last->bind(1, subject_of(hit.line.id));
    if (TRY(last->step())) hit.changed = By{last->text(0), from_ms(last->integer(1))};
    return {};
}

}  // namespace

base::Result<ListingHits> search_listings(HubDatabase& hub, const ListingQuery& query) {
    sqlite::Database& database = hub.connection();
    Where where = where_of(query);
    ListingHits found;
    {
        sqlite::Statement count =
            TRY(database.prepare("SELECT count(*) FROM listing l WHERE " + where.conditions()));
        where.bind(count);
        if (TRY(count.step())) found.total = static_cast<int>(count.integer(0));
    }
    std::string order = "l.changed DESC, l.id DESC";
    if (query.order == ListingOrder::title) order = "l.title_zh, l.id";
    if (query.order == ListingOrder::next) {
        const std::string now = where.number(to_ms(query.now));
        order = "(SELECT min(o.start_ms) " + Where::with_now(coming, now) + ") NULLS LAST, l.id";
    }
    const std::string limit = where.number(query.limit);
    const std::string offset = where.number(query.offset);
    sqlite::Statement row = TRY(database.prepare(
        "SELECT l.id, l.kind, l.title_zh, l.title_en, l.state, l.publish_at_ms, "
        "l.changed <> l.derived, l.section, l.subtitle_zh, l.subtitle_en, l.poster, l.focus_x, "
        "l.focus_y, l.origin, l.feature, "
        "EXISTS (SELECT 1 FROM review r WHERE r.listing_id = l.id) FROM listing l WHERE " +
        where.conditions() + " ORDER BY " + order + " LIMIT " + limit + " OFFSET " + offset));
    where.bind(row);
    while (TRY(row.step())) found.hits.push_back(TRY(read_hit(row)));
    for (ListingHit& hit : found.hits) {
        TRY(add_dates(database, query.now, hit));
        TRY(add_changed(database, hit));
    }
    return found;
}

base::Result<int> count_pending(HubDatabase& hub) {
    return static_cast<int>(
        TRY(hub.connection().integer("SELECT count(*) FROM listing WHERE changed <> derived "
                                     "AND (shown = 1 OR state = 'published')")));
}

base::Result<bool> surroundings_pending(HubDatabase& hub) {
    return TRY(hub.connection().integer("SELECT surroundings_changed <> surroundings_derived "
                                        "FROM programme WHERE id = 1")) != 0;
}

}  // namespace wenlan::store
