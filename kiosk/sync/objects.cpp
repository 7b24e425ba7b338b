// SPDX-License-Identifier: GPL-3.0-or-later
#include "sync/objects.h"

#include <algorithm>
#include <bit>
#include <memory>
#include <utility>
#include <zstd.h>

#include "sync/page_patch.h"

namespace wenlan::sync {

namespace {

constexpr int window_log = 27;
static_assert((std::int64_t{1} << window_log) >= database_bytes_max);

struct Free {
    void operator()(ZSTD_CCtx* context) const { ZSTD_freeCCtx(context); }
    void operator()(ZSTD_DCtx* context) const { ZSTD_freeDCtx(context); }
};

base::Error failed(std::size_t code) {
    return {"object.not-compressed", "The programme could not be packed.", ZSTD_getErrorName(code)};
}

// Enough to look back over all of it.
int window_log_of(std::size_t bytes) {
    constexpr int window_log_min = 17;
    return std::clamp(static_cast<int>(std::bit_width(bytes)), window_log_min, window_log);
}

base::Result<std::string> compress_from(std::string_view base, std::string_view bytes,
                                        int with_level) {
    constexpr std::size_t long_distance = 1 << 20;
    const std::unique_ptr<ZSTD_CCtx, Free> context(ZSTD_createCCtx());
    base::ensure(context != nullptr, "zstd has memory");
    // The decoder finds out by the checksum what has rotted on a disk.
    std::size_t code = ZSTD_CCtx_setParameter(context.get(), ZSTD_c_checksumFlag, 1);
    const auto set = [&](ZSTD_cParameter parameter, int value) {
        if (!ZSTD_isError(code)) code = ZSTD_CCtx_setParameter(context.get(), parameter, value);
    };
    set(ZSTD_c_compressionLevel, with_level);
    if (!base.empty()) {
        set(ZSTD_c_windowLog, window_log_of(base.size() + bytes.size()));
        if (base.size() > long_distance) set(ZSTD_c_enableLongDistanceMatching, 1);
        if (ZSTD_isError(code)) return failed(code);
        code = ZSTD_CCtx_refPrefix(context.get(), base.data(), base.size());
    }
    if (ZSTD_isError(code)) return failed(code);
    const std::size_t bound = ZSTD_compressBound(bytes.size());
    const auto room = std::make_unique_for_overwrite<char[]>(bound);
    code = ZSTD_compress2(context.get(), room.get(), bound, bytes.data(), bytes.size());
    if (ZSTD_isError(code)) return failed(code);
    return std::string(room.get(), code);
}

// Which pages a patch has stands before them, in a frame that other programs skip: four bytes that
// say so, four that say how long it is, the low ones first.
constexpr std::string_view pages_mark{"\x57\x2A\x4D\x18", 4};
constexpr std::size_t pages_head_bytes = 8;

std::string pages_frame(const PageRuns& runs) {
    const std::string list = encode(runs);
    std::string frame(pages_mark);
    for (unsigned bits = 0; bits < 32; bits += 8) {
        frame += static_cast<char>(list.size() >> bits & 0xFF);
    }
    return frame + list;
}

// Its list; takes the frame off the object.
base::Result<PageRuns> take_pages_frame(std::string_view& object, std::size_t database_bytes) {
    const base::Error broken{"object.broken", "The programme cannot be unpacked.", "not a patch"};
    if (!object.starts_with(pages_mark) || object.size() < pages_head_bytes) return broken;
    std::size_t bytes = 0;
    for (std::size_t i = 0; i < 4; ++i) {
        bytes |= std::size_t{static_cast<unsigned char>(object[4 + i])} << (8 * i);
    }
    object.remove_prefix(pages_head_bytes);
    if (bytes > object.size()) return broken;
    const std::string_view list = object.substr(0, bytes);
    object.remove_prefix(bytes);
    return decode_runs(list, database_bytes);
}

base::Error wrong_database(std::string detail) {
    return {"object.wrong-database", "What was unpacked is not the programme that was announced.",
            std::move(detail)};
}

base::Result<std::string> unpack(std::string_view object, std::string_view base,
                                 std::size_t bytes_expected) {
    const auto broken = [](std::size_t code) {
        return base::Error{"object.broken", "The programme cannot be unpacked.",
                           ZSTD_getErrorName(code)};
    };
    const std::unique_ptr<ZSTD_DCtx, Free> context(ZSTD_createDCtx());
    base::ensure(context != nullptr, "zstd has memory");
    std::size_t code = ZSTD_DCtx_setParameter(context.get(), ZSTD_d_windowLogMax, window_log);
    if (!ZSTD_isError(code) && !base.empty()) {
        code = ZSTD_DCtx_refPrefix(context.get(), base.data(), base.size());
    }
    if (ZSTD_isError(code)) return broken(code);
    std::string bytes(bytes_expected, '\0');
    code = ZSTD_decompressDCtx(context.get(), bytes.data(), bytes.size(), object.data(),
                               object.size());
    if (ZSTD_isError(code)) return broken(code);
    if (code != bytes.size()) return wrong_database(std::to_string(code) + " bytes");
    return bytes;
}

std::size_t bounded(std::int64_t database_bytes) {
    base::ensure(database_bytes > 0 && database_bytes <= database_bytes_max,
                 "a manifest bounds its database");
    return static_cast<std::size_t>(database_bytes);
}

}  // namespace

Content content_of(std::string_view bytes) {
    return {hash_of(bytes), static_cast<std::int64_t>(bytes.size())};
}

base::Result<std::string> compress(std::string_view database, int level) {
    return compress_from({}, database, level);
}

base::Result<std::string> compress_patch(std::string_view base, std::string_view database) {
    base::ensure(!base.empty(), "a patch is made from something");
    const PageRuns runs = changed_pages(base, database);
    return pages_frame(runs) +
           TRY(compress_from(gather(base, runs), gather(database, runs), quick_level));
}

base::Result<void> check_object(std::string_view object, const Content& expected) {
    if (static_cast<std::int64_t>(object.size()) != expected.bytes) {
        return base::Error{
            "object.wrong-length", "The programme did not arrive whole.",
            std::to_string(object.size()) + " bytes, not " + std::to_string(expected.bytes)};
    }
    if (hash_of(object) != expected.hash) {
        return base::Error{"object.wrong-hash", "The programme was changed on its way here.",
                           expected.hash.hex()};
    }
    return {};
}

base::Result<std::string> decompress(std::string_view object, std::string_view base,
                                     const Content& database) {
    std::string bytes =
        TRY(base.empty() ? decompress_unchecked(object, database.bytes)
                         : patch_unchecked(object, std::string(base), database.bytes));
    if (hash_of(bytes) != database.hash) return wrong_database(database.hash.hex());
    return bytes;
}

base::Result<std::string> decompress_unchecked(std::string_view object,
                                               std::int64_t database_bytes) {
    return unpack(object, {}, bounded(database_bytes));
}

base::Result<std::string> patch_unchecked(std::string_view object, std::string base,
                                          std::int64_t database_bytes) {
    const std::size_t bytes = bounded(database_bytes);
    const PageRuns runs = TRY(take_pages_frame(object, bytes));
    const std::string pages = TRY(unpack(object, gather(base, runs), gathered_bytes(bytes, runs)));
    base.resize(bytes);
    scatter(base, runs, pages);
    return base;
}

}  // namespace wenlan::sync
