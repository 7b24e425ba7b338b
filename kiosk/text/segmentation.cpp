// SPDX-License-Identifier: GPL-3.0-or-later
#include "text/segmentation.h"

#include <algorithm>
#include <unicode/brkiter.h>
#include <unicode/utext.h>

namespace wenlan::text {
namespace {

base::Error failed(const char* what, UErrorCode status) {
    return {"text.no-rules", "The rules for parting text are missing.",
            std::string(what) + ": " + u_errorName(status)};
}

class IcuSegmentation final : public Segmentation {
public:
    IcuSegmentation(std::unique_ptr<icu::BreakIterator> graphemes,
                    std::unique_ptr<icu::BreakIterator> lines)
        : graphemes_(std::move(graphemes)), lines_(std::move(lines)) {}

    void graphemes(const CleanText& text, std::vector<std::uint32_t>& begins) override {
        begins.clear();
        begins.reserve(text.characters.size());
        each_boundary(*graphemes_, text,
                      [&](std::uint32_t character) { begins.push_back(character); });
    }

    void line_breaks(const CleanText& text, std::vector<std::uint8_t>& allowed) override {
        allowed.assign(text.characters.size(), 0);
        each_boundary(*lines_, text, [&](std::uint32_t character) {
            if (character > 0) allowed[character] = 1;
        });
    }

private:
    // Calls `found` with every character (but the end) before which there is a boundary.
    template <typename Found>
    static void each_boundary(icu::BreakIterator& rules, const CleanText& text, Found found) {
        if (text.characters.empty()) return;
        UErrorCode status = U_ZERO_ERROR;
        UText opened = UTEXT_INITIALIZER;
        utext_openUChars(&opened, text.utf16.data(), static_cast<std::int64_t>(text.utf16.size()),
                         &status);
        rules.setText(&opened, status);
        base::ensure(U_SUCCESS(status) != 0, "a text in memory can be read");
        std::uint32_t character = 0;
        const auto end = static_cast<std::int32_t>(text.utf16.size());
        for (std::int32_t unit = rules.first(); unit != icu::BreakIterator::DONE && unit < end;
             unit = rules.next()) {
            while (text.units[character] < static_cast<std::uint32_t>(unit)) ++character;
            if (text.units[character] == static_cast<std::uint32_t>(unit)) found(character);
        }
        utext_close(&opened);
    }

    std::unique_ptr<icu::BreakIterator> graphemes_;
    std::unique_ptr<icu::BreakIterator> lines_;
};

}  // namespace

base::Result<std::unique_ptr<Segmentation>> Segmentation::create() {
    UErrorCode status = U_ZERO_ERROR;
    const icu::Locale chinese("zh");
    std::unique_ptr<icu::BreakIterator> graphemes(
        icu::BreakIterator::createCharacterInstance(chinese, status));
    if (U_FAILURE(status)) return failed("characters", status);
    std::unique_ptr<icu::BreakIterator> lines(
        icu::BreakIterator::createLineInstance(chinese, status));
    if (U_FAILURE(status)) return failed("lines", status);
    std::unique_ptr<Segmentation> made =
        std::make_unique<IcuSegmentation>(std::move(graphemes), std::move(lines));
    return made;
}

}  // namespace wenlan::text
