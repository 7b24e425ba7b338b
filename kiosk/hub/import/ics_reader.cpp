// SPDX-License-Identifier: GPL-3.0-or-later
#include "hub/import/ics_reader.h"

#include <algorithm>
#include <array>
#include <optional>

#include "hub/import/encoding.h"

namespace wenlan::hub {
namespace {

constexpr std::size_t lines_max = 1'000'000;
constexpr std::size_t depth_max = 8;
constexpr std::size_t value_bytes_max = 256 * 1024;

constexpr std::array known_properties{
    "UID",          "SUMMARY",    "DESCRIPTION",    "LOCATION",  "DTSTART", "DTEND",
    "DURATION",     "RRULE",      "EXRULE",         "RDATE",     "EXDATE",  "RECURRENCE-ID",
    "STATUS",       "SEQUENCE",   "CLASS",          "METHOD",    "TZID",    "ORGANIZER",
    "TZOFFSETFROM", "TZOFFSETTO", "X-LIC-LOCATION", "CATEGORIES"};
constexpr std::array known_components{"VCALENDAR", "VEVENT", "VTIMEZONE", "STANDARD", "DAYLIGHT"};

template <std::size_t N>
bool one_of(const std::array<const char*, N>& names, std::string_view name) {
    return std::find(names.begin(), names.end(), name) != names.end();
}

std::string upper(std::string_view text) {
    std::string out{text};
    std::transform(out.begin(), out.end(), out.begin(), [](char c) {
        return c >= 'a' && c <= 'z' ? static_cast<char>(c - 'a' + 'A') : c;
    });
    return out;
}

// A physical line without its end; the rest moves on.
std::string_view take_line(std::string_view& rest, char end) {
    const std::size_t length = std::min(rest.find(end), rest.size());
    std::string_view line = rest.substr(0, length);
    rest.remove_prefix(std::min(length + 1, rest.size()));
    while (!line.empty() && line.back() == '\r') line.remove_suffix(1);
    return line;
}

struct Unfolded {
    std::string text;              // one logical line after another, each with a line feed
    std::vector<int> first_lines;  // where each begins in the file
};

// Unfolding comes before decoding: a fold may lie between the bytes of a character.
Unfolded unfold(std::string_view bytes) {
    const char end = bytes.find('\n') == std::string_view::npos ? '\r' : '\n';
    Unfolded out;
    out.text.reserve(bytes.size());
    for (int number = 1; !bytes.empty(); ++number) {
        std::string_view line = take_line(bytes, end);
        const bool folded = !line.empty() && (line.front() == ' ' || line.front() == '\t');
        if (folded && !out.text.empty()) {
            out.text.pop_back();
            line.remove_prefix(1);
        } else {
            out.first_lines.push_back(number);
        }
        out.text += line;
        out.text += '\n';
    }
    return out;
}

// "NAME;PARAMETER="a;b":value". None: this is no content line.
std::optional<IcsProperty> read_property(std::string_view line) {
    std::size_t at = 0;
    const auto name_ends = [&](char c) {
        const bool letter = (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z');
        return !letter && !(c >= '0' && c <= '9') && c != '-' && c != '_';
    };
    const auto read_name = [&] {
        const std::size_t begin = at;
        while (at < line.size() && !name_ends(line[at])) ++at;
        return upper(line.substr(begin, at - begin));
    };
    IcsProperty property;
    property.name = read_name();
    if (property.name.empty()) return std::nullopt;
    while (at < line.size() && line[at] == ';') {
        ++at;
        std::string key = read_name();
        std::string value;
        if (at < line.size() && line[at] == '=') ++at;
        bool quoted = false;
        for (; at < line.size() && (quoted || (line[at] != ';' && line[at] != ':')); ++at) {
            if (line[at] == '"') {
                quoted = !quoted;
            } else {
                value += line[at];
            }
        }
        property.parameters.emplace_back(std::move(key), std::move(value));
    }
    if (at >= line.size() || line[at] != ':') return std::nullopt;
    property.value = line.substr(at + 1);
    return property;
}

// Builds the tree from the content lines.
class TreeBuilder {
public:
    explicit TreeBuilder(Report& report) : report_(report) { open_.push_back({}); }

    base::Result<void> take(int number, std::string_view line) {
        auto property = read_property(line);
        if (!property) {
            continue_text(number, line);
            return {};
        }
        property->line = number;
        if (property->name == "BEGIN") return begin(number, upper(property->value));
        last_.reset();
        if (property->name == "END") {
            finish(upper(property->value));
        } else if (passed_over_ == 0 && one_of(known_properties, property->name)) {
            if (property->value.size() > value_bytes_max) property->value.resize(value_bytes_max);
            open_.back().properties.push_back(std::move(*property));
            last_ = open_.back().properties.size() - 1;
        }
        return {};
    }

    IcsComponent root() && {
        while (open_.size() > 1) close(false);
        return std::move(open_.front());
    }

private:
    // A line that is none belongs to the text before it: whoever wrote it left a line break
    // unescaped.
    void continue_text(int number, std::string_view line) {
        if (line.find_first_not_of(" \t") == std::string_view::npos || !last_) return;
        IcsProperty& property = open_.back().properties[*last_];
        if (property.value.size() + line.size() > value_bytes_max) return;
        property.value += "\\n";
        property.value += line;
        if (stray_noted_) return;
        stray_noted_ = true;
        report_.note(number, "ics.stray-line",
                     "The line is no property; it was read on as part of the text before it. "
                     "Others like it are not named.");
    }

    base::Result<void> begin(int number, std::string name) {
        last_.reset();
        while (!name.empty() && (name.back() == ' ' || name.back() == '\t')) name.pop_back();
        if (passed_over_ > 0 || !one_of(known_components, name)) {
            ++passed_over_;
            return {};
        }
        // Events do not hold events: the one before was never closed.
        if (name == "VEVENT") {
            while (open_.back().name == "VEVENT") close(false);
        }
        if (open_.size() > depth_max) {
            return base::Error{"ics.too-deep",
                               "The calendar's components lie too deep in one "
                               "another."};
        }
        open_.push_back({name, number, false, {}, {}});
        return {};
    }

    void finish(std::string name) {
        while (!name.empty() && (name.back() == ' ' || name.back() == '\t')) name.pop_back();
        if (passed_over_ > 0 && !one_of(known_components, name)) {
            --passed_over_;
            return;
        }
        const auto is_open = [&](const IcsComponent& component) { return component.name == name; };
        if (std::none_of(open_.begin() + 1, open_.end(), is_open)) return;
        passed_over_ = 0;
        while (open_.back().name != name) close(false);
        close(true);
    }

    void close(bool whole) {
        IcsComponent done = std::move(open_.back());
        open_.pop_back();
        done.closed = whole;
        open_.back().children.push_back(std::move(done));
    }

    Report& report_;
    std::vector<IcsComponent> open_;
    std::optional<std::size_t> last_;  // property of the innermost component
    int passed_over_ = 0;              // components of no interest that are open
    bool stray_noted_ = false;
};

}  // namespace

std::string_view IcsProperty::parameter(std::string_view key) const {
    for (const auto& [name_of, value_of] : parameters) {
        if (name_of == key) return value_of;
    }
    return {};
}

const IcsProperty* IcsComponent::first(std::string_view property) const {
    for (const IcsProperty& candidate : properties) {
        if (candidate.name == property) return &candidate;
    }
    return nullptr;
}

base::Result<IcsComponent> read_ics(std::string_view bytes, Report& report) {
    const std::string plain = TRY(without_utf16(bytes));
    const Unfolded unfolded = unfold(plain);
    if (unfolded.first_lines.size() > lines_max) {
        return base::Error{"ics.too-many-lines", "The calendar has more than a million lines."};
    }
    const DecodedText decoded = TRY(decode_text(unfolded.text));
    TreeBuilder builder{report};
    std::string_view rest = decoded.text;
    for (const int number : unfolded.first_lines) {
        TRY(builder.take(number, take_line(rest, '\n')));
    }
    return std::move(builder).root();
}

std::string ics_unescaped(std::string_view text) {
    std::string out;
    out.reserve(text.size());
    for (std::size_t at = 0; at < text.size(); ++at) {
        if (text[at] != '\\' || at + 1 == text.size()) {
            out += text[at];
            continue;
        }
        const char next = text[++at];
        if (next == 'n' || next == 'N') {
            out += '\n';
        } else if (next == '\\' || next == ',' || next == ';' || next == ':' || next == '"') {
            out += next;
        } else {
            out += '\\';
            out += next;
        }
    }
    return out;
}

}  // namespace wenlan::hub
