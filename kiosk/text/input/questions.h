// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "base/result.h"
#include "text/input/ink.h"
#include "text/input/pinyin.h"

namespace wenlan::text::input {

// What a keyboard or a writing pad asks of the engines; it travels between processes.
struct Question {
    enum class Kind : std::uint8_t {
        words,  // the programme's own words, to come first
        begin,  // composing anew: `purpose`, `fuzzy`
        press,  // `key`
        backspace,
        pick,        // the candidate with this `text`; none of that name: nothing happens
        take_first,  // what is composing becomes its first candidates
        clear,
        write,  // `ink`
    };
    std::uint64_t number = 0;
    Kind kind = Kind::clear;
    Purpose purpose = Purpose::text;
    Fuzzy fuzzy = Fuzzy::off;
    char key = 0;
    std::string text = {};
    std::vector<std::string> words = {};
    Ink ink = {};
};

struct Answer {
    std::uint64_t number = 0;  // the question's
    bool pinyin = false;       // pinyin is to be had
    bool handwriting = false;  // and handwriting
    bool taken = false;        // the key or the pick meant something
    Composition now = {};
    std::string finished = {};                 // characters that are done
    std::vector<std::string> characters = {};  // that the ink may be, the likeliest first
};

// As bytes. What comes in is not believed: an error for whatever could not have been encoded.
std::string encode(const Question& question);
std::string encode(const Answer& answer);
base::Result<Question> decode_question(std::string_view bytes);
base::Result<Answer> decode_answer(std::string_view bytes);

// Of one message; a longer one ends the conversation.
inline constexpr std::size_t message_bytes_max = std::size_t{1} << 20;
inline constexpr std::size_t ink_strokes_max = 1024, ink_points_max = 32'768;
inline constexpr std::size_t question_words_max = 4096;

// A message with its length before it, and the way back from a stream of bytes.
std::string framed(std::string_view message);
class MessageStream {
public:
    void add(std::string_view bytes) { waiting_.append(bytes); }
    // True: `message` is the next one. An error: the stream is no conversation.
    base::Result<bool> next(std::string& message);
    void wipe();

private:
    std::string waiting_;
};

void wipe(Question& question);
void wipe(Answer& answer);

}  // namespace wenlan::text::input
