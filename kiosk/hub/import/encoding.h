// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

#include "base/result.h"

namespace wenlan::hub {

enum class Encoding : std::uint8_t { utf8, utf16, gb18030 };

struct DecodedText {
    std::string text;  // well-formed UTF-8 without a byte order mark
    Encoding encoding = Encoding::utf8;
};

// Finds out how a text file is encoded: UTF-8 with or without a byte order mark, UTF-16 with one,
// or GB18030. Line ends stay as they are. A UTF-8 file with a few broken bytes stays UTF-8, with
// U+FFFD where it is broken; bytes that are none of these are an error that names the line.
base::Result<DecodedText> decode_text(std::string_view bytes);

// UTF-16 with a byte order mark becomes UTF-8; anything else comes back as it is.
base::Result<std::string> without_utf16(std::string_view bytes);

}  // namespace wenlan::hub
