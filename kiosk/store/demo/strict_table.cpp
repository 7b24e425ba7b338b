// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/demo/strict_table.h"

namespace wenlan::store::demo {

namespace {

std::string without_final_newlines(std::string text) {
    while (!text.empty() && text.back() == '\n') text.pop_back();
    return text;
}

}  // namespace

const Value* StrictTable::find(std::string_view key) const {
    for (const Entry& entry : *fields_) {
        if (entry.key == key) return &entry.value;
    }
    return nullptr;
}

base::Result<const Value*> StrictTable::take(std::string_view key) {
    taken_.emplace(key);
    const Value* const value = find(key);
    if (value == nullptr) return wrong(key, "this key is missing");
    return value;
}

base::Error StrictTable::wrong(std::string_view key, const std::string& why) const {
    const Value* const value = find(key);
    return mistake(file_, value != nullptr ? value->line : line_,
                   what_ + ", key \"" + std::string(key) + "\": " + why);
}

bool StrictTable::has(std::string_view key) const { return find(key) != nullptr; }

base::Result<std::string> StrictTable::text(std::string_view key) {
    const Value* const value = TRY(take(key));
    const auto* found = std::get_if<std::string>(&value->content);
    if (found == nullptr) return wrong(key, "this must be a text");
    if (found->empty()) return wrong(key, "this text is empty");
    return *found;
}

base::Result<std::string> StrictTable::text_or(std::string_view key, std::string otherwise) {
    if (!has(key)) return otherwise;
    return text(key);
}

base::Result<base::LocalText> StrictTable::both_languages(std::string_view key,
                                                          const Value& value) const {
    const auto* fields = std::get_if<Fields>(&value.content);
    if (fields == nullptr) return wrong(key, "this must be {zh = \"...\", en = \"...\"}");
    StrictTable languages(*fields, file_, value.line, what_ + ", key \"" + std::string(key) + "\"");
    base::LocalText both;
    both.zh = without_final_newlines(TRY(languages.text("zh")));
    both.en = without_final_newlines(TRY(languages.text("en")));
    TRY(languages.done());
    return both;
}

base::Result<base::LocalText> StrictTable::local_text(std::string_view key) {
    const Value* const value = TRY(take(key));
    return both_languages(key, *value);
}

base::Result<std::vector<base::LocalText>> StrictTable::local_texts_if_any(std::string_view key) {
    std::vector<base::LocalText> found;
    if (!has(key)) return found;
    const Value* const value = TRY(take(key));
    const auto* list = std::get_if<List>(&value->content);
    if (list == nullptr) return wrong(key, "this must be a list of texts in both languages");
    for (const Value& item : *list) found.push_back(TRY(both_languages(key, item)));
    return found;
}

base::Result<double> StrictTable::real(std::string_view key, double min, double max) {
    const Value* const value = TRY(take(key));
    double found = 0;
    if (const auto* number = std::get_if<double>(&value->content)) {
        found = *number;
    } else if (const auto* whole = std::get_if<std::int64_t>(&value->content)) {
        found = static_cast<double>(*whole);
    } else {
        return wrong(key, "this must be a number");
    }
    if (!(found >= min && found <= max)) return wrong(key, "this number is out of its bounds");
    return found;
}

base::Result<bool> StrictTable::flag_or(std::string_view key, bool otherwise) {
    if (!has(key)) return otherwise;
    const Value* const value = TRY(take(key));
    const auto* found = std::get_if<bool>(&value->content);
    if (found == nullptr) return wrong(key, "this must be true or false");
    return *found;
}

base::Result<std::optional<StrictTable>> StrictTable::table_if_any(std::string_view key) {
    if (!has(key)) return std::optional<StrictTable>{};
    const Value* const value = TRY(take(key));
    const auto* fields = std::get_if<Fields>(&value->content);
    if (fields == nullptr) return wrong(key, "this must be a table of its own");
    return std::optional{StrictTable(*fields, file_, value->line, what_ + " " + std::string(key))};
}

base::Result<base::LocalText> StrictTable::local_text_if_any(std::string_view key) {
    if (!has(key)) return base::LocalText{};
    return local_text(key);
}

base::Result<int> StrictTable::number(std::string_view key, int min, int max) {
    const Value* const value = TRY(take(key));
    const auto* found = std::get_if<std::int64_t>(&value->content);
    if (found == nullptr) return wrong(key, "this must be a whole number");
    if (*found < min || *found > max) {
        return wrong(key,
                     "this must be from " + std::to_string(min) + " to " + std::to_string(max));
    }
    return static_cast<int>(*found);
}

base::Result<std::optional<int>> StrictTable::number_if_any(std::string_view key, int min,
                                                            int max) {
    if (!has(key)) return std::optional<int>{};
    return std::optional{TRY(number(key, min, max))};
}

base::Result<std::vector<std::string>> StrictTable::texts(std::string_view key) {
    const Value* const value = TRY(take(key));
    const auto* list = std::get_if<List>(&value->content);
    if (list == nullptr) return wrong(key, "this must be a list of texts");
    std::vector<std::string> found;
    for (const Value& item : *list) {
        const auto* one = std::get_if<std::string>(&item.content);
        if (one == nullptr || one->empty()) return wrong(key, "this must be a list of texts");
        found.push_back(*one);
    }
    return found;
}

base::Result<std::optional<std::vector<double>>> StrictTable::reals_if_any(std::string_view key) {
    if (!has(key)) return std::optional<std::vector<double>>{};
    const Value* const value = TRY(take(key));
    const auto* list = std::get_if<List>(&value->content);
    if (list == nullptr) return wrong(key, "this must be a list of numbers");
    std::vector<double> found;
    for (const Value& item : *list) {
        if (const auto* real = std::get_if<double>(&item.content)) {
            found.push_back(*real);
        } else if (const auto* whole = std::get_if<std::int64_t>(&item.content)) {
            found.push_back(static_cast<double>(*whole));
        } else {
            return wrong(key, "this must be a list of numbers");
        }
    }
    return std::optional{std::move(found)};
}

base::Result<std::vector<StrictTable>> StrictTable::tables(std::string_view key) {
    std::vector<StrictTable> found;
    if (!has(key)) return found;
    const Value* const value = TRY(take(key));
    const auto* list = std::get_if<List>(&value->content);
    if (list == nullptr) return wrong(key, "this must be written as [[" + std::string(key) + "]]");
    for (const Value& item : *list) {
        const auto* fields = std::get_if<Fields>(&item.content);
        if (fields == nullptr) {
            return wrong(key, "this must be written as [[" + std::string(key) + "]]");
        }
        found.emplace_back(*fields, file_, item.line, what_ + " " + std::string(key));
    }
    return found;
}

base::Result<void> StrictTable::done() const {
    for (const Entry& entry : *fields_) {
        if (!taken_.contains(entry.key)) return wrong(entry.key, "this key is not known");
    }
    return {};
}

}  // namespace wenlan::store::demo
