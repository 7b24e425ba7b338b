// SPDX-License-Identifier: GPL-3.0-or-later
#include "text/input/pinyin_model.h"

#include <algorithm>
#include <pinyin.h>
#include <string>
#include <system_error>

#include "text/quiet_stderr.h"

namespace wenlan::text::input {
namespace {

struct Release {
    void operator()(pinyin_context_t* context) const { pinyin_fini(context); }
    void operator()(pinyin_instance_t* instance) const { pinyin_free_instance(instance); }
};

constexpr pinyin_option_t options_plain = IS_PINYIN | PINYIN_INCOMPLETE | PINYIN_CORRECT_ALL |
                                          USE_DIVIDED_TABLE | USE_RESPLIT_TABLE | DYNAMIC_ADJUST;
constexpr pinyin_option_t options_fuzzy = options_plain | PINYIN_AMB_C_CH | PINYIN_AMB_S_SH |
                                          PINYIN_AMB_Z_ZH | PINYIN_AMB_L_N | PINYIN_AMB_AN_ANG |
                                          PINYIN_AMB_EN_ENG | PINYIN_AMB_IN_ING;
// Longer and add-on candidates would train the model in memory.
constexpr guint order = SORT_WITHOUT_LONGER_CANDIDATE | SORT_BY_PHRASE_LENGTH | SORT_BY_FREQUENCY;
// A word of the programme is used about as often as a common word.
constexpr gint word_count = 20'000;
constexpr std::size_t word_characters_max = 8;  // libpinyin's own limit is 16

}  // namespace

struct PinyinModel::Handles {
    std::unique_ptr<pinyin_context_t, Release> context;
    std::unique_ptr<pinyin_instance_t, Release> instance;
    std::vector<lookup_candidate_t*> guessed;  // as long as the instance is not asked anew
    std::size_t understood = 0;                // keys, with a separator that nothing follows yet
    std::size_t parsed = 0;                    // without it
    std::vector<std::size_t> ends;             // of syllables, up to `parsed`
};

base::Result<std::unique_ptr<PinyinModel>> PinyinModel::open(const std::filesystem::path& model) {
    const base::Error missing{"input.no-pinyin", "Pinyin is not to be had just now.",
                              "no model at " + model.string()};
    std::error_code failed;
    if (!std::filesystem::exists(model / "pinyin_index.bin", failed)) return missing;
    auto handles = std::make_unique<Handles>();
    {
        const QuietStderr quiet;
        // There is no folder of a user: nothing can be kept.
        handles->context.reset(pinyin_init(model.c_str(), "/nonexistent"));
    }
    if (!handles->context) return missing;
    pinyin_set_options(handles->context.get(), options_plain);
    handles->instance.reset(pinyin_alloc_instance(handles->context.get()));
    if (!handles->instance) return missing;
    return std::unique_ptr<PinyinModel>(new PinyinModel(std::move(handles)));
}

namespace {

// Between separators, part by part: libpinyin ends the program when it is asked from just behind a
// separator. Leaves the last part parsed.
std::vector<std::size_t> ends_of_syllables(pinyin_instance_t* instance, const std::string& keys) {
    std::vector<std::size_t> ends;
    for (std::size_t begin = 0; begin < keys.size();) {
        const std::size_t stop = std::min(keys.find('\'', begin), keys.size());
        pinyin_reset(instance);
        const std::size_t parsed =
            pinyin_parse_more_full_pinyins(instance, keys.substr(begin, stop - begin).c_str());
        for (std::size_t at = 0; at < parsed;) {
            std::size_t end = 0;
            if (!pinyin_get_right_pinyin_offset(instance, at, &end) || end <= at) end = parsed;
            ends.push_back(begin + end);
            at = end;
        }
        begin = stop + 1;
    }
    return ends;
}

}  // namespace

PinyinModel::PinyinModel(std::unique_ptr<Handles> handles) : handles_(std::move(handles)) {}
PinyinModel::~PinyinModel() = default;

void PinyinModel::add(const std::vector<Word>& words) {
    import_iterator_t* import = pinyin_begin_add_phrases(handles_->context.get(), USER_DICTIONARY);
    if (import == nullptr) return;
    for (const Word& word : words) {
        if (word.syllables.size() < 2 || word.syllables.size() > word_characters_max) continue;
        std::string spelled;
        for (const std::string& syllable : word.syllables)
            spelled += (spelled.empty() ? "" : "'") + syllable;
        pinyin_iterator_add_phrase(import, word.text.c_str(), spelled.c_str(), word_count);
    }
    pinyin_end_add_phrases(import);
}

void PinyinModel::set_fuzzy(Fuzzy fuzzy) {
    pinyin_set_options(handles_->context.get(), fuzzy == Fuzzy::on ? options_fuzzy : options_plain);
}

std::vector<std::string> PinyinModel::guess(const std::string& keys, std::size_t guesses_max) {
    pinyin_instance_t* instance = handles_->instance.get();
    handles_->guessed.clear();
    // libpinyin ends the program when it is asked for what follows a separator at the end.
    const std::string parsed = keys.substr(0, keys.find_last_not_of('\'') + 1);
    handles_->ends = ends_of_syllables(instance, parsed);
    pinyin_reset(instance);
    handles_->parsed = pinyin_parse_more_full_pinyins(instance, parsed.c_str());
    handles_->understood = handles_->parsed == parsed.size() ? keys.size() : handles_->parsed;
    std::vector<std::string> texts;
    if (handles_->parsed == 0) return texts;
    pinyin_guess_sentence(instance);
    pinyin_guess_candidates(instance, 0, order);
    guint count = 0;
    pinyin_get_n_candidate(instance, &count);
    for (guint i = 0; i < count && texts.size() < guesses_max; ++i) {
        lookup_candidate_t* candidate = nullptr;
        lookup_candidate_type_t type = NORMAL_CANDIDATE;
        const gchar* text = nullptr;
        if (!pinyin_get_candidate(instance, i, &candidate) ||
            !pinyin_get_candidate_type(instance, candidate, &type) ||
            (type != NBEST_MATCH_CANDIDATE && type != NORMAL_CANDIDATE) ||
            !pinyin_get_candidate_string(instance, candidate, &text) || text == nullptr)
            continue;
        handles_->guessed.push_back(candidate);
        texts.emplace_back(text);
    }
    return texts;
}

std::size_t PinyinModel::keys_of(std::size_t guess) {
    base::ensure(guess < handles_->guessed.size(), "what is picked was guessed");
    lookup_candidate_t* candidate = handles_->guessed[guess];
    lookup_candidate_type_t type = NORMAL_CANDIDATE;
    pinyin_get_candidate_type(handles_->instance.get(), candidate, &type);
    if (type == NBEST_MATCH_CANDIDATE) return handles_->understood;
    const int end = pinyin_choose_candidate(handles_->instance.get(), 0, candidate);
    const auto taken = static_cast<std::size_t>(std::max(end, 0));
    return taken == 0 || taken >= handles_->parsed ? handles_->understood : taken;
}

std::vector<std::size_t> PinyinModel::syllable_ends() {
    std::vector<std::size_t> ends;
    for (const std::size_t end : handles_->ends)
        if (end < handles_->parsed) ends.push_back(end);
    if (handles_->parsed > 0) ends.push_back(handles_->understood);
    return ends;
}

}  // namespace wenlan::text::input
