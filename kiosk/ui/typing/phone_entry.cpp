// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/typing/phone_entry.h"

#include <algorithm>
#include <vector>

#include "domain/answers.h"

namespace wenlan::ui {
namespace {

constexpr std::size_t mobile_digits = 11, landline_digits_max = 12;

bool is_mobile(std::string_view digits) { return digits.starts_with('1'); }
bool is_landline(std::string_view digits) { return digits.starts_with('0'); }

// 010, 020 to 029: three digits; all others four.
std::size_t area_digits(std::string_view digits) {
    return digits.starts_with("010") || digits.starts_with("02") ? 3 : 4;
}

std::size_t digits_max(std::string_view digits) {
    if (is_landline(digits)) return std::min(landline_digits_max, area_digits(digits) + 8);
    return mobile_digits;
}

std::vector<std::size_t> groups(std::string_view digits) {
    if (is_landline(digits)) return {area_digits(digits), 4, 4};
    return {3, 4, 4};
}

}  // namespace

bool PhoneEntry::press(char digit) {
    if (digit < '0' || digit > '9' || digits().size() >= digits_max(digits())) return false;
    return digits_.append({&digit, 1});
}

std::string PhoneEntry::grouped() const {
    std::string shown;
    std::string_view rest = digits();
    for (const std::size_t size : groups(rest)) {
        if (rest.empty()) break;
        if (!shown.empty()) shown += "  ";
        const std::size_t part = std::min(size, rest.size());
        shown += rest.substr(0, part);
        rest.remove_prefix(part);
    }
    return shown;
}

PhoneEntry::State PhoneEntry::state() const {
    if (digits().empty()) return State::empty;
    const bool whole = is_mobile(digits()) ? domain::phone_digits(digits()).has_value()
                                           : is_landline(digits()) && missing() == 0;
    if (whole) return State::complete;
    const bool second_is_wrong = is_mobile(digits()) && digits().size() >= 2 && digits()[1] < '3';
    if (second_is_wrong || (!is_mobile(digits()) && !is_landline(digits())))
        return State::wrong_start;
    return State::incomplete;
}

int PhoneEntry::missing() const {
    const std::size_t least = is_landline(digits()) ? area_digits(digits()) + 7 : mobile_digits;
    return digits().size() >= least ? 0 : static_cast<int>(least - digits().size());
}

std::string PhoneEntry::dots() const {
    std::string dots;
    if (is_landline(digits())) return dots;
    for (int i = missing(); i > 0; --i) dots += "·";
    return dots;
}

}  // namespace wenlan::ui
