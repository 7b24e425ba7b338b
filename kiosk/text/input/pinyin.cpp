// SPDX-License-Identifier: GPL-3.0-or-later
#include "text/input/pinyin.h"

#include <algorithm>

#include "base/utf8.h"
#include "text/embedded.h"
#include "text/spelling.h"
#include "text/wipe.h"

namespace wenlan::text::input {
namespace {

constexpr std::size_t keys_max = 48;
// A page has at most 36; nobody turns ten pages.
constexpr std::size_t candidates_max = 360;
constexpr std::size_t whole_names_max = 18, names_in_bar = 5, surnames_in_bar = 4;

std::size_t characters_in(std::string_view text) { return base::utf8::length(text); }

// "chong2" -> "chong"
std::string toneless(std::string_view syllable) {
    std::string letters(syllable);
    std::erase_if(letters, [](char letter) { return letter >= '0' && letter <= '9'; });
    for (char& letter : letters)
        if (letter >= 'A' && letter <= 'Z') letter = static_cast<char>(letter + 32);
    return letters;
}

// The syllables of a word of Chinese characters only; none for any other.
std::vector<std::string> syllables_of_word(std::string_view word, const ToneTable& table) {
    std::vector<std::string> syllables;
    std::string_view rest = word;
    while (!rest.empty()) {
        auto known = table.name_at_begin(rest);
        if (known.bytes == 0) {
            const std::string_view all = table.word(rest);
            if (!all.empty()) known = {rest.size(), all};
        }
        if (known.bytes == 0) {
            std::size_t bytes = 1;
            while (bytes < rest.size() && (rest[bytes] & 0xC0) == 0x80) ++bytes;
            const auto readings = table.readings(base::utf8::decode(rest.substr(0, bytes))[0]);
            if (readings.empty()) return {};
            known = {bytes, readings.substr(0, readings.find(' '))};
        }
        for (const std::string_view syllable : syllables_of(known.spelling))
            if (syllable != " " && syllable != "-") syllables.push_back(toneless(syllable));
        rest.remove_prefix(known.bytes);
    }
    return syllables;
}

}  // namespace

base::Result<std::unique_ptr<PinyinComposer>> PinyinComposer::create(
    const std::filesystem::path& model) {
    return std::unique_ptr<PinyinComposer>(new PinyinComposer(TRY(PinyinModel::open(model))));
}

PinyinComposer::PinyinComposer(std::unique_ptr<PinyinModel> model)
    : table_(std::make_unique<ToneTable>()),
      syllables_(std::make_unique<Syllables>(*table_)),
      names_(std::make_unique<Names>(*syllables_)),
      model_(std::move(model)) {
    std::vector<std::string> words;
    std::string_view rest = embedded_words();
    while (!rest.empty()) {
        const std::size_t end = std::min(rest.find_first_of(" \n"), rest.size());
        if (end > 0) words.emplace_back(rest.substr(0, end));
        rest.remove_prefix(std::min(end + 1, rest.size()));
    }
    add_words(words);
}

PinyinComposer::~PinyinComposer() { clear(); }

void PinyinComposer::add_words(const std::vector<std::string>& words) {
    std::vector<PinyinModel::Word> known;
    for (const std::string& word : words) {
        auto syllables = syllables_of_word(base::utf8::repaired(word), *table_);
        if (syllables.size() == characters_in(word)) known.push_back({word, std::move(syllables)});
    }
    model_->add(known);
}

void PinyinComposer::begin(Purpose purpose, Fuzzy fuzzy) {
    clear();
    purpose_ = purpose;
    fuzzy_ = fuzzy;
    model_->set_fuzzy(fuzzy);
}

bool PinyinComposer::press(char key) {
    if (key >= 'A' && key <= 'Z') key = static_cast<char>(key + 32);
    const bool letter = key >= 'a' && key <= 'z';
    if ((!letter && (key != '\'' || keys_.empty() || keys_.back() == '\'')) ||
        keys_.size() >= keys_max)
        return false;
    keys_ += key;
    refresh();
    return true;
}

bool PinyinComposer::backspace() {
    if (keys_.empty()) return false;
    keys_.pop_back();
    if (keys_.empty() && !picks_.empty()) {
        keys_ = picks_.back().keys;
        picks_.pop_back();
    }
    refresh();
    return true;
}

std::string PinyinComposer::pick(std::size_t candidate) {
    if (candidate >= now_.candidates.size()) return {};
    const Source source = sources_[candidate];
    std::size_t taken = source.of_model ? model_->keys_of(source.value) : source.value;
    taken = std::clamp<std::size_t>(taken, 1, keys_.size());
    while (taken < keys_.size() && keys_[taken] == '\'') ++taken;
    picks_.push_back({now_.candidates[candidate], keys_.substr(0, taken)});
    keys_.erase(0, taken);
    if (!keys_.empty()) {
        refresh();
        return {};
    }
    std::string finished;
    for (const Pick& one : picks_) finished += one.text;
    clear();
    return finished;
}

std::string PinyinComposer::take_first() {
    while (!keys_.empty() && !now_.candidates.empty())
        if (std::string finished = pick(0); !finished.empty()) return finished;
    std::string finished = now_.picked + keys_;
    clear();
    return finished;
}

void PinyinComposer::clear() {
    for (Pick& one : picks_) {
        wipe(one.text);
        wipe(one.keys);
    }
    picks_.clear();
    wipe(keys_);
    refresh();
}

void PinyinComposer::refresh() {
    wipe(now_.picked);
    wipe(now_.shown);
    for (std::string& candidate : now_.candidates) wipe(candidate);
    now_.candidates.clear();
    sources_.clear();
    offered_.clear();
    for (const Pick& one : picks_) now_.picked += one.text;
    if (keys_.empty()) return;
    const auto guesses = model_->guess(keys_, candidates_max);
    const auto ends = model_->syllable_ends();
    std::size_t begin = 0;
    for (const std::size_t end : ends) {
        if (begin > 0 && now_.shown.back() != '\'') now_.shown += '\'';
        now_.shown += keys_.substr(begin, end - begin);
        begin = end;
    }
    now_.shown += keys_.substr(begin);
    first_syllable_ = ends.empty() ? 0 : ends.front();
    if (purpose_ == Purpose::name)
        offer_names(guesses);
    else
        offer_guesses(guesses, 0, guesses.size());
    offer_rest();
}

void PinyinComposer::offer(std::string text, Source source) {
    if (now_.candidates.size() >= candidates_max) return;
    if (!offered_.insert(text).second) return;
    now_.candidates.push_back(std::move(text));
    sources_.push_back(source);
}

void PinyinComposer::offer_guesses(const std::vector<std::string>& guesses, std::size_t first,
                                   std::size_t end) {
    for (std::size_t i = first; i < std::min(end, guesses.size()); ++i)
        offer(guesses[i], {true, i});
}

// Whole names first, then the surnames that may stand at the begin (or, after a surname, characters
// of given names), then what the model thinks.
void PinyinComposer::offer_names(const std::vector<std::string>& guesses) {
    const bool surname = picks_.empty();
    const auto whole = surname ? names_->whole(keys_, fuzzy_, whole_names_max)
                               : names_->given(keys_, fuzzy_, whole_names_max);
    const auto surnames = surname ? names_->surnames(keys_, fuzzy_) : std::vector<Names::Surname>{};
    // One syllable is a surname rather than two of which the second is a vowel.
    if (surname && syllables_->known(keys_))
        for (const auto& [text, keys] : surnames) offer(text, {false, keys});
    // The bar shows few: there the likeliest names and the surnames to go on from.
    for (std::size_t i = 0; i < std::min(whole.size(), names_in_bar); ++i)
        offer(whole[i].text, {false, keys_.size()});
    for (std::size_t i = 0; i < std::min(surnames.size(), surnames_in_bar); ++i)
        offer(surnames[i].text, {false, surnames[i].keys});
    for (const auto& name : whole) offer(name.text, {false, keys_.size()});
    for (const auto& [text, keys] : surnames) offer(text, {false, keys});
    const std::string syllable = without_apostrophe(keys_.substr(0, first_syllable_));
    if (!surname)
        for (const std::string& one : names_->given_characters(syllable, fuzzy_))
            offer(one, {false, first_syllable_});
    offer_guesses(guesses, 0, guesses.size());
}

// Characters that the model does not know, so that every name can be written.
void PinyinComposer::offer_rest() {
    const std::string syllable = without_apostrophe(keys_.substr(0, first_syllable_));
    for (const std::string& sound : syllables_->alike(syllable, fuzzy_)) {
        for (const char32_t character : syllables_->characters(sound)) {
            std::string text;
            base::utf8::append(text, character);
            offer(std::move(text), {false, first_syllable_});
        }
    }
}

std::string PinyinComposer::without_apostrophe(std::string_view keys) const {
    std::string letters(keys);
    std::erase(letters, '\'');
    return letters;
}

}  // namespace wenlan::text::input
