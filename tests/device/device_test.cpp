// SPDX-License-Identifier: GPL-3.0-or-later
#include "catch.h"
#include "device/cups_line.h"
#include "device/escpos.h"
#include "device/key_scanner.h"
#include "device/printer_line.h"
#include "device/voice.h"

using namespace wenlan;
using base::Duration;
using device::KeyScanner;
using model::Printer;

namespace {

bool type(KeyScanner& scanner, std::string_view text, Duration& time, Duration each) {
    for (const char letter : text) scanner.key(static_cast<char32_t>(letter), time += each);
    return scanner.key(0, time += each);
}

}  // namespace

TEST_CASE("A burst of digits that ends with Enter comes from a scanner, slow digits from fingers",
          "[scanner]") {
    KeyScanner scanner;
    Duration time{1000};
    CHECK(type(scanner, "83504417", time, Duration{8}));
    CHECK(scanner.take() == std::optional<std::string>("83504417"));
    CHECK_FALSE(scanner.take());
    CHECK_FALSE(type(scanner, "83504417", time, Duration{120}));
    CHECK_FALSE(type(scanner, "835", time, Duration{8}));
    CHECK_FALSE(scanner.take());
}

TEST_CASE("Keys of a person before the scanner's burst do not spoil it", "[scanner]") {
    KeyScanner scanner;
    Duration time{1000};
    scanner.key(U'7', time);
    time += Duration{400};
    CHECK(type(scanner, "H12835044", time, Duration{5}));
    CHECK(scanner.take() == std::optional<std::string>("H12835044"));
}

TEST_CASE("What no code is made of ends a burst: other letters, endless ones", "[scanner]") {
    KeyScanner scanner;
    Duration time{1000};
    for (const char32_t letter : U"8350文4417") {
        if (letter != 0) scanner.key(letter, time += Duration{5});
    }
    CHECK_FALSE(scanner.key(0, time += Duration{5}));
    for (int i = 0; i < 10000; ++i) scanner.key(U'1', time += Duration{1});
    scanner.key(0, time += Duration{1});
    const auto read = scanner.take();
    CHECK((!read || read->size() <= 400));
}

TEST_CASE("A page is dots in bands, a feed and a cut", "[printer]") {
    image::Mask paper{16, 130, std::vector<std::uint8_t>(16 * 130, 0)};
    paper.coverage[0] = 255;        // the first dot
    paper.coverage[16 + 15] = 255;  // the last of the second row
    const std::string bytes = device::escpos::page(paper);
    const std::string begin{"\x1B@\x1Dv0\0\x02\0\x80\0\x80\0\0\x01", 14};
    CHECK(bytes.substr(0, begin.size()) == begin);
    // 130 rows of two bytes, two heads of eight, the beginning, the feed, the cut.
    CHECK(bytes.size() == 2 + 2 * 8 + 130 * 2 + 3 + 4);
    CHECK(bytes.ends_with(std::string_view{"\x1DV\x42\0", 4}));
}

TEST_CASE("The printer says whether there is paper", "[printer]") {
    CHECK(device::escpos::has_paper(0x12) == std::optional(true));
    CHECK(device::escpos::has_paper(0x1E) == std::optional(true));  // it is near its end
    CHECK(device::escpos::has_paper(0x72) == std::optional(false));
    CHECK_FALSE(device::escpos::has_paper(0xFF));
    CHECK_FALSE(device::escpos::has_paper(0x00));
}

TEST_CASE("The system's own words about a printer are understood", "[printer]") {
    using device::cups_state;
    CHECK(cups_state("printer lobby is idle.  enabled since Sun\n") == Printer::State::ready);
    CHECK(cups_state("printer lobby disabled since Sun -\n\treason unknown\n") ==
          Printer::State::absent);
    CHECK(cups_state("printer lobby is idle.\n\tAlerts: media-empty-error\n") ==
          Printer::State::no_paper);
    CHECK(cups_state("") == Printer::State::absent);
}

TEST_CASE("A connection is a device file, an address, or a printer of the system", "[printer]") {
    for (const char* good : {"/dev/usb/lp0", "192.168.1.20:9100", "cups:lobby-58mm"})
        CHECK(device::printer_line(good).ok());
    for (const char* bad : {"", "lp0", "192.168.1.20", "192.168.1.20:0", "192.168.1.20:99999",
                            "cups:", "cups:-o", "cups:a b", "printer.example:9100"})
        CHECK_FALSE(device::printer_line(bad).ok());
}

TEST_CASE("A voice that is not installed, or that cannot speak, says so and breaks nothing",
          "[speech]") {
    device::Voice none({}, {});
    CHECK_FALSE(none.present());
    none.say("您好", base::Language::zh);
    CHECK_FALSE(none.speaking());
    device::Voice missing({"/nonexistent/engine"}, {"/nonexistent/engine"});
    CHECK(missing.present());
    missing.say("您好", base::Language::zh);
    CHECK_FALSE(missing.speaking());
    CHECK_FALSE(missing.present());
}

TEST_CASE("A voice speaks until it is stopped", "[speech]") {
    device::Voice voice({"sleep", "60"}, {"sleep", "60"});
    voice.say("您好", base::Language::zh);
    CHECK(voice.speaking());
    voice.stop();
    CHECK_FALSE(voice.speaking());
    CHECK(voice.present());
}
