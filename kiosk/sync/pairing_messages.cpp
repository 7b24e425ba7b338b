// SPDX-License-Identifier: GPL-3.0-or-later
#include "sync/pairing_messages.h"

#include "base/utf8.h"
#include "sync/field_reader.h"
#include "sync/root.h"

namespace wenlan::sync {

namespace {

constexpr std::string_view hello_head = "wenlan-pair-hello 1";
constexpr std::string_view welcome_head = "wenlan-pair-welcome 1";
constexpr std::string_view request_head = "wenlan-pair-request 1";
constexpr std::string_view grant_head = "wenlan-pair-grant 1";
constexpr std::string_view request_label = "wenlan pairing request 1";
constexpr std::string_view grant_label = "wenlan pairing grant 1";
constexpr std::string_view mac_line = "mac ";
constexpr std::size_t mac_bytes = mac_line.size() + 64 + 1;
constexpr std::size_t software_bytes_max = 60;
constexpr std::int64_t seal_number_max = 1'000'000;

base::Error malformed(std::string_view what) {
    return {"pair.malformed", "What the other side sent cannot be understood.", std::string(what)};
}

// A share, a key and a hash are 32 bytes alike.
template <typename Value>
Value read_32(FieldReader& reader) {
    Value value;
    value.bytes = reader.hash().bytes;
    return value;
}
template <typename Value>
Hash as_hash(const Value& value) {
    Hash hash;
    hash.bytes = value.bytes;
    return hash;
}

std::string with_mac(std::string text, const Secret<32>& key, std::string_view label,
                     std::string_view before) {
    const Hash hash = mac(key, label, std::string(before) + text);
    return text + std::string(mac_line) + hash.hex() + "\n";
}

// The text before its last line, if that is its mac.
base::Result<std::string> without_mac(std::string_view text, const Secret<32>& key,
                                      std::string_view label, std::string_view before) {
    if (text.size() > pairing_bytes_max || text.size() < mac_bytes) return malformed("its length");
    const std::string_view body = text.substr(0, text.size() - mac_bytes);
    const std::string_view last = text.substr(body.size());
    if (!last.starts_with(mac_line) || last.back() != '\n') return malformed("no mac");
    const std::string expected = mac(key, label, std::string(before) + std::string(body)).hex();
    if (!equal_in_constant_time(last.substr(mac_line.size(), 64), expected)) {
        return base::Error{"pair.wrong", "That is not the code that the office has made."};
    }
    return std::string(body);
}

bool is_a_name(std::string_view name) {
    if (!base::utf8::valid(name)) return false;
    for (const char c : name) {
        if (static_cast<unsigned char>(c) < 0x20 || c == 0x7F) return false;
    }
    return true;
}

}  // namespace

std::string write(const PairingHello& hello) {
    FieldWriter writer;
    writer.head(hello_head);
    writer.line("share").value(as_hash(hello.share));
    return writer.take();
}

base::Result<PairingHello> read_hello(std::string_view text) {
    FieldReader reader(text.substr(0, pairing_bytes_max));
    PairingHello hello;
    reader.head(hello_head);
    reader.line("share");
    hello.share = read_32<Share>(reader);
    if (!reader.whole()) return malformed(reader.fault());
    return hello;
}

std::string write(const PairingWelcome& welcome) {
    FieldWriter writer;
    writer.head(welcome_head);
    writer.line("session").value(welcome.session);
    writer.line("share").value(as_hash(welcome.share));
    return writer.take();
}

base::Result<PairingWelcome> read_welcome(std::string_view text) {
    FieldReader reader(text.substr(0, pairing_bytes_max));
    PairingWelcome welcome;
    reader.head(welcome_head);
    reader.line("session");
    welcome.session = reader.centre();
    reader.line("share");
    welcome.share = read_32<Share>(reader);
    if (!reader.whole()) return malformed(reader.fault());
    return welcome;
}

std::string write(const PairingRequest& request, const Secret<32>& key) {
    FieldWriter writer;
    writer.head(request_head);
    writer.line("session").value(request.session);
    writer.line("signing").value(request.signing);
    writer.line("sealing").value(as_hash(request.sealing));
    writer.line("software").bytes(request.software.substr(0, software_bytes_max));
    return with_mac(writer.take(), key, request_label, "");
}

base::Result<PairingSession> session_of(std::string_view request) {
    constexpr std::size_t lines = request_head.size() + 1 + 8 + 32 + 1;
    FieldReader reader(request.substr(0, lines));
    reader.head(request_head);
    reader.line("session");
    const PairingSession session = reader.centre();
    if (!reader.whole()) return malformed(reader.fault());
    return session;
}

base::Result<PairingRequest> read_request(std::string_view text, const Secret<32>& key) {
    const std::string body = TRY(without_mac(text, key, request_label, ""));
    FieldReader reader(body);
    PairingRequest request;
    reader.head(request_head);
    reader.line("session");
    request.session = reader.centre();
    reader.line("signing");
    request.signing = reader.key();
    reader.line("sealing");
    request.sealing = read_32<SealKey>(reader);
    reader.line("software");
    request.software = reader.bytes(software_bytes_max);
    reader.must(is_a_name(request.software), "software");
    if (!reader.whole()) return malformed(reader.fault());
    return request;
}

std::string write(const PairingGrant& grant, const Secret<32>& key, std::string_view request) {
    FieldWriter writer;
    writer.head(grant_head);
    writer.line("session").value(grant.session);
    writer.line("kiosk").value(std::int64_t{grant.number});
    writer.line("name").bytes(grant.name);
    writer.line("centre").value(grant.centre);
    writer.line("sealing").value(std::int64_t{grant.seal.number}).value(as_hash(grant.seal.key));
    writer.line("root").bytes(grant.root);
    return with_mac(writer.take(), key, grant_label, request);
}

base::Result<PairingGrant> read_grant(std::string_view text, const Secret<32>& key,
                                      std::string_view request) {
    const std::string body = TRY(without_mac(text, key, grant_label, request));
    FieldReader reader(body);
    PairingGrant grant;
    reader.head(grant_head);
    reader.line("session");
    grant.session = reader.centre();
    reader.line("kiosk");
    grant.number = static_cast<int>(reader.number(1, kiosk_number_max));
    reader.line("name");
    grant.name = reader.bytes(kiosk_name_bytes_max);
    reader.must(is_a_name(grant.name), "name");
    reader.line("centre");
    grant.centre = reader.centre();
    reader.line("sealing");
    grant.seal.number = static_cast<int>(reader.number(1, seal_number_max));
    grant.seal.key = read_32<SealKey>(reader);
    reader.line("root");
    grant.root = reader.bytes(root_bytes_max);
    if (!reader.whole()) return malformed(reader.fault());
    return grant;
}

}  // namespace wenlan::sync
