// SPDX-License-Identifier: GPL-3.0-or-later
#include "text/readings.h"

#include <algorithm>
#include <memory>
#include <mutex>
#include <pinyin.h>
#include <system_error>
#include <vector>

#include "base/log.h"
#include "base/memory.h"
#include "base/utf8.h"
#include "text/clean_text.h"
#include "text/quiet_stderr.h"
#include "text/spelling.h"
#include "text/tone_table.h"

namespace wenlan::text {
namespace {

// A word of several characters that parts itself into pieces of one is at most this long.
constexpr std::size_t merged_words_max = 4;

struct Release {
    void operator()(pinyin_context_t* context) const { pinyin_fini(context); }
    void operator()(pinyin_instance_t* instance) const { pinyin_free_instance(instance); }
};

bool is_han(char32_t character) {
    return is_ideograph(character) || character == U'〇' || character == U'々';
}

std::size_t han_bytes(std::string_view text) {
    std::size_t bytes = 0;
    for (const char32_t character : base::utf8::decode(text)) {
        if (!is_han(character)) break;
        std::string encoded;
        base::utf8::append(encoded, character);
        bytes += encoded.size();
    }
    return bytes;
}

// Letters and figures, with the signs between them ("14:00", "T-shirt").
bool is_foreign(char32_t character) {
    return is_digit(character) || is_latin_letter(character) || character == U'&' ||
           character == U'%' || character == U'+' || character == U'#' || character == U'℃';
}

// Full-width forms stand for ASCII.
char32_t narrowed(char32_t character) {
    return character >= 0xFF01 && character <= 0xFF5E && is_foreign(character - 0xFEE0)
               ? character - 0xFEE0
               : character;
}

std::vector<std::string_view> characters_of(std::string_view text) {
    std::vector<std::string_view> characters;
    for (std::size_t at = 0; at < text.size();) {
        std::size_t bytes = 1;
        while (at + bytes < text.size() && (text[at + bytes] & 0xC0) == 0x80) ++bytes;
        characters.push_back(text.substr(at, bytes));
        at += bytes;
    }
    return characters;
}

}  // namespace

std::filesystem::path pinyin_model() { return WENLAN_PINYIN_MODEL; }

class PhraseReadings::Loaded {
public:
    explicit Loaded(std::filesystem::path model) : model_(std::move(model)) {}

    std::string pinyin(std::string_view given) {
        const std::lock_guard lock(one_at_a_time_);
        const std::string text = base::utf8::repaired(given);
        const auto characters = base::utf8::decode(text);
        if (std::none_of(characters.begin(), characters.end(), is_han)) return std::string(given);
        load();
        return spelled(text);
    }

    std::string keys(char32_t character) {
        const std::lock_guard lock(one_at_a_time_);
        if (!tones_) tones_ = std::make_unique<ToneTable>();
        return std::string(tones_->readings(character));
    }

    void unload() {
        const std::lock_guard lock(one_at_a_time_);
        tones_.reset();
        if (!table_) return;
        instance_.reset();
        context_.reset();
        table_.reset();
        base::give_free_memory_back();
    }

private:
    void load() {
        if (table_) return;
        table_ = std::make_unique<ToneTable>();
        {
            const QuietStderr quiet;
            context_.reset(pinyin_init(model_.c_str(), "/nonexistent"));
        }
        if (context_) instance_.reset(pinyin_alloc_instance(context_.get()));
        if (!instance_) base::log::warning("readings: libpinyin's model cannot be read");
    }

    std::string spelled(std::string_view rest) const {
        SpelledLine line;
        while (!rest.empty()) {
            if (const auto name = table_->name_at_begin(rest); name.bytes > 0) {
                put(name.spelling, line);
                rest.remove_prefix(name.bytes);
            } else if (const std::size_t bytes = bytes_before_name(rest); bytes > 0) {
                put_han(rest.substr(0, bytes), line);
                rest.remove_prefix(bytes);
            } else {
                rest.remove_prefix(put_other(rest, line));
            }
        }
        return std::move(line).text();
    }

    // How much Chinese there is until the next name or other text.
    std::size_t bytes_before_name(std::string_view text) const {
        const std::string_view han = text.substr(0, han_bytes(text));
        std::size_t bytes = 0;
        for (const std::string_view character : characters_of(han)) {
            if (table_->name_at_begin(han.substr(bytes)).bytes > 0) break;
            bytes += character.size();
        }
        return bytes;
    }

    // A spelling with its own hyphens and blanks.
    static void put(std::string_view spelling, SpelledLine& line) {
        std::vector<std::string_view> word;
        for (const std::string_view piece : syllables_of(spelling)) {
            if (piece == " ") {
                line.word(joined_syllables(word));
                word.clear();
            } else {
                word.push_back(piece);
            }
        }
        line.word(joined_syllables(word));
    }

