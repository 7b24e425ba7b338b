// SPDX-License-Identifier: GPL-3.0-or-later
#include "sync/health.h"

#include <algorithm>
#include <array>

#include "base/utf8.h"
#include "sync/field_reader.h"
#include "sync/signed_text.h"

namespace wenlan::sync {

namespace {

constexpr std::string_view head = "wenlan-health 1";
constexpr std::string_view answer_head = "wenlan-health-answer 1";
constexpr SignedKind kind{Purpose::message, "health", health_bytes_max};
constexpr std::int64_t number_max = 999'999'999'999'999'999;
constexpr std::int64_t count_max = 1'000'000'000;
constexpr std::size_t word_bytes_max = 80;

base::Error malformed(std::string_view what) {
    return {"health.malformed", "A screen's report cannot be understood.", std::string(what)};
}

// A code is of small letters, digits, dots and dashes.
bool is_a_code(std::string_view word) {
    return std::all_of(word.begin(), word.end(), [](char c) {
        return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '.' || c == '-';
    });
}

bool is_plain(std::string_view word) {
    return std::all_of(word.begin(), word.end(), [](char c) { return c > 0x20 && c < 0x7F; });
}

base::Result<HealthReport> read_text(std::string_view text) {
    FieldReader reader(text);
    HealthReport report;
    reader.head(head);
    reader.line("kiosk");
    report.kiosk = static_cast<int>(reader.number(1, kiosk_number_max));
    report.serial = reader.number(1, number_max);
    reader.line("sent");
    report.sent = reader.instant();
    reader.line("shown");
    report.shown.epoch = reader.number(1, Edition::epoch_max);
    report.shown.version = reader.number(0, Edition::version_max);
    report.newest_whole = reader.number(0, 1) == 1;
    reader.line("outbox");
    report.outbox = reader.number(0, count_max);
    reader.line("disk");
    report.disk_free = reader.number(0, number_max);
    reader.line("running");
    report.running_s = reader.number(0, number_max);
    reader.line("error");
    report.failures = static_cast<int>(reader.number(0, count_max));
    report.error = reader.bytes(word_bytes_max);
    reader.must(is_a_code(report.error), "error");
    reader.line("software");
    report.software = reader.bytes(word_bytes_max);
    reader.must(is_plain(report.software), "software");
    if (!reader.whole()) return malformed(reader.fault());
    return report;
}

}  // namespace

std::string sign_health(const HealthReport& report, const SigningKey& kiosk) {
    FieldWriter writer;
    writer.head(head);
    writer.line("kiosk").value(std::int64_t{report.kiosk}).value(report.serial);
    writer.line("sent").value(report.sent);
    writer.line("shown").value(report.shown.epoch).value(report.shown.version);
    writer.value(std::int64_t{report.newest_whole ? 1 : 0});
    writer.line("outbox").value(std::min(report.outbox, count_max));
    writer.line("disk").value(std::min(report.disk_free, number_max));
    writer.line("running").value(std::min(report.running_s, number_max));
    writer.line("error").value(std::int64_t{report.failures});
    writer.bytes(report.error.substr(0, word_bytes_max));
    writer.line("software").bytes(report.software.substr(0, word_bytes_max));
    const SigningKey* const keys[] = {&kiosk};
    return sign_text(writer.take(), Purpose::message, keys);
}

base::Result<int> kiosk_of_health(std::string_view file) {
    const SignedText signed_text = TRY(split_signed(file, kind));
    return TRY(read_text(signed_text.text)).kiosk;
}

base::Result<HealthReport> read_health(std::string_view file, const PublicKey& kiosk) {
    const std::array keys{kiosk};
    return read_text(TRY(open_signed(file, kind, keys, 1)));
}

std::string write(const HealthAnswer& answer) {
    FieldWriter writer;
    writer.head(answer_head);
    writer.line("now").value(answer.now);
    writer.line("name").bytes(answer.name.substr(0, kiosk_name_bytes_max));
    return writer.take();
}

base::Result<HealthAnswer> read_health_answer(std::string_view text) {
    FieldReader reader(text.substr(0, health_bytes_max));
    HealthAnswer answer;
    reader.head(answer_head);
    reader.line("now");
    answer.now = reader.instant();
    reader.line("name");
    answer.name = reader.bytes(kiosk_name_bytes_max);
    reader.must(base::utf8::valid(answer.name), "name");
    if (!reader.whole()) return malformed(reader.fault());
    return answer;
}

}  // namespace wenlan::sync
