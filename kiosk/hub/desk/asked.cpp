// SPDX-License-Identifier: GPL-3.0-or-later
#include "hub/desk/asked.h"

#include <algorithm>
#include <charconv>

namespace wenlan::hub::desk {

namespace {

template <typename Number>
bool read_number(std::string_view text, Number& number) {
    const auto [end, problem] = std::from_chars(text.data(), text.data() + text.size(), number);
    return problem == std::errc{} && end == text.data() + text.size();
}

}  // namespace

std::string_view Asked::parameter(std::string_view name) const {
    const auto found = parameters.find(name);
    base::ensure(found != parameters.end(), "a handler asks for the parameters of its route");
    return found->second;
}

std::int64_t Asked::id(std::string_view name) const {
    std::int64_t number = 0;
    return read_number(parameter(name), number) && number > 0 ? number : 0;
}

std::string_view Asked::query(std::string_view name) const {
    const auto found = http.query.find(name);
    return found == http.query.end() ? std::string_view{} : std::string_view{found->second};
}

int Asked::query_number(std::string_view name, int otherwise, int least, int most) const {
    int number = otherwise;
    if (!read_number(query(name), number)) number = otherwise;
    return std::clamp(number, least, most);
}

}  // namespace wenlan::hub::desk
