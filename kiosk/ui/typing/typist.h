// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <deque>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/locked_memory.h"
#include "base/time.h"
#include "text/input/engine.h"
#include "ui/motion/scroller.h"
#include "ui/typing/key_repeat.h"
#include "ui/typing/written_ink.h"

namespace wenlan::ui {

// What a visitor types or writes: keys and strokes in, a text out. The text and the ink lie in
// locked memory and end with the visit. Keys are taken in the order in which they came, however
// long the engines need; without engines they are Latin letters. Belongs to the frame's thread.
class Typist {
public:
    explicit Typist(text::input::InputEngine& engine);

    struct Field {
        text::input::Purpose purpose = text::input::Purpose::text;
        std::size_t characters_max = 32;
        bool latin = false;  // opens in Latin
        bool operator==(const Field&) const = default;
    };
    // What is typed into from now on, empty. The same field again keeps what it has.
    void open(std::uint64_t id, const Field& field);
    // Everything is wiped.
    void close();
    bool is_open(std::uint64_t id) const { return open_ == id && id != 0; }

    // --- keys and presses, in the order of the fingers
    void letter(char key);
    void insert(std::string_view text);  // as it is, after what is composing
    void space();
    void backspace();
    void clear();
    void pick(const std::string& candidate);
    void toggle_language();
    void toggle_fuzzy();
    void toggle_shift() { shift_ = !shift_; }
    // What is composing becomes its first candidate; take_done() then says once that it is so.
    void finish();
    bool take_done();
    // Instead of all there is, as a suggestion does.
    void replace(std::string_view text);

    // --- the pad
    void pen_down(Point at, base::Duration now);
    void pen_move(Point at, base::Duration now);
    void pen_up(base::Duration now);
    void undo_stroke(base::Duration now);
    void rewrite();

    // To be called once a frame: takes the answers that have come, and sets what time sets. Gives
    // how long nothing will happen by itself.
    base::Duration update(base::Duration now);

    // --- what is shown
    std::string_view text() const { return text_.view(); }
    const text::input::Composition& composing() const { return composing_; }
    // The keys that are composing, without what parts them.
    std::string letters() const;
    bool empty() const { return text_.empty() && composing_.empty(); }
    // To be offered: of what is composing, or of what was written.
    const std::vector<std::string>& candidates() const;
    bool latin() const { return latin_ || !engine_.has_pinyin(); }
    // Pinyin is wanted, and has not been to be had for a while: to be said.
    bool without_pinyin() const { return pinyin_missing_; }
    bool can_write() const { return engine_.has_handwriting(); }
    bool fuzzy() const { return fuzzy_ == text::input::Fuzzy::on; }
    bool shift() const { return shift_; }
    bool full() const { return full_; }                  // the last key found no room
    bool unrecognised() const { return unrecognised_; }  // what was written is no character
    const WrittenInk& ink() const { return ink_; }
    bool waiting() const { return waiting_; }           // for an answer
    std::uint64_t version() const { return version_; }  // grows with every change of the text

    // How the keyboard stands.
    enum class Keys : std::uint8_t { letters, numbers, symbols, candidates, pad };
    Keys keys = Keys::letters;
    Scroller candidate_page;
    KeyRepeat repeat;

private:
    struct Event {
        enum class Kind : std::uint8_t {
            letter,
            insert,
            backspace,
            clear,
            pick,
            language,
            fuzzy,
            finish,
            replace
        };
        Kind kind = Kind::clear;
        std::string text;
    };
    void push(Event::Kind kind, std::string_view text = {});
    void work();
    bool handle(const Event& event);
    bool handle_letter(char key);
    void ask(text::input::Question question);
    void take(text::input::Answer answer);
    void take_written(const text::input::Answer& answer);
    void begin_composing();
    void watch_losses(base::Duration now);
    base::Duration watch_pinyin(base::Duration now);
    void keep_letters();
    void set_written();
    void forget_candidates();
    bool add(std::string_view text);
    char with_capital(char key) const;

    text::input::InputEngine& engine_;
    std::uint64_t open_ = 0;
    Field field_;
    base::LockedText text_;
    WrittenInk ink_;
    text::input::Composition composing_;
    std::deque<Event> events_;
    std::uint64_t asked_ = 0;
    bool waiting_ = false;
    base::Duration asked_at_{}, now_{};
    bool begun_ = false;  // the engines know the purpose
    std::uint64_t losses_ = 0;
    bool latin_ = false, shift_ = false, full_ = false, done_ = false;
    text::input::Fuzzy fuzzy_ = text::input::Fuzzy::off;
    std::optional<base::Duration> missing_since_;
    bool pinyin_missing_ = false;
    std::uint64_t version_ = 0;

    std::vector<std::string> written_;  // what the ink may be
    bool unrecognised_ = false;
    bool pen_is_down_ = false;
    bool to_recognise_ = false;  // there is ink that nobody has looked at
    std::uint64_t recognising_ = 0;
    std::optional<base::Duration> lifted_at_;  // since when the pad is left alone
    std::optional<base::Duration> offered_at_;
    bool set_ = false;  // the first is in the text; another one would replace it
    base::Duration pen_at_{};
    Point pen_was_{};
    float pen_width_ = 0;
};

}  // namespace wenlan::ui
