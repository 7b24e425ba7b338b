// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <deque>
#include <filesystem>
#include <memory>
#include <optional>

#include "text/input/engine.h"
#include "text/input/handwriting.h"
#include "text/input/pinyin.h"

namespace wenlan::text::input {

// Pinyin and handwriting, one question at a time. What cannot be had is left out, and every answer
// says so. One thread.
class Engines {
public:
    explicit Engines(const std::filesystem::path& pinyin_model);

    Answer answer(const Question& question);

private:
    void compose(const Question& question, Answer& answer);

    std::unique_ptr<PinyinComposer> composer_;           // null: no pinyin
    std::unique_ptr<HandwritingRecogniser> recogniser_;  // null: no handwriting
};

// The engines in the caller's own process, answering at once: for tests and benches.
class LocalEngine final : public InputEngine {
public:
    explicit LocalEngine(std::filesystem::path pinyin_model) : model_(std::move(pinyin_model)) {}

    void ask(Question question) override;
    std::optional<Answer> answer() override;
    std::uint64_t losses() const override { return losses_; }
    bool has_pinyin() const override { return !lost_; }
    bool has_handwriting() const override { return !lost_; }
    void set_words(const Words& words) override;
    void next_visitor() override;
    void wait_for_answers() override {}

    // As if the engines had died, and as if there were new ones.
    void lose();
    void recover() { lost_ = false; }

private:
    Engines& engines();

    std::filesystem::path model_;
    std::unique_ptr<Engines> engines_;  // made when first asked
    std::deque<Answer> answers_;
    Words words_;
    std::uint64_t losses_ = 0;
    bool lost_ = false;
};

}  // namespace wenlan::text::input
