// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <filesystem>
#include <map>
#include <string>
#include <string_view>

#include "base/ports.h"
#include "base/result.h"
#include "sync/crypto/sealed_box.h"
#include "sync/sign_ups/field_cipher.h"
#include "sync/sign_ups/sealed_form.h"

namespace wenlan::hub {

// The keys of the sign-ups, in one file that lies apart from the database and that only the hub may
// read. Who has the database alone, or an old copy of it, reads no name.
//   seal <number> <seed>        what screens seal to; older ones still open what is on its way
//   personal <yyyymm> <key>     for what is deleted in that month, and deleted with it
//   find <key>                  for the hashes by which rows are found
class SignUpKeys {
public:
    // Made where there are none. "keys.broken".
    static base::Result<SignUpKeys> open(base::Disk& disk, const std::filesystem::path& file,
                                         base::Random& random);

    // What the file says now: another process may have changed it. Done before each change here.
    base::Result<void> refresh(base::Disk& disk);

    sync::NumberedSealKey seal_key() const;
    // None: a number that was never given, or has been put away.
    const sync::OpeningKey* opening(int number) const;
    const sync::OpeningKey& newest() const { return seal_.rbegin()->second; }

    // A new sealing key. The older ones stay until forget_seal_keys().
    base::Result<void> rotate(base::Disk& disk, base::Random& random);
    // All but the newest: for when nothing sealed to them can be on its way any more.
    base::Result<void> forget_seal_keys(base::Disk& disk);

    // The number of the key for what goes at that time; it is on the disk when this returns.
    base::Result<int> personal_key_for(base::Instant delete_at, base::Disk& disk,
                                       base::Random& random);
    const sync::FieldKey* personal(int number) const;
    base::Result<void> drop_personal(int number, base::Disk& disk);
    std::vector<int> personal_numbers() const;

    const sync::FieldKey& find_key() const { return find_; }

private:
    explicit SignUpKeys(std::filesystem::path file) : file_(std::move(file)) {}
    bool read(std::string_view text);
    base::Result<void> save(base::Disk& disk) const;

    std::filesystem::path file_;
    std::map<int, sync::OpeningKey> seal_;
    std::map<int, sync::FieldKey> personal_;
    sync::FieldKey find_;
};

}  // namespace wenlan::hub
