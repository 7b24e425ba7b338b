// SPDX-License-Identifier: GPL-3.0-or-later
#include "image/qr.h"

#include <optional>
#include <qrcodegen/qrcodegen.hpp>
#include <string>

namespace wenlan::image {
namespace {

// The library reports a text that no version can hold by an exception.
std::optional<qrcodegen::QrCode> encoded(std::string_view text) {
    using qrcodegen::QrCode;
    try {
        // Its text form stops at a NUL byte.
        if (text.find('\0') != std::string_view::npos)
            return QrCode::encodeBinary({text.begin(), text.end()}, QrCode::Ecc::MEDIUM);
        return QrCode::encodeText(std::string(text).c_str(), QrCode::Ecc::MEDIUM);
    } catch (const qrcodegen::data_too_long&) {
        return std::nullopt;
    }
}

}  // namespace

base::Result<Mask> qr_modules(std::string_view text) {
    const auto code = encoded(text);
    if (!code)
        return base::Error{"image.qr-too-long", "This text is too long for a QR code.",
                           std::to_string(text.size()) + " bytes"};
    const int side = code->getSize();
    Mask mask{side, side, {}};
    mask.coverage.reserve(static_cast<std::size_t>(side) * static_cast<std::size_t>(side));
    for (int y = 0; y < side; ++y)
        for (int x = 0; x < side; ++x) mask.coverage.push_back(code->getModule(x, y) ? 255 : 0);
    return mask;
}

}  // namespace wenlan::image
