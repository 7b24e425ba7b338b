// SPDX-License-Identifier: GPL-3.0-or-later
#include "sync/page_patch.h"

#include <algorithm>
#include <optional>

namespace wenlan::sync {

namespace {

std::uint64_t pages_of(std::size_t bytes) {
    return (bytes + patch_page_bytes - 1) / patch_page_bytes;
}

// The bytes from and to which these pages lie in a file of this length.
struct Part {
    std::size_t from = 0;
    std::size_t to = 0;
    std::size_t size() const { return to - from; }
};
Part part_of(const PageRun& run, std::size_t file_bytes) {
    return {std::min<std::size_t>(file_bytes, run.first * patch_page_bytes),
            std::min<std::size_t>(file_bytes, (run.first + run.count) * patch_page_bytes)};
}

void put_number(std::string& text, std::uint64_t number) {
    while (number >= 0x80) {
        text += static_cast<char>((number & 0x7F) | 0x80);
        number >>= 7;
    }
    text += static_cast<char>(number);
}

std::optional<std::uint64_t> take_number(std::string_view& text) {
    constexpr unsigned bits_max = 35;
    std::uint64_t number = 0;
    for (unsigned bits = 0; bits < bits_max && !text.empty(); bits += 7) {
        const auto byte = static_cast<unsigned char>(text.front());
        text.remove_prefix(1);
        number |= static_cast<std::uint64_t>(byte & 0x7F) << bits;
        if ((byte & 0x80) == 0) return number;
    }
    return std::nullopt;
}

}  // namespace

PageRuns changed_pages(std::string_view base, std::string_view file) {
    PageRuns runs;
    const std::uint64_t pages = pages_of(file.size());
    for (std::uint64_t page = 0; page < pages; ++page) {
        const std::size_t at = page * patch_page_bytes;
        const std::string_view now = file.substr(at, patch_page_bytes);
        if (at < base.size() && base.substr(at, patch_page_bytes) == now) continue;
        if (!runs.empty() && runs.back().first + runs.back().count == page) {
            ++runs.back().count;
        } else {
            runs.push_back({page, 1});
        }
    }
    return runs;
}

std::size_t gathered_bytes(std::size_t file_bytes, const PageRuns& runs) {
    std::size_t bytes = 0;
    for (const PageRun& run : runs) bytes += part_of(run, file_bytes).size();
    return bytes;
}

std::string gather(std::string_view file, const PageRuns& runs) {
    std::string pages;
    pages.reserve(gathered_bytes(file.size(), runs));
    for (const PageRun& run : runs) {
        const Part part = part_of(run, file.size());
        pages += file.substr(part.from, part.size());
    }
    return pages;
}

void scatter(std::string& file, const PageRuns& runs, std::string_view pages) {
    base::ensure(pages.size() == gathered_bytes(file.size(), runs), "as many pages as were taken");
    for (const PageRun& run : runs) {
        const Part part = part_of(run, file.size());
        pages.copy(file.data() + part.from, part.size());
        pages.remove_prefix(part.size());
    }
}

std::string encode(const PageRuns& runs) {
    std::string text;
    std::uint64_t at = 0;
    for (const PageRun& run : runs) {
        put_number(text, run.first - at);
        put_number(text, run.count);
        at = run.first + run.count;
    }
    return text;
}

base::Result<PageRuns> decode_runs(std::string_view text, std::size_t file_bytes) {
    const std::uint64_t pages = pages_of(file_bytes);
    const base::Error broken{"object.broken", "The programme cannot be unpacked.",
                             "the list of its pages"};
    PageRuns runs;
    std::uint64_t at = 0;
    while (!text.empty()) {
        const auto left_out = take_number(text);
        const auto count = take_number(text);
        if (!left_out || !count || *count == 0) return broken;
        if (*left_out > pages - at || *count > pages - at - *left_out) return broken;
        runs.push_back({at + *left_out, *count});
        at += *left_out + *count;
    }
    return runs;
}

}  // namespace wenlan::sync
