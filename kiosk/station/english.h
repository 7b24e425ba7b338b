// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <unordered_map>

#include "base/local_text.h"
#include "domain/listing.h"
#include "domain/readings.h"

namespace wenlan::station {

// What stands where a name has no English: its pinyin and the Chinese, "Dǎ Jīn Zhī 打金枝". One
// thread.
class English {
public:
    // Null: there are no readings; such names stay Chinese.
    explicit English(const domain::Readings* readings) : readings_(readings) {}

    // While nobody reads English nothing is spelled: the readings are large and slow to open.
    void read(bool on) { read_ = on; }
    bool read() const { return read_; }

    base::LocalText named(const base::LocalText& name) const;
    domain::Tag named(domain::Tag tag) const;
    domain::Venue named(domain::Venue venue) const;
    // A page was made: the readings are not needed until another name comes.
    void rest() const;

private:
    const domain::Readings* readings_;
    bool read_ = true;
    mutable std::unordered_map<std::string, std::string> known_;
    mutable bool asked_ = false;  // since the last rest
};

}  // namespace wenlan::station
