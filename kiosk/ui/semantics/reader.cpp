// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/semantics/reader.h"

#include <algorithm>

#include "text/wipe.h"

namespace wenlan::ui {

namespace {

constexpr std::size_t lines_max = 14;

bool seen(const Element& element) {
    return element.visible.width > 0 && element.visible.height > 0 && !element.label.empty();
}

}  // namespace

void Reader::toggle(std::string_view said) {
    on_ = !on_;
    page_.clear();
    to_say_.clear();
    to_say_.emplace_back(said);
}

void Reader::end(model::Speech* speech) {
    on_ = false;
    for (std::string& words : to_say_) text::wipe(words);
    to_say_.clear();
    text::wipe(page_);
    page_.clear();
    if (speech != nullptr) speech->stop();
}

void Reader::touched(const Semantics& screen, float x, float y, model::Speech* speech) {
    if (!on_) return;
    to_say_.clear();
    if (speech != nullptr) speech->stop();
    const auto under =
        std::find_if(screen.elements.rbegin(), screen.elements.rend(), [&](const Element& element) {
            return pressable(element.role) && element.visible.contains(x, y);
        });
    if (under != screen.elements.rend()) to_say_.push_back(under->label);
}

void Reader::see(const Semantics& screen, float band) {
    if (!on_) return;
    std::string words;
    std::string first;
    std::size_t lines = 0;
    for (const Element& element : screen.elements) {
        const bool page = element.part == Part::page || element.part == Part::sheet;
        const bool read = element.role == Role::text && page && seen(element);
        if (!read || element.rect.y < band || lines == lines_max) continue;
        if (first.empty()) first = element.label;
        words += element.label;
        words += "。\n";
        ++lines;
    }
    const std::string page = screen.screen + "\n" + first;
    if (words.empty() || page == page_) return;
    page_ = page;
    to_say_.push_back(std::move(words));
}

bool Reader::speak(model::Speech* speech, base::Language language) {
    if (speech == nullptr) return false;
    if (speech->speaking()) return true;
    if (to_say_.empty()) return false;
    speech->say(to_say_.front(), language);
    text::wipe(to_say_.front());
    to_say_.pop_front();
    return true;
}

}  // namespace wenlan::ui
