# SPDX-License-Identifier: GPL-3.0-or-later
"""Writes tones.tsv from the npm packages pinyin-pro 3.29.4 and @pinyin-pro/data 1.3.1.

make_tones.py CHARACTERS.json WORDS.json > tones.tsv

CHARACTERS.json is the map of pinyin-pro's dist/esm/data/dict1.mjs as JSON; WORDS.json is the data
package's json/complete.json. Needed only to make the file anew; the build reads tones.tsv.
"""
import collections
import json
import sys
import unicodedata

MARKS = {"\u0304": 1, "\u0301": 2, "\u030c": 3, "\u0300": 4}
# A rarer word changes a title less often than it reads a name wrongly.
WORD_WEIGHT_MIN = 3e-12
WORD_CHARACTERS_MAX = 4


def digits(syllable):
    """"lǜ" -> "lv4"; no digit for the neutral tone."""
    letters, tone = "", ""
    for letter in unicodedata.normalize("NFD", syllable.lower()):
        if letter in MARKS:
            tone = str(MARKS[letter])
        elif letter == "\u0308":
            letters = letters[:-1] + "v"
        else:
            letters += letter
    return letters.replace("ɡ", "g") + tone


def plain(syllable):
    return syllable.rstrip("1234")


def characters_of(path):
    characters = {}
    for readings, several in json.load(open(path, encoding="utf-8")).items():
        for character in several:
            known = characters.setdefault(character, [])
            known += [r for r in map(digits, readings.split()) if r not in known]
    return characters


def words_of(path):
    words = {}
    for word, (reading, weight) in json.load(open(path, encoding="utf-8")).items():
        syllables = [digits(s) for s in reading.split()]
        if not 2 <= len(word) <= WORD_CHARACTERS_MAX or len(word) != len(syllables):
            continue
        # The package writes how one and not change before other tones; spelling does not.
        for i, character in enumerate(word):
            if character == "一":
                syllables[i] = "yi1"
            elif character == "不" and plain(syllables[i]) == "bu":
                syllables[i] = "bu4"
        words[word] = (syllables, weight)
    return words


def by_use(characters, words):
    """Among the tones of one syllable the one that most words have comes first."""
    used = collections.Counter()
    for word, (syllables, _) in words.items():
        used.update(zip(word, syllables))
    for character, readings in characters.items():
        order = {}
        for reading in readings:
            order.setdefault(plain(reading), []).append(reading)
        for same in order.values():
            same.sort(key=lambda r: -used[character, r])
        characters[character] = [r for same in order.values() for r in same]


def main():
    characters, words = characters_of(sys.argv[1]), words_of(sys.argv[2])
    by_use(characters, words)
    groups = collections.defaultdict(list)
    for character, readings in characters.items():
        groups[" ".join(readings)].append(character)
    for readings in sorted(groups):
        print("".join(sorted(groups[readings])) + "\t" + readings)
    print()
    for word in sorted(words):
        syllables, weight = words[word]
        usual = [characters.get(c, ["?"])[0] for c in word]
        if weight >= WORD_WEIGHT_MIN and syllables != usual:
            print(word + "\t" + " ".join(syllables))


if __name__ == "__main__":
    main()
