// SPDX-License-Identifier: GPL-3.0-or-later
#include <algorithm>
#include <cstdlib>
#include <fstream>

#include "catch.h"
#include "device/receipt_paper.h"
#include "device/receipt_printer.h"
#include "image/codec.h"

using namespace wenlan;
using device::ReceiptPrinter;
using model::Printer;
using Look = model::Receipt::Look;

namespace {

model::Receipt sample() {
    return {{{Look::centre, "楚洲文化城"},
             {Look::title, "越剧《打金枝》"},
             {Look::line, "今天 11月22日 · 19:00 开演"},
             {Look::line, "大剧院 · 一楼东侧"},
             {Look::line, "人数  2 位"},
             {Look::stamp, "已留座位"},
             {Look::rule, ""},
             {Look::caption, "取票码"},
             {Look::code, "8350 4417 2265"},
             {Look::caption, "凭这个码就能查、能改、能取消，请收好这张小票"}},
            "835044172265"};
}

struct FakeLine final : device::PrinterLine {
    Printer::State now = Printer::State::ready;
    bool jams = false;
    std::vector<image::Mask>* printed = nullptr;

    Printer::State state() override { return now; }
    base::Result<void> print(const image::Mask& paper) override {
        if (jams) return base::Error{"printer.away", "It does not take anything."};
        printed->push_back(paper);
        return {};
    }
};

base::Result<std::unique_ptr<text::Typesetter>> fonts() {
    return text::Typesetter::create(text::FontFiles::debian());
}

}  // namespace

TEST_CASE("A receipt is drawn in the kiosk's own letters on both widths of paper", "[printer]") {
    const auto typesetter = fonts().value();
    for (const int width : {device::paper_58_dots, device::paper_80_dots}) {
        const image::Mask paper = device::draw_receipt(sample(), *typesetter, width);
        CHECK(paper.width == width);
        CHECK(paper.height > width);
        CHECK(std::all_of(paper.coverage.begin(), paper.coverage.end(),
                          [](std::uint8_t dot) { return dot == 0 || dot == 255; }));
        const auto black = std::count(paper.coverage.begin(), paper.coverage.end(), 255);
        CHECK(black > static_cast<std::ptrdiff_t>(paper.coverage.size() / 50));
        // To be looked at, where somebody wants to.
        if (const char* folder = std::getenv("WENLAN_RECEIPTS")) {
            const auto png = image::encode_png(device::as_picture(paper)).value();
            std::ofstream(std::string(folder) + "/receipt-" + std::to_string(width) + ".png",
                          std::ios::binary)
                << png;
        }
    }
}

TEST_CASE("What is printed comes in order; a printer that is away or empty is not offered",
          "[printer]") {
    std::vector<image::Mask> printed;
    auto line = std::make_unique<FakeLine>();
    FakeLine& fake = *line;
    fake.printed = &printed;
    ReceiptPrinter printer(std::move(line), device::paper_58_dots, fonts);
    CHECK(printer.state() == Printer::State::absent);  // nobody has asked it yet
    CHECK(printer.work());
    CHECK(printer.state() == Printer::State::ready);
    printer.print(sample());
    printer.print(sample());
    CHECK_FALSE(printer.work());
    CHECK(printed.size() == 2);
    SECTION("no paper") {
        fake.now = Printer::State::no_paper;
        printer.print(sample());
        CHECK(printer.work());
        CHECK(printer.state() == Printer::State::no_paper);
        CHECK(printed.size() == 2);
        // Nothing comes out later for somebody else to find.
        fake.now = Printer::State::ready;
        printer.work();
        CHECK(printed.size() == 2);
    }
    SECTION("a jam") {
        fake.jams = true;
        printer.print(sample());
        printer.work();
        CHECK(printed.size() == 2);
    }
}
