// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string_view>

#include "base/result.h"
#include "image/pixels.h"

namespace wenlan::image {

// The modules of a QR code (level M, no quiet zone): one mask pixel a module, 255 = dark.
base::Result<Mask> qr_modules(std::string_view text);

}  // namespace wenlan::image
