// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <filesystem>
#include <memory>
#include <string>
#include <string_view>
#include <unordered_set>
#include <vector>

#include "base/result.h"
#include "text/input/names.h"
#include "text/input/pinyin_model.h"
#include "text/input/syllables.h"

namespace wenlan::text::input {

enum class Purpose : std::uint8_t {
    text,  // words as they are written
    name,  // a person: surname first
};

// What is being composed, as a keyboard shows it.
struct Composition {
    std::string picked;  // characters chosen already, for the keys before
    std::string shown;   // the keys still composing, parted: "xiao'ming"
    std::vector<std::string> candidates;
    bool empty() const { return picked.empty() && shown.empty(); }
};

// Keys in, candidates out. A candidate for the first keys only leaves the others composing, so that
// every name can be put together piece by piece. One belongs to one thread; it neither learns nor
// keeps anything.
class PinyinComposer {
public:
    // Without libpinyin's model an error to show: the keyboard then writes Latin.
    static base::Result<std::unique_ptr<PinyinComposer>> create(const std::filesystem::path& model);
    ~PinyinComposer();

    // The programme's own words (titles, clubs, venues, villages), to come first.
    void add_words(const std::vector<std::string>& words);
    // Forgets what is being composed.
    void begin(Purpose purpose, Fuzzy fuzzy);

    // A letter or an apostrophe; false if it cannot be taken (another key, or too many of them).
    bool press(char key);
    // Takes the last key back; a pick whose keys were all used up comes back to be picked again.
    // False if there is nothing to take back.
    bool backspace();
    // What is finished thereby; empty as long as some keys are left composing.
    std::string pick(std::size_t candidate);
    // Picks first candidates until nothing is left; keys that mean nothing stay as letters.
    std::string take_first();
    void clear();

    const Composition& now() const { return now_; }

private:
    struct Pick {
        std::string text;
        std::string keys;
    };
    // Where a candidate comes from: a guess of the model, or how many keys it takes.
    struct Source {
        bool of_model = false;
        std::size_t value = 0;
    };
    explicit PinyinComposer(std::unique_ptr<PinyinModel> model);

    void refresh();
    void offer(std::string text, Source source);
    void offer_names(const std::vector<std::string>& guesses);
    void offer_guesses(const std::vector<std::string>& guesses, std::size_t first, std::size_t end);
    void offer_rest();
    std::string without_apostrophe(std::string_view keys) const;

    std::unique_ptr<ToneTable> table_;
    std::unique_ptr<Syllables> syllables_;
    std::unique_ptr<Names> names_;
    std::unique_ptr<PinyinModel> model_;
    Purpose purpose_ = Purpose::text;
    Fuzzy fuzzy_ = Fuzzy::off;
    std::vector<Pick> picks_;
    std::string keys_;  // still composing
    std::vector<Source> sources_;
    std::unordered_set<std::string> offered_;
    std::size_t first_syllable_ = 0;  // how many keys it has
    Composition now_;
};

}  // namespace wenlan::text::input
