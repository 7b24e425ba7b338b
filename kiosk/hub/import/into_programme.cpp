// SPDX-License-Identifier: GPL-3.0-or-later
#include "hub/import/into_programme.h"

#include <algorithm>
#include <map>
#include <set>
#include <unordered_map>

#include "hub/import/clean_text.h"
#include "hub/import/event_check.h"
#include "hub/import/stand_in_poster.h"

namespace wenlan::hub {
namespace {

using base::LocalText;
using domain::Kind;
using domain::Section;

constexpr int new_tag_filter_order = 100;  // after the chips of the house
constexpr std::size_t name_characters_in_key_max = 40;

std::string key_for(std::string_view name) {
    const std::string plain = folded(name);
    const bool long_name = plain.size() > name_characters_in_key_max * 4;
    return "import:" + (long_name ? fingerprint(plain) : plain);
}

std::optional<Kind> kind_named(const std::string& word) {
    static const std::map<std::string, Kind> names = {
        {"活动", Kind::event},
        {"event", Kind::event},
        {"社团", Kind::club},
        {"club", Kind::club},
        {"阅读", Kind::reading},
        {"reading", Kind::reading},
        {"挑战", Kind::challenge},
        {"challenge", Kind::challenge},
        {"志愿", Kind::volunteering},
        {"志愿服务", Kind::volunteering},
        {"volunteering", Kind::volunteering},
        {"volunteer", Kind::volunteering},
        {"征集", Kind::call},
        {"call", Kind::call},
        {"服务", Kind::service},
        {"service", Kind::service},
        {"问卷", Kind::survey},
        {"survey", Kind::survey},
        {"公告", Kind::notice},
        {"通知", Kind::notice},
        {"notice", Kind::notice},
    };
    const auto found = names.find(folded(word));
    if (found == names.end()) return std::nullopt;
    return found->second;
}

std::optional<Section> section_of(Kind kind) {
    switch (kind) {
        case Kind::club:
            return Section::clubs;
        case Kind::reading:
        case Kind::challenge:
            return Section::reading;
        case Kind::volunteering:
            return Section::volunteering;
        case Kind::service:
        case Kind::survey:
        case Kind::notice:
            return Section::neighbourhood;
        case Kind::event:
        case Kind::call:
            break;
    }
    return std::nullopt;
}

// Finds the publication's venues by any of their names, and makes those it lacks.
class Venues {
public:
    Venues(const store::Programme& existing, store::Programme& out)
        : existing_(existing), out_(out) {
        for (std::size_t index = 0; index < existing.venues.size(); ++index) {
            const domain::Venue& venue = existing.venues[index];
            next_id_ = std::max(next_id_, venue.id.value + 1);
            for (const std::string* name : {&venue.key, &venue.name.zh, &venue.name.en,
                                            &venue.short_name.zh, &venue.short_name.en}) {
                if (!name->empty()) known_.try_emplace(folded(*name), index);
            }
        }
    }

    domain::VenueId named(const std::string& zh, const std::string& en) {
        if (zh.empty() && en.empty()) return centre_itself();
        const std::string& name = zh.empty() ? en : zh;
        const std::string wanted = folded(name);
        if (const auto made = made_.find(wanted); made != made_.end()) return made->second;
        auto known = known_.find(wanted);
        if (known == known_.end()) known = known_.find(key_for(name));
        if (known == known_.end()) return make(wanted, key_for(name), local_text(zh, en));
        return use(wanted, known->second);
    }

private:
    // An event without a place is at the centre.
    domain::VenueId centre_itself() {
        LocalText name = existing_.centre.name;
        if (name.empty()) name = {"本馆", "Culture centre"};
        const std::string wanted = "import:centre";
        if (const auto made = made_.find(wanted); made != made_.end()) return made->second;
        const auto known = known_.find(wanted);
        return known == known_.end() ? make(wanted, wanted, name) : use(wanted, known->second);
    }
    domain::VenueId make(const std::string& wanted, std::string key, LocalText name) {
        domain::Venue venue;
        venue.id = {next_id_++};
        venue.key = std::move(key);
        venue.short_name = {cut(name.zh, 12), cut(name.en, 24)};
        venue.name = std::move(name);
        out_.venues.push_back(venue);
        made_.emplace(wanted, venue.id);
        return venue.id;
    }
    domain::VenueId use(const std::string& wanted, std::size_t index) {
        const domain::Venue& venue = existing_.venues[index];
        if (used_.insert(index).second) out_.venues.push_back(venue);
        made_.emplace(wanted, venue.id);
        return venue.id;
    }

