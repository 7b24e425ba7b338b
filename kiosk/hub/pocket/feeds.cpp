// SPDX-License-Identifier: GPL-3.0-or-later
#include "hub/pocket/feeds.h"

#include <charconv>

#include "base/log.h"
#include "hub/pocket/ics_writer.h"
#include "hub/pocket/words.h"
#include "sync/crypto/hash.h"

namespace wenlan::hub::pocket {

namespace {

using namespace std::chrono_literals;

constexpr base::Duration back = 24h * 31;
constexpr base::Duration ahead = 24h * 400;
constexpr base::Duration followed_anew = 1h;
constexpr std::size_t kept_max = 300;
constexpr std::string_view ending = ".ics";

store::CalendarEntry entry_of(const store::OccasionSummary& one) {
    store::CalendarEntry entry;
    entry.occasion = one.occasion.id;
    entry.listing_key = one.listing.key;
    entry.venue_key = one.venue.key;
    entry.title = one.listing.full_title.empty() ? one.listing.title : one.listing.full_title;
    entry.note = one.listing.subtitle;
    entry.place = one.venue.name;
    entry.reason = one.occasion.reason;
    entry.start = one.occasion.start;
    entry.end = one.occasion.end;
    entry.state = one.occasion.state;
    return entry;
}

std::optional<store::CalendarBook::Wanted> wanted_by(std::string_view name, base::Instant now) {
    store::CalendarBook::Wanted wanted;
    wanted.from = now - back;
    if (!name.ends_with(ending)) return std::nullopt;
    name.remove_suffix(ending.size());
    if (name == "all") return wanted;
    const std::size_t slash = name.find('/');
    if (slash == std::string_view::npos || slash + 1 == name.size()) return std::nullopt;
    const std::string_view kind = name.substr(0, slash);
    const std::string_view which = name.substr(slash + 1);
    if (kind == "listing") {
        wanted.listing_key = std::string(which);
    } else if (kind == "venue") {
        wanted.venue_key = std::string(which);
    } else if (kind == "date") {
        std::int64_t id = 0;
        const auto [end, problem] = std::from_chars(which.data(), which.data() + which.size(), id);
        if (problem != std::errc{} || end != which.data() + which.size() || id <= 0) {
            return std::nullopt;
        }
        wanted.occasion = {id};
    } else {
        return std::nullopt;
    }
    return wanted;
}

}  // namespace

base::Result<void> Feeds::follow(base::Instant now) {
    std::vector<store::CalendarEntry> entries;
    const auto read = [&](const store::Snapshot& snapshot) -> base::Result<std::string> {
        std::string name = snapshot.name();
        if (name == edition_ && now - followed_ < followed_anew) return name;
        centre_ = snapshot.centre();
        const store::OccasionQuery query{.now = now, .from = now - back, .to = now + ahead};
        TRY(snapshot.each_occasion(query, [&entries](const store::OccasionSummary& one) {
            entries.push_back(entry_of(one));
            return entries.size() < store::CalendarBook::entries_max;
        }));
        return name;
    };
    const std::string edition = TRY(programme_.with(read));
    if (edition == edition_ && now - followed_ < followed_anew) return {};
    const bool all = entries.size() < store::CalendarBook::entries_max;
    const base::Instant until = all ? now + ahead : entries.back().start;
    TRY(sign_ups_.with_hub([&](SignUpHub& hub) {
        return store::CalendarBook(hub.database()).follow(entries, now, until, now);
    }));
    edition_ = edition;
    followed_ = now;
    kept_.clear();
    return {};
}

base::Result<Feeds::Made> Feeds::make(std::string_view name, const Visitor& visitor) {
    const auto wanted = wanted_by(name, visitor.now);
    if (!wanted) return Made{};
    std::string centre_id;
    const auto entries = TRY(sign_ups_.with_hub([&](SignUpHub& hub) {
        centre_id = hub.office().ground().centre.hex();
        return store::CalendarBook(hub.database()).entries(*wanted);
    }));
    const bool feed = !wanted->occasion;
    if (entries.empty() && (!feed || name != "all.ics")) return Made{};
    IcsFrame frame;
    frame.language = visitor.language;
    frame.public_url = centre_.public_url;
    frame.centre_id = centre_id;
    frame.feed = feed;
    frame.name = visitor.say(centre_.name);
    if (!wanted->listing_key.empty()) frame.name = visitor.say(entries.front().title);
    if (!wanted->venue_key.empty()) frame.name += " · " + visitor.say(entries.front().place);
    Made made;
    made.text = write_ics(frame, entries);
    constexpr std::size_t tag_digits = 32;
    made.tag = "\"" + sync::hash_of(made.text).hex().substr(0, tag_digits) + "\"";
    return made;
}

base::Result<Feeds::Made> Feeds::made(std::string_view name, const Visitor& visitor) {
    const std::lock_guard guard(lock_);
    TRY(follow(visitor.now));
    const std::string key =
        std::string(visitor.language == base::Language::en ? "en " : "zh ") + std::string(name);
    const auto found = kept_.find(key);
    if (found != kept_.end()) return found->second;
    Made fresh = TRY(make(name, visitor));
    if (fresh.text.empty()) return fresh;
    if (kept_.size() >= kept_max) kept_.clear();
    kept_[key] = fresh;
    return fresh;
}

net::HttpResponse Feeds::answer(const net::HttpRequest& request, std::string_view name,
                                const Visitor& visitor) {
    const auto result = made(name, visitor);
    if (!result) {
        base::log::error("a calendar", result.error());
        return net::plain(503, visitor.say(words::failed));
    }
    const Made& made = result.value();
    if (made.text.empty()) return net::plain(404, visitor.say(words::no_page));
    net::HttpResponse response;
    response.headers["etag"] = made.tag;
    response.headers["cache-control"] = "public, max-age=900";
    response.headers["vary"] = "accept-language";
    if (net::header(request.headers, "if-none-match") == made.tag) {
        response.status = 304;
        return response;
    }
    response.headers["content-type"] = "text/calendar; charset=utf-8";
    response.headers["content-disposition"] = "inline; filename=\"wenlan.ics\"";
    response.body = made.text;
    return response;
}

}  // namespace wenlan::hub::pocket
