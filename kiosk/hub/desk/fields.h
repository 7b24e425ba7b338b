// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <memory>
#include <nlohmann/json_fwd.hpp>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/local_text.h"
#include "base/time.h"
#include "hub/desk/asked.h"
#include "hub/desk/reply.h"
#include "store/names.h"

namespace wenlan::hub::desk {

using Json = nlohmann::ordered_json;

// The object in a request's body. "desk.not-json"
base::Result<Json> object_in(const Asked& asked);
std::string dumped(const Json& json);
Json json_of(const base::LocalText& text);
Json json_of(const std::optional<base::Instant>& instant);

enum class Lines { one, many };

// A text cleaned of what cannot be seen, as imports clean it.
std::string clean(std::string_view text, Lines lines);

// Reads the members of an object that came in, and notes what of them cannot be taken. A member
// that is not there leaves the value as it was.
class Fields {
public:
    // `path`: of the object, such as "form.2"; empty for the whole.
    Fields(const Json& object, std::string path, Faults& faults)
        : object_(object), path_(std::move(path)), faults_(faults) {}

    // Null where it is not there.
    const Json* member(std::string_view name) const;
    bool has(std::string_view name) const { return member(name) != nullptr; }
    // The object of that name; empty: it is not there, or none.
    std::optional<Fields> inner(std::string_view name) const;
    std::vector<Fields> list(std::string_view name, std::size_t most) const;
    std::string at(std::string_view name) const;

    void text(std::string_view name, std::string& value, int most, Lines lines = Lines::one) const;
    void text(std::string_view name, base::LocalText& value, int most,
              Lines lines = Lines::one) const;
    void number(std::string_view name, int& value, int least, int most) const;
    void number(std::string_view name, std::optional<int>& value, int least, int most) const;
    void id(std::string_view name, std::int64_t& value) const;
    void share(std::string_view name, float& value) const;  // 0 to 1
    void degrees(std::string_view name, double& value, double most) const;
    void flag(std::string_view name, bool& value) const;
    void instant(std::string_view name, base::Instant& value) const;
    void instant(std::string_view name, std::optional<base::Instant>& value) const;
    void day(std::string_view name, base::CivilDate& value) const;
    void day(std::string_view name, std::optional<base::CivilDate>& value) const;
    void wall(std::string_view name, base::CivilTime& value) const;
    void wall(std::string_view name, std::optional<base::CivilTime>& value) const;
    void walls(std::string_view name, std::vector<base::CivilTime>& value) const;
    template <typename Enum>
    void word(std::string_view name, Enum& value) const {
        const std::optional<std::string> text = string(name);
        if (!text) return;
        if (const auto known = store::named<Enum>(*text)) {
            value = *known;
        } else {
            wrong(name);
        }
    }
    // The text as it came; none: it is not there or no text, which is noted.
    std::optional<std::string> string(std::string_view name) const;

    void fault(std::string_view name, std::string code, base::LocalText message,
               int most = 0) const;
    void wrong(std::string_view name) const;

private:
    void one_text(const std::string& field, const Json& json, std::string& value, int most,
                  Lines lines) const;
    bool is_null(std::string_view name) const;

    const Json& object_;
    std::string path_;
    Faults& faults_;
};

}  // namespace wenlan::hub::desk
