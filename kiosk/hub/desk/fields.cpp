// SPDX-License-Identifier: GPL-3.0-or-later
#include "hub/desk/fields.h"

#include <nlohmann/json.hpp>

#include "base/utf8.h"
#include "hub/import/clean_text.h"
#include "store/hub/listing_json.h"
#include "store/rows.h"

namespace wenlan::hub::desk {

namespace {

constexpr std::size_t walls_max = 1500;

}  // namespace

base::Result<Json> object_in(const Asked& asked) {
    const base::Error not_json{"desk.not-json", "What was sent is not a JSON object."};
    if (!net::header(asked.http.headers, "content-type").starts_with("application/json")) {
        return not_json;
    }
    Json json = Json::parse(asked.http.body, nullptr, false);
    if (!json.is_object()) return not_json;
    return json;
}

std::string dumped(const Json& json) {
    return json.dump(-1, ' ', false, Json::error_handler_t::replace);
}

Json json_of(const base::LocalText& text) { return {{"zh", text.zh}, {"en", text.en}}; }

Json json_of(const std::optional<base::Instant>& instant) {
    return instant ? Json(base::to_iso8601(*instant)) : Json();
}

std::string clean(std::string_view text, Lines lines) {
    if (lines == Lines::one) return clean_line(text);
    std::string out;
    while (true) {
        const std::size_t end = text.find('\n');
        const std::string line = clean_line(text.substr(0, end));
        if (!line.empty()) out += (out.empty() ? "" : "\n") + line;
        if (end == std::string_view::npos) return out;
        text.remove_prefix(end + 1);
    }
}

const Json* Fields::member(std::string_view name) const {
    const auto found = object_.find(name);
    return found == object_.end() ? nullptr : &*found;
}

bool Fields::is_null(std::string_view name) const {
    const Json* const json = member(name);
    return json != nullptr && json->is_null();
}

std::string Fields::at(std::string_view name) const {
    return path_.empty() ? std::string(name) : path_ + "." + std::string(name);
}

void Fields::fault(std::string_view name, std::string code, base::LocalText message,
                   int most) const {
    faults_.push_back({at(name), std::move(code), std::move(message), most});
}

void Fields::wrong(std::string_view name) const {
    fault(name, "field.wrong", {"这一项填得不对。", "This is not what belongs here."});
}

std::optional<Fields> Fields::inner(std::string_view name) const {
    const Json* const json = member(name);
    if (json == nullptr || json->is_null()) return std::nullopt;
    if (!json->is_object()) {
        wrong(name);
        return std::nullopt;
    }
    return Fields(*json, at(name), faults_);
}

std::vector<Fields> Fields::list(std::string_view name, std::size_t most) const {
    const Json* const json = member(name);
    std::vector<Fields> out;
    if (json == nullptr) return out;
    if (!json->is_array()) {
        wrong(name);
        return out;
    }
    if (json->size() > most) {
        fault(name, "field.too-many",
              {"最多 " + std::to_string(most) + " 项。",
               "There are more than " + std::to_string(most) + "."},
              static_cast<int>(most));
        return out;
    }
    for (std::size_t i = 0; i < json->size(); ++i) {
        const std::string field = std::string(name) + "." + std::to_string(i);
        if ((*json)[i].is_object()) {
            out.emplace_back((*json)[i], at(field), faults_);
        } else {
            wrong(field);
        }
    }
    return out;
}

void Fields::one_text(const std::string& field, const Json& json, std::string& value, int most,
                      Lines lines) const {
    if (!json.is_string()) {
        wrong(field);
        return;
    }
    std::string text = clean(json.get_ref<const std::string&>(), lines);
    if (damaged(text)) {
        fault(field, "text.damaged",
              {"有认不出的字符。", "The text has bytes that are no characters."});
        return;
    }
    if (base::utf8::length(text) > static_cast<std::size_t>(most)) {
        fault(field, "text.too-long",
              {"最多 " + std::to_string(most) + " 个字。",
               "The text is longer than " + std::to_string(most) + " characters."},
              most);
        return;
    }
    value = std::move(text);
}

void Fields::text(std::string_view name, std::string& value, int most, Lines lines) const {
    const Json* const json = member(name);
    if (json != nullptr) one_text(std::string(name), *json, value, most, lines);
}

void Fields::text(std::string_view name, base::LocalText& value, int most, Lines lines) const {
    const Json* const json = member(name);
    if (json == nullptr) return;
    if (!json->is_object()) {
        wrong(name);
        return;
    }
    const std::string field(name);
    if (const auto zh = json->find("zh"); zh != json->end()) {
        one_text(field + ".zh", *zh, value.zh, most, lines);
    }
    if (const auto en = json->find("en"); en != json->end()) {
        one_text(field + ".en", *en, value.en, most, lines);
    }
}

void Fields::number(std::string_view name, int& value, int least, int most) const {
    const Json* const json = member(name);
    if (json == nullptr) return;
    const bool whole = json->is_number_integer();
    const auto number = whole ? json->get<std::int64_t>() : 0;
    const bool too_large = json->is_number_unsigned() && json->get<std::uint64_t>() > INT64_MAX;
    if (!whole || too_large || number < least || number > most) {
        fault(name, "field.bad-number",
              {"请填 " + std::to_string(least) + " 到 " + std::to_string(most) + " 的整数。",
               "This is a whole number from " + std::to_string(least) + " to " +
                   std::to_string(most) + "."},
              most);
        return;
    }
    value = static_cast<int>(number);
}

void Fields::number(std::string_view name, std::optional<int>& value, int least, int most) const {
    if (!has(name)) return;
    if (is_null(name)) {
        value.reset();
        return;
    }
    int number = value.value_or(least);
    this->number(name, number, least, most);
    value = number;
}

void Fields::id(std::string_view name, std::int64_t& value) const {
    const Json* const json = member(name);
    if (json == nullptr) return;
    if (!json->is_number_integer()) return wrong(name);
    value = json->get<std::int64_t>();
}

void Fields::share(std::string_view name, float& value) const {
    const Json* const json = member(name);
    if (json == nullptr) return;
    const double number = json->is_number() ? json->get<double>() : -1;
    if (!(number >= 0 && number <= 1)) return wrong(name);
    value = static_cast<float>(number);
}

void Fields::degrees(std::string_view name, double& value, double most) const {
    const Json* const json = member(name);
    if (json == nullptr) return;
    const double number = json->is_number() ? json->get<double>() : most + 1;
    if (!(number >= -most && number <= most)) return wrong(name);
    value = number;
}

void Fields::flag(std::string_view name, bool& value) const {
    const Json* const json = member(name);
    if (json == nullptr) return;
    if (!json->is_boolean()) return wrong(name);
    value = json->get<bool>();
}

std::optional<std::string> Fields::string(std::string_view name) const {
    const Json* const json = member(name);
    if (json == nullptr) return std::nullopt;
    if (!json->is_string()) {
        wrong(name);
        return std::nullopt;
    }
    return json->get<std::string>();
}

void Fields::instant(std::string_view name, base::Instant& value) const {
    const auto text = string(name);
    if (!text) return;
    const auto instant = base::parse_iso8601(*text, base::Zone::shanghai());
    if (!instant) return wrong(name);
    value = instant.value();
}

void Fields::instant(std::string_view name, std::optional<base::Instant>& value) const {
    if (!has(name)) return;
    if (is_null(name)) {
        value.reset();
        return;
    }
    base::Instant read = value.value_or(base::Instant{});
    instant(name, read);
    value = read;
}

void Fields::day(std::string_view name, base::CivilDate& value) const {
    const auto text = string(name);
    if (!text) return;
    const auto date = store::parse_date(*text);
    if (!date || !date->valid()) return wrong(name);
    value = *date;
}

void Fields::day(std::string_view name, std::optional<base::CivilDate>& value) const {
    if (!has(name)) return;
    if (is_null(name)) {
        value.reset();
        return;
    }
    base::CivilDate read = value.value_or(base::CivilDate{});
    day(name, read);
    value = read;
}

void Fields::wall(std::string_view name, base::CivilTime& value) const {
    const auto text = string(name);
    if (!text) return;
    const auto wall = store::parse_wall(*text);
    if (!wall || !wall->date.valid()) return wrong(name);
    value = *wall;
}

void Fields::wall(std::string_view name, std::optional<base::CivilTime>& value) const {
    if (!has(name)) return;
    if (is_null(name)) {
        value.reset();
        return;
    }
    base::CivilTime read = value.value_or(base::CivilTime{});
    wall(name, read);
    value = read;
}

void Fields::walls(std::string_view name, std::vector<base::CivilTime>& value) const {
    const Json* const json = member(name);
    if (json == nullptr) return;
    if (!json->is_array() || json->size() > walls_max) return wrong(name);
    std::vector<base::CivilTime> read;
    for (const Json& one : *json) {
        const auto wall =
            one.is_string() ? store::parse_wall(one.get<std::string>()) : std::nullopt;
        if (!wall || !wall->date.valid()) return wrong(name);
        read.push_back(*wall);
    }
    value = std::move(read);
}

}  // namespace wenlan::hub::desk
