// SPDX-License-Identifier: GPL-3.0-or-later
#include "sync/root.h"

#include <algorithm>

#include "sync/edition.h"
#include "sync/field_reader.h"

namespace wenlan::sync {

namespace {

constexpr std::string_view head = "wenlan-root 1";
constexpr SignedKind kind{Purpose::root, "root", root_bytes_max};

std::vector<PublicKey> read_keys(FieldReader& reader, std::string_view name) {
    std::vector<PublicKey> keys;
    do {
        reader.line(name);
        keys.push_back(reader.key());
        reader.must(keys.size() <= signatures_max, "too many keys");
        reader.must(keys.size() < 2 || keys[keys.size() - 2] < keys.back(), "keys out of order");
    } while (reader.next_is(name) && !reader.failed());
    return keys;
}

base::Result<Root> parse(std::string_view text) {
    constexpr std::int64_t number_max = 1'000'000;
    FieldReader reader(text);
    Root root;
    reader.head(head);
    reader.line("centre");
    root.centre = reader.centre();
    reader.line("number");
    root.number = reader.number(1, number_max);
    reader.line("epoch");
    root.epoch = reader.number(1, Edition::epoch_max);
    reader.line("issued");
    root.issued = reader.instant();
    reader.line("expires");
    root.expires = reader.instant();
    reader.must(root.expires > root.issued, "expires");
    reader.line("need");
    root.need = reader.number(1, signatures_max);
    root.offline = read_keys(reader, "offline");
    reader.must(root.need <= static_cast<std::int64_t>(root.offline.size()), "need");
    root.online = read_keys(reader, "online");
    if (!reader.whole()) {
        return base::Error{"root.bad-field", "The centre's list of keys cannot be understood.",
                           reader.fault()};
    }
    return root;
}

std::string encode(const Root& root) {
    FieldWriter writer;
    writer.head(head);
    writer.line("centre").value(root.centre);
    writer.line("number").value(root.number);
    writer.line("epoch").value(root.epoch);
    writer.line("issued").value(root.issued);
    writer.line("expires").value(root.expires);
    writer.line("need").value(root.need);
    for (const PublicKey& key : root.offline) writer.line("offline").value(key);
    for (const PublicKey& key : root.online) writer.line("online").value(key);
    return writer.take();
}

std::size_t need_of(const Root& root) { return static_cast<std::size_t>(root.need); }

}  // namespace

std::string sign_root(Root root, std::span<const SigningKey* const> offline_keys) {
    std::sort(root.offline.begin(), root.offline.end());
    std::sort(root.online.begin(), root.online.end());
    return sign_text(encode(root), Purpose::root, offline_keys);
}

// Its keys are in it, so it is read before it can be verified; nothing is made of it until then.
base::Result<Root> read_first_root(std::string_view file) {
    const SignedText signed_text = TRY(split_signed(file, kind));
    Root root = TRY(parse(signed_text.text));
    TRY(check_signatures(signed_text, kind, root.offline, need_of(root)));
    return root;
}

base::Result<Root> read_next_root(std::string_view file, const Root& old) {
    const SignedText signed_text = TRY(split_signed(file, kind));
    TRY(check_signatures(signed_text, kind, old.offline, need_of(old)));
    Root root = TRY(parse(signed_text.text));
    if (root.centre != old.centre) {
        return base::Error{"root.wrong-centre", "The list of keys is another centre's.",
                           root.centre.hex()};
    }
    if (root.number != old.number + 1) {
        return base::Error{"root.wrong-number", "The list of keys does not follow on ours.",
                           std::to_string(root.number) + " after " + std::to_string(old.number)};
    }
    if (root.epoch < old.epoch) {
        return base::Error{"root.lower-epoch", "The list of keys goes back in time.",
                           std::to_string(root.epoch) + " after " + std::to_string(old.epoch)};
    }
    TRY(check_signatures(signed_text, kind, root.offline, need_of(root)));
    return root;
}

}  // namespace wenlan::sync
