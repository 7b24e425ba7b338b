// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <functional>
#include <list>
#include <string>
#include <string_view>
#include <unordered_map>

#include "text/typesetter.h"
#include "text/wipe.h"

namespace wenlan::text {

// What a laid-out text was asked for by. Floats are finite and have no negative zero.
struct TextKey {
    std::string_view text;
    Style style;
    float width_max = 0;
    int lines_max = 0;
    bool operator==(const TextKey&) const = default;
};

struct TextKeyHash {
    std::size_t operator()(const TextKey& key) const {
        std::size_t seed = std::hash<std::string_view>{}(key.text);
        const auto mix = [&seed](std::size_t value) {
            seed ^= value + 0x9E3779B97F4A7C15U + (seed << 6U) + (seed >> 2U);
        };
        mix(static_cast<std::size_t>(key.style.face) * 2 + (key.style.vertical ? 1 : 0));
        mix(std::hash<float>{}(key.style.px));
        mix(std::hash<float>{}(key.style.tracking));
        mix(std::hash<float>{}(key.width_max));
        mix(static_cast<std::size_t>(key.lines_max));
        return seed;
    }
};

// The texts laid out last, bounded by their number and by their glyphs. What falls out is wiped.
template <typename Laid>
class TextCache {
public:
    TextCache(std::size_t texts_max, std::size_t glyphs_max)
        : texts_max_(texts_max), glyphs_max_(glyphs_max) {}
    ~TextCache() { forget(); }
    TextCache(const TextCache&) = delete;
    TextCache& operator=(const TextCache&) = delete;

    // Null where it is not kept; holds until the next insert or forget.
    const Laid* find(const TextKey& key) {
        const auto found = places_.find(key);
        if (found == places_.end()) return nullptr;
        entries_.splice(entries_.begin(), entries_, found->second);
        return &found->second->laid;
    }

    // The newest is kept whatever its size, for its caller.
    const Laid& insert(const TextKey& key, Laid laid, std::size_t glyphs) {
        entries_.push_front({std::string(key.text), key, std::move(laid), glyphs});
        Entry& entry = entries_.front();
        entry.key.text = entry.text;
        places_.emplace(entry.key, entries_.begin());
        glyphs_ += glyphs;
        while (entries_.size() > 1 && (entries_.size() > texts_max_ || glyphs_ > glyphs_max_))
            drop_oldest();
        return entry.laid;
    }

    void forget() {
        while (!entries_.empty()) drop_oldest();
    }

    std::size_t size() const { return entries_.size(); }

private:
    struct Entry {
        std::string text;
        TextKey key;  // its text is the one above
        Laid laid;
        std::size_t glyphs = 0;
    };

    void drop_oldest() {
        Entry& entry = entries_.back();
        places_.erase(entry.key);
        glyphs_ -= entry.glyphs;
        wipe(entry.text);
        wipe(entry.laid);
        entries_.pop_back();
    }

    std::size_t texts_max_;
    std::size_t glyphs_max_;
    std::size_t glyphs_ = 0;
    std::list<Entry> entries_;  // the newest first
    std::unordered_map<TextKey, typename std::list<Entry>::iterator, TextKeyHash> places_;
};

}  // namespace wenlan::text