    // Letters, figures or one sign; how many bytes they have.
    static std::size_t put_other(std::string_view text, SpelledLine& line) {
        const auto characters = characters_of(text);
        const auto at = [&](std::size_t i) {
            return i < characters.size() ? narrowed(base::utf8::decode(characters[i])[0]) : U' ';
        };
        std::string run;
        std::size_t bytes = 0;
        for (std::size_t i = 0; i < characters.size(); ++i) {
            const bool between = !run.empty() && is_foreign(at(i + 1)) && at(i) > U' ' &&
                                 at(i) < 0x7F && !is_foreign(at(i));
            if (!is_foreign(at(i)) && !between) break;
            base::utf8::append(run, at(i));
            bytes += characters[i].size();
        }
        if (!run.empty()) {
            line.foreign(run);
            return bytes;
        }
        line.sign(at(0));
        return characters[0].size();
    }

    void put_han(std::string_view text, SpelledLine& line) const {
        const auto words = merged(words_of(text));
        for (const std::string_view word : words) line.word(reading_of(word));
    }

    // libpinyin's words; single characters where it does not know the text.
    std::vector<std::string_view> words_of(std::string_view text) const {
        std::vector<std::string_view> words;
        std::size_t at = 0;
        guint count = 0;
        const std::string ended(text);
        if (instance_ && pinyin_phrase_segment(instance_.get(), ended.c_str()))
            pinyin_get_n_phrase(instance_.get(), &count);
        for (guint i = 0; i < count; ++i) {
            phrase_token_t token = null_token;
            guint length = 0;
            gchar* phrase = nullptr;
            if (!pinyin_get_phrase_token(instance_.get(), i, &token) || token == null_token ||
                !pinyin_token_get_phrase(instance_.get(), token, &length, &phrase))
                continue;
            const std::unique_ptr<gchar, decltype(&g_free)> held(phrase, g_free);
            const std::string_view word(phrase);
            if (!text.substr(at).starts_with(word)) return characters_of(text);
            words.push_back(text.substr(at, word.size()));
            at += word.size();
        }
        for (const std::string_view character : characters_of(text.substr(at)))
            words.push_back(character);
        return words;
    }

    // Neighbours that are one word in the table become one again, the longest first.
    std::vector<std::string_view> merged(const std::vector<std::string_view>& words) const {
        std::vector<std::string_view> whole;
        for (std::size_t i = 0; i < words.size();) {
            std::size_t count = std::min(merged_words_max, words.size() - i);
            for (; count > 1; --count)
                if (!table_->word(span(words, i, count)).empty()) break;
            whole.push_back(span(words, i, count));
            i += count;
        }
        return whole;
    }

    static std::string_view span(const std::vector<std::string_view>& words, std::size_t first,
                                 std::size_t count) {
        const std::string_view last = words[first + count - 1];
        const char* begin = words[first].data();
        return {begin, static_cast<std::size_t>(last.data() + last.size() - begin)};
    }

    std::string reading_of(std::string_view word) const {
        if (const std::string_view known = table_->word(word); !known.empty()) {
            std::vector<std::string_view> syllables = syllables_of(known);
            std::erase(syllables, " ");
            return joined_syllables(syllables);
        }
        std::vector<std::string_view> syllables;
        for (const char32_t character : base::utf8::decode(word)) {
            const std::string_view readings = table_->readings(character);
            syllables.push_back(readings.substr(0, readings.find(' ')));
        }
        // Who cannot be told how it is read still sees it.
        if (std::find(syllables.begin(), syllables.end(), "") != syllables.end())
            return std::string(word);
        return joined_syllables(syllables);
    }

    std::filesystem::path model_;
    std::mutex one_at_a_time_;
    std::unique_ptr<ToneTable> table_;
    std::unique_ptr<ToneTable> tones_;  // of single characters, for search
    std::unique_ptr<pinyin_context_t, Release> context_;
    std::unique_ptr<pinyin_instance_t, Release> instance_;
};

PhraseReadings::PhraseReadings(const std::filesystem::path& model)
    : loaded_(std::make_unique<Loaded>(model)) {}

PhraseReadings::~PhraseReadings() = default;

base::Result<std::unique_ptr<PhraseReadings>> PhraseReadings::create(
    const std::filesystem::path& model) {
    std::error_code failed;
    if (!std::filesystem::exists(model / "phrase_index.bin", failed))
        return base::Error{"readings.no-model", "The pinyin of titles cannot be shown.",
                           "nothing at " + model.string()};
    return std::unique_ptr<PhraseReadings>(new PhraseReadings(model));
}

std::string PhraseReadings::keys(char32_t character) const { return loaded_->keys(character); }

std::string PhraseReadings::pinyin(std::string_view text) const { return loaded_->pinyin(text); }

void PhraseReadings::rest() const { loaded_->unload(); }

}  // namespace wenlan::text
