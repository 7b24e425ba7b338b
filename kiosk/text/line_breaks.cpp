// SPDX-License-Identifier: GPL-3.0-or-later
#include "text/line_breaks.h"

#include <array>
#include <string_view>

#include "text/clean_text.h"
#include "text/punctuation.h"

namespace wenlan::text {
namespace {

// What is counted or measured, of one character: after a number and a space only these stay with
// it. (Directly after a digit every ideograph does.)
constexpr std::u32string_view units =
    U"场元块角分秒时点日号月年周岁人名位个只张件本册部篇页章节期届次回遍趟轮局盘首支曲幅台架辆条份"
    U"套组班队户"
    U"家座栋幢层楼室间排列席桌杯碗盒包袋瓶米里斤克吨升度折倍成种类项天夜站口门步寸尺丈亩级等星题道"
    U"段集档批对双"
    U"副把根片枚颗粒株棵朵匹尾声句字笔厘毫平万亿千百多余";
constexpr std::array<std::u32string_view, 28> long_units{
    U"分钟", U"小时", U"公里", U"千米", U"平方米", U"立方米", U"厘米", U"毫米", U"公斤", U"千克",
    U"毫升", U"星期", U"礼拜", U"年级", U"周年",   U"周岁",   U"个月", U"刻钟", U"秒钟", U"点钟",
    U"块钱", U"万元", U"亿元", U"人次", U"多人",   U"多位",   U"余人", U"号楼"};
constexpr std::u32string_view number_signs = U".,:/'：．";
constexpr std::u32string_view currencies = U"¥￥$£€#＃";
constexpr std::u32string_view after_number = U"%‰％℃°";
constexpr std::u32string_view range_dashes = U"–—-~～〜－至到";
// A group of digits as in 138 0000 1234, or in a sign-up's code.
constexpr std::size_t group_digits_min = 3;

bool in(std::u32string_view set, char32_t c) { return set.find(c) != std::u32string_view::npos; }

// Marks the boundaries that must hold together, reading the text cluster by cluster.
class Glue {
public:
    Glue(std::span<const Cluster> clusters, std::vector<Boundary>& boundaries)
        : clusters_(clusters), boundaries_(boundaries) {}

    void apply() {
        for (std::size_t at = 1; at < clusters_.size(); ++at) {
            if (inside_number(at)) hold(at, Cut::in_number);
            if (joins_unit(at)) hold(at, Cut::at_unit);
            if (joins_date(at)) hold(at, Cut::in_range);
            if (is_digit(letter(at - 1))) {
                hold_spaced_unit(at);
                hold_digit_groups(at);
            }
            if (in(range_dashes, letter(at))) hold_range(at);
        }
    }

private:
    char32_t letter(std::size_t at) const {
        return at < clusters_.size() ? clusters_[at].first : U'\0';
    }
    bool digit(std::size_t at) const { return is_digit(letter(at)); }

    void hold(std::size_t at, Cut cut) {
        if (at >= boundaries_.size()) return;
        if (boundaries_[at].cut < cut) boundaries_[at].cut = cut;
        boundaries_[at].kept_whole = true;
    }

    // 1|9:00, 19|:00, ¥|80, 80|%.
    bool inside_number(std::size_t at) const {
        const char32_t left = letter(at - 1);
        const char32_t right = letter(at);
        if (is_digit(left))
            return is_digit(right) || in(after_number, right) ||
                   (in(number_signs, right) && digit(at + 1));
        if (!is_digit(right)) return false;
        return in(currencies, left) || (at >= 2 && in(number_signs, left) && digit(at - 2));
    }

    // 80|元, 第|3届. Any ideograph counts as a unit.
    bool joins_unit(std::size_t at) const {
        const char32_t left = letter(at - 1);
        const char32_t right = letter(at);
        if (is_digit(right)) return left == U'第';
        return (is_digit(left) || in(after_number, left)) && is_ideograph(right);
    }

    // 2026年|11月|22日.
    bool joins_date(std::size_t at) const {
        return at >= 2 && digit(at) && in(U"年月", letter(at - 1)) && digit(at - 2);
    }

    std::size_t after_spaces(std::size_t at) const {
        while (at < clusters_.size() && is_blank(letter(at))) ++at;
        return at;
    }

    bool reads(std::size_t at, std::u32string_view name) const {
        for (std::size_t index = 0; index < name.size(); ++index)
            if (letter(at + index) != name[index]) return false;
        return true;
    }

    // 15| |分|钟, or 15|分|钟: the unit begins at `at` or after a space.
    void hold_spaced_unit(std::size_t at) {
        const std::size_t unit = after_spaces(at);
        if (unit > at + 1 || unit >= clusters_.size()) return;
        for (const std::u32string_view name : long_units) {
            if (!reads(unit, name)) continue;
            for (std::size_t inner = at; inner < unit + name.size(); ++inner)
                hold(inner, inner > unit ? Cut::in_word : Cut::at_unit);
            return;
        }
        if (unit == at + 1 && in(units, letter(unit))) {
            hold(at, Cut::at_unit);
            hold(unit, Cut::at_unit);
        }
    }

    std::size_t digits_before(std::size_t at) const {
        std::size_t count = 0;
        while (count < at && is_digit(letter(at - 1 - count))) ++count;
        return count;
    }

    void hold_digit_groups(std::size_t at) {
        if (letter(at) != U' ' || digits_before(at) < group_digits_min) return;
        std::size_t end = at + 1;
        while (digit(end)) ++end;
        if (end - at - 1 < group_digits_min) return;
        hold(at, Cut::in_number);
        hold(at + 1, Cut::in_number);
    }

    // 19:00|–|21:10, 22日| |–| |24日, 9:00|至|11:00.
    void hold_range(std::size_t dash) {
        std::size_t left = dash;
        while (left > 0 && is_blank(letter(left - 1))) --left;
        const std::size_t right = after_spaces(dash + 1);
        const bool ends_in_number =
            left > 0 &&
            (is_digit(letter(left - 1)) || in(after_number, letter(left - 1)) ||
             (left > 1 && is_ideograph(letter(left - 1)) && is_digit(letter(left - 2))));
        const bool begins_with_number = digit(right) ||
                                        (in(currencies, letter(right)) && digit(right + 1)) ||
                                        (letter(right) == U'第' && digit(right + 1));
        if (!ends_in_number || !begins_with_number) return;
        for (std::size_t at = left; at <= right; ++at) hold(at, Cut::in_range);
    }

    std::span<const Cluster> clusters_;
    std::vector<Boundary>& boundaries_;
};

bool kinsoku(char32_t left, char32_t right) {
    return is_blank(right) || right == U'\n' || never_begins_line(right) || never_ends_line(left);
}

}  // namespace

std::vector<Boundary> boundaries(std::span<const Cluster> clusters,
                                 std::span<const std::uint32_t> begins,
                                 std::span<const std::uint8_t> allowed) {
    std::vector<Boundary> result(clusters.size());
    for (std::size_t at = 1; at < clusters.size(); ++at)
        if (allowed[begins[at]] != 0) result[at].cut = Cut::free;
    Glue(clusters, result).apply();
    for (std::size_t at = 1; at < clusters.size(); ++at)
        if (kinsoku(clusters[at - 1].first, clusters[at].first)) result[at].cut = Cut::forbidden;
    return result;
}

}  // namespace wenlan::text
