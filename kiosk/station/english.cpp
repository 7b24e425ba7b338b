// SPDX-License-Identifier: GPL-3.0-or-later
#include "station/english.h"

#include <utility>

namespace wenlan::station {

namespace {

// A kiosk that runs for years sees more names than it has to remember.
constexpr std::size_t known_max = 20'000;

}  // namespace

base::LocalText English::named(const base::LocalText& name) const {
    if (!read_ || readings_ == nullptr || !name.en.empty() || name.zh.empty()) return name;
    const auto known = known_.find(name.zh);
    if (known != known_.end()) return {name.zh, known->second};
    const std::string pinyin = readings_->pinyin(name.zh);
    asked_ = true;
    // What has no Chinese in it comes back as it is and need not be said twice.
    std::string en = pinyin.empty() || pinyin == name.zh ? name.zh : pinyin + " " + name.zh;
    if (known_.size() >= known_max) known_.clear();
    known_.emplace(name.zh, en);
    return {name.zh, std::move(en)};
}

void English::rest() const {
    if (!asked_) return;
    asked_ = false;
    readings_->rest();
}

domain::Tag English::named(domain::Tag tag) const {
    tag.name = named(tag.name);
    return tag;
}

domain::Venue English::named(domain::Venue venue) const {
    venue.name = named(venue.name);
    venue.short_name = named(venue.short_name);
    venue.floor = named(venue.floor);
    return venue;
}

}  // namespace wenlan::station
