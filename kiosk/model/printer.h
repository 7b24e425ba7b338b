// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <string>
#include <vector>

// The printer of receipts, as the screens know it.
namespace wenlan::model {

// What a receipt says, from its head down; how it looks on paper is the printer's.
struct Receipt {
    enum class Look : std::uint8_t {
        centre,   // whose it is, small and centred
        title,    // what for
        line,     // a fact
        stamp,    // 已留座位, framed
        code,     // the digits, large
        caption,  // small print
        rule,     // a line of dashes; no words
    };
    struct Line {
        Look look = Look::line;
        std::string words;
    };
    std::vector<Line> lines;
    std::string qr;  // empty: none
};

class Printer {
public:
    enum class State : std::uint8_t {
        absent,  // none is connected, or it does not answer
        ready,
        no_paper,
    };
    virtual ~Printer() = default;
    // As last heard. Any thread, at once. Only a ready one is offered to residents.
    virtual State state() const = 0;
    // Returns at once; they are printed in this order. What cannot be printed is dropped with a
    // line in the log that says nothing of its words.
    virtual void print(Receipt receipt) = 0;
};

}  // namespace wenlan::model
