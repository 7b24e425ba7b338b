// SPDX-License-Identifier: GPL-3.0-or-later
#include "device/printer_line.h"

#include <charconv>

#include "device/cups_line.h"
#include "device/raw_line.h"

namespace wenlan::device {

namespace {

bool is_name(const std::string& name) {
    return !name.empty() && name.front() != '-' &&
           name.find_first_not_of(
               "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ"
               "0123456789_-.") == std::string::npos;
}

}  // namespace

base::Result<std::unique_ptr<PrinterLine>> printer_line(const std::string& connection) {
    constexpr std::string_view cups = "cups:";
    if (connection.starts_with('/')) {
        return std::unique_ptr<PrinterLine>(std::make_unique<RawLine>(connection));
    }
    if (connection.starts_with(cups)) {
        const std::string name = connection.substr(cups.size());
        if (is_name(name)) return std::unique_ptr<PrinterLine>(std::make_unique<CupsLine>(name));
    } else if (const std::size_t colon = connection.rfind(':'); colon != std::string::npos) {
        int port = 0;
        const char* from = connection.data() + colon + 1;
        const char* end = connection.data() + connection.size();
        const auto read = std::from_chars(from, end, port);
        const std::string address = connection.substr(0, colon);
        const bool digits = address.find_first_not_of("0123456789.") == std::string::npos;
        if (read.ec == std::errc{} && read.ptr == end && port > 0 && port < 65536 && digits &&
            !address.empty())
            return std::unique_ptr<PrinterLine>(std::make_unique<RawLine>(address, port));
    }
    return base::Error{"printer.connection",
                       "is a device file, an address such as 192.168.1.20:9100, or cups:NAME",
                       {}};
}

}  // namespace wenlan::device
