// SPDX-License-Identifier: GPL-3.0-or-later
#include "device/cups_line.h"

#include "device/child.h"
#include "device/receipt_paper.h"
#include "image/codec.h"

namespace wenlan::device {

model::Printer::State cups_state(std::string_view lpstat) {
    using State = model::Printer::State;
    const auto says = [&](std::string_view words) {
        return lpstat.find(words) != std::string_view::npos;
    };
    if (says("media-empty") || says("media-needed")) return State::no_paper;
    if (lpstat.empty() || says("disabled") || says("offline")) return State::absent;
    return State::ready;
}

model::Printer::State CupsLine::state() {
    // Its words are looked for as they are without a language.
    const auto ended = child::run({"env", "LC_ALL=C", "lpstat", "-l", "-p", name_}, {});
    if (!ended || ended.value().code != 0) return model::Printer::State::absent;
    return cups_state(ended.value().output);
}

base::Result<void> CupsLine::print(const image::Mask& paper) {
    const std::string png = TRY(image::encode_png(as_picture(paper)));
    const auto ended = TRY(child::run({"lp", "-s", "-d", name_, "-t", "wenlan", "-"}, png));
    if (ended.code == 0) return {};
    return base::Error{"printer.away", "The receipt printer does not take anything.", name_};
}

}  // namespace wenlan::device
