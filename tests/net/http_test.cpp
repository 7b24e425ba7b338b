// SPDX-License-Identifier: GPL-3.0-or-later
#include <cstdlib>
#include <filesystem>
#include <thread>

#include "catch.h"
#include "net/http_client.h"
#include "net/http_server.h"
#include "net/http_transport.h"
#include "net/loopback.h"
#include "net/static_folder.h"
#include "store/folder.h"

using namespace wenlan;
using namespace std::chrono_literals;

namespace {

const base::Instant start = base::parse_iso8601("2026-11-22", base::Zone::shanghai()).value();

// A server with a folder of files under /site, one that says what it was asked, and one that fails.
struct Site {
    test::Folder folder;
    base::VirtualClock clock{start};
    net::StaticFolder files{folder.path()};
    std::unique_ptr<net::HttpServer> server;

    explicit Site(net::HttpServerLimits limits = {}) {
        std::filesystem::create_directories(folder / "snap");
        test::write_bytes(folder / "manifest", "signed");
        test::write_bytes(folder / "snap/one.zst", "0123456789");
        server = net::HttpServer::listen(
                     "127.0.0.1:0", clock, limits,
                     [this](const net::HttpRequest& request) { return answer(request); })
                     .value();
    }
    net::HttpResponse answer(const net::HttpRequest& request) const {
        if (request.path.starts_with("/site/")) {
            return files.answer(request, std::string_view(request.path).substr(6));
        }
        if (request.path == "/fails") throw std::runtime_error("inner words");
        const auto name = request.query.find("name");
        return net::plain(201, request.method + " " + request.path + " " +
                                   (name == request.query.end() ? "" : name->second) + " " +
                                   request.body + " " + request.peer);
    }
    std::string url(const std::string& path) const {
        return "http://127.0.0.1:" + std::to_string(server->port()) + path;
    }
    base::Result<net::HttpResponse> send(net::HttpRequest request, const std::string& path,
                                         std::size_t bytes_max = 1 << 20) const {
        request.path = url(path);
        return net::HttpClient().send(request, bytes_max);
    }
};

}  // namespace

TEST_CASE("A request and its answer arrive as they were sent", "[net][http]") {
    const Site site;
    const auto answer =
        site.send({.method = "POST", .path = {}, .body = "a\0b"}, "/ask?name=%E6%96%87&x").value();
    CHECK(answer.status == 201);
    CHECK(answer.body == "POST /ask 文 a 127.0.0.1\n");
    CHECK(net::header(answer.headers, "content-type") == "text/plain; charset=utf-8");
    CHECK(net::header(answer.headers, "x-content-type-options") == "nosniff");
}

TEST_CASE("A handler that fails says nothing of its insides", "[net][http]") {
    const Site site;
    const auto answer = site.send({}, "/fails").value();
    CHECK(answer.status == 500);
    CHECK(answer.body.find("inner") == std::string::npos);
}

TEST_CASE("Files are sent whole, in part, or not again", "[net][http]") {
    const Site site;
    const auto whole = site.send({}, "/site/snap/one.zst").value();
    CHECK(whole.status == 200);
    CHECK(whole.body == "0123456789");
    CHECK(net::header(whole.headers, "cache-control").find("immutable") != std::string::npos);

    net::HttpRequest part;
    part.headers["range"] = "bytes=3-5";
    const auto answer = site.send(part, "/site/snap/one.zst").value();
    CHECK(answer.status == 206);
    CHECK(answer.body == "345");
    CHECK(net::header(answer.headers, "content-range") == "bytes 3-5/10");

    part.headers["range"] = "bytes=10-";
    CHECK(site.send(part, "/site/snap/one.zst").value().status == 416);

    net::HttpRequest again;
    again.headers["if-none-match"] = net::header(whole.headers, "etag");
    CHECK(site.send(again, "/site/snap/one.zst").value().status == 304);
    std::filesystem::remove(site.folder / "snap/one.zst");
    test::write_bytes(site.folder / "snap/one.zst", "changed");
    CHECK(site.send(again, "/site/snap/one.zst").value().body == "changed");
}

