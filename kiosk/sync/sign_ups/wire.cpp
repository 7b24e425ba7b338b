// SPDX-License-Identifier: GPL-3.0-or-later
#include "sync/sign_ups/wire.h"

#include "base/utf8.h"

namespace wenlan::sync {

namespace {

constexpr std::int64_t instant_ms_max = 253'402'300'799'999;  // the end of the year 9999
constexpr std::size_t integer_bytes = 8;

}  // namespace

void WireWriter::head(std::string_view words) {
    text_ += words;
    text_ += '\n';
}

void WireWriter::put(std::int64_t value) {
    const auto bits = static_cast<std::uint64_t>(value);
    for (int shift = 56; shift >= 0; shift -= 8) text_ += static_cast<char>(bits >> shift & 0xFF);
}

void WireWriter::bytes(const std::string& value) {
    put(static_cast<std::int64_t>(value.size()));
    text_ += value;
}

void WireReader::fail(std::string_view what) {
    if (!failed_) fault_ = what;
    failed_ = true;
    rest_ = {};
}

std::string_view WireReader::take(std::size_t count) {
    if (failed_ || rest_.size() < count) {
        fail("it ends too soon");
        return {};
    }
    const std::string_view taken = rest_.substr(0, count);
    rest_.remove_prefix(count);
    return taken;
}

void WireReader::head(std::string_view words) {
    must(take(words.size() + 1) == std::string(words) + '\n', "another kind of message");
}

std::int64_t WireReader::take_integer(std::int64_t min, std::int64_t max) {
    const std::string_view taken = take(integer_bytes);
    std::uint64_t bits = 0;
    for (const char c : taken) bits = bits << 8 | static_cast<unsigned char>(c);
    const auto value = static_cast<std::int64_t>(bits);
    if (value < min || value > max) {
        fail("a number out of its range");
        return min;
    }
    return value;
}

void WireReader::flag(bool& value) {
    const std::string_view taken = take(1);
    value = taken == "\1";
    must(value || taken == std::string_view("\0", 1), "neither yes nor no");
}

void WireReader::instant(base::Instant& value) {
    value = base::Instant{base::Duration{take_integer(0, instant_ms_max)}};
}

void WireReader::text(std::string& value, std::size_t bytes_max) {
    bytes(value, bytes_max);
    must(base::utf8::valid(value), "an ill-formed text");
}

void WireReader::bytes(std::string& value, std::size_t bytes_max) {
    const auto count = take_integer(0, static_cast<std::int64_t>(bytes_max));
    value = take(static_cast<std::size_t>(count));
}

}  // namespace wenlan::sync
