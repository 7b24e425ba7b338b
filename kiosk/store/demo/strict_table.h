// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "base/local_text.h"
#include "base/result.h"
#include "store/demo/document.h"
#include "store/names.h"

namespace wenlan::store::demo {

// Reads a table key by key and knows which keys nobody asked for: done() reports them. Must not
// outlive the fields.
class StrictTable {
public:
    // `what` names the table in errors: `listing "opera-tour"`.
    StrictTable(const Fields& fields, std::string file, int line, std::string what)
        : fields_(&fields), file_(std::move(file)), line_(line), what_(std::move(what)) {}

    void call(std::string what) { what_ = std::move(what); }

    bool has(std::string_view key) const;
    base::Result<std::string> text(std::string_view key);
    base::Result<std::string> text_or(std::string_view key, std::string otherwise);
    // Both languages, neither empty. A text absent where it may be is empty.
    base::Result<base::LocalText> local_text(std::string_view key);
    base::Result<base::LocalText> local_text_if_any(std::string_view key);
    // Whole and from `min` to `max`.
    base::Result<int> number(std::string_view key, int min, int max);
    base::Result<std::optional<int>> number_if_any(std::string_view key, int min, int max);
    base::Result<std::vector<std::string>> texts(std::string_view key);
    base::Result<std::optional<std::vector<double>>> reals_if_any(std::string_view key);
    base::Result<double> real(std::string_view key, double min, double max);
    base::Result<bool> flag_or(std::string_view key, bool otherwise);
    // A list of texts in both languages; absent: none.
    base::Result<std::vector<base::LocalText>> local_texts_if_any(std::string_view key);
    base::Result<std::optional<StrictTable>> table_if_any(std::string_view key);
    // An array of tables; absent: none.
    base::Result<std::vector<StrictTable>> tables(std::string_view key);

    template <typename Enum>
    base::Result<Enum> word(std::string_view key) {
        const std::string text_found = TRY(text(key));
        const std::optional<Enum> value = named<Enum>(text_found);
        if (!value) return wrong(key, "\"" + text_found + "\" is not one of " + words<Enum>());
        return *value;
    }
    template <typename Enum>
    base::Result<Enum> word_or(std::string_view key, Enum otherwise) {
        if (!has(key)) return otherwise;
        return word<Enum>(key);
    }

    base::Result<void> done() const;

    // An error about a key of this table.
    base::Error wrong(std::string_view key, const std::string& why) const;
    const std::string& file() const { return file_; }

private:
    template <typename Enum>
    static std::string words() {
        std::string all;
        for (const auto& [value, name] : Names<Enum>::table) {
            if (!all.empty()) all += ", ";
            all += name;
        }
        return all;
    }
    const Value* find(std::string_view key) const;
    base::Result<const Value*> take(std::string_view key);
    base::Result<base::LocalText> both_languages(std::string_view key, const Value& value) const;

    const Fields* fields_;
    std::string file_;
    int line_;
    std::string what_;
    std::set<std::string, std::less<>> taken_;
};

}  // namespace wenlan::store::demo