TEST_CASE("Only what lies in the folder is sent", "[net][http]") {
    const Site site;
    test::write_bytes(site.folder / "secret", "s");
    std::filesystem::create_symlink("/etc/passwd", site.folder / "link");
    for (const char* path : {"/site/none", "/site/", "/site/snap", "/site/link", "/site/%2e%2e/x",
                             "/site//etc/passwd", "/site/snap/%2e%2e/secret"}) {
        CAPTURE(path);
        CHECK(site.send({}, path).value().status == 404);
    }
    const test::RawClient client(site.server->port());
    client.say("GET /site/../secret HTTP/1.0\r\n\r\n");
    CHECK(client.hear_all().find(" 404 ") != std::string::npos);
    CHECK(site.send({.method = "DELETE"}, "/site/manifest").value().status == 405);
    CHECK(std::filesystem::exists(site.folder / "manifest"));
}

TEST_CASE("A body that is too large is refused", "[net][http]") {
    net::HttpServerLimits limits;
    limits.body_bytes = 1000;
    const Site site(limits);
    CHECK(site.send({.method = "PUT", .path = {}, .body = std::string(1000, 'x')}, "/ask")
              .value()
              .status == 201);
    CHECK(site.send({.method = "PUT", .path = {}, .body = std::string(1001, 'x')}, "/ask")
              .value()
              .status == 413);
    // Of a length that is not announced: it is cut off.
    const test::RawClient client(site.server->port());
    client.say("PUT /ask HTTP/1.1\r\nHost: a\r\nTransfer-Encoding: chunked\r\n\r\n");
    for (int i = 0; i < 20; ++i) client.say("64\r\n" + std::string(100, 'x') + "\r\n");
    CHECK(client.hear_all().find("201") == std::string::npos);
    CHECK(client.was_closed());
}

TEST_CASE("Headers that are too large are refused", "[net][http]") {
    const Site site;
    const test::RawClient client(site.server->port());
    client.say("GET /ask HTTP/1.1\r\nHost: a\r\nX: ");
    for (int i = 0; i < 20; ++i) client.say(std::string(1000, 'x'));
    CHECK(client.hear_all().find(" 201 ") == std::string::npos);
    CHECK(client.was_closed());
}

TEST_CASE("Slow and half-open clients keep nobody else waiting and are cut off in time",
          "[net][http]") {
    Site site;
    std::vector<std::unique_ptr<test::RawClient>> slow;
    for (int i = 0; i < 100; ++i) {
        slow.push_back(std::make_unique<test::RawClient>(site.server->port()));
        REQUIRE(slow.back()->connected());
        if (i % 2 == 0) slow.back()->say("GET /ask HTTP/1.1\r\nX-");
    }
    CHECK(site.send({}, "/site/manifest").value().body == "signed");
    // All of them were accepted before this one, which is answered.
    CHECK(site.server->connections() >= 100);
    site.clock.advance(61s);
    site.server->close_overdue();
    for (const auto& client : slow) {
        client->hear_all();
        REQUIRE(client->was_closed());
    }
    CHECK(site.send({}, "/site/manifest").value().body == "signed");
}

TEST_CASE("An address that is taken is refused", "[net][http]") {
    const Site site;
    const auto second =
        net::HttpServer::listen("127.0.0.1:" + std::to_string(site.server->port()), site.clock, {},
                                [](const net::HttpRequest&) { return net::plain(200, ""); });
    CHECK(second.error().code == "net.cannot-listen");
}

TEST_CASE("More than was asked for is not taken", "[net][http]") {
    const Site site;
    CHECK(site.send({}, "/site/snap/one.zst", 9).error().code == "net.too-large");
    CHECK(site.send({}, "/site/snap/one.zst", 10).ok());
}

TEST_CASE("Where nobody answers there is an error, not a wait", "[net][http]") {
    int port = 0;
    {
        const Site site;
        port = site.server->port();
    }
    net::HttpClient client;
    net::HttpRequest request;
    request.path = "http://127.0.0.1:" + std::to_string(port) + "/";
    CHECK(client.send(request, 10).error().code == "net.no-answer");
    request.path = "file:///etc/passwd";
    CHECK(client.send(request, 10).error().code == "net.bad-url");
    request.path = "nonsense://";
    CHECK_FALSE(client.send(request, 10).ok());
}

