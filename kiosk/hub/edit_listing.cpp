// SPDX-License-Identifier: GPL-3.0-or-later
#include "hub/edit_listing.h"

#include <algorithm>
#include <array>
#include <utility>

#include "base/utf8.h"

namespace wenlan::hub {

namespace {

using Text = base::LocalText domain::Listing::*;

constexpr std::array<std::pair<std::string_view, Text>, 11> texts{{
    {"title", &domain::Listing::title},
    {"short_title", &domain::Listing::short_title},
    {"full_title", &domain::Listing::full_title},
    {"subtitle", &domain::Listing::subtitle},
    {"body", &domain::Listing::body},
    {"organiser", &domain::Listing::organiser},
    {"audience", &domain::Listing::audience},
    {"seating", &domain::Listing::seating},
    {"feature_badge", &domain::Listing::feature_badge},
    {"feature_line", &domain::Listing::feature_line},
    {"needs", &domain::Listing::needs},
}};

Text text_named(std::string_view name) {
    const auto found = std::find_if(texts.begin(), texts.end(),
                                    [name](const auto& text) { return text.first == name; });
    return found == texts.end() ? nullptr : found->second;
}

}  // namespace

base::Result<ListingEdit> parse_listing_edit(std::string_view words) {
    const std::size_t equals = words.find('=');
    const std::string_view target = words.substr(0, equals);
    const std::size_t dot = target.rfind('.');
    ListingEdit edit;
    edit.field = target.substr(0, dot);
    const std::string_view language =
        dot == std::string_view::npos ? std::string_view{} : target.substr(dot + 1);
    edit.language = language == "en" ? base::Language::en : base::Language::zh;
    const bool known = text_named(edit.field) != nullptr && (language == "zh" || language == "en");
    if (equals == std::string_view::npos || !known) {
        std::string names;
        for (const auto& [name, text] : texts) names += " " + std::string(name);
        return base::Error{
            "edit.bad-field",
            "Write what is to change as title.zh=... or title.en=...; the texts are:" + names,
            std::string(words)};
    }
    edit.text = words.substr(equals + 1);
    if (!base::utf8::valid(edit.text)) {
        return base::Error{"edit.bad-field", "The new text is not UTF-8.", edit.field};
    }
    return edit;
}

base::Result<void> edit_listing(store::HubProgramme& programme, const store::By& by,
                                domain::ListingId listing, const std::vector<ListingEdit>& edits) {
    store::HubListing entry = TRY(programme.listing(listing));
    for (const ListingEdit& edit : edits) {
        const Text text = text_named(edit.field);
        base::ensure(text != nullptr, "an edit was parsed");
        base::LocalText& words = entry.listing.*text;
        (edit.language == base::Language::en ? words.en : words.zh) = edit.text;
    }
    TRY(programme.put_listing(by, entry));
    return {};
}

}  // namespace wenlan::hub
