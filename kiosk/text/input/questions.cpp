// SPDX-License-Identifier: GPL-3.0-or-later
#include "text/input/questions.h"

#include <bit>
#include <cstring>

#include "text/wipe.h"

namespace wenlan::text::input {
namespace {

constexpr std::size_t text_bytes_max = 4096;
constexpr std::size_t texts_max = question_words_max;

base::Error garbled(const char* what) {
    return {"input.garbled", "The keyboard's engine was misunderstood.", what};
}

class Writer {
public:
    void number(std::uint64_t value, int bytes) {
        for (int i = 0; i < bytes; ++i) out.push_back(static_cast<char>(value >> (8 * i)));
    }
    void text(std::string_view value) {
        number(value.size(), 4);
        out.append(value);
    }
    void texts(const std::vector<std::string>& values) {
        number(values.size(), 4);
        for (const std::string& value : values) text(value);
    }
    void real(float value) { number(std::bit_cast<std::uint32_t>(value), 4); }

    std::string out;
};

// Once something is amiss all further reads give nothing, and `good` stays false.
class Reader {
public:
    explicit Reader(std::string_view bytes) : rest_(bytes) {}

    std::uint64_t number(std::size_t bytes) {
        if (rest_.size() < bytes) return fail();
        std::uint64_t value = 0;
        for (std::size_t i = 0; i < bytes; ++i)
            value |= static_cast<std::uint64_t>(static_cast<unsigned char>(rest_[i])) << (8 * i);
        rest_.remove_prefix(bytes);
        return value;
    }
    template <typename Enum>
    Enum choice(Enum last) {
        const std::uint64_t value = number(1);
        if (value > static_cast<std::uint64_t>(last)) return static_cast<Enum>(fail());
        return static_cast<Enum>(value);
    }
    bool yes() { return number(1) == 1; }
    std::string text() {
        const std::uint64_t size = number(4);
        if (size > text_bytes_max || size > rest_.size()) {
            fail();
            return {};
        }
        std::string value(rest_.substr(0, size));
        rest_.remove_prefix(size);
        return value;
    }
    std::vector<std::string> texts() {
        std::vector<std::string> values;
        const std::uint64_t count = number(4);
        if (count > texts_max) fail();
        for (std::uint64_t i = 0; i < count && good; ++i) values.push_back(text());
        return values;
    }
    float real() { return std::bit_cast<float>(static_cast<std::uint32_t>(number(4))); }
    bool whole() const { return good && rest_.empty(); }

    bool good = true;

private:
    std::uint64_t fail() {
        good = false;
        rest_ = {};
        return 0;
    }
    std::string_view rest_;
};

void put(Writer& writer, const Ink& ink) {
    writer.number(ink.size(), 4);
    for (const Stroke& stroke : ink) {
        writer.number(stroke.size(), 4);
        for (const InkPoint& point : stroke) {
            writer.real(point.x);
            writer.real(point.y);
        }
    }
}

Ink ink_of(Reader& reader) {
    Ink ink;
    const std::uint64_t strokes = reader.number(4);
    std::size_t points_in_all = 0;
    if (strokes > ink_strokes_max) reader.good = false;
    for (std::uint64_t i = 0; i < strokes && reader.good; ++i) {
        const std::uint64_t points = reader.number(4);
        points_in_all += points;
        if (points > ink_points_max || points_in_all > ink_points_max) reader.good = false;
        Stroke stroke;
        for (std::uint64_t p = 0; p < points && reader.good; ++p) {
            const float x = reader.real();
            stroke.push_back({x, reader.real()});
        }
        ink.push_back(std::move(stroke));
    }
    return ink;
}

void wipe_all(std::vector<std::string>& texts) {
    for (std::string& one : texts) text::wipe(one);
    texts.clear();
}

}  // namespace

std::string encode(const Question& question) {
    Writer writer;
    writer.number(question.number, 8);
    writer.number(static_cast<std::uint64_t>(question.kind), 1);
    writer.number(static_cast<std::uint64_t>(question.purpose), 1);
    writer.number(static_cast<std::uint64_t>(question.fuzzy), 1);
    writer.number(static_cast<unsigned char>(question.key), 1);
    writer.text(question.text);
    writer.texts(question.words);
    put(writer, question.ink);
    return std::move(writer.out);
}

base::Result<Question> decode_question(std::string_view bytes) {
    Reader reader(bytes);
    Question question;
    question.number = reader.number(8);
    question.kind = reader.choice(Question::Kind::write);
    question.purpose = reader.choice(Purpose::name);
    question.fuzzy = reader.choice(Fuzzy::on);
    question.key = static_cast<char>(reader.number(1));
    question.text = reader.text();
    question.words = reader.texts();
    question.ink = ink_of(reader);
    if (!reader.whole()) return garbled("a question");
    return question;
}

std::string encode(const Answer& answer) {
    Writer writer;
    writer.number(answer.number, 8);
    writer.number(answer.pinyin ? 1 : 0, 1);
    writer.number(answer.handwriting ? 1 : 0, 1);
    writer.number(answer.taken ? 1 : 0, 1);
    writer.text(answer.now.picked);
    writer.text(answer.now.shown);
    writer.texts(answer.now.candidates);
    writer.text(answer.finished);
    writer.texts(answer.characters);
    return std::move(writer.out);
}

base::Result<Answer> decode_answer(std::string_view bytes) {
    Reader reader(bytes);
    Answer answer;
    answer.number = reader.number(8);
    answer.pinyin = reader.yes();
    answer.handwriting = reader.yes();
    answer.taken = reader.yes();
    answer.now.picked = reader.text();
    answer.now.shown = reader.text();
    answer.now.candidates = reader.texts();
    answer.finished = reader.text();
    answer.characters = reader.texts();
    if (!reader.whole()) return garbled("an answer");
    return answer;
}

std::string framed(std::string_view message) {
    Writer writer;
    writer.out.reserve(message.size() + 4);
    writer.text(message);
    return std::move(writer.out);
}

base::Result<bool> MessageStream::next(std::string& message) {
    if (waiting_.size() < 4) return false;
    const std::size_t size = Reader(waiting_).number(4);
    if (size > message_bytes_max) return garbled("too long a message");
    if (waiting_.size() < size + 4) return false;
    message.assign(waiting_, 4, size);
    waiting_.erase(0, size + 4);
    return true;
}

void MessageStream::wipe() { text::wipe(waiting_); }

void wipe(Question& question) {
    text::wipe(question.text);
    wipe_all(question.words);
    for (Stroke& stroke : question.ink) text::wipe(stroke);
    question.ink.clear();
    question.key = 0;
}

void wipe(Answer& answer) {
    text::wipe(answer.now.picked);
    text::wipe(answer.now.shown);
    wipe_all(answer.now.candidates);
    text::wipe(answer.finished);
    wipe_all(answer.characters);
}

}  // namespace wenlan::text::input
