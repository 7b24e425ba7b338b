// SPDX-License-Identifier: GPL-3.0-or-later
#include "hub/desk/sentences.h"

#include <array>
#include <string_view>
#include <utility>

namespace wenlan::hub::desk {

namespace {

using Row = std::pair<std::string_view, std::string_view>;

constexpr std::array<Row, 43> chinese{{
    {"desk.not-signed-in", "请先登录。"},
    {"desk.wrong-role", "您的账号不能做这件事。"},
    {"desk.bad-csrf", "页面放得太久了，请重新载入。"},
    {"desk.bad-origin", "这个请求不是从桌面发来的。"},
    {"desk.must-change", "请先改密码。"},
    {"desk.none", "没有找到。"},
    {"desk.not-json", "发来的内容读不懂。"},
    {"desk.too-much", "内容太大了。"},
    {"desk.bad-login", "名字或密码不对。"},
    {"desk.bad-token", "这个链接已经用过或失效，请重启服务再取一个。"},
    {"desk.set-up", "已经有账号了，请直接登录。"},
    {"desk.name-taken", "已有同名的账号。"},
    {"desk.no-account", "没有这个账号。"},
    {"desk.last-manager", "至少要留一位能管账号的人。"},
    {"desk.bad-password", "原来的密码不对。"},
    {"desk.cannot-undo", "这一步之后又改过，或不能撤回。"},
    {"desk.no-preview", "预览暂时不能用。"},
    {"desk.kept-in-use", "还有活动用着它。"},
    {"hub.failed", "服务器出了问题，请稍后再试。"},
    {"programme.no-listing", "没有这个节目。"},
    {"programme.no-date", "没有这一场，或已经去掉了。"},
    {"programme.no-series", "没有这个系列，或已经结束。"},
    {"programme.changed-meanwhile", "刚才有人改过这个节目，请先看看新的内容。"},
    {"kiosk.none", "没有这块屏。"},
    {"kiosk.bad-name", "这个屏名不能用。"},
    {"poster.too-heavy", "图片文件太大了（最多 16 MiB）。"},
    {"poster.too-small", "图片太小，放到大屏上看不清。"},
    {"poster.not-a-picture", "这不是 PNG、JPEG 或 WebP 图片。"},
    {"poster.too-large", "图片的像素太多了。"},
    {"poster.damaged", "图片坏了，打不开。"},
    {"ics.bad-rule", "重复规则读不懂。"},
    {"store.disk-full", "服务器的磁盘满了，没有存上。"},
    {"disk.full", "服务器的磁盘满了，没有存上。"},
    {"import.too-large", "文件太大了。"},
    {"sign-up.none", "没有这个报名。"},
    {"sign-up.not-waiting", "他不在候补名单里。"},
    {"sign-up.no-reason", "请写原因。"},
    {"slow-hash.no-memory", "服务器内存不够，请稍后再试。"},
    {"hub.no-programme", "还没有节目单。"},
    {"keys.none", "本馆的密钥还没有生成。"},
    {"hub.nothing-published", "还没有发布过。"},
    {"hub.no-lock", "数据文件夹正被占用，请稍后再试。"},
    {"hub.no-folder", "数据文件夹不能用。"},
}};

}  // namespace

base::LocalText sentence_of(const base::Error& error) {
    for (const auto& [code, sentence] : chinese) {
        if (code == error.code) return {std::string(sentence), error.message};
    }
    return {error.message, error.message};
}

}  // namespace wenlan::hub::desk
