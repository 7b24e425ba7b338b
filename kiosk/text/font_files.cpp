// SPDX-License-Identifier: GPL-3.0-or-later
#include "text/typesetter.h"

namespace wenlan::text {

// Packages fonts-noto-cjk, fonts-lxgw-wenkai and fonts-hanazono.
FontFiles FontFiles::debian() {
    const std::filesystem::path noto = "/usr/share/fonts/opentype/noto";
    const std::filesystem::path truetype = "/usr/share/fonts/truetype";
    return {.sans = noto / "NotoSansCJK-Regular.ttc",
            .sans_bold = noto / "NotoSansCJK-Bold.ttc",
            .serif = noto / "NotoSerifCJK-Regular.ttc",
            .serif_bold = noto / "NotoSerifCJK-Bold.ttc",
            .kai = truetype / "lxgw-wenkai" / "LXGWWenKai-Regular.ttf",
            .fallbacks = {noto / "NotoSansCJK-Regular.ttc", truetype / "hanazono" / "HanaMinA.ttf",
                          truetype / "hanazono" / "HanaMinB.ttf"}};
}

}  // namespace wenlan::text
