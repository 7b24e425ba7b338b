// SPDX-License-Identifier: GPL-3.0-or-later
#include "fuzz/targets/targets.h"
#include "sync/town_keys.h"

// What a centre publishes. The bytes are taken as a file, which must never be accepted unless it is
// one that the centre signed, and as a text that the centre's key has signed, which must never be
// accepted unless it is written in the one way in which it can be written.
namespace wenlan::fuzz {

using namespace wenlan::sync;

namespace {

const test::TownKeys& town() {
    static const test::TownKeys keys;
    return keys;
}

std::string text_of(const std::string& file) { return file.substr(file.find("\n\n") + 2); }

std::string signed_anyway(std::string_view text, Purpose purpose, const SigningKey& key) {
    const SigningKey* const keys[] = {&key};
    return sign_text(text, purpose, keys);
}

const SignedManifest& fifth() {
    static const SignedManifest manifest = sign_manifest(town().manifest(5), town().online);
    return manifest;
}

}  // namespace

std::string sample_manifest(int number) {
    Manifest manifest = town().manifest(5 + number);
    if (number % 3 == 1) manifest.patches.clear();
    const std::string file = sign_manifest(manifest, town().online).file;
    return number % 2 == 0 ? file : text_of(file);
}

void run_manifest(std::string_view bytes) {
    const Root root = town().root();
    if (const auto read = read_manifest(bytes, root)) {
        base::ensure(sign_manifest(read.value().manifest, town().online).file == bytes,
                     "a file that is accepted is one that the centre signed");
    }
    const std::string file = signed_anyway(bytes, Purpose::manifest, town().online);
    if (const auto read = read_manifest(file, root)) {
        base::ensure(sign_manifest(read.value().manifest, town().online).file == file,
                     "a manifest is written in one way");
        base::ensure(read.value().manifest.edition.epoch == root.epoch, "of the root's epoch");
    }
}

std::string sample_root(int number) {
    Root root = town().root();
    root.number = 2 + number / 2;
    const std::string file = town().signed_root(root);
    return number % 2 == 0 ? file : text_of(file);
}

void run_root(std::string_view bytes) {
    const Root old = town().root();
    if (const auto read = read_next_root(bytes, old)) {
        base::ensure(town().signed_root(read.value()) == bytes,
                     "a root that is accepted is one that the centre signed");
    }
    const std::string file = signed_anyway(bytes, Purpose::root, town().offline);
    if (const auto read = read_next_root(file, old)) {
        base::ensure(town().signed_root(read.value()) == file, "a root is written in one way");
        base::ensure(read.value().number == old.number + 1, "a root follows on the one before");
    }
    // Its own keys are the only ones asked, so that much is accepted here; it must end.
    if (const auto read = read_first_root(bytes)) base::ensure(read.value().need >= 1, "one signs");
}

std::string sample_avail(int number) {
    Avail avail = town().avail(fifth());
    for (int i = 0; i < number; ++i) avail.seats.taken[domain::OccasionId{10 + i}] = i;
    const std::string file = sign_avail(avail, town().online);
    return number % 2 == 0 ? file : text_of(file);
}

void run_avail(std::string_view bytes) {
    const Root root = town().root();
    if (const auto read = read_avail(bytes, root, fifth())) {
        base::ensure(sign_avail(read.value(), town().online) == bytes,
                     "seats that are accepted are ones that the centre signed");
    }
    const std::string file = signed_anyway(bytes, Purpose::avail, town().online);
    if (const auto read = read_avail(file, root, fifth())) {
        base::ensure(sign_avail(read.value(), town().online) == file,
                     "free seats are written in one way");
    }
}

}  // namespace wenlan::fuzz
