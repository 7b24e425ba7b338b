// SPDX-License-Identifier: GPL-3.0-or-later
#include "gfx/files.h"

#include <algorithm>
#include <fstream>
#include <span>
#include <system_error>

#include "image/codec.h"

namespace wenlan::gfx {

namespace {
constexpr std::uintmax_t bytes_max = 64U << 20U;
constexpr std::size_t name_bytes_max = 128;
}  // namespace

base::Result<std::string> read_file(const std::filesystem::path& path) {
    std::error_code failed;
    const std::uintmax_t size = std::filesystem::file_size(path, failed);
    std::ifstream stream(path, std::ios::binary);
    if (failed || !stream) {
        return base::Error{"gfx.no-file", "A file of the program cannot be read.", path.string()};
    }
    if (size > bytes_max) {
        return base::Error{"gfx.file-too-large", "A file of the program is too large.",
                           path.string()};
    }
    std::string bytes(static_cast<std::size_t>(size), '\0');
    stream.read(bytes.data(), static_cast<std::streamsize>(bytes.size()));
    bytes.resize(static_cast<std::size_t>(stream.gcount()));
    return bytes;
}

base::Result<image::Pixels> read_picture(const std::filesystem::path& path) {
    const std::string bytes = TRY(read_file(path));
    auto pixels =
        image::decode(std::span(reinterpret_cast<const std::uint8_t*>(bytes.data()), bytes.size()));
    if (pixels) return pixels;
    base::Error error = pixels.error();
    error.detail = path.string() + (error.detail.empty() ? "" : ": " + error.detail);
    return error;
}

std::optional<std::filesystem::path> find_picture(const std::filesystem::path& folder,
                                                  const std::string& name) {
    for (const char* ending : {".png", ".jpg", ".webp"}) {
        std::filesystem::path path = folder / (name + ending);
        std::error_code failed;
        if (std::filesystem::is_regular_file(path, failed)) return path;
    }
    return std::nullopt;
}

bool plain_name(const std::string& name) {
    if (name.empty() || name.size() > name_bytes_max) return false;
    return std::none_of(name.begin(), name.end(), [](char letter) {
        const auto byte = static_cast<unsigned char>(letter);
        return byte < 0x20 || byte == 0x7F || letter == '/' || letter == '\\' || letter == '.';
    });
}

std::uint64_t file_stamp(const std::filesystem::path& path) {
    std::error_code failed;
    const auto written = std::filesystem::last_write_time(path, failed);
    if (failed) return 0;
    const std::uintmax_t size = std::filesystem::file_size(path, failed);
    if (failed) return 0;
    const auto ticks = static_cast<std::uint64_t>(written.time_since_epoch().count());
    return (ticks * 1099511628211ULL) ^ (size + 1);
}

}  // namespace wenlan::gfx