    const store::Programme& existing_;
    store::Programme& out_;
    std::map<std::string, std::size_t> known_;
    std::map<std::string, domain::VenueId> made_;
    std::set<std::size_t> used_;
    std::int64_t next_id_ = 1;
};

class Tags {
public:
    Tags(const store::Programme& existing, store::Programme& out) : out_(out) {
        for (const domain::Tag& tag : existing.tags) {
            for (const std::string* name : {&tag.key, &tag.name.zh, &tag.name.en}) {
                if (!name->empty()) known_.try_emplace(folded(*name), tag);
            }
        }
    }

    // None: no tag is called so, and none is to be made.
    std::optional<domain::Tag> named(const std::string& word, bool make, Section section) {
        const std::string wanted = folded(word);
        if (wanted.empty() || damaged(word)) return std::nullopt;
        if (const auto known = known_.find(wanted); known != known_.end()) {
            if (used_.insert(known->second.key).second) out_.tags.push_back(known->second);
            return known->second;
        }
        if (!make) return std::nullopt;
        domain::Tag tag;
        tag.key = key_for(word);
        tag.name = local_text(cut(word, 12), {});
        tag.section = section;
        tag.filter_order = new_tag_filter_order;
        known_.emplace(wanted, tag);
        used_.insert(tag.key);
        out_.tags.push_back(tag);
        return tag;
    }

private:
    store::Programme& out_;
    std::map<std::string, domain::Tag> known_;
    std::set<std::string> used_;
};

// A text of the file; the other language that people added to an unchanged one stays.
LocalText renewed(const LocalText& before, const LocalText& from_file) {
    const bool same = before.zh == from_file.zh;
    if (same && from_file.en.empty()) return before;
    return from_file;
}

void set_words(domain::Listing& listing, const ImportedEvent& event, Tags& tags) {
    listing.key = event.key;
    listing.title = renewed(listing.title, event.title);
    listing.subtitle = renewed(listing.subtitle, event.subtitle);
    listing.body = renewed(listing.body, event.body);
    listing.organiser = renewed(listing.organiser, event.organiser);
    listing.audience = renewed(listing.audience, event.audience);
    listing.kind = Kind::event;
    listing.tags.clear();
    std::optional<Section> section;
    for (const std::string& word : event.categories) {
        const auto kind = kind_named(word);
        if (kind && listing.kind == Kind::event) {
            listing.kind = *kind;
            section = section_of(*kind);
        }
        const auto tag =
            tags.named(word, event.new_tags && !kind, section.value_or(Section::events));
        if (!tag) continue;
        if (!section && listing.tags.empty()) section = tag->section;
        const bool twice = std::any_of(listing.tags.begin(), listing.tags.end(),
                                       [&](const auto& other) { return other.key == tag->key; });
        if (!twice) listing.tags.push_back(*tag);
    }
    listing.section = section.value_or(Section::events);
}

domain::Join join_of(const ImportedEvent& event) {
    if (event.join) return *event.join;
    const bool seated = std::any_of(event.occasions.begin(), event.occasions.end(),
                                    [](const auto& occasion) { return occasion.capacity > 0; });
    return seated ? domain::Join::sign_up : domain::Join::walk_in;
}

// Puts one file together with what is there.
class Merger {
public:
    Merger(const ParsedFile& file, const store::Programme& existing, const ImportFrame& frame)
        : file_(file),
          existing_(existing),
          frame_(frame),
          venues_(existing, out_),
          tags_(existing, out_) {
        for (const store::ProgrammeListing& entry : existing.listings) {
            listings_.emplace(entry.listing.key, &entry.listing);
            next_listing_ = std::max(next_listing_, entry.listing.id.value + 1);
        }
        for (const store::ProgrammeOccasion& entry : existing.occasions) {
            occasions_[entry.occasion.listing].push_back(&entry.occasion);
        }
    }

