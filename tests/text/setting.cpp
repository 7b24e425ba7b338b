// SPDX-License-Identifier: GPL-3.0-or-later
#include "setting.h"

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <set>

#include "base/result.h"
#include "base/utf8.h"

namespace wenlan::text::setting {

std::unique_ptr<Typesetter> typesetter() {
    return std::move(Typesetter::create(FontFiles::debian())).value();
}

std::vector<std::string> town_texts() {
    std::vector<std::filesystem::path> files;
    for (const char* folder : {"data/demo", "data/strings"})
        for (const auto& entry : std::filesystem::recursive_directory_iterator(
                 std::filesystem::path(WENLAN_SOURCE_DIR) / folder))
            if (entry.is_regular_file()) files.push_back(entry.path());
    std::sort(files.begin(), files.end());
    std::vector<std::string> texts;
    for (const auto& file : files) {
        std::ifstream in(file);
        for (std::string text; std::getline(in, text);)
            if (!text.empty()) texts.push_back(text);
    }
    return texts;
}

char32_t character_at(std::string_view text, std::size_t byte) {
    base::ensure(byte < text.size(), "a byte of the text");
    return base::utf8::decode(text.substr(byte, 4)).front();
}

std::u32string shown(std::string_view text, const Line& line) {
    const auto characters =
        base::utf8::decode(text.substr(line.byte_begin, line.byte_end - line.byte_begin));
    std::u32string result(characters.begin(), characters.end());
    while (!result.empty() &&
           std::u32string_view(U" \n\u3000").find(result.back()) != std::u32string_view::npos)
        result.pop_back();
    return result;
}

std::vector<std::string> parts(std::string_view text, const Paragraph& paragraph) {
    std::vector<std::string> result;
    for (const Line& line : paragraph.lines)
        result.emplace_back(text.substr(line.byte_begin, line.byte_end - line.byte_begin));
    return result;
}

std::size_t clusters(const Line& line) {
    std::set<std::uint32_t> bytes;
    for (const Glyph& glyph : line.glyphs) bytes.insert(glyph.byte);
    return bytes.size();
}

}  // namespace wenlan::text::setting
