// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/tour.h"

#include <cmath>
#include <map>
#include <nlohmann/json.hpp>
#include <optional>
#include <set>

namespace wenlan::app {
namespace {

using Json = nlohmann::json;
using What = decltype(Step::what);

constexpr double coordinate_max = 32'768;
constexpr double step_ms_max = 86'400'000;  // a day

std::optional<float> coordinate(const Json& value) {
    if (!value.is_number()) return std::nullopt;
    const double number = value.get<double>();
    if (!(std::abs(number) <= coordinate_max)) return std::nullopt;
    return static_cast<float>(number);
}

std::optional<base::Duration> duration(const Json& value) {
    if (!value.is_number()) return std::nullopt;
    const double number = value.get<double>();
    if (!(number >= 0 && number <= step_ms_max)) return std::nullopt;
    return base::Duration{static_cast<std::int64_t>(number)};
}

std::optional<std::string> text(const Json& value) {
    if (!value.is_string() || value.get_ref<const std::string&>().empty()) return std::nullopt;
    return value.get<std::string>();
}

std::optional<PanelPoint> point(const Json& value) {
    if (!value.is_array() || value.size() != 2) return std::nullopt;
    const auto x = coordinate(value[0]);
    const auto y = coordinate(value[1]);
    if (!x || !y) return std::nullopt;
    return PanelPoint{*x, *y};
}

std::optional<What> read_tap(const Json& value) {
    const auto label = text(value);
    return label ? std::optional<What>(Tap{*label}) : std::nullopt;
}

std::optional<What> read_type(const Json& value) {
    const auto typed = text(value);
    return typed ? std::optional<What>(Type{*typed}) : std::nullopt;
}

std::optional<What> read_draw(const Json& value) {
    if (!value.is_array() || value.empty()) return std::nullopt;
    Draw draw;
    for (const Json& points : value) {
        if (!points.is_array() || points.empty()) return std::nullopt;
        auto& stroke = draw.strokes.emplace_back();
        for (const Json& item : points) {
            const auto at = point(item);
            if (!at) return std::nullopt;
            stroke.push_back(*at);
        }
    }
    return What(std::move(draw));
}

std::optional<What> read_swipe(const Json& value) {
    if (!value.is_array() || value.size() != 5) return std::nullopt;
    const auto from = point(Json::array({value[0], value[1]}));
    const auto to = point(Json::array({value[2], value[3]}));
    const auto over = duration(value[4]);
    if (!from || !to || !over) return std::nullopt;
    return What(Swipe{*from, *to, *over});
}

std::optional<What> read_wait(const Json& value) {
    const auto time = duration(value);
    return time ? std::optional<What>(Wait{*time}) : std::nullopt;
}

std::optional<What> read_shot(const Json& value) {
    const auto name = text(value);
    if (!name || name->front() == '.') return std::nullopt;
    for (const char c : *name)
        if (c == '/' || static_cast<unsigned char>(c) < ' ') return std::nullopt;
    return What(Shot{*name});
}

std::optional<What> read_expect(const Json& value) {
    const auto words = text(value);
    return words ? std::optional<What>(Expect{*words}) : std::nullopt;
}

std::optional<What> read_network(const Json& value) {
    if (value == "on") return What(Network{true});
    if (value == "off") return What(Network{false});
    return std::nullopt;
}

struct Kind {
    std::optional<What> (*read)(const Json&);
    const char* form;
};

const std::map<std::string, Kind, std::less<>>& kinds() {
    static const std::map<std::string, Kind, std::less<>> table = {
        {"tap", {read_tap, "a label"}},
        {"type", {read_type, "a text"}},
        {"draw", {read_draw, "strokes of points: [[[x,y],...],...]"}},
        {"swipe", {read_swipe, "[x1,y1,x2,y2,ms]"}},
        {"wait_ms", {read_wait, "a number of milliseconds"}},
        {"shot", {read_shot, "a file name without a folder"}},
        {"expect", {read_expect, "a text"}},
        {"network", {read_network, "\"on\" or \"off\""}},
    };
    return table;
}

// Bytes that are no UTF-8 cannot come in: the parser refuses them.
std::string on_one_line(const Json& value) { return value.dump(); }

base::Error bad_step(std::size_t number, const Json& step, const std::string& why) {
    return {"tour.step",
            "step " + std::to_string(number) + " " + on_one_line(step).substr(0, 200) + ": " + why,
            {}};
}

base::Result<Step> read_step(std::size_t number, const Json& value) {
    if (!value.is_object() || value.size() != 1)
        return bad_step(number, value, "a step is an object with one key");
    const auto item = value.begin();
    const auto kind = kinds().find(item.key());
    if (kind == kinds().end()) return bad_step(number, value, "no step is called " + item.key());
    auto what = kind->second.read(item.value());
    if (!what) return bad_step(number, value, item.key() + " takes " + kind->second.form);
    return Step{std::move(*what), on_one_line(value)};
}

}  // namespace

base::Result<Tour> parse_tour(std::string_view json) {
    const Json list = Json::parse(json, nullptr, false);
    if (list.is_discarded()) return base::Error{"tour.syntax", "the tour is not JSON", {}};
    if (!list.is_array()) return base::Error{"tour.syntax", "the tour is not a list of steps", {}};
    Tour tour;
    std::set<std::string> shots;
    for (const Json& value : list) {
        const std::size_t number = tour.size() + 1;
        tour.push_back(TRY(read_step(number, value)));
        const auto* shot = std::get_if<Shot>(&tour.back().what);
        if (shot != nullptr && !shots.insert(shot->name).second)
            return bad_step(number, value, "an earlier shot has this name");
    }
    return tour;
}

}  // namespace wenlan::app
