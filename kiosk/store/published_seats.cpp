// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/published_seats.h"

#include <algorithm>
#include <charconv>
#include <string_view>
#include <utility>

namespace wenlan::store {

namespace {

constexpr std::size_t read_at_once_max = 32 << 10;
constexpr std::string_view head = R"({"taken":{)";
constexpr std::string_view tail = "}}\n";
constexpr int seats_max = 1'000'000;

base::Error bad(std::size_t at) {
    return {"seats.bad-file", "The file of seats taken is damaged.",
            "at byte " + std::to_string(at)};
}

// `"12":5`
struct Entry {
    std::string_view key;
    int taken = 0;
    std::size_t end = 0;  // after it
};

std::optional<Entry> entry_at(std::string_view text, std::size_t at) {
    if (at >= text.size() || text[at] != '"') return std::nullopt;
    const std::size_t quote = text.find('"', at + 1);
    if (quote == std::string_view::npos || text.substr(quote, 2) != "\":") return std::nullopt;
    Entry entry;
    entry.key = text.substr(at + 1, quote - at - 1);
    const char* const number = text.data() + quote + 2;
    const auto read = std::from_chars(number, text.data() + text.size(), entry.taken);
    if (read.ec != std::errc{} || entry.taken < 0 || entry.taken > seats_max) return std::nullopt;
    entry.end = static_cast<std::size_t>(read.ptr - text.data());
    return entry;
}

bool is_key(std::string_view key) {
    constexpr std::size_t digits_max = 18;
    if (key.empty() || key.size() > digits_max || key.front() == '0') return false;
    return std::all_of(key.begin(), key.end(), [](char c) { return c >= '0' && c <= '9'; });
}

// Of the entries between `from` and `to`, the one of this key. `from` is at the beginning of one.
std::optional<int> search(std::string_view text, std::size_t from, std::size_t to,
                          std::string_view key) {
    while (from < to) {
        // An entry begins after a comma; keys and numbers hold none.
        const std::size_t middle = from + (to - from) / 2;
        const std::size_t comma = text.rfind(',', middle);
        const std::size_t at = comma == std::string_view::npos || comma < from ? from : comma + 1;
        const auto entry = entry_at(text, at);
        if (!entry) return std::nullopt;
        if (entry->key == key) return entry->taken;
        if (key < entry->key) {
            to = at;
        } else {
            from = entry->end + 1;
        }
    }
    return std::nullopt;
}

}  // namespace

base::Result<PublishedSeats> PublishedSeats::of_file(std::string json) {
    PublishedSeats seats;
    const std::string_view text = json;
    if (json.size() <= read_at_once_max || !text.starts_with(head) || !text.ends_with(tail)) {
        seats.counts_ = TRY(parse_seat_counts(json));
        return seats;
    }
    seats.json_ = std::move(json);
    return seats;
}

std::optional<int> PublishedSeats::of(domain::OccasionId occasion) const {
    if (json_.empty()) return counts_.of(occasion);
    const std::string_view text = json_;
    return search(text, head.size(), text.size() - tail.size(), std::to_string(occasion.value));
}

base::Result<void> PublishedSeats::check() const {
    if (json_.empty()) return {};
    const std::string_view text = json_;
    const std::size_t end = text.size() - tail.size();
    std::string_view before;
    for (std::size_t at = head.size(); at < end;) {
        const auto entry = entry_at(text, at);
        if (!entry || !is_key(entry->key) || entry->key <= before) return bad(at);
        if (entry->end != end && text[entry->end] != ',') return bad(entry->end);
        before = entry->key;
        at = entry->end + 1;
        if (entry->end != end && at >= end) return bad(at);
    }
    return {};
}

}  // namespace wenlan::store
