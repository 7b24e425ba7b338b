// SPDX-License-Identifier: GPL-3.0-or-later
#include "hub/import/stand_in_poster.h"

#include <string>
#include <string_view>

#include "hub/import/clean_text.h"

namespace wenlan::hub {
namespace {

struct Painting {
    const char* name;
    std::string_view words;  // separated by bars
};

// The first that fits; narrower words come before wider ones.
constexpr Painting paintings[] = {
    {"02-opera", "越剧|戏曲|婺剧|京剧|戏剧|折子戏|送戏|opera|theatre|theater"},
    {"13-guzheng", "古筝|琵琶|二胡|古琴|guzheng|zither"},
    {"05-choir", "合唱|歌唱|声乐|choir|singing"},
    {"03-orchestra", "民乐|音乐|乐队|乐团|交响|演奏|concert|orchestra|music"},
    {"04-dance", "舞|腰鼓|dance"},
    {"06-taichi", "太极|八段锦|武术|健身|瑜伽|taichi|yoga|fitness"},
    {"11-calligraphy", "书法|国画|书画|水墨|春联|绘画|calligraphy|painting"},
    {"12-go", "围棋|象棋|棋|chess"},
    {"14-papercut", "剪纸|手工|手作|非遗|编织|papercut|craft|workshop"},
    {"15-tea", "茶|tea"},
    {"16-photo", "摄影|照片|photo"},
    {"08-storyhour", "故事|绘本|亲子|少儿|儿童|story|family|children"},
    {"07-books", "阅读|读书|共读|图书|换书|书|reading|book"},
    {"17-volunteers", "志愿|义工|volunteer"},
    {"09-lantern", "元宵|花灯|灯|电影|影院|lantern|film|cinema"},
    {"10-gala", "春晚|晚会|联欢|节|gala|festival"},
    {"18-oldstreet", "展|老街|历史|讲座|exhibition|history|talk|lecture"},
};
constexpr const char* otherwise = "01-bridge";

}  // namespace

domain::Poster stand_in_poster(const domain::Listing& listing) {
    std::string text = folded(listing.title.zh) + "\n" + folded(listing.title.en);
    for (const domain::Tag& tag : listing.tags) {
        text += "\n" + folded(tag.name.zh) + "\n" + folded(tag.name.en);
    }
    domain::Poster poster;
    for (const Painting& painting : paintings) {
        std::string_view rest = painting.words;
        while (!rest.empty()) {
            const std::string_view word = rest.substr(0, rest.find('|'));
            if (text.find(word) != text.npos) {
                poster.name = painting.name;
                return poster;
            }
            rest.remove_prefix(std::min(word.size() + 1, rest.size()));
        }
    }
    poster.name = otherwise;
    return poster;
}

}  // namespace wenlan::hub
