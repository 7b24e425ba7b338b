// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <filesystem>
#include <memory>
#include <string>
#include <string_view>

#include "base/result.h"
#include "domain/readings.h"

namespace wenlan::text {

// Where libpinyin's package keeps its model.
std::filesystem::path pinyin_model();

// Pinyin with tone marks, words joined: libpinyin parts a text into words, the tables of
// data/readings say how each is read.
class PhraseReadings final : public domain::Readings {
public:
    // Only looks whether the model is there. It is read (some 10 ms) when a reading is first asked
    // for: not on the frame's thread.
    static base::Result<std::unique_ptr<PhraseReadings>> create(
        const std::filesystem::path& model = pinyin_model());
    ~PhraseReadings() override;

    // "Chǔmén lǎojiē"; signs as English has them. Text without Chinese comes back as it is. From
    // any thread; one at a time is answered.
    std::string pinyin(std::string_view text) const override;
    std::string keys(char32_t character) const override;
    // Gives the model's memory back; the next reading reads it again.
    void rest() const override;

private:
    class Loaded;
    explicit PhraseReadings(const std::filesystem::path& model);

    std::unique_ptr<Loaded> loaded_;
};

}  // namespace wenlan::text
