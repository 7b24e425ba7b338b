// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "base/ports.h"
#include "base/result.h"
#include "sync/crypto/slow_hash.h"

namespace wenlan::station {

// The six digits that open the staff's panel, as a screen keeps them: an Argon2id hash with its
// salt. Whoever owns the disk can try all the million codes in a day or so; the panel shows nothing
// of residents.
class StaffCode {
public:
    static constexpr std::size_t length = 6;

    // "staff.bad-code": not six digits, or six that everybody tries first.
    static base::Result<StaffCode> of_digits(std::string_view digits, base::Random& random);
    // As text() wrote it; none: that is no code.
    static std::optional<StaffCode> of_text(std::string_view text);

    // "argon2id:<salt>:<hash>", for the screen's settings.
    std::string text() const;
    // Takes about a tenth of a second and 64 MiB.
    base::Result<bool> opens(std::string_view digits) const;

private:
    sync::Salt salt_{};
    sync::Hash hash_;
};

}  // namespace wenlan::station
