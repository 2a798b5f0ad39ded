"""What a text is about, sentence by sentence: arms, violence, the sea, sport, air travel, figures.

A homonym (« Rafale », « char », « canon », « balle ») is read as a weapon where the words around it
speak of one.
"""

from __future__ import annotations

from bisect import bisect_right
from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace

from pipeline.article import Article
from pipeline.lexicons.weapon_words import Word, words_in
from pipeline.lexicons.weapons import Domain, WeaponLexicon


@dataclass(frozen=True, slots=True, kw_only=True)
class Scene:
    """The words of an article and how many of each domain every sentence holds.

    `text` is the reading of the article with its line ends kept, so that nothing is matched across
    two lines; offsets are those of the document. `verbs` holds the offsets of tokens that the
    model takes for verbs, `adjectives` and `names` likewise, `sure` those of weapons that need no
    context and are counted as words of arms and of violence (see `with_weapons`).
    """

    text: str
    words: tuple[Word, ...]
    starts: tuple[int, ...]
    counts: tuple[Counter[Domain], ...]
    total: Mapping[Domain, int]
    verbs: frozenset[int]
    adjectives: frozenset[int]
    names: frozenset[int]
    sure: frozenset[int] = frozenset()

    def sentence(self, start: int) -> int:
        """The number of the sentence that holds the character `start`."""
        return max(0, bisect_right(self.starts, start) - 1)

    def count(self, start: int, domain: Domain, *, around: int = 0) -> int:
        """Words of a domain in the sentence at `start` and `around` sentences on either side."""
        at = self.sentence(start)
        return sum(c[domain] for c in self.counts[max(0, at - around) : at + around + 1])

    def has_verb(self, number: int) -> bool:
        """Whether the sentence of that number holds a verb."""
        end = self.starts[number + 1] if number + 1 < len(self.starts) else len(self.text)
        return any(self.starts[number] <= verb < end for verb in self.verbs)

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
        arms = self.total["military"]
        others = self.total["sport"] + self.total["civil"]
        return arms >= 3 and arms > others and arms * 60 >= len(self.words)


def read_scene(article: Article, lexicon: WeaponLexicon) -> Scene:
    """Count the words of each domain in the sentences of an article."""
    reading = article.reading
    text = "".join(
        "\n" if source in "\n\r" else read
        for source, read in zip(article.text, reading, strict=True)
    )
    words = words_in(text)
    starts = tuple(sentence.start for sentence in article.sentences)
    counts: list[Counter[Domain]] = [Counter() for _ in starts]
    total: Counter[Domain] = Counter()
    at = 0
    while at < len(words):
        length = 1
        for size in range(lexicon.longest_context.get(words[at].norm, 0), 0, -1):
            key = tuple(word.norm for word in words[at : at + size])
            if len(key) == size and key in lexicon.context:
                length = size
                for domain in lexicon.context[key]:
                    total[domain] += 1
                    if counts:
                        counts[max(0, bisect_right(starts, words[at].start) - 1)][domain] += 1
                break
        at += length
    return Scene(
        text=text,
        words=words,
        starts=starts,
        counts=tuple(counts),
        total=total,
        verbs=frozenset(token.idx for token in article.doc if token.pos_ in {"VERB", "AUX"}),
        adjectives=frozenset(token.idx for token in article.doc if token.pos_ == "ADJ"),
        names=frozenset(token.idx for token in article.doc if token.pos_ == "PROPN"),
    )


def with_weapons(scene: Scene, starts: Iterable[int]) -> Scene:
    """The scene with the weapons found at `starts` counted as words of arms and of violence."""
    counts = [Counter(count) for count in scene.counts]
    total = Counter(scene.total)
    sure = frozenset(starts)
    for start in sure:
        for domain in ("military", "violence"):
            counts[scene.sentence(start)][domain] += 1
            total[domain] += 1
    return replace(scene, counts=tuple(counts), total=total, sure=sure)
