// SPDX-License-Identifier: GPL-3.0-or-later
#include "fuzz/targets/targets.h"
#include "sync/objects.h"

// A compressed object, as it lies on a stick.
namespace wenlan::fuzz {

using namespace wenlan::sync;

namespace {

std::string old_database() {
    std::string text;
    for (int i = 0; i < 400; ++i) text += "书法班 " + std::to_string(i * 37 % 101) + ";";
    return text;
}

std::string new_database(int number) {
    std::string text = old_database();
    text[static_cast<std::size_t>(100 + number)] = '!';
    return text;
}

}  // namespace

std::string sample_patch(int number) {
    return number % 2 == 0 ? compress_patch(old_database(), new_database(0)).value()
                           : compress(new_database(0)).value();
}

void run_patch(std::string_view bytes) {
    static const std::string old = old_database();
    static const std::string fresh = new_database(0);
    static const Content expected = content_of(fresh);
    static const Content patch = content_of(sample_patch(0));
    if (check_object(bytes, patch)) {
        base::ensure(bytes == sample_patch(0), "only what was announced is an object");
    }
    for (const std::string_view base : {std::string_view(old), std::string_view()}) {
        const auto decoded = decompress(bytes, base, expected);
        base::ensure(!decoded || decoded.value() == fresh, "only what was announced is unpacked");
    }
}

}  // namespace wenlan::fuzz
