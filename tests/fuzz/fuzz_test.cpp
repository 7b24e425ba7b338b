// SPDX-License-Identifier: GPL-3.0-or-later
#include <filesystem>
#include <fstream>
#include <iterator>

#include "catch.h"
#include "fuzz/mutation.h"
#include "fuzz/targets/targets.h"

// The short form of the fuzzers: the same rounds in every run. The long form is libFuzzer's, see
// tests/fuzz/README.md.

using namespace wenlan;

TEST_CASE("Whatever comes from outside is read to an end, and nothing wrong is accepted",
          "[fuzz]") {
    for (const fuzz::Target& target : fuzz::targets()) {
        test::SeededRandom random(7);
        for (int kind = 0; kind < static_cast<int>(test::Mutation::count); ++kind) {
            for (int round = 0; round < target.rounds; ++round) {
                std::string bytes = target.sample(round % 6);
                for (std::size_t i = 0; i <= random.below(3); ++i) {
                    test::mutate(bytes, static_cast<test::Mutation>(kind), random);
                }
                target.run(bytes);
            }
        }
        SUCCEED(target.name);
    }
}

TEST_CASE("What fuzzers once found or begin from is kept and stays harmless", "[fuzz]") {
    for (const fuzz::Target& target : fuzz::targets()) {
        const auto folder =
            std::filesystem::path(WENLAN_SOURCE_DIR) / "tests/fuzz/corpus" / target.name;
        int files = 0;
        for (const auto& entry : std::filesystem::directory_iterator(folder)) {
            std::ifstream file(entry.path(), std::ios::binary);
            target.run(std::string{std::istreambuf_iterator<char>(file), {}});
            ++files;
        }
        CAPTURE(target.name);
        CHECK(files > 0);
    }
}
