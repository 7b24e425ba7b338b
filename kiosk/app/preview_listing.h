// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <nlohmann/json_fwd.hpp>
#include <optional>
#include <string>

#include "base/local_text.h"
#include "base/time.h"
#include "store/names.h"
#include "store/programme.h"

// Draft listings from JSON, leniently: a draft is looked at while half of it is not yet written.
namespace wenlan::app::preview {

using Json = nlohmann::json;

// Null where there is no such part.
const Json& part(const Json& json, const char* key);
// Empty where there is no such list.
const Json& list(const Json& json, const char* key);
std::string words(const Json& json, const char* key);
base::LocalText text(const Json& json, const char* key);
int number(const Json& json, const char* key, int otherwise = 0);
int element(const Json& list, std::size_t index);
bool flag(const Json& json, const char* key, bool otherwise = false);
std::optional<base::Instant> instant(const Json& json, const char* key);

template <typename Enum>
Enum named(const Json& json, const char* key, Enum otherwise) {
    return store::named<Enum>(words(json, key)).value_or(otherwise);
}

// Adds a listing with its dates. Tags and venues that the programme does not hold are left out, or
// stand for a place without a name.
void add_listing(store::Programme& programme, const Json& json, const std::string& key);

}  // namespace wenlan::app::preview
