// SPDX-License-Identifier: GPL-3.0-or-later
#include "hub/sign_ups/sign_up_keys.h"

#include <sstream>
#include <vector>

#include "base/time.h"
#include "sync/crypto/hex.h"

namespace wenlan::hub {

namespace {

constexpr std::size_t file_bytes_max = 1 << 20;

int month_of(base::Instant instant) {
    const auto date = base::CivilDate::of(std::chrono::floor<std::chrono::days>(instant));
    return date.year * 100 + date.month;
}

}  // namespace

bool SignUpKeys::read(std::string_view text) {
    std::istringstream lines{std::string(text)};
    bool finds = false;
    for (std::string kind; lines >> kind;) {
        int number = 0;
        std::string key;
        if (kind == "find") {
            lines >> key;
            finds = sync::from_hex(key, find_.bytes());
            if (!finds) return false;
        } else if (kind == "seal" && lines >> number >> key) {
            auto opening = sync::OpeningKey::of_hex(key);
            if (!opening || number < 1) return false;
            seal_.emplace(number, std::move(*opening));
        } else if (kind == "personal" && lines >> number >> key) {
            sync::FieldKey field;
            if (number < 1 || !sync::from_hex(key, field.bytes())) return false;
            personal_.emplace(number, std::move(field));
        } else {
            return false;
        }
        sync::wipe(key.data(), key.size());
    }
    return finds && !seal_.empty();
}

base::Result<void> SignUpKeys::save(base::Disk& disk) const {
    std::string text = "find " + sync::to_hex(find_.bytes()) + "\n";
    for (const auto& [number, key] : seal_) {
        text += "seal " + std::to_string(number) + " " + key.hex() + "\n";
    }
    for (const auto& [number, key] : personal_) {
        text += "personal " + std::to_string(number) + " " + sync::to_hex(key.bytes()) + "\n";
    }
    auto saved = disk.replace_private(file_, text);
    sync::wipe(text.data(), text.size());
    return saved;
}

base::Result<SignUpKeys> SignUpKeys::open(base::Disk& disk, const std::filesystem::path& file,
                                          base::Random& random) {
    SignUpKeys keys(file);
    if (disk.exists(file)) {
        std::string text = TRY(disk.read(file, file_bytes_max));
        const bool good = keys.read(text);
        sync::wipe(text.data(), text.size());
        if (!good) {
            return base::Error{"keys.broken", "The keys of the sign-ups cannot be read.",
                               file.string()};
        }
        return keys;
    }
    TRY(disk.make_folder(file.parent_path()));
    random.fill(keys.find_.bytes());
    keys.seal_.emplace(1, sync::OpeningKey::make(random));
    TRY(keys.save(disk));
    return keys;
}

base::Result<void> SignUpKeys::refresh(base::Disk& disk) {
    SignUpKeys fresh(file_);
    std::string text = TRY(disk.read(file_, file_bytes_max));
    const bool good = fresh.read(text);
    sync::wipe(text.data(), text.size());
    if (!good) {
        return base::Error{"keys.broken", "The keys of the sign-ups cannot be read.",
                           file_.string()};
    }
    *this = std::move(fresh);
    return {};
}

sync::NumberedSealKey SignUpKeys::seal_key() const {
    return {seal_.rbegin()->first, seal_.rbegin()->second.seal_key()};
}

const sync::OpeningKey* SignUpKeys::opening(int number) const {
    const auto found = seal_.find(number);
    return found == seal_.end() ? nullptr : &found->second;
}

base::Result<void> SignUpKeys::rotate(base::Disk& disk, base::Random& random) {
    TRY(refresh(disk));
    const int next = seal_.rbegin()->first + 1;
    seal_.emplace(next, sync::OpeningKey::make(random));
    auto saved = save(disk);
    if (!saved) seal_.erase(next);
    return saved;
}

base::Result<void> SignUpKeys::forget_seal_keys(base::Disk& disk) {
    TRY(refresh(disk));
    seal_.erase(seal_.begin(), std::prev(seal_.end()));
    return save(disk);
}

base::Result<int> SignUpKeys::personal_key_for(base::Instant delete_at, base::Disk& disk,
                                               base::Random& random) {
    const int number = month_of(delete_at);
    if (personal_.contains(number)) return number;
    TRY(refresh(disk));
    if (personal_.contains(number)) return number;
    sync::FieldKey key;
    random.fill(key.bytes());
    personal_.emplace(number, std::move(key));
    if (auto saved = save(disk); !saved) {
        personal_.erase(number);
        return saved.error();
    }
    return number;
}

const sync::FieldKey* SignUpKeys::personal(int number) const {
    const auto found = personal_.find(number);
    return found == personal_.end() ? nullptr : &found->second;
}

base::Result<void> SignUpKeys::drop_personal(int number, base::Disk& disk) {
    TRY(refresh(disk));
    personal_.erase(number);
    return save(disk);
}

std::vector<int> SignUpKeys::personal_numbers() const {
    std::vector<int> numbers;
    for (const auto& [number, key] : personal_) numbers.push_back(number);
    return numbers;
}

}  // namespace wenlan::hub
