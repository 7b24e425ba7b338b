// SPDX-License-Identifier: GPL-3.0-or-later
#include "hub/pocket/html.h"

#include "base/result.h"
#include "base/utf8.h"

namespace wenlan::hub::pocket {

namespace {

void append_escaped(std::string& out, std::string_view text) {
    for (const char c : base::utf8::repaired(text)) {
        const auto byte = static_cast<unsigned char>(c);
        switch (c) {
            case '&':
                out += "&amp;";
                break;
            case '<':
                out += "&lt;";
                break;
            case '>':
                out += "&gt;";
                break;
            case '"':
                out += "&quot;";
                break;
            case '\'':
                out += "&#39;";
                break;
            default:
                if (byte == '\n' || (byte >= 0x20 && byte != 0x7F)) out += c;
        }
    }
}

}  // namespace

Html fill(const char* pattern, std::initializer_list<Piece> pieces) {
    Html html;
    const Piece* next = pieces.begin();
    std::string_view rest = pattern;
    for (std::size_t at = rest.find("{}"); at != std::string_view::npos; at = rest.find("{}")) {
        base::ensure(next != pieces.end(), "a pattern has as many places as pieces");
        html.text_ += rest.substr(0, at);
        if (next->safe_) {
            html.text_ += next->text_;
        } else {
            append_escaped(html.text_, next->text_);
        }
        ++next;
        rest.remove_prefix(at + 2);
    }
    base::ensure(next == pieces.end(), "a pattern has as many places as pieces");
    html.text_ += rest;
    return html;
}

}  // namespace wenlan::hub::pocket
