// SPDX-License-Identifier: GPL-3.0-or-later
#include "hub/import/encoding.h"

#include <algorithm>
#include <memory>
#include <optional>
#include <unicode/ucnv.h>
#include <unicode/unistr.h>

#include "base/utf8.h"

namespace wenlan::hub {
namespace {

constexpr std::string_view utf8_mark = "\xEF\xBB\xBF";
constexpr std::string_view utf16_le_mark = "\xFF\xFE";
constexpr std::string_view utf16_be_mark = "\xFE\xFF";

struct CloseConverter {
    void operator()(UConverter* converter) const { ucnv_close(converter); }
};
using Converter = std::unique_ptr<UConverter, CloseConverter>;

Converter open_converter(const char* name) {
    UErrorCode status = U_ZERO_ERROR;
    Converter converter{ucnv_open(name, &status)};
    base::ensure(U_SUCCESS(status) != 0, "ICU has the converters of GB18030 and UTF-16");
    ucnv_setToUCallBack(converter.get(), UCNV_TO_U_CALLBACK_STOP, nullptr, nullptr, nullptr,
                        &status);
    base::ensure(U_SUCCESS(status) != 0, "a converter can be told to stop at an error");
    return converter;
}

// None: the bytes are not well formed in this encoding.
std::optional<std::string> convert(UConverter* converter, std::string_view bytes) {
    icu::UnicodeString text;
    const auto length = static_cast<std::int32_t>(bytes.size());
    const std::int32_t units_max = length + 1;
    UErrorCode status = U_ZERO_ERROR;
    ucnv_resetToUnicode(converter);
    UChar* buffer = text.getBuffer(units_max);
    const std::int32_t units =
        ucnv_toUChars(converter, buffer, units_max, bytes.data(), length, &status);
    text.releaseBuffer(U_SUCCESS(status) != 0 ? units : 0);
    if (U_FAILURE(status) != 0) return std::nullopt;
    std::string out;
    text.toUTF8String(out);
    return out;
}

// A line feed is never part of a longer GB18030 sequence, so that lines can be taken one by one.
base::Result<std::string> from_gb18030(std::string_view bytes) {
    const Converter converter = open_converter("gb18030");
    std::string out;
    out.reserve(bytes.size() * 3 / 2);
    int line = 1;
    while (!bytes.empty()) {
        const std::size_t end = std::min(bytes.find('\n'), bytes.size() - 1) + 1;
        const auto text = convert(converter.get(), bytes.substr(0, end));
        if (!text) {
            return base::Error{"encoding.unknown", "Line " + std::to_string(line) +
                                                       " is neither UTF-8 nor GB18030. Save the "
                                                       "file as UTF-8."};
        }
        out += *text;
        bytes.remove_prefix(end);
        ++line;
    }
    return out;
}

// Text in GB18030 has hardly a sequence that happens to be UTF-8; damaged UTF-8 has hardly one that
// is not.
bool mostly_utf8(std::string_view bytes) {
    std::size_t good = 0;
    std::size_t bad = 0;
    for (const char32_t c : base::utf8::decode(bytes)) {
        if (c == 0xFFFD) {
            ++bad;
        } else if (c > 0x7F) {
            ++good;
        }
    }
    return good >= 9 * bad;
}

}  // namespace

base::Result<std::string> without_utf16(std::string_view bytes) {
    const bool little = bytes.starts_with(utf16_le_mark);
    if (!little && !bytes.starts_with(utf16_be_mark)) return std::string{bytes};
    const Converter converter = open_converter(little ? "UTF-16LE" : "UTF-16BE");
    auto text = convert(converter.get(), bytes.substr(utf16_le_mark.size()));
    if (!text) {
        return base::Error{"encoding.damaged-utf16",
                           "The file begins as UTF-16 and is damaged further on. Save it again."};
    }
    return std::move(*text);
}

base::Result<DecodedText> decode_text(std::string_view bytes) {
    if (bytes.starts_with(utf16_le_mark) || bytes.starts_with(utf16_be_mark)) {
        return DecodedText{TRY(without_utf16(bytes)), Encoding::utf16};
    }
    const bool marked = bytes.starts_with(utf8_mark);
    if (marked) bytes.remove_prefix(utf8_mark.size());
    if (bytes.find('\0') != std::string_view::npos) {
        return base::Error{"encoding.binary", "This is not a text file."};
    }
    if (base::utf8::valid(bytes)) return DecodedText{std::string{bytes}, Encoding::utf8};
    if (marked || mostly_utf8(bytes)) {
        return DecodedText{base::utf8::repaired(bytes), Encoding::utf8};
    }
    return DecodedText{TRY(from_gb18030(bytes)), Encoding::gb18030};
}

}  // namespace wenlan::hub