    store::Programme merged() && {
        for (const ImportedEvent& event : file_.events) take(event);
        return std::move(out_);
    }

private:
    void take(const ImportedEvent& event) {
        const auto before = listings_.find(event.key);
        domain::Listing listing;
        if (before != listings_.end()) listing = *before->second;
        listing.id = {before != listings_.end() ? listing.id.value : next_listing_++};
        set_words(listing, event, tags_);
        listing.join = join_of(event);
        if (listing.poster.name.empty()) listing.poster = stand_in_poster(listing);
        std::map<base::Instant, domain::Occasion> occasions;
        if (before != listings_.end()) {
            for (const domain::Occasion* occasion : occasions_[listing.id]) {
                if (outside(event, *occasion)) occasions.emplace(occasion->start, *occasion);
            }
        }
        for (const ImportedOccasion& imported : event.occasions) {
            occasions.insert_or_assign(imported.start, occasion_of(imported, listing.id));
        }
        for (auto& [start, occasion] : occasions) {
            occasion.venue = venue_in_out(occasion);
            out_.occasions.push_back({occasion, std::nullopt});
        }
        out_.listings.push_back({std::move(listing), store::Origin::imported});
    }

    // Dates that are over, or that the file does not speak of, stay as they are.
    bool outside(const ImportedEvent& event, const domain::Occasion& occasion) const {
        if (occasion.end <= frame_.from()) return true;
        if (event.complete || !file_.covers_from || !file_.covers_to) return false;
        const base::CivilDate date = frame_.zone.local(occasion.start).date;
        return date < *file_.covers_from || date > *file_.covers_to;
    }

    domain::Occasion occasion_of(const ImportedOccasion& imported, domain::ListingId listing) {
        domain::Occasion occasion;
        for (const domain::Occasion* before : occasions_[listing]) {
            if (before->start == imported.start) occasion = *before;
        }
        occasion.listing = listing;
        occasion.start = imported.start;
        occasion.end = imported.end;
        occasion.capacity = imported.capacity;
        occasion.walk_in_places = std::min(occasion.walk_in_places, imported.capacity);
        occasion.venue = venues_.named(imported.venue, imported.venue_en);
        // A cancellation with a reason was entered by people, who know better than the calendar.
        const bool by_people =
            occasion.state == domain::OccasionState::cancelled && !occasion.reason.empty();
        if (!by_people) {
            occasion.state = imported.cancelled ? domain::OccasionState::cancelled
                                                : domain::OccasionState::scheduled;
        }
        return occasion;
    }

    // A date that stays needs its venue among those that are put.
    domain::VenueId venue_in_out(const domain::Occasion& occasion) {
        const auto same = [&](const domain::Venue& venue) { return venue.id == occasion.venue; };
        if (std::none_of(out_.venues.begin(), out_.venues.end(), same)) {
            const auto known = std::find_if(existing_.venues.begin(), existing_.venues.end(), same);
            if (known != existing_.venues.end()) return venues_.named(known->key, {});
        }
        return occasion.venue;
    }

    const ParsedFile& file_;
    const store::Programme& existing_;
    const ImportFrame& frame_;
    store::Programme out_;
    Venues venues_;
    Tags tags_;
    std::unordered_map<std::string, const domain::Listing*> listings_;
    std::unordered_map<domain::ListingId, std::vector<const domain::Occasion*>> occasions_;
    std::int64_t next_listing_ = 1;
};

}  // namespace

store::Programme into_programme(const ParsedFile& file, const store::Programme& existing,
                                const ImportFrame& frame) {
    return Merger{file, existing, frame}.merged();
}

}  // namespace wenlan::hub
