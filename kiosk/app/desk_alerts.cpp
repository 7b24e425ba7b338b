// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/desk_alerts.h"

#include <nlohmann/json.hpp>
#include <sys/wait.h>
#include <unistd.h>
#include <vector>

#include "net/http_client.h"

namespace wenlan::app {
namespace {

constexpr unsigned seconds_max = 30;

}  // namespace

base::Result<void> AlertCommand::send(const hub::desk::Alert& alert) {
    // Made before the fork: between it and the program nothing is allocated.
    std::vector<std::string> added = {
        "WENLAN_ALERT=" + alert.sentence, "WENLAN_ALERT_CODE=" + alert.code,
        "WENLAN_ALERT_SCREEN=" + alert.name, "WENLAN_ALERT_OVER=" + std::to_string(alert.over)};
    std::vector<char*> environment;
    for (char** one = environ; *one != nullptr; ++one) environment.push_back(*one);
    for (std::string& one : added) environment.push_back(one.data());
    environment.push_back(nullptr);
    const pid_t child = ::fork();
    if (child == 0) {
        ::alarm(seconds_max);  // the program keeps it
        char* const words[] = {const_cast<char*>(program_.c_str()), nullptr};
        ::execve(program_.c_str(), words, environment.data());
        ::_exit(127);
    }
    int status = 0;
    const bool ended = child > 0 && ::waitpid(child, &status, 0) == child;
    if (ended && WIFEXITED(status) && WEXITSTATUS(status) == 0) return {};
    return base::Error{"alert.failed", "The program for alerts has failed.", program_};
}

base::Result<void> AlertWebhook::send(const hub::desk::Alert& alert) {
    net::HttpClient client({std::chrono::seconds{5}, std::chrono::seconds{10}});
    const nlohmann::ordered_json body = {
        {"screen", alert.screen}, {"name", alert.name},
        {"code", alert.code},     {"since", base::to_iso8601(alert.since)},
        {"over", alert.over},     {"sentence", alert.sentence}};
    net::HttpRequest request;
    request.method = "POST";
    request.path = url_;
    request.headers["content-type"] = "application/json";
    request.body = body.dump(-1, ' ', false, nlohmann::ordered_json::error_handler_t::replace);
    constexpr std::size_t answer_bytes_max = 64 << 10;
    const auto answer = TRY(client.send(request, answer_bytes_max, net::MoreBytes::leave));
    if (answer.status < 300) return {};
    return base::Error{"alert.failed", "The address for alerts has refused one.",
                       std::to_string(answer.status)};
}

}  // namespace wenlan::app
