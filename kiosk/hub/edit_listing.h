// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "base/result.h"
#include "domain/ids.h"
#include "store/hub/hub_programme.h"

namespace wenlan::hub {

// A text of a listing and what it is to be: "title.zh=书法班".
struct ListingEdit {
    std::string field;  // title, short_title, full_title, subtitle, body, organiser, audience, ...
    base::Language language = base::Language::zh;
    std::string text;
};

// "edit.bad-field" for what is no such text.
base::Result<ListingEdit> parse_listing_edit(std::string_view words);

// All of them or none. Codes: programme.no-listing; what the programme's rules say.
base::Result<void> edit_listing(store::HubProgramme& programme, const store::By& by,
                                domain::ListingId listing, const std::vector<ListingEdit>& edits);

}  // namespace wenlan::hub
