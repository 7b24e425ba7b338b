# SPDX-License-Identifier: GPL-3.0-or-later
"""Makes the typed string tables: generate.py ZH.toml EN.toml STRINGS.h STRINGS.cpp

A table may go on in files beside it: ZH_*.toml after ZH.toml, in the order of their names.
Refuses tables that would show a hole or a slip on the screen, all faults at once, one a line:
a key that one language lacks, an empty text, other arguments in one language than in the other, two
keys of the same name, half-width punctuation in Chinese.
"""
import re
import sys
import tomllib
from pathlib import Path

ARGUMENT = re.compile(r"\{([a-z][a-z0-9_]*)\}")
NAME = re.compile(r"[a-z][a-z0-9_]*")
HAN = re.compile("[\u3400-\u9fff\uf900-\ufaff]")
# A half-width mark is at home between Latin letters or digits (14:20, 9.5), nowhere else in Chinese.
HALF_WIDTH = re.compile(r"(?<![A-Za-z0-9])[,.!?;:()\"'<>~]|[,.!?;:()\"'<>~](?![A-Za-z0-9])")


def forms(value):
    """The singular and the general form of a text, or None if it is not one."""
    if isinstance(value, str):
        return (value, value)
    if isinstance(value, dict) and sorted(value) == ["one", "other"]:
        if all(isinstance(form, str) for form in value.values()):
            return (value["one"], value["other"])
    return None


def read_table(path, faults):
    """{"group_key": (one, other)} in the order of the files."""
    first = Path(path)
    table = {}
    for part in [first, *sorted(first.parent.glob(f"{first.stem}_*.toml"))]:
        read_part(part, table, faults)
    return table


def read_part(path, table, faults):
    try:
        groups = tomllib.loads(path.read_text(encoding="utf-8"))
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as fault:
        faults.append(f"{path}: {fault}")
        return
    for group, entries in groups.items():
        if not isinstance(entries, dict):
            faults.append(f"{path}: {group}: a text outside every [group]")
            continue
        for key, value in entries.items():
            name = f"{group}_{key}"
            text = forms(value)
            if text is None:
                faults.append(f"{path}: {group}.{key}: neither a text nor {{ one, other }}")
            elif not NAME.fullmatch(name):
                faults.append(f"{path}: {group}.{key}: names are a-z, 0-9 and _")
            elif name in table:
                faults.append(f"{path}: {group}.{key}: {name} is already taken")
            else:
                table[name] = text


def check_texts(path, table, faults):
    for name, (one, other) in table.items():
        for text in {one, other}:
            bare = ARGUMENT.sub("", text)
            if not text.strip():
                faults.append(f"{path}: {name}: empty")
            if "{" in bare or "}" in bare:
                faults.append(f"{path}: {name}: a brace that is no argument")
        if one != other and "n" not in ARGUMENT.findall(other):
            faults.append(f"{path}: {name}: a singular without {{n}}")


def check_chinese(path, table, faults):
    for name, texts in table.items():
        for text in set(texts):
            # An argument may stand for either, so it counts as a letter: "{a}:{b}" may be a time.
            bare = ARGUMENT.sub("0", text)
            mark = HALF_WIDTH.search(bare)
            if mark and HAN.search(bare):
                faults.append(f"{path}: {name}: half-width {mark.group()} in Chinese")


def check_pair(zh, en, faults):
    for name in zh.keys() - en.keys():
        faults.append(f"{name}: missing in English")
    for name in en.keys() - zh.keys():
        faults.append(f"{name}: missing in Chinese")
    for name in zh.keys() & en.keys():
        wanted = set(ARGUMENT.findall(zh[name][1]))
        for text in {*zh[name], *en[name]}:
            # A singular may leave {n} out ("one day left").
            found = set(ARGUMENT.findall(text))
            if found != wanted and not (text == en[name][0] != en[name][1] and found | {"n"} == wanted):
                faults.append(f"{name}: arguments {sorted(wanted)} and {sorted(found)}")


def quoted(text):
    escapes = {"\\": "\\\\", '"': '\\"', "\n": "\\n", "\t": "\\t"}
    return '"' + "".join(escapes.get(char, char) for char in text) + '"'


