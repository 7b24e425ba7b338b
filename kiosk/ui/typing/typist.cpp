// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/typing/typist.h"

#include <algorithm>
#include <cmath>
#include <utility>

#include "base/utf8.h"
#include "text/wipe.h"

namespace wenlan::ui {
namespace {

using text::input::Answer;
using text::input::Fuzzy;
using text::input::Question;

// An engine that says nothing for so long is given up.
constexpr base::Duration patience{1500};
// screens.md 09
constexpr base::Duration look_after{700}, set_after{1200};
constexpr float width_slow = 26, width_fast = 10;
constexpr float fast_px_per_ms = 3.2F;
// A fresh process is there much sooner.
constexpr base::Duration missing_after{1500};
constexpr std::size_t events_max = 256;

bool is_control(char32_t character) {
    return character < 0x20 || (character >= 0x7F && character < 0xA0) || character == 0xFFFD ||
           (character >= 0x200B && character <= 0x200F) ||
           (character >= 0x202A && character <= 0x202E) ||
           (character >= 0x2066 && character <= 0x2069) || character == 0xFEFF;
}

void forget(text::input::Composition& composition) {
    text::wipe(composition.picked);
    text::wipe(composition.shown);
    for (std::string& one : composition.candidates) text::wipe(one);
    composition.candidates.clear();
}

}  // namespace

Typist::Typist(text::input::InputEngine& engine) : engine_(engine), losses_(engine.losses()) {}

void Typist::open(std::uint64_t id, const Field& field) {
    if (is_open(id) && field_ == field) return;
    close();
    open_ = id;
    field_ = field;
    latin_ = field.latin;
}

void Typist::close() {
    text_.clear();
    ink_.clear();
    forget(composing_);
    forget_candidates();
    for (Event& event : events_) text::wipe(event.text);
    events_.clear();
    if (waiting_ || begun_) {
        // Whatever is still to be answered has an older number, and is dropped.
        if (begun_) engine_.ask({.number = ++asked_, .kind = Question::Kind::clear});
        ++asked_;
    }
    waiting_ = begun_ = shift_ = full_ = done_ = latin_ = false;
    unrecognised_ = pen_is_down_ = to_recognise_ = false;
    recognising_ = 0;
    lifted_at_.reset();
    fuzzy_ = Fuzzy::off;
    keys = Keys::letters;
    repeat = {};
    open_ = 0;
    ++version_;
}

void Typist::push(Event::Kind kind, std::string_view text) {
    if (events_.size() >= events_max) return;
    events_.push_back({kind, std::string(text)});
    work();
}

void Typist::letter(char key) { push(Event::Kind::letter, {&key, 1}); }
void Typist::insert(std::string_view text) { push(Event::Kind::insert, text); }
void Typist::space() { push(Event::Kind::insert, " "); }
void Typist::backspace() { push(Event::Kind::backspace); }
void Typist::clear() { push(Event::Kind::clear); }
void Typist::toggle_language() { push(Event::Kind::language); }
void Typist::toggle_fuzzy() { push(Event::Kind::fuzzy); }
void Typist::finish() { push(Event::Kind::finish); }
void Typist::replace(std::string_view text) { push(Event::Kind::replace, text); }
bool Typist::take_done() { return std::exchange(done_, false); }

// Of the pad's candidates the first is set by itself; another one takes its place.
void Typist::pick(const std::string& candidate) {
    if (written_.empty()) {
        push(Event::Kind::pick, candidate);
        return;
    }
    if (set_) text_.pop_character();
    add(candidate);
    ink_.clear();
    forget_candidates();
    ++version_;
}

void Typist::work() {
    while (!waiting_ && !events_.empty()) {
        Event event = std::move(events_.front());
        events_.pop_front();
        if (!handle(event)) events_.push_front(std::move(event));
        text::wipe(event.text);
    }
}

// False: it waits until what it asked for is answered, and comes again.
bool Typist::handle(const Event& event) {
    const bool composing = !composing_.empty();
    switch (event.kind) {
        case Event::Kind::letter:
            return handle_letter(event.text.front());
        case Event::Kind::insert:
        case Event::Kind::finish:
            if (composing) {
                ask({.kind = Question::Kind::take_first});
                // A blank only chooses.
                return event.kind == Event::Kind::insert && event.text == " ";
            }
            if (event.kind == Event::Kind::finish)
                done_ = true;
            else
                add(event.text);
            return true;
        case Event::Kind::backspace:
            if (composing)
                ask({.kind = Question::Kind::backspace});
            else
                text_.pop_character();
            full_ = false;
            ++version_;
            return true;
        case Event::Kind::replace:
        case Event::Kind::clear:
            if (composing) {
                forget(composing_);
                ask({.kind = Question::Kind::clear});
            }
            text_.clear();
            full_ = false;
            add(event.text);
            ++version_;
            return true;
        case Event::Kind::pick:
            if (composing) ask({.kind = Question::Kind::pick, .text = event.text});
            return true;
        case Event::Kind::language:
            keep_letters();
            latin_ = !latin_;
            shift_ = false;
            begun_ = false;
            return true;
        case Event::Kind::fuzzy: {
            // The keys are asked anew, in the other way.
            const std::string typed = letters();
            if (!composing_.picked.empty()) add(composing_.picked);
            forget(composing_);
            fuzzy_ = fuzzy_ == Fuzzy::on ? Fuzzy::off : Fuzzy::on;
            begun_ = false;
            for (auto key = typed.rbegin(); key != typed.rend(); ++key)
                events_.push_front({Event::Kind::letter, std::string(1, *key)});
            return true;
        }
    }
    return true;
}

bool Typist::handle_letter(char key) {
    if (latin()) {
        const char letter = with_capital(key);
        shift_ = false;
        add({&letter, 1});
        return true;
    }
    if (!begun_) {
        begin_composing();
        return false;
    }
    ask({.kind = Question::Kind::press, .key = key});
    return true;
}

char Typist::with_capital(char key) const {
    if (key < 'a' || key > 'z') return key;
    const bool begins = text_.empty() || text_.view().back() == ' ';
    const bool capital = shift_ != (field_.purpose == text::input::Purpose::name && begins);
    return capital ? static_cast<char>(key - 32) : key;
}

void Typist::begin_composing() {
    begun_ = true;
    ask({.kind = Question::Kind::begin, .purpose = field_.purpose, .fuzzy = fuzzy_});
}

void Typist::ask(Question question) {
    question.number = ++asked_;
    asked_at_ = now_;
    waiting_ = true;
    engine_.ask(std::move(question));
}

base::Duration Typist::update(base::Duration now) {
    now_ = now;
    watch_losses(now);
    while (auto answer = engine_.answer()) take(std::move(*answer));
    work();
    while (auto answer = engine_.answer()) take(std::move(*answer));
    if (to_recognise_ && lifted_at_ && now - *lifted_at_ >= look_after && can_write()) {
        to_recognise_ = false;
        Question question{.number = ++asked_, .kind = Question::Kind::write};
        recognising_ = question.number;
        question.ink = ink_.copy();
        engine_.ask(std::move(question));
        while (auto answer = engine_.answer()) take(std::move(*answer));
    }
    if (!set_ && offered_at_ && now - *offered_at_ >= set_after && !pen_is_down_) set_written();
    base::Duration next = watch_pinyin(now);
    if (waiting_) next = std::min(next, asked_at_ + patience - now);
    if (to_recognise_ && lifted_at_) next = std::min(next, *lifted_at_ + look_after - now);
    if (!set_ && offered_at_) next = std::min(next, *offered_at_ + set_after - now);
    return std::max(next, base::Duration{0});
}

void Typist::watch_losses(base::Duration now) {
    const bool dumb = waiting_ && now - asked_at_ > patience;
    if (dumb) engine_.next_visitor();
    if (!dumb && engine_.losses() == losses_) return;
    losses_ = engine_.losses();
    waiting_ = begun_ = false;
    if (recognising_ != 0) to_recognise_ = true;
    recognising_ = 0;
    keep_letters();
}

base::Duration Typist::watch_pinyin(base::Duration now) {
    if (open_ == 0 || latin_ || engine_.has_pinyin()) {
        missing_since_.reset();
        pinyin_missing_ = false;
        return base::Duration::max();
    }
    if (!missing_since_) missing_since_ = now;
    const base::Duration left = *missing_since_ + missing_after - now;
    pinyin_missing_ = left.count() <= 0;
    return pinyin_missing_ ? base::Duration::max() : left;
}

// What was composing stays as it was typed.
void Typist::keep_letters() {
    if (composing_.empty()) return;
    std::string kept = composing_.picked + letters();
    forget(composing_);
    add(kept);
    text::wipe(kept);
}

void Typist::take(Answer answer) {
    if (answer.number == recognising_ && recognising_ != 0) {
        recognising_ = 0;
        take_written(answer);
    } else if (waiting_ && answer.number == asked_) {
        waiting_ = false;
        forget(composing_);
        composing_ = answer.now;
        if (!answer.finished.empty()) add(answer.finished);
        if (composing_.empty() && keys == Keys::candidates) keys = Keys::letters;
        ++version_;
        work();
    }
    text::input::wipe(answer);
}

std::string Typist::letters() const {
    std::string keys_only = composing_.shown;
    std::erase(keys_only, '\'');
    return keys_only;
}

const std::vector<std::string>& Typist::candidates() const {
    return composing_.empty() ? written_ : composing_.candidates;
}

// Text from outside is not believed: what is no text is left out, what is too long is cut.
bool Typist::add(std::string_view given) {
    std::size_t room = base::utf8::length(text_.view());
    room = room < field_.characters_max ? field_.characters_max - room : 0;
    std::string clean;
    full_ = false;
    for (const char32_t character : base::utf8::decode(given)) {
        if (is_control(character)) continue;
        if (room == 0) {
            full_ = true;
            break;
        }
        base::utf8::append(clean, character);
        --room;
    }
    if (!text_.append(clean)) full_ = true;
    text::wipe(clean);
    ++version_;
    return !full_;
}

// --- the pad

void Typist::pen_down(Point at, base::Duration now) {
    // The next character is begun.
    if (offered_at_ || set_) {
        if (!set_) set_written();
        ink_.clear();
        forget_candidates();
    }
    unrecognised_ = false;
    pen_is_down_ = true;
    lifted_at_.reset();
    ink_.begin_stroke();
    pen_width_ = (width_slow + width_fast) / 2;
    pen_was_ = at;
    pen_at_ = now;
    ink_.add({at, pen_width_});
}

void Typist::pen_move(Point at, base::Duration now) {
    if (!pen_is_down_) return;
    const float way = std::hypot(at.x - pen_was_.x, at.y - pen_was_.y);
    if (way < 1) return;
    const auto time = static_cast<float>(std::max<std::int64_t>(1, (now - pen_at_).count()));
    const float speed = std::min(1.0F, way / time / fast_px_per_ms);
    pen_width_ += (width_slow + (width_fast - width_slow) * speed - pen_width_) * 0.3F;
    ink_.add({at, pen_width_});
    pen_was_ = at;
    pen_at_ = now;
}

void Typist::pen_up(base::Duration now) {
    if (!pen_is_down_) return;
    pen_is_down_ = false;
    to_recognise_ = !ink_.empty();
    lifted_at_ = now;
}

void Typist::undo_stroke(base::Duration now) {
    if (set_ || ink_.empty()) return;
    ink_.undo_stroke();
    forget_candidates();
    to_recognise_ = !ink_.empty();
    lifted_at_ = now;
}

void Typist::rewrite() {
    ink_.clear();
    forget_candidates();
    to_recognise_ = unrecognised_ = false;
}

void Typist::forget_candidates() {
    for (std::string& one : written_) text::wipe(one);
    written_.clear();
    offered_at_.reset();
    set_ = unrecognised_ = false;
    recognising_ = 0;
}

void Typist::take_written(const Answer& answer) {
    forget_candidates();
    if (pen_is_down_) return;
    written_ = answer.characters;
    unrecognised_ = written_.empty() || ink_.full();
    if (unrecognised_) {
        for (std::string& one : written_) text::wipe(one);
        written_.clear();
        return;
    }
    offered_at_ = now_;
}

void Typist::set_written() {
    if (written_.empty()) return;
    add(written_.front());
    ink_.clear();
    set_ = true;
    offered_at_.reset();
}

}  // namespace wenlan::ui
