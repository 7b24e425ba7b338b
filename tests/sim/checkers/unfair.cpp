// SPDX-License-Identifier: GPL-3.0-or-later
#include "domain/waiting_list.h"
#include "sim/checkers/checkers.h"

// The waiting list is in the hub's order of arrival; nobody is promoted past a party that came
// before, is no larger and may have the same seats; nothing is promoted too late to be told, nor to
// what is called off.
namespace wenlan::sim {

namespace {

// May have every seat that the other may.
bool may_have_all_of(const HubPicture::Row& row, const HubPicture::Row& other) {
    return row.source != domain::Source::phone || other.source == domain::Source::phone;
}

std::string promoted_unfairly(const Facts& facts, const domain::SignUpId& id,
                              const HubPicture::Row& was, int party) {
    const auto occasion = facts.programme->find(was.occasion);
    if (occasion == facts.programme->end()) return {};
    if (occasion->second.state == domain::OccasionState::cancelled) {
        return short_id(id) + " got seats at what is called off";
    }
    if (facts.hub_seen > domain::told_until(occasion->second.start)) {
        return short_id(id) + " got seats too late to be told";
    }
    for (const auto& [other_id, other] : facts.hub->rows) {
        if (other.occasion != was.occasion || other_id == id) continue;
        if (other.state != domain::SignUpState::waitlisted || !other.order || !was.order) continue;
        const auto before = facts.hub_before->rows.find(other_id);
        if (before == facts.hub_before->rows.end()) continue;
        if (before->second.state != domain::SignUpState::waitlisted) continue;
        if (*other.order < *was.order && other.party <= party && may_have_all_of(other, was)) {
            return short_id(id) + " got seats before " + short_id(other_id) +
                   ", who waits in front";
        }
    }
    return {};
}

}  // namespace

std::string unfair(const Facts& facts) {
    if (facts.hub == nullptr || facts.hub_before == nullptr) return {};
    // Who came to the list in this step stands behind who was there.
    std::map<domain::OccasionId, std::int64_t> last;
    for (const auto& [id, row] : facts.hub_before->rows) {
        if (row.state != domain::SignUpState::waitlisted || !row.order) continue;
        const auto now = facts.hub->rows.find(id);
        // Who gave a place up and wanted it back stands where there is room.
        const auto told = facts.ledger->told.find(id);
        const bool changed = told == facts.ledger->told.end() || told->second.changed;
        if (now == facts.hub->rows.end() || changed) continue;
        if (now->second.state == domain::SignUpState::waitlisted) {
            if (now->second.order != row.order) return short_id(id) + " lost its place";
            auto [at, fresh] = last.try_emplace(row.occasion, *row.order);
            if (!fresh) at->second = std::max(at->second, *row.order);
        }
        if (now->second.state == domain::SignUpState::confirmed) {
            const std::string what = promoted_unfairly(facts, id, row, now->second.party);
            if (!what.empty()) return what;
        }
    }
    for (const auto& [id, row] : facts.hub->rows) {
        if (row.state != domain::SignUpState::waitlisted || !row.order) continue;
        const auto before = facts.hub_before->rows.find(id);
        const bool fresh = before == facts.hub_before->rows.end() ||
                           before->second.state != domain::SignUpState::waitlisted;
        const auto end = last.find(row.occasion);
        if (fresh && end != last.end() && *row.order <= end->second) {
            return short_id(id) + " came last and stands before others";
        }
    }
    return {};
}

}  // namespace wenlan::sim
