// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "base/time.h"
#include "store/hub/kiosk_registry.h"
#include "sync/edition.h"

namespace wenlan::hub {

// How a screen stands, by what it has confirmed itself and by nothing else.
enum class Standing {
    newest,  // it said within the last minutes that it shows what is published
    behind,  // it said that it shows something else
    silent,  // it has said nothing for long: what it shows is not known
    never,   // it was paired and not heard since
    revoked,
};
std::string_view name_of(Standing standing);

inline constexpr base::Duration silent_after = std::chrono::minutes{3};

// `published`: none, nothing is yet.
Standing standing_of(const store::KioskRow& kiosk, const std::optional<sync::Edition>& published,
                     base::Instant now);

// The fleet in lines for people: one a screen, then how many have confirmed what is published.
std::string fleet_in_words(const std::vector<store::KioskRow>& kiosks,
                           const std::optional<sync::Edition>& published, base::Instant now);

}  // namespace wenlan::hub
