"""What a text is about, sentence by sentence: arms, violence, the sea, sport, air travel, figures.

A homonym (« Rafale », « char », « canon », « balle ») is read as a weapon where the words around it
speak of one.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from pipeline.article import Article
from pipeline.lexicons.weapon_words import RUN
from pipeline.lexicons.weapons import Domain, WeaponLexicon
from pipeline.words import Words, divided

VERBS = frozenset({"VERB", "AUX"})
# What a sure weapon is counted as.
ARMS: tuple[Domain, ...] = ("military", "violence")


@dataclass(frozen=True, slots=True, kw_only=True)
class Scene:
    """The words of an article, where its sentences start, and where the words of each domain do.

    `text` is the reading of the article with its line ends kept, so that nothing is matched across
    two lines; offsets are those of the document. `sure` are the offsets of weapons that need
    no context and are counted as words of arms and of violence (see `with_weapons`).
    """

    article: Article
    text: str
    words: Words
    starts: tuple[int, ...]
    domains: Mapping[Domain, Sequence[int]]
    sure: frozenset[int] = frozenset()

    def pos(self, start: int) -> str:
        """The part of speech of the token that starts there; empty if none does."""
        starts = self.article.token_starts
        at = bisect_left(starts, start)
        return self.article.token_pos[at] if at < len(starts) and starts[at] == start else ""

    def is_verb(self, start: int) -> bool:
        """Whether the token that starts there is a verb for the model."""
        return self.pos(start) in VERBS

    def sentence(self, start: int) -> int:
        """The number of the sentence that holds the character `start`."""
        return max(0, bisect_right(self.starts, start) - 1)

    def count(self, start: int, domain: Domain, *, around: int = 0) -> int:
        """Words of a domain in the sentence at `start` and `around` sentences on either side."""
        told = self.domains.get(domain)
        if not told:
            return 0
        at = self.sentence(start)
        first, after = at - around, at + around + 1
        low = bisect_left(told, self.starts[first]) if first > 0 else 0
        high = bisect_left(told, self.starts[after]) if after < len(self.starts) else len(told)
        return high - low

    def total(self, domain: Domain) -> int:
        """Words of a domain in the document."""
        return len(self.domains.get(domain, ()))

    def has_verb(self, number: int) -> bool:
        """Whether the sentence of that number holds a verb."""
        end = self.starts[number + 1] if number + 1 < len(self.starts) else len(self.text)
        tokens = self.article.token_starts
        first, last = bisect_left(tokens, self.starts[number]), bisect_left(tokens, end)
        return not VERBS.isdisjoint(self.article.token_pos[first:last])

    def is_military(self, start: int) -> bool:
        """Whether the sentence, its neighbours or the whole document speak of arms."""
        here = self.count(start, "military")
        if here >= 1 and here >= self.count(start, "sport") + self.count(start, "civil"):
            return True
        if self.count(start, "sport") or self.count(start, "civil"):
            return False
        near = self.count(start, "military", around=1)
        if near >= 2 and near > self.count(start, "civil", around=1):
            return True
        return self.is_about_arms()

    def is_about_arms(self) -> bool:
        """Whether the document as a whole speaks of arms: one word in sixty at least."""
        arms = self.total("military")
        others = self.total("sport") + self.total("civil")
        return arms >= 3 and arms > others and arms * 60 >= len(self.words)


def read_scene(article: Article) -> Scene:
    """The words of an article, those of no domain told yet (see `with_domains`)."""
    return Scene(
        article=article,
        text=article.lined_reading,
        words=divided(article.words, RUN),
        starts=article.sentence_starts,
        domains={},
    )


def with_domains(scene: Scene, lexicon: WeaponLexicon) -> Scene:
    """The scene with the places of the words that tell a domain."""
    told: defaultdict[Domain, list[int]] = defaultdict(list)
    for start, domains in _context_words(scene.words, lexicon):
        for domain in domains:
            told[domain].append(start)
    return replace(scene, domains=told)


def _context_words(words: Words, lexicon: WeaponLexicon) -> Iterator[tuple[int, frozenset[Domain]]]:
    """Where the words that tell a domain start, the longest of each place, and their domains."""
    free = 0
    for at in words.opening(lexicon.context_heads):
        if at < free:
            continue
        for size in range(lexicon.context_heads.longest[words.folded[at]], 0, -1):
            key = tuple(words.folded[at : at + size])
            if len(key) == size and key in lexicon.context:
                yield words.starts[at], lexicon.context[key]
                free = at + size
                break


def with_weapons(scene: Scene, starts: Iterable[int]) -> Scene:
    """The scene with the weapons found at `starts` counted as words of arms and of violence."""
    sure = frozenset(starts)
    if not sure:
        return scene
    told = {domain: sorted([*scene.domains.get(domain, ()), *sure]) for domain in ARMS}
    return replace(scene, domains={**scene.domains, **told}, sure=sure)
