// SPDX-License-Identifier: GPL-3.0-or-later
#include "station/feature_text.h"

#include "catch.h"

using namespace wenlan;
using station::fill_in;

TEST_CASE("A feature's words in braces are filled in", "[feature-text]") {
    const station::FeatureFacts facts{base::CivilDate{2026, 11, 28}, 28};
    const auto badge = fill_in({"{date}", "{date}"}, facts);
    CHECK(badge.zh == "11月28日");
    CHECK(badge.en == "28 Nov");
    const auto line =
        fill_in({"{weekday} · 还有 {days} 天", "{weekday} · {days} days left"}, facts);
    CHECK(line.zh == "周六 · 还有 28 天");
    CHECK(line.en == "Sat · 28 days left");
    CHECK(fill_in({"15 个社团同台", "15 clubs"}, {}).zh == "15 个社团同台");
}

TEST_CASE("One day left is one day", "[feature-text]") {
    const base::LocalText text{"还有 {days} 天", "{days} days left"};
    CHECK(fill_in(text, {std::nullopt, 1}).en == "1 day left");
    CHECK(fill_in(text, {std::nullopt, 0}).en == "0 days left");
    CHECK(fill_in(text, {std::nullopt, 1}).zh == "还有 1 天");
}

TEST_CASE("A sentence whose word is not known is left out whole", "[feature-text]") {
    CHECK(fill_in({"还有 {days} 天", "{date}"}, {}).empty());
}
