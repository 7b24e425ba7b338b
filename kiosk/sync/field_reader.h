// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

#include "base/time.h"
#include "sync/centre_id.h"
#include "sync/crypto/hash.h"
#include "sync/crypto/signing.h"

namespace wenlan::sync {

// Reads texts of lines "name value value". Nothing may be missing, left over or written in a second
// way. The first fault is kept and makes all that follows empty; ask `whole()` at the end.
class FieldReader {
public:
    explicit FieldReader(std::string_view text) : rest_(text) {}

    // The whole next line is this.
    void head(std::string_view line);
    // The next line, which is of this name.
    void line(std::string_view name);
    // Whether the next line is of this name.
    bool next_is(std::string_view name) const;

    // The next value of the line.
    std::int64_t number(std::int64_t min, std::int64_t max);
    base::Instant instant();
    Hash hash();
    PublicKey key();
    CentreId centre();
    // Any bytes, as hexadecimal digits; "-" for none.
    std::string bytes(std::size_t bytes_max);

    // For what the values mean together.
    void must(bool holds, std::string_view what);

    bool failed() const { return !fault_.empty(); }
    // Everything was read and nothing was wrong.
    bool whole();
    const std::string& fault() const { return fault_; }

private:
    std::string_view value();
    void end_line();
    void fail(std::string_view what);

    std::string_view rest_;
    std::string_view line_;
    std::string_view name_;
    std::string fault_;
};

// Puts such texts together.
class FieldWriter {
public:
    void head(std::string_view line);
    FieldWriter& line(std::string_view name);
    FieldWriter& value(std::int64_t number);
    FieldWriter& value(base::Instant instant);
    FieldWriter& value(const Hash& hash) { return word(hash.hex()); }
    FieldWriter& value(const PublicKey& key) { return word(key.hex()); }
    FieldWriter& value(const CentreId& centre) { return word(centre.hex()); }
    FieldWriter& bytes(std::string_view bytes);
    std::string take();

private:
    FieldWriter& word(std::string_view word);
    std::string text_;
};

}  // namespace wenlan::sync
