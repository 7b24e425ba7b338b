// SPDX-License-Identifier: GPL-3.0-or-later
#include "hub/desk/desk.h"

#include <algorithm>
#include <array>

#include "hub/api/published.h"
#include "store/hub/accounts.h"
#include "store/hub/desk_marks.h"
#include "sync/crypto/hash.h"
#include "sync/crypto/hex.h"

namespace wenlan::hub::desk {

Desk::Desk(Parts parts)
    : parts_(std::move(parts)),
      connections_(parts_.disk, store::hub_database_path(parts_.folder.root)),
      sessions_(parts_.clock, parts_.random, connections_),
      alert_watch_(parts_.clock, parts_.alerts) {}

base::Result<std::optional<std::string>> Desk::set_up_token() {
    auto database = TRY(this->database());
    if (TRY(store::Accounts(*database).any())) return std::optional<std::string>{};
    const std::lock_guard guard(token_lock_);
    if (set_up_token_.empty()) {
        std::array<std::uint8_t, 16> bytes{};
        parts_.random.fill(bytes);
        set_up_token_ = sync::to_hex(bytes);
    }
    return std::optional(set_up_token_);
}

bool Desk::is_set_up_token(std::string_view token) {
    const std::lock_guard guard(token_lock_);
    return !set_up_token_.empty() && sync::equal_in_constant_time(token, set_up_token_);
}

base::Result<void> Desk::note_notices() {
    const auto manifest = published_manifest(parts_.disk, SiteFolder(parts_.folder));
    if (!manifest) return {};
    auto database = TRY(this->database());
    store::DeskMarks marks(*database);
    const auto waiting = TRY(marks.publish_asked());
    for (const store::UrgentNotice& notice : TRY(marks.notices())) {
        const bool waits =
            std::find(waiting.begin(), waiting.end(), notice.listing) != waiting.end();
        if (notice.version || waits) continue;
        TRY(marks.note_notice(notice.listing, manifest->edition.epoch, manifest->edition.version));
    }
    return {};
}

base::Result<void> Desk::tick() {
    TRY(sessions_.tick());
    TRY(note_notices());
    alert_watch_.look(alerts_of(TRY(parts_.fleet.kiosks()),
                                published_manifest(parts_.disk, SiteFolder(parts_.folder)),
                                parts_.clock.now()));
    return {};
}

}  // namespace wenlan::hub::desk
