// SPDX-License-Identifier: GPL-3.0-or-later
#include "sync/manifest.h"

#include <algorithm>
#include <utility>

#include "sync/field_reader.h"

namespace wenlan::sync {

namespace {

constexpr std::string_view head = "wenlan-manifest 1";
constexpr SignedKind kind{Purpose::manifest, "manifest", manifest_bytes_max};

Content read_content(FieldReader& reader) {
    Content content;
    content.hash = reader.hash();
    content.bytes = reader.number(1, database_bytes_max);
    return content;
}

base::Result<Manifest> parse(std::string_view text) {
    constexpr std::int64_t schema_max = 10'000;
    constexpr std::int64_t serial_max = 1'000'000'000'000;
    FieldReader reader(text);
    Manifest manifest;
    reader.head(head);
    reader.line("centre");
    manifest.centre = reader.centre();
    reader.line("schema");
    manifest.schema_oldest = reader.number(1, schema_max);
    manifest.schema = reader.number(manifest.schema_oldest, schema_max);
    reader.line("epoch");
    manifest.edition.epoch = reader.number(1, Edition::epoch_max);
    reader.line("version");
    manifest.edition.version = reader.number(1, Edition::version_max);
    reader.line("issued");
    manifest.issued = reader.instant();
    reader.line("expires");
    manifest.expires = reader.instant();
    reader.must(manifest.expires > manifest.issued, "expires");
    reader.line("database");
    manifest.database = read_content(reader);
    reader.line("snap");
    manifest.snap = read_content(reader);
    while (reader.next_is("patch") && !reader.failed()) {
        reader.line("patch");
        const Hash base = reader.hash();
        reader.must(manifest.patches.empty() || manifest.patches.back().base < base, "patch");
        manifest.patches.push_back({base, read_content(reader)});
        reader.must(manifest.patches.size() <= patches_max, "too many patches");
    }
    reader.line("avail");
    manifest.avail_serial = reader.number(0, serial_max);
    reader.line("previous");
    manifest.previous = reader.hash();
    if (!reader.whole()) {
        return base::Error{"manifest.bad-field", "What the centre sent cannot be understood.",
                           reader.fault()};
    }
    return manifest;
}

std::string encode(const Manifest& manifest) {
    FieldWriter writer;
    writer.head(head);
    writer.line("centre").value(manifest.centre);
    writer.line("schema").value(manifest.schema_oldest).value(manifest.schema);
    writer.line("epoch").value(manifest.edition.epoch);
    writer.line("version").value(manifest.edition.version);
    writer.line("issued").value(manifest.issued);
    writer.line("expires").value(manifest.expires);
    writer.line("database").value(manifest.database.hash).value(manifest.database.bytes);
    writer.line("snap").value(manifest.snap.hash).value(manifest.snap.bytes);
    for (const Patch& patch : manifest.patches) {
        writer.line("patch").value(patch.base).value(patch.object.hash).value(patch.object.bytes);
    }
    writer.line("avail").value(manifest.avail_serial);
    writer.line("previous").value(manifest.previous);
    return writer.take();
}

}  // namespace

SignedManifest sign_manifest(Manifest manifest, const SigningKey& online_key) {
    std::sort(manifest.patches.begin(), manifest.patches.end(),
              [](const Patch& a, const Patch& b) { return a.base < b.base; });
    const std::string text = encode(manifest);
    const SigningKey* const keys[] = {&online_key};
    return {std::move(manifest), hash_of(text), sign_text(text, Purpose::manifest, keys)};
}

base::Result<SignedManifest> read_manifest(std::string_view file, const Root& root) {
    const std::string text = TRY(open_signed(file, kind, root.online, 1));
    Manifest manifest = TRY(parse(text));
    if (manifest.centre != root.centre) {
        return base::Error{"manifest.wrong-centre", "This programme is another centre's.",
                           manifest.centre.hex()};
    }
    if (manifest.edition.epoch != root.epoch) {
        return base::Error{"manifest.wrong-epoch", "This programme is of another time.",
                           std::to_string(manifest.edition.epoch) + " under a root of " +
                               std::to_string(root.epoch)};
    }
    return SignedManifest{std::move(manifest), hash_of(text), std::string(file)};
}

std::string snap_name(const Manifest& manifest) {
    return "snap/" + manifest.database.hash.hex() + ".zst";
}

std::string patch_name(const Manifest& manifest, const Patch& patch) {
    return "patch/" + patch.base.hex() + "-" + manifest.database.hash.hex() + ".zst";
}

}  // namespace wenlan::sync
