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

// A certificate for this machine that only this test believes.
bool make_certificate(const std::filesystem::path& folder) {
    const std::string command =
        "openssl req -x509 -newkey ec -pkeyopt ec_paramgen_curve:prime256v1 -nodes -days 2 -subj "
        "/CN=localhost -addext subjectAltName=DNS:localhost -keyout '" +
        (folder / "privkey.pem").string() + "' -out '" + (folder / "fullchain.pem").string() +
        "' 2>/dev/null";
    return std::system(command.c_str()) == 0;
}

struct Ports {
    int plain = 0;
    int tls = 0;
};

// The configuration of assets/nginx with this test's places, and a port without TLS beside it.
std::string configuration(const std::filesystem::path& folder, Ports ports,
                          const std::string& hub) {
    std::string server = test::text_of(WENLAN_SOURCE_DIR "/assets/nginx/wenlan.conf");
    replace_all(server, "listen 443 ssl;",
                "listen 127.0.0.1:" + std::to_string(ports.plain) +
                    "; listen 127.0.0.1:" + std::to_string(ports.tls) + " ssl;");
    replace_all(server, "listen [::]:443 ssl;", "");
    replace_all(server, "/etc/ssl/wenlan", folder.string());
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
    if (!make_certificate(root.path())) {
        WARN("openssl is not installed");
        return;
    }
    const int port = free_port();
    const int tls = free_port();
    test::write_bytes(root / "nginx.conf", configuration(root.path(), {port, tls}, hub));
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

    // The pages for phones, with TLS and all that a browser is told.
    const std::string base = "https://localhost:" + std::to_string(tls);
    const auto fetch = [&](const std::string& words) {
        const std::string out = (root / "page").string();
        const std::string command = "curl -s -i --cacert '" + (root / "fullchain.pem").string() +
                                    "' " + words + " > '" + out + "'";
        CHECK(std::system(command.c_str()) == 0);
        return test::text_of(out);
    };
    const auto has = [](const std::string& page, std::string_view text) {
        return page.find(text) != std::string::npos;
    };
    const std::string on = fetch(base + "/c");
    CHECK(has(on, "HTTP/1.1 200"));
    CHECK(has(on, "default-src 'none'"));
    CHECK(has(on, "/c/"));
    CHECK(has(fetch("-H 'Accept-Language: en' " + base + "/c"), "What&#39;s on"));
    CHECK(has(fetch(base + "/p/style.css"), "text/css"));
    CHECK(has(fetch(base + "/calendar/all.ics"), "BEGIN:VCALENDAR"));
    const std::string look_up = fetch(base + "/p/look-up");
    const std::string begin = "name=\"token\" value=\"";
    const std::size_t at = look_up.find(begin);
    REQUIRE(at != std::string::npos);
    const std::string token = look_up.substr(at + begin.size(), 200);
    const std::string sent =
        "-d 'code=12345674&tail=1234&token=" + token.substr(0, token.find('"')) + "' ";
    // The form is believed from its own host alone, port and all.
    CHECK(has(fetch("-H 'Origin: " + base + "' " + sent + base + "/p/look-up"), "HTTP/1.1 404"));
    CHECK(
        has(fetch("-H 'Origin: https://localhost' " + sent + base + "/p/look-up"), "HTTP/1.1 403"));
}
