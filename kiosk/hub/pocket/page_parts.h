// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>

#include "domain/listing.h"
#include "hub/pocket/html.h"
#include "hub/pocket/visitor.h"
#include "net/http_message.h"

namespace wenlan::hub::pocket {

// Whose page it is, and how one comes back to it.
struct PageFrame {
    const domain::Centre& centre;
    const Visitor& visitor;
    std::string path;         // of the page itself, without a query
    std::string title;        // in the visitor's language
    std::string description;  // for who shares it; may be empty
    std::string picture;      // a path on this host; empty: none
};

// Whether a page says anything of somebody.
enum class Keeping { nobody, for_a_while };

// A whole page around its middle, with the headers that keep strangers' scripts, frames and
// styles out.
net::HttpResponse page(const PageFrame& frame, const Html& middle, int status = 200,
                       Keeping keeping = Keeping::nobody);
// A page of one sentence, without a programme to hand.
net::HttpResponse sentence_page(const Visitor& visitor, int status,
                                const base::LocalText& sentence);

// "11月28日 周六 14:00–16:00"; the day of the end where it is another.
std::string told(const Visitor& visitor, base::Instant start, base::Instant end);
std::string told(const Visitor& visitor, base::Instant at);
std::string clock_of(base::Instant at);
// "三楼书画室 · 三楼"
std::string told(const Visitor& visitor, const domain::Venue& venue);

Html fact(const Visitor& visitor, const base::LocalText& name, const std::string& value);
Html paragraphs(const std::string& text);
Html button(const std::string& to, const base::LocalText& words, const Visitor& visitor,
            const char* look);
// As a drawing in the page; empty where it does not fit.
Html qr_drawing(const std::string& text, const std::string& label);

}  // namespace wenlan::hub::pocket
