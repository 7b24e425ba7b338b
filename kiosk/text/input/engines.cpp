// SPDX-License-Identifier: GPL-3.0-or-later
#include "text/input/engines.h"

#include <algorithm>
#include <utility>

#include "base/log.h"

namespace wenlan::text::input {
namespace {

// As many as the bar and its page show.
constexpr std::size_t characters_max = 36;

}  // namespace

Engines::Engines(const std::filesystem::path& pinyin_model) {
    auto composer = PinyinComposer::create(pinyin_model);
    if (composer)
        composer_ = std::move(composer).value();
    else
        base::log::warning("pinyin", composer.error());
    auto recogniser = HandwritingRecogniser::create();
    if (recogniser)
        recogniser_ = std::move(recogniser).value();
    else
        base::log::warning("handwriting", recogniser.error());
}

Answer Engines::answer(const Question& question) {
    Answer answer;
    answer.number = question.number;
    answer.pinyin = composer_ != nullptr;
    answer.handwriting = recogniser_ != nullptr;
    if (question.kind == Question::Kind::write) {
        if (recogniser_) answer.characters = recogniser_->recognise(question.ink, characters_max);
        answer.taken = !answer.characters.empty();
        return answer;
    }
    if (composer_) {
        compose(question, answer);
        answer.now = composer_->now();
    }
    return answer;
}

void Engines::compose(const Question& question, Answer& answer) {
    switch (question.kind) {
        case Question::Kind::words:
            composer_->add_words(question.words);
            break;
        case Question::Kind::begin:
            composer_->begin(question.purpose, question.fuzzy);
            break;
        case Question::Kind::press:
            answer.taken = composer_->press(question.key);
            break;
        case Question::Kind::backspace:
            answer.taken = composer_->backspace();
            break;
        case Question::Kind::pick: {
            const auto& offered = composer_->now().candidates;
            const auto found = std::find(offered.begin(), offered.end(), question.text);
            answer.taken = found != offered.end();
            if (answer.taken)
                answer.finished =
                    composer_->pick(static_cast<std::size_t>(found - offered.begin()));
            break;
        }
        case Question::Kind::take_first:
            answer.finished = composer_->take_first();
            answer.taken = true;
            break;
        case Question::Kind::clear:
            composer_->clear();
            break;
        case Question::Kind::write:
            break;
    }
}

Engines& LocalEngine::engines() {
    if (!engines_) {
        engines_ = std::make_unique<Engines>(model_);
        if (words_)
            static_cast<void>(engines_->answer({.kind = Question::Kind::words, .words = *words_}));
    }
    return *engines_;
}

void LocalEngine::ask(Question question) {
    if (lost_) return;
    answers_.push_back(engines().answer(question));
    wipe(question);
}

std::optional<Answer> LocalEngine::answer() {
    if (answers_.empty()) return std::nullopt;
    Answer first = std::move(answers_.front());
    answers_.pop_front();
    return first;
}

void LocalEngine::set_words(const Words& words) {
    if (words == words_ || !words) return;
    words_ = words;
    if (engines_)
        static_cast<void>(engines_->answer({.kind = Question::Kind::words, .words = *words_}));
}

void LocalEngine::next_visitor() {
    for (Answer& one : answers_) wipe(one);
    answers_.clear();
    engines_.reset();
}

void LocalEngine::lose() {
    answers_.clear();
    engines_.reset();
    ++losses_;
    lost_ = true;
}

}  // namespace wenlan::text::input