TEST_CASE("A server that trickles is given up", "[net][http]") {
    // One that accepts and never answers.
    const int listening = ::socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0);
    sockaddr_in address{};
    address.sin_family = AF_INET;
    address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
    REQUIRE(::bind(listening, reinterpret_cast<sockaddr*>(&address), sizeof address) == 0);
    REQUIRE(::listen(listening, 1) == 0);
    socklen_t size = sizeof address;
    ::getsockname(listening, reinterpret_cast<sockaddr*>(&address), &size);
    net::HttpPatience patience;
    patience.whole = 200ms;
    net::HttpTransport transport("http://127.0.0.1:" + std::to_string(ntohs(address.sin_port)),
                                 patience);
    CHECK(transport.get({.name = "manifest", .bytes_max = 10}).error().code == "net.slow");
    transport.stop();
    CHECK(transport.get({.name = "manifest", .bytes_max = 10}).error().code == "net.stopped");
    ::close(listening);
}

TEST_CASE("The proxy is the environment's, but none leads to this machine itself", "[net][http]") {
    base::VirtualClock clock(start);
    const auto proxy =
        net::HttpServer::listen("127.0.0.1:0", clock, {}, [](const net::HttpRequest& request) {
            return net::plain(
                200, "through the proxy to " + std::string(net::header(request.headers, "host")));
        }).value();
    const Site site;
    const std::string address = "http://127.0.0.1:" + std::to_string(proxy->port());
    ::setenv("http_proxy", address.c_str(), 1);
    ::unsetenv("no_proxy");
    ::unsetenv("NO_PROXY");
    net::HttpRequest request;
    request.path = "http://office.example/site/manifest";
    const auto far = net::HttpClient().send(request, 1000);
    const auto near = site.send({}, "/site/manifest");
    ::setenv("no_proxy", "office.invalid", 1);
    request.path = "http://office.invalid/site/manifest";
    const auto without = net::HttpClient().send(request, 1000);
    ::unsetenv("http_proxy");
    ::unsetenv("no_proxy");
    CHECK(far.value().body == "through the proxy to office.example\n");
    CHECK(near.value().body == "signed");
    CHECK_FALSE(without.ok());
}

TEST_CASE("Objects come in parts, again only when they changed", "[net][http]") {
    const Site site;
    net::HttpTransport transport(site.url("/site"));
    CHECK(transport.get({.name = "snap/one.zst", .offset = 0, .bytes_max = 4}).value().bytes ==
          "0123");
    CHECK(transport.get({.name = "snap/one.zst", .offset = 8, .bytes_max = 4}).value().bytes ==
          "89");
    CHECK(transport.get({.name = "snap/one.zst", .offset = 10, .bytes_max = 4})
              .value()
              .bytes.empty());
    const auto first = transport.get({.name = "manifest", .bytes_max = 100}).value();
    CHECK(first.bytes == "signed");
    const auto second =
        transport.get({.name = "manifest", .bytes_max = 100, .etag = first.etag}).value();
    CHECK(second.unchanged);
    CHECK(transport.get({.name = "none", .bytes_max = 1}).error().code == "net.not-found");
    CHECK(transport.get({.name = "../x", .bytes_max = 1}).error().code == "net.bad-name");
    CHECK(transport.put("out/one", "x").error().code == "net.failed");
}

TEST_CASE("A server without ranges, one that lies about them, and one that cuts", "[net][http]") {
    base::VirtualClock clock(start);
    std::string mode = "whole";
    const auto server =
        net::HttpServer::listen("127.0.0.1:0", clock, {}, [&mode](const net::HttpRequest&) {
            net::HttpResponse response = net::plain(200, "0123456789");
            if (mode == "endless") response.body = std::string(1 << 20, 'x');
            if (mode == "lies") {
                response.status = 206;
                response.headers["content-range"] = "bytes 0-9/10";
            }
            if (mode == "refuses") response.status = 403;
            return response;
        }).value();
    net::HttpTransport transport("http://127.0.0.1:" + std::to_string(server->port()));
    const net::Fetch fetch{.name = "a", .offset = 4, .bytes_max = 3};
    CHECK(transport.get(fetch).value().bytes == "456");
    mode = "endless";
    CHECK(transport.get(fetch).value().bytes == "xxx");
    mode = "lies";
    CHECK(transport.get(fetch).error().code == "net.failed");
    mode = "refuses";
    CHECK(transport.get(fetch).error().code == "net.refused");
}
