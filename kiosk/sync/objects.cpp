// SPDX-License-Identifier: GPL-3.0-or-later
#include "sync/objects.h"

#include <memory>
#include <utility>
#include <zstd.h>

namespace wenlan::sync {

namespace {

constexpr int level = 3;
constexpr int window_log = 27;
static_assert((std::int64_t{1} << window_log) >= database_bytes_max);

struct Free {
    void operator()(ZSTD_CCtx* context) const { ZSTD_freeCCtx(context); }
    void operator()(ZSTD_DCtx* context) const { ZSTD_freeDCtx(context); }
};

base::Error failed(std::size_t code) {
    return {"object.not-compressed", "The programme could not be packed.", ZSTD_getErrorName(code)};
}

base::Result<std::string> compress_from(std::string_view base, std::string_view database) {
    const std::unique_ptr<ZSTD_CCtx, Free> context(ZSTD_createCCtx());
    base::ensure(context != nullptr, "zstd has memory");
    std::size_t code = ZSTD_CCtx_setParameter(context.get(), ZSTD_c_compressionLevel, level);
    if (!base.empty()) {
        for (const auto& [parameter, value] :
             {std::pair{ZSTD_c_enableLongDistanceMatching, 1}, {ZSTD_c_windowLog, window_log}}) {
            if (ZSTD_isError(code)) return failed(code);
            code = ZSTD_CCtx_setParameter(context.get(), parameter, value);
        }
        if (ZSTD_isError(code)) return failed(code);
        code = ZSTD_CCtx_refPrefix(context.get(), base.data(), base.size());
    }
    if (ZSTD_isError(code)) return failed(code);
    const std::size_t bound = ZSTD_compressBound(database.size());
    const auto room = std::make_unique_for_overwrite<char[]>(bound);
    code = ZSTD_compress2(context.get(), room.get(), bound, database.data(), database.size());
    if (ZSTD_isError(code)) return failed(code);
    return std::string(room.get(), code);
}

base::Error wrong_database(std::string detail) {
    return {"object.wrong-database", "What was unpacked is not the programme that was announced.",
            std::move(detail)};
}

base::Result<std::string> unpack(std::string_view object, std::string_view base,
                                 std::int64_t database_bytes) {
    base::ensure(database_bytes > 0 && database_bytes <= database_bytes_max,
                 "a manifest bounds its database");
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
    std::string bytes(static_cast<std::size_t>(database_bytes), '\0');
    code = ZSTD_decompressDCtx(context.get(), bytes.data(), bytes.size(), object.data(),
                               object.size());
    if (ZSTD_isError(code)) return broken(code);
    if (code != bytes.size()) return wrong_database(std::to_string(code) + " bytes");
    return bytes;
}

}  // namespace

Content content_of(std::string_view bytes) {
    return {hash_of(bytes), static_cast<std::int64_t>(bytes.size())};
}

base::Result<std::string> compress(std::string_view database) {
    return compress_from({}, database);
}

base::Result<std::string> compress_patch(std::string_view base, std::string_view database) {
    base::ensure(!base.empty(), "a patch is made from something");
    return compress_from(base, database);
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
    std::string bytes = TRY(unpack(object, base, database.bytes));
    if (hash_of(bytes) != database.hash) return wrong_database(database.hash.hex());
    return bytes;
}

base::Result<std::string> decompress_unchecked(std::string_view object, std::string_view base,
                                               std::int64_t database_bytes) {
    return unpack(object, base, database_bytes);
}

}  // namespace wenlan::sync
