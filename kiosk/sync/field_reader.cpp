// SPDX-License-Identifier: GPL-3.0-or-later
#include "sync/field_reader.h"

#include "sync/crypto/hex.h"

namespace wenlan::sync {

namespace {

constexpr std::int64_t instant_ms_max = 253'402'300'799'999;  // the end of the year 9999

}  // namespace

void FieldReader::fail(std::string_view what) {
    if (fault_.empty()) fault_ = what;
    rest_ = {};
    line_ = {};
}

void FieldReader::must(bool holds, std::string_view what) {
    if (!holds) fail(what);
}

void FieldReader::end_line() {
    if (!line_.empty()) fail(std::string(name_) + ": a value too many");
}

void FieldReader::head(std::string_view line) {
    const bool is = rest_.starts_with(line) && rest_.substr(line.size()).starts_with('\n');
    if (!is) return fail(line);
    rest_.remove_prefix(line.size() + 1);
}

bool FieldReader::next_is(std::string_view name) const {
    return rest_.starts_with(name) && rest_.substr(name.size()).starts_with(' ');
}

void FieldReader::line(std::string_view name) {
    end_line();
    const std::size_t end = rest_.find('\n');
    if (failed() || !next_is(name) || end == std::string_view::npos) return fail(name);
    name_ = name;
    line_ = rest_.substr(name.size(), end - name.size());
    rest_.remove_prefix(end + 1);
}

std::string_view FieldReader::value() {
    if (!line_.starts_with(' ')) {
        fail(std::string(name_) + ": a value too few");
        return {};
    }
    line_.remove_prefix(1);
    const std::string_view word = line_.substr(0, line_.find(' '));
    line_.remove_prefix(word.size());
    return word;
}

std::int64_t FieldReader::number(std::int64_t min, std::int64_t max) {
    constexpr std::size_t digits_max = 18;
    const std::string_view word = value();
    std::int64_t number = 0;
    bool good = !word.empty() && word.size() <= digits_max && (word == "0" || word[0] != '0');
    for (const char c : word.substr(0, digits_max)) {
        good = good && c >= '0' && c <= '9';
        if (!good) break;
        number = number * 10 + (c - '0');
    }
    if (!good || number < min || number > max) {
        fail(name_);
        return min;
    }
    return number;
}

base::Instant FieldReader::instant() {
    return base::Instant{base::Duration{number(0, instant_ms_max)}};
}

Hash FieldReader::hash() {
    Hash hash;
    if (!from_hex(value(), hash.bytes)) fail(name_);
    return hash;
}

PublicKey FieldReader::key() {
    PublicKey key;
    if (!from_hex(value(), key.bytes)) fail(name_);
    return key;
}

CentreId FieldReader::centre() {
    CentreId centre;
    if (!from_hex(value(), centre.bytes)) fail(name_);
    return centre;
}

std::string FieldReader::bytes(std::size_t bytes_max) {
    const std::string_view word = value();
    if (word == "-") return {};
    std::string bytes(word.size() / 2, '\0');
    const std::span room(reinterpret_cast<std::uint8_t*>(bytes.data()), bytes.size());
    if (bytes.empty() || bytes.size() > bytes_max || !from_hex(word, room)) {
        fail(name_);
        return {};
    }
    return bytes;
}

bool FieldReader::whole() {
    end_line();
    if (!rest_.empty()) fail("something after the end");
    return !failed();
}

void FieldWriter::head(std::string_view line) {
    text_ += line;
    text_ += '\n';
}

FieldWriter& FieldWriter::line(std::string_view name) {
    if (!text_.empty() && text_.back() != '\n') text_ += '\n';
    text_ += name;
    return *this;
}

FieldWriter& FieldWriter::word(std::string_view word) {
    text_ += ' ';
    text_ += word;
    return *this;
}

FieldWriter& FieldWriter::value(std::int64_t number) { return word(std::to_string(number)); }

FieldWriter& FieldWriter::value(base::Instant instant) {
    return word(std::to_string(instant.time_since_epoch().count()));
}

FieldWriter& FieldWriter::bytes(std::string_view bytes) {
    if (bytes.empty()) return word("-");
    return word(to_hex({reinterpret_cast<const std::uint8_t*>(bytes.data()), bytes.size()}));
}

std::string FieldWriter::take() {
    if (!text_.empty() && text_.back() != '\n') text_ += '\n';
    return std::move(text_);
}

}  // namespace wenlan::sync
