// SPDX-License-Identifier: GPL-3.0-or-later
#include <vector>

#include "catch.h"
#include "net/socket_address.h"
#include "net/transport.h"

using namespace wenlan;

TEST_CASE("The name of an object cannot lead out of its folder", "[net]") {
    for (const char* name : {"manifest", "snap/0af.zst", "patch/a-b.zst", "root/2", "a/b/c_d"}) {
        CAPTURE(name);
        CHECK(net::valid_object_name(name));
    }
    const std::vector<std::string> bad = {"",
                                          "/etc",
                                          "..",
                                          "a/../b",
                                          "./a",
                                          "a//b",
                                          "a/",
                                          ".git",
                                          "A",
                                          "a b",
                                          "a\\b",
                                          "a/.b",
                                          "a?b",
                                          "a%2e",
                                          "文",
                                          std::string("a\0b", 3),
                                          std::string(201, 'a')};
    for (const std::string& name : bad) {
        CAPTURE(name);
        CHECK_FALSE(net::valid_object_name(name));
    }
}

TEST_CASE("An address to listen on is a number and a port", "[net]") {
    CHECK(net::SocketAddress::parse("127.0.0.1:80").ok());
    CHECK(net::SocketAddress::parse("localhost:0").ok());
    CHECK(net::SocketAddress::parse("[::1]:8080").value().v6());
    for (const char* text : {"", "8080", "127.0.0.1", "127.0.0.1:", "127.0.0.1:99999", "::1:80",
                             "example.org:80", "127.0.0.1:8x"}) {
        CAPTURE(text);
        CHECK(net::SocketAddress::parse(text).error().code == "net.bad-address");
    }
}
