// SPDX-License-Identifier: GPL-3.0-or-later
#include "hub/desk/listing_fields.h"

#include <algorithm>
#include <nlohmann/json.hpp>

#include "hub/desk/form_fields.h"
#include "hub/desk/limits.h"
#include "store/bounds.h"
#include "store/hub/listing_json.h"

namespace wenlan::hub::desk {

namespace {

constexpr int year_max = 9999;
constexpr int poster_name_max = 100;

void read_poster(const Fields& fields, domain::Poster& poster) {
    const auto inner = fields.inner("poster");
    if (!inner) return;
    inner->text("name", poster.name, poster_name_max);
    inner->share("focus_x", poster.focus_x);
    inner->share("focus_y", poster.focus_y);
    const bool plain = std::all_of(poster.name.begin(), poster.name.end(), [](char c) {
        return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '-';
    });
    if (!plain) inner->wrong("name");
}

void read_tags(const Fields& fields, const std::vector<domain::Tag>& known,
               std::vector<domain::Tag>& tags) {
    const Json* const json = fields.member("tags");
    if (json == nullptr) return;
    if (!json->is_array()) return fields.wrong("tags");
    if (json->size() > tags_max) {
        return fields.fault("tags", "field.too-many",
                            {"最多 " + std::to_string(tags_max) + " 个标签。",
                             "There are more than " + std::to_string(tags_max) + " tags."},
                            tags_max);
    }
    std::vector<domain::Tag> read;
    for (const Json& one : *json) {
        const std::string key = one.is_string() ? one.get<std::string>() : "";
        const auto same = [&key](const domain::Tag& tag) { return tag.key == key; };
        const auto found = std::find_if(known.begin(), known.end(), same);
        if (found == known.end()) {
            return fields.fault("tags", "field.no-tag",
                                {"没有这个标签。", "There is no such tag."});
        }
        if (std::none_of(read.begin(), read.end(), same)) read.push_back(*found);
    }
    tags = std::move(read);
}

void read_club(const Fields& fields, std::optional<domain::Club>& club) {
    if (const Json* const json = fields.member("club"); json != nullptr && json->is_null()) {
        club.reset();
    }
    const auto inner = fields.inner("club");
    if (!inner) return;
    domain::Club read = club.value_or(domain::Club{});
    inner->number("members", read.members, 0, store::count_max);
    inner->number("places_open", read.places_open, 0, store::count_max);
    inner->number("founded_year", read.founded_year, 0, year_max);
    inner->flag("recruiting", read.recruiting);
    inner->text("weekly", read.weekly, short_text_max);
    inner->text("leader", read.leader, short_text_max);
    inner->text("leader_role", read.leader_role, short_text_max);
    inner->text("leader_note", read.leader_note, short_text_max);
    inner->text("place_note", read.place_note, short_text_max);
    inner->day("rests_until", read.rests_until);
    club = std::move(read);
}

void read_challenge(const Fields& fields, std::optional<domain::Challenge>& challenge) {
    if (const Json* const json = fields.member("challenge"); json != nullptr && json->is_null()) {
        challenge.reset();
    }
    const auto inner = fields.inner("challenge");
    if (!inner) return;
    domain::Challenge read = challenge.value_or(domain::Challenge{});
    inner->day("first_day", read.first_day);
    inner->day("last_day", read.last_day);
    inner->number("readers", read.readers, 0, store::count_max);
    if (read.last_day < read.first_day) {
        inner->fault("last_day", "field.ends-before",
                     {"结束不能早于开始。", "The challenge ends before it begins."});
    }
    challenge = read;
}

void read_items(const Fields& fields, std::vector<domain::Item>& items) {
    if (!fields.has("items")) return;
    std::vector<domain::Item> read;
    for (const Fields& one : fields.list("items", items_max)) {
        domain::Item item;
        one.text("title", item.title, title_max);
        one.text("text", item.text, body_max, Lines::many);
        one.text("by", item.by, short_text_max);
        one.number("percent", item.percent, 0, 100);
        if (item.title.empty()) {
            one.fault("title.zh", "text.no-title", {"请写标题。", "An item has no title."});
        }
        read.push_back(std::move(item));
    }
    items = std::move(read);
}

void read_form(const Fields& fields, domain::Form& form, Faults& faults) {
    if (!fields.has("form")) return;
    std::vector<domain::Question> questions = questions_in(fields, faults);
    if (questions == form.questions) return;
    // Of sign-ups that have answered the one before, that one is kept.
    if (!form.questions.empty()) ++form.version;
    form.questions = std::move(questions);
}

}  // namespace

domain::Section section_of(domain::Kind kind) {
    switch (kind) {
        case domain::Kind::club:
            return domain::Section::clubs;
        case domain::Kind::reading:
        case domain::Kind::challenge:
            return domain::Section::reading;
        case domain::Kind::volunteering:
            return domain::Section::volunteering;
        case domain::Kind::service:
        case domain::Kind::survey:
        case domain::Kind::notice:
            return domain::Section::neighbourhood;
        case domain::Kind::event:
        case domain::Kind::call:
            break;
    }
    return domain::Section::events;
}

void read_listing(const Fields& fields, const std::vector<domain::Tag>& tags,
                  domain::Listing& listing, Faults& faults) {
    fields.word("kind", listing.kind);
    if (fields.has("kind") && !fields.has("section")) listing.section = section_of(listing.kind);
    fields.word("section", listing.section);
    for (const TextLimit& limit : text_limits) {
        fields.text(limit.name, listing.*limit.text, limit.most, limit.lines);
    }
    read_poster(fields, listing.poster);
    fields.word("join", listing.join);
    fields.word("feature", listing.feature);
    fields.instant("shown_from", listing.shown_from);
    fields.instant("shown_until", listing.shown_until);
    fields.instant("deadline", listing.deadline);
    fields.number("answered", listing.answered, 0, store::count_max);
    read_tags(fields, tags, listing.tags);
    read_club(fields, listing.club);
    read_challenge(fields, listing.challenge);
    read_items(fields, listing.items);
    read_form(fields, listing.form, faults);
}

void check_listing(const domain::Listing& listing, Faults& faults) {
    if (listing.title.zh.empty()) {
        faults.push_back(
            {"title.zh", "text.no-title", {"请写标题。", "The listing has no title."}});
    }
    if (listing.shown_from && listing.shown_until && *listing.shown_until <= *listing.shown_from) {
        faults.push_back({"shown_until",
                          "field.ends-before",
                          {"结束不能早于开始。", "It is shown until before it is shown."}});
    }
    const std::pair<const char*, const std::optional<base::Instant>*> times[] = {
        {"shown_from", &listing.shown_from},
        {"shown_until", &listing.shown_until},
        {"deadline", &listing.deadline}};
    for (const auto& [field, instant] : times) {
        if (*instant && !store::is_in_bounds(**instant)) {
            faults.push_back(
                {field, "field.too-far", {"日期太远了。", "The date is too far away."}});
        }
    }
}

Json json_of(const domain::Listing& listing) { return Json::parse(store::json_text(listing)); }

}  // namespace wenlan::hub::desk
