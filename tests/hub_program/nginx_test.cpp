// SPDX-License-Identifier: GPL-3.0-or-later
#include <netinet/in.h>
#include <sys/socket.h>

#include "catch.h"
#include "hub_program/process.h"
#include "net/http_client.h"
#include "store/folder.h"

using namespace wenlan;

namespace {

const char* const nginx = "/usr/sbin/nginx";

int free_port() {
    const int descriptor = ::socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0);
    sockaddr_in address{};
    address.sin_family = AF_INET;
    address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
    socklen_t size = sizeof address;
    if (::bind(descriptor, reinterpret_cast<sockaddr*>(&address), size) != 0) std::abort();
    ::getsockname(descriptor, reinterpret_cast<sockaddr*>(&address), &size);
    ::close(descriptor);
    return ntohs(address.sin_port);
}

void replace_all(std::string& text, const std::string& from, const std::string& to) {
    for (std::size_t at = text.find(from); at != std::string::npos;
         at = text.find(from, at + to.size())) {
        text.replace(at, from.size(), to);
    }
}

// The configuration of assets/nginx with this test's places, and without TLS.
std::string configuration(const std::filesystem::path& folder, int port, const std::string& hub) {
    std::string server = test::text_of(WENLAN_SOURCE_DIR "/assets/nginx/wenlan.conf");
    replace_all(server, "listen 443 ssl;", "listen 127.0.0.1:" + std::to_string(port) + ";");
    replace_all(server, "listen [::]:443 ssl;", "");
    for (const std::string name : {"ssl_certificate ", "ssl_certificate_key", "ssl_protocols"}) {
        const std::size_t at = server.find("    " + name);
        REQUIRE(at != std::string::npos);
        server.erase(at, server.find('\n', at) - at);
    }
    replace_all(server, "/var/lib/wenlan", (folder / "office").string());
    replace_all(server, "http://127.0.0.1:8080", hub);
    const std::string here = folder.string();
    // The superuser's nginx would become somebody who may not read this folder.
    std::string text = ::getuid() == 0 ? "user root;\n" : "";
    text += "daemon off; pid " + here + "/nginx.pid; error_log " + here + "/nginx.log;\n";
    text += "worker_processes 1; events {}\nhttp {\naccess_log off;\n";
    for (const std::string kind : {"client_body", "proxy", "fastcgi", "uwsgi", "scgi"}) {
        text += kind + "_temp_path " + here + "/" + kind + ";\n";
    }
    return text + server + "}\n";
}

class Nginx {
public:
    explicit Nginx(const std::filesystem::path& configuration_file) {
        child_ = ::fork();
        if (child_ == 0) {
            const int nothing = ::open("/dev/null", O_WRONLY | O_CLOEXEC);
            ::dup2(nothing, STDERR_FILENO);
            ::execl(nginx, nginx, "-c", configuration_file.c_str(), nullptr);
            ::_exit(127);
        }
    }
    Nginx(const Nginx&) = delete;
    Nginx& operator=(const Nginx&) = delete;
    ~Nginx() {
        ::kill(child_, SIGTERM);
        ::waitpid(child_, nullptr, 0);
    }

private:
    pid_t child_;
};

}  // namespace

TEST_CASE("nginx in front: files from the disk, the rest from the hub", "[hub program]") {
    if (!std::filesystem::exists(nginx)) {
        WARN("nginx is not installed");
        return;
    }
    const test::Folder root;
    REQUIRE(test::run(root.path(), "wenlan-hub",
                      {"init", "--demo", "--data", (root / "office").string()})
                .code == 0);
    const test::Serving serving(root / "office");
    std::string hub = serving.url();
    hub.pop_back();
    const int port = free_port();
    test::write_bytes(root / "nginx.conf", configuration(root.path(), port, hub));
    const Nginx running(root / "nginx.conf");

    net::HttpClient client;
    const auto get = [&](const std::string& path, const std::string& etag = "") {
        net::HttpRequest request;
        request.path = "http://127.0.0.1:" + std::to_string(port) + path;
        if (!etag.empty()) request.headers["if-none-match"] = etag;
        return client.send(request, 16 << 20);
    };
    auto manifest = get("/site/manifest");
    // Until it listens.
    constexpr int tries_max = 500;
    for (int i = 0; i < tries_max && !manifest; ++i) {
        ::usleep(10'000);
        manifest = get("/site/manifest");
    }
    REQUIRE(manifest.ok());
    CHECK(manifest.value().status == 200);
    CHECK(manifest.value().body == test::text_of(root / "office/site/manifest"));
    CHECK(net::header(manifest.value().headers, "cache-control") == "no-cache");
    CHECK(get("/site/manifest", std::string(net::header(manifest.value().headers, "etag")))
              .value()
              .status == 304);
    const auto object = get("/site/root/1").value();
    CHECK(object.status == 200);
    CHECK(net::header(object.headers, "cache-control").find("immutable") != std::string::npos);
    CHECK(get("/healthz").value().status == 200);
    CHECK(get("/site/../keys/offline.key").value().status != 200);
    CHECK(get("/keys/offline.key").value().status == 404);
    // Nobody but nginx answered for the files.
    const std::string metrics = get("/metrics").value().body;
    CHECK(metrics.find("wenlan_answers_total{status=\"2xx\"} 1\n") != std::string::npos);
}
