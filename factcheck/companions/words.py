"""What two documents say with the same words, in one language or two: stems, concepts, and the sound of names."""

from __future__ import annotations

from functools import cache, lru_cache

from factcheck.link.context.subjects import concept, stem
from factcheck.patterns import Pattern
from factcheck.rulefiles import load_rules

WORD = Pattern(r"[^\W\d_]+")
HANGUL = Pattern("[가-힣]")
SHORTEST = 3
HEARD = "~"
"""What a topic begins with that is the sound of a name."""

LONGEST_NOUN = 6
SHORTEST_SOUND = 2
NOT, NON, NEGATIVE = frozenset("비무미불"), Pattern(r"\b[Nn]on-([a-z]+)"), "non-"
"""What turns a word into its contrary: 비은행 and non-banks are no banks."""

LONG_NAME, LONG_NAME_KOREAN = 5, 3
INITIALS = ("g", "g", "n", "d", "d", "r", "m", "b", "b", "s", "s", "", "j", "j", "j", "g", "d", "b", "")
FINALS = ("", *"gggnnndrgmrrrbrmbbddnjjgdb", "")
SYLLABLES, PER_INITIAL, PER_VOWEL = 11172, 588, 28
LETTERS = str.maketrans(
    {
        **dict.fromkeys("aeiouyw"),
        **dict.fromkeys("pfv", "b"),
        "t": "d",
        "l": "r",
        "z": "s",
        "q": "g",
        "k": "g",
    }
)
SPELT = (
    ("sch", "s"),
    ("sh", "s"),
    ("ch", "j"),
    ("tch", "j"),
    ("ck", "k"),
    ("ph", "f"),
    ("ng", "n"),
    ("x", "ks"),
    ("th", "s"),
)
SOFT_C = Pattern("c(?=[eiy])")
SILENT_R = Pattern("(?<=[aeiou])r$")
TWICE = Pattern(r"(.)\1+")


@cache
def small_words() -> frozenset[str]:
    """Return the words that say nothing of what a sentence is about."""
    return frozenset(load_rules("sources")["small_words"].split())


@cache
def counters() -> frozenset[str]:
    """Return the topics of words that count any thing, or tell its price, and say nothing of what it is."""
    return topics(load_rules("sources")["counting_words"])


@cache
def _bilingual() -> dict[str, tuple[str, ...]]:
    found: dict[str, tuple[str, ...]] = {}
    for english, words in load_rules("bilingual")["words"].items():
        for word in words.split():
            found[word] = (*found.get(word, ()), stem(english))
    return found


PARTICLES = Pattern(lambda: f"(?:{load_rules('bilingual')['particles'].replace(' ', '|')})$")


def topics(text: str) -> frozenset[str]:
    """Return what the words of a text mean, as stems; Korean ones as the English that they stand for."""
    found: set[str] = set()
    if "on-" in text:
        found.update(NEGATIVE + one for word in NON.findall(text) for one in _meaning(word))
        text = NON.sub(" ", text)
    for word in WORD.findall(text):
        found.update(_meaning(word))
    return frozenset(found)


@lru_cache(maxsize=20_000)
def _meaning(word: str) -> tuple[str, ...]:
    if "가" <= word[0] <= "힣":
        return _korean(word)
    low = word.lower()
    if low in small_words() or (len(low) < SHORTEST and not concept(low)):
        return ()
    heard = _named(low) if word[0].isupper() else ()
    return (stem(low), *heard)


def _korean(word: str) -> tuple[str, ...]:
    bare = PARTICLES.compiled.sub("", word) if len(word) > 1 else word
    if known := _bilingual().get(word) or _bilingual().get(bare):
        return known
    for length in range(min(len(bare), LONGEST_NOUN), 1, -1):
        if known := _bilingual().get(bare[:length]):
            return known
    inner = [(start, known) for start in range(1, len(bare) - 1) if (known := _bilingual().get(bare[start:]))]
    start, meant = inner[0] if inner else (0, ())
    if bare[:start] in NOT:
        meant = tuple(f"{NEGATIVE}{one}" for one in meant)
    return (bare, *meant, *_named(bare)) if len(bare) > 1 else ()


def _named(word: str) -> tuple[str, ...]:
    heard = sound(word)
    long = len(word) >= (LONG_NAME_KOREAN if HANGUL.match(word) else LONG_NAME)
    return (f"{HEARD}{heard}",) if len(heard) >= SHORTEST_SOUND + (not long) else ()


@lru_cache(maxsize=20_000)
def sound(word: str) -> str:
    """Return the consonants of a name as Korean hears them: Clinton and 클린턴 are both grndn."""
    heard = "".join(map(_syllable, word)) if HANGUL.match(word) else _heard(word.lower())
    return TWICE.sub(r"\1", heard)


def _heard(word: str) -> str:
    for letters, as_if in SPELT:
        word = word.replace(letters, as_if)
    word = SILENT_R.sub("", SOFT_C.sub("s", word)).replace("c", "k")
    return word.translate(LETTERS).replace("h", "")


def _syllable(sign: str) -> str:
    place = ord(sign) - ord("가")
    return INITIALS[place // PER_INITIAL] + FINALS[place % PER_VOWEL] if 0 <= place < SYLLABLES else ""
