// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <utility>

#include "app/hub_contact.h"
#include "net/http_transport.h"

namespace wenlan::app {

// The line to a hub's site, which a tour may turn off.
class SwitchedTransport final : public net::Transport {
public:
    // The contact, if any, outlives it.
    SwitchedTransport(std::string address, const HubContact* contact)
        : line_(std::move(address)), contact_(contact) {}

    base::Result<net::Fetched> get(const net::Fetch& fetch) override {
        if (off()) return gone();
        return line_.get(fetch);
    }
    base::Result<void> put(std::string_view name, std::string_view bytes) override {
        if (off()) return gone();
        return line_.put(name, bytes);
    }
    void stop() { line_.stop(); }

private:
    bool off() const { return contact_ != nullptr && !contact_->network(); }
    static base::Error gone() { return {"net.no-answer", "The network is turned off."}; }

    net::HttpTransport line_;
    const HubContact* contact_;
};

}  // namespace wenlan::app
