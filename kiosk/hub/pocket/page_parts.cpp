// SPDX-License-Identifier: GPL-3.0-or-later
#include "hub/pocket/page_parts.h"

#include <algorithm>
#include <array>
#include <cstdio>

#include "hub/pocket/words.h"
#include "image/qr.h"

namespace wenlan::hub::pocket {

namespace {

constexpr const char* policy =
    "default-src 'none'; style-src 'self'; img-src 'self'; form-action 'self'; base-uri 'none'; "
    "frame-ancestors 'none'";

net::HttpResponse sent(const Html& html, int status, Keeping keeping) {
    net::HttpResponse response;
    response.status = status;
    response.headers["content-type"] = "text/html; charset=utf-8";
    response.headers["content-security-policy"] = policy;
    // Within the host: so that a form that is sent says where it came from.
    response.headers["referrer-policy"] = "same-origin";
    response.headers["cache-control"] =
        keeping == Keeping::nobody ? "no-store" : "private, max-age=10";
    response.headers["vary"] = "accept-language";
    response.body = html.text();
    return response;
}

std::string day_of(const Visitor& visitor, const base::CivilDate& date) {
    static constexpr std::array<const char*, 12> months = {
        "Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"};
    const std::string& weekday = visitor.say(words::weekday(date.weekday()));
    if (visitor.language == base::Language::en) {
        return weekday + " " + std::to_string(date.day) + " " +
               months[static_cast<std::size_t>(date.month) - 1];
    }
    return std::to_string(date.month) + "月" + std::to_string(date.day) + "日 " + weekday;
}

std::string clock_of(const base::CivilTime& time) {
    std::array<char, 8> text{};
    std::snprintf(text.data(), text.size(), "%02d:%02d", time.hour % 24, time.minute % 60);
    return text.data();
}

Html head_of(const PageFrame& frame, const std::string& centre) {
    Html more;
    if (!frame.description.empty()) {
        more += fill(
            "<meta name=\"description\" content=\"{}\">"
            "<meta property=\"og:description\" content=\"{}\">",
            {frame.description, frame.description});
    }
    const std::string& base = frame.centre.public_url;
    const std::size_t host_ends = base.find('/', base.find("://") + 3);
    if (!frame.picture.empty() && base.find("://") != std::string::npos) {
        more += fill("<meta property=\"og:image\" content=\"{}\">",
                     {base.substr(0, host_ends) + frame.picture});
    }
    return fill(
        "<meta charset=\"utf-8\"><meta name=\"viewport\" content=\"width=device-width, "
        "initial-scale=1\"><meta name=\"format-detection\" content=\"telephone=no\">"
        "<title>{} · {}</title><meta property=\"og:title\" content=\"{}\">{}"
        "<link rel=\"stylesheet\" href=\"/p/style.css\">",
        {frame.title, centre, frame.title, more});
}

}  // namespace

net::HttpResponse page(const PageFrame& frame, const Html& middle, int status, Keeping keeping) {
    const Visitor& visitor = frame.visitor;
    const bool english = visitor.language == base::Language::en;
    const std::string& centre = visitor.say(frame.centre.name);
    const std::string query = visitor.query();
    const Html html = fill(
        "<!DOCTYPE html>\n<html lang=\"{}\"><head>{}</head>\n<body><header>"
        "<a class=\"home\" href=\"/c{}\">{}</a><a href=\"{}?lang={}\" lang=\"{}\">{}</a></header>\n"
        "<main>{}</main>\n<footer><p><a href=\"/p/look-up{}\">{}</a></p><p>{}</p><p>{} {}</p>"
        "</footer></body></html>\n",
        {english ? "en" : "zh-CN", head_of(frame, centre), query, centre, frame.path,
         english ? "zh" : "en", english ? "zh-CN" : "en", visitor.say(words::other_language),
         middle, query, visitor.say(words::my_sign_up), centre, visitor.say(frame.centre.address),
         frame.centre.phone});
    return sent(html, status, keeping);
}

net::HttpResponse sentence_page(const Visitor& visitor, int status,
                                const base::LocalText& sentence) {
    const Html html = fill(
        "<!DOCTYPE html>\n<html lang=\"{}\"><head><meta charset=\"utf-8\"><meta name=\"viewport\" "
        "content=\"width=device-width, initial-scale=1\"><title>{}</title><link "
        "rel=\"stylesheet\" href=\"/p/style.css\"></head><body><main><h1>{}</h1>{}</main></body>"
        "</html>\n",
        {visitor.language == base::Language::en ? "en" : "zh-CN", visitor.say(sentence),
         visitor.say(sentence),
         button("/c" + visitor.query(), words::programme, visitor, "second")});
    return sent(html, status, Keeping::nobody);
}

std::string clock_of(base::Instant at) { return clock_of(base::Zone::shanghai().local(at)); }

std::string told(const Visitor& visitor, base::Instant at) {
    const base::CivilTime time = base::Zone::shanghai().local(at);
    return day_of(visitor, time.date) + " " + clock_of(time);
}

std::string told(const Visitor& visitor, base::Instant start, base::Instant end) {
    const base::CivilTime last = base::Zone::shanghai().local(end);
    const bool same_day = base::Zone::shanghai().local(start).date == last.date;
    return told(visitor, start) + (same_day ? "–" : " – ") +
           (same_day ? clock_of(last) : told(visitor, end));
}

std::string told(const Visitor& visitor, const domain::Venue& venue) {
    std::string text = visitor.say(venue.name);
    const std::string& more = visitor.say(venue.directions);
    if (!more.empty()) text += " · " + more;
    return text;
}

Html fact(const Visitor& visitor, const base::LocalText& name, const std::string& value) {
    if (value.empty()) return {};
    return fill("<dt>{}</dt><dd>{}</dd>", {visitor.say(name), value});
}

Html paragraphs(const std::string& text) {
    Html html;
    std::string_view rest = text;
    while (!rest.empty()) {
        const std::string_view line = rest.substr(0, rest.find('\n'));
        rest.remove_prefix(std::min(rest.size(), line.size() + 1));
        if (!line.empty()) html += fill("<p>{}</p>", {line});
    }
    return html;
}

Html button(const std::string& to, const base::LocalText& words, const Visitor& visitor,
            const char* look) {
    return fill("<a class=\"button {}\" href=\"{}\">{}</a>", {look, to, visitor.say(words)});
}

Html qr_drawing(const std::string& text, const std::string& label) {
    const auto modules = image::qr_modules(text);
    if (!modules) return {};
    const image::Mask& mask = modules.value();
    std::string path;
    for (int y = 0; y < mask.height; ++y) {
        for (int x = 0; x < mask.width; ++x) {
            if (mask.coverage[static_cast<std::size_t>(y * mask.width + x)] < 128) continue;
            path += "M" + std::to_string(x) + " " + std::to_string(y) + "h1v1h-1z";
        }
    }
    return fill(
        "<svg class=\"qr\" role=\"img\" aria-label=\"{}\" viewBox=\"0 0 {} {}\" "
        "shape-rendering=\"crispEdges\"><path fill=\"#1E2A32\" d=\"{}\"/></svg>",
        {label, mask.width, mask.height, path});
}

}  // namespace wenlan::hub::pocket