HEADER = """// SPDX-License-Identifier: GPL-3.0-or-later
// Made from data/strings/*.toml by kiosk/ui/i18n/generate.py.
#pragma once

#include <cstdint>
#include <initializer_list>
#include <string>
#include <string_view>
#include <utility>

#include "base/local_text.h"

namespace wenlan::ui {{

// Every text of the screens, in the order of zh.toml.
enum class Key : std::uint16_t {{
{keys}
}};
inline constexpr int key_count = {count};

// The n-th key after this one: the keys of a group stand in the order of the file.
constexpr Key nth(Key first, int n) {{
    return static_cast<Key>(static_cast<int>(first) + n);
}}

// "section_events".
std::string_view name_of(Key key);

// The text as it stands in the table, arguments included ("{{n}}"). Valid for ever.
std::string_view text(Key key, base::Language language);

using Arguments = std::initializer_list<std::pair<std::string_view, std::string>>;

// The text with its arguments filled in; the singular where {{n}} is "1". The arguments are exactly
// those of the key: one too many or too few is a broken invariant.
std::string format(Key key, base::Language language, Arguments arguments);

}}  // namespace wenlan::ui
"""

SOURCE = """// SPDX-License-Identifier: GPL-3.0-or-later
// Made from data/strings/*.toml by kiosk/ui/i18n/generate.py.
#include "ui/i18n/strings.h"

#include <array>

#include "base/result.h"

namespace wenlan::ui {{
namespace {{

struct Forms {{
    std::string_view one, other;
}};

struct Entry {{
    std::string_view name;
    Forms zh, en;
    std::size_t argument_count;
}};

constexpr std::array<Entry, {count}> entries{{{{
{entries}
}}}};

const Entry& entry(Key key) {{
    const auto index = static_cast<std::size_t>(key);
    base::ensure(index < entries.size(), "a key of the string tables");
    return entries[index];
}}

const Forms& forms(Key key, base::Language language) {{
    return language == base::Language::en ? entry(key).en : entry(key).zh;
}}

const std::string* find(Arguments arguments, std::string_view name) {{
    for (const auto& [key, value] : arguments)
        if (key == name) return &value;
    return nullptr;
}}

}}  // namespace

std::string_view name_of(Key key) {{
    return entry(key).name;
}}

std::string_view text(Key key, base::Language language) {{
    return forms(key, language).other;
}}

std::string format(Key key, base::Language language, Arguments arguments) {{
    base::ensure(arguments.size() == entry(key).argument_count, "the number of a text's arguments");
    const std::string* n = find(arguments, "n");
    const Forms& both = forms(key, language);
    const std::string_view pattern = n != nullptr && *n == "1" ? both.one : both.other;
    std::string out;
    std::size_t at = 0;
    while (at < pattern.size()) {{
        const std::size_t open = pattern.find('{{', at);
        out += pattern.substr(at, open - at);
        if (open == std::string_view::npos) break;
        const std::size_t close = pattern.find('}}', open);
        const std::string* value = find(arguments, pattern.substr(open + 1, close - open - 1));
        base::ensure(value != nullptr, "the name of a text's argument");
        out += *value;
        at = close + 1;
    }}
    return out;
}}

}}  // namespace wenlan::ui
"""


def write_if_changed(path, text):
    """Leaves an equal file alone, so that nothing is compiled again for it."""
    path = Path(path)
    path.parent.mkdir(parents=True, exist_ok=True)
    if not path.exists() or path.read_text(encoding="utf-8") != text:
        path.write_text(text, encoding="utf-8")


def entry_line(name, zh, en):
    count = len(set(ARGUMENT.findall(zh[1])))
    pair = lambda forms: "{" + quoted(forms[0]) + ", " + quoted(forms[1]) + "}"
    return f"    {{{quoted(name)}, {pair(zh)}, {pair(en)}, {count}}},"


def main(arguments):
    if len(arguments) != 4:
        print(__doc__.splitlines()[0], file=sys.stderr)
        return 2
    zh_path, en_path, header, source = arguments
    faults = []
    zh = read_table(zh_path, faults)
    en = read_table(en_path, faults)
    check_texts(zh_path, zh, faults)
    check_texts(en_path, en, faults)
    check_chinese(zh_path, zh, faults)
    check_pair(zh, en, faults)
    if faults:
        print("\n".join(faults), file=sys.stderr)
        return 1
    keys = "\n".join(f"    {name}," for name in zh)
    entries = "\n".join(entry_line(name, zh[name], en[name]) for name in zh)
    write_if_changed(header, HEADER.format(keys=keys, count=len(zh)))
    write_if_changed(source, SOURCE.format(entries=entries, count=len(zh)))
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
