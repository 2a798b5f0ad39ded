"""The finite verbs of an article, found once for all rules that ask for them."""

from __future__ import annotations

from pipeline.article import Article
from pipeline.claims.forms import OPENERS, VERB_FOLLOWS, is_finite
from pipeline.claims.words import REFLEXIVES

BEFORE_VERBS = VERB_FOLLOWS | REFLEXIVES
VERB_TAGS = frozenset({"VERB", "AUX"})
SUBJECT_LABELS = frozenset({"nsubj", "expl:subj"})
VERB_ENDINGS = ("eront", "iront", "dront", "èrent", "aient")


def finite_verbs(article: Article) -> frozenset[int]:
    """The tokens that are finite verbs, as indices. Those that may be are looked at closely."""
    return frozenset(i for i in _suspects(article) if is_finite(article.doc[i]))


def _suspects(article: Article) -> set[int]:
    """What the model calls a verb or ends like one, what has a subject, what stands after a word
    that only verbs follow, any « fait »: all that `is_finite` can say yes to."""
    doc, words, labels = article.doc, article.token_lower, article.token_dep
    found = {i for i, tag in enumerate(article.token_pos) if tag in VERB_TAGS}
    verbal = {word for word in set(words) if word == "fait" or word.endswith(VERB_ENDINGS)}
    found |= {i for i, word in enumerate(words) if word in verbal}
    found |= {doc[i].head.i for i, label in enumerate(labels) if label in SUBJECT_LABELS}
    found |= {_next_word(article, i) for i, word in enumerate(words) if word in BEFORE_VERBS}
    return found


def _next_word(article: Article, at: int) -> int:
    """The token after `at`, opening marks and dashes left aside; `at` itself if there is none."""
    words = article.token_lower
    for i in range(at + 1, len(words)):
        if words[i] not in OPENERS and not words[i].isspace():
            return i
    return at
