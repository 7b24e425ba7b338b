// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <filesystem>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "base/result.h"
#include "text/input/syllables.h"

namespace wenlan::text::input {

// libpinyin's model as shipped: it is never trained and never saved. One belongs to one thread.
class PinyinModel {
public:
    static base::Result<std::unique_ptr<PinyinModel>> open(const std::filesystem::path& model);
    ~PinyinModel();
    PinyinModel(const PinyinModel&) = delete;
    PinyinModel& operator=(const PinyinModel&) = delete;

    // A word of this program, in memory only; syllables without tones.
    struct Word {
        std::string text;
        std::vector<std::string> syllables;
    };
    void add(const std::vector<Word>& words);
    void set_fuzzy(Fuzzy fuzzy);

    // What the keys may mean from their begin on: whole sentences first, then words, the longest
    // first, then characters.
    std::vector<std::string> guess(const std::string& keys, std::size_t guesses_max);
    // How many of the keys guessed last the i-th guess takes.
    std::size_t keys_of(std::size_t guess);
    // Where syllables end in the keys guessed last; the last end is that of what was understood.
    std::vector<std::size_t> syllable_ends();

private:
    struct Handles;
    explicit PinyinModel(std::unique_ptr<Handles> handles);

    std::unique_ptr<Handles> handles_;
};

}  // namespace wenlan::text::input
