"""The tables: one frozen dataclass is one table, one instance is one row.

Everything that describes the tables is derived from these classes by `pipeline.tables.schema`: the
Arrow schema, the order of the CSV columns, the data dictionary and the documentation. A column is a
field whose type is `Annotated[type, "description"]`; `| None` makes it nullable, and a `Literal`
lists the values it may take.

Every `start` and `end` is a character offset (Unicode code points, 0-based, half-open) into the
`text` of the document; `text[start:end]` is the row's own `text`.
"""

from __future__ import annotations

import datetime
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Annotated, Any, Literal, get_args

SegmentKind = Literal["title", "heading", "paragraph", "list_item", "quote", "attribution"]
Label = Literal["PERSON", "COUNTRY", "PLACE", "ORG", "WEAPON"]
LABELS: tuple[Label, ...] = get_args(Label)  # a user's lexicon may add others
Form = Literal["name", "demonym", "metonym"]
WeaponSubtype = Literal[
    "missile",
    "air_defence",
    "drone",
    "aircraft",
    "armoured_vehicle",
    "artillery",
    "small_arms",
    "naval",
    "bomb",
    "munition",
    "nuclear",
    "chemical_biological",
    "other",
]
QuoteKind = Literal["direct", "indirect", "mixed", "block"]
SpeakerKind = Literal[
    "person", "role", "organisation", "country", "group", "anonymous", "document", "unknown"
]
Modality = Literal["factual", "conditional", "possible", "future", "directive"]
Polarity = Literal["positive", "negative"]
Precision = Literal[
    "morning",
    "afternoon",
    "evening",
    "night",
    "day",
    "weekend",
    "week",
    "month",
    "quarter",
    "half_year",
    "season",
    "year",
    "decade",
    "vague",
]
Modifier = Literal["start", "middle", "end", "about", "since", "until"]

DocId = Annotated[str, "The document: the input file's stem, or the record's own id."]
Start = Annotated[int, "First character of the row's text in documents.text (0-based)."]
End = Annotated[int, "One past the last character of the row's text in documents.text."]
SentenceId = Annotated[str, "The sentence that holds the start of the row."]
Rule = Annotated[str, "What produced the row: a rule's name, a lexicon entry, a model label."]


@dataclass(frozen=True, slots=True, kw_only=True)
class Document:
    """One input document. Further columns of a tabular input are carried through in `extra`."""

    doc_id: DocId
    source: Annotated[str, "Where the document was read: a path, with a record number if need be."]
    title: Annotated[str | None, "The title: of the record, or of the text's first line."]
    published: Annotated[datetime.date | None, "Publication date, where the input gives one."]
    text: Annotated[str, "The text as it was read and decoded; every offset points into it."]
    extra: Mapping[str, Any] = field(default_factory=dict)


@dataclass(frozen=True, slots=True, kw_only=True)
class Segment:
    """One title, heading, paragraph, list item, block quote or attribution line."""

    doc_id: DocId
    segment_id: Annotated[str, "Identifier of the segment, unique over the corpus."]
    start: Start
    end: End
    kind: Annotated[SegmentKind, "What the line is in the layout of the article."]
    text: Annotated[str, "The segment as it stands in the document."]


@dataclass(frozen=True, slots=True, kw_only=True)
class Sentence:
    """One sentence; the sentences inside a quotation belong to the sentence that quotes them."""

    doc_id: DocId
    sentence_id: Annotated[str, "Identifier of the sentence, unique over the corpus."]
    segment_id: Annotated[str, "The segment that holds the sentence."]
    start: Start
    end: End
    text: Annotated[str, "The sentence as it stands in the document."]


@dataclass(frozen=True, slots=True, kw_only=True)
class Mention:
    """One occurrence of an entity. Mentions may nest and overlap."""

    doc_id: DocId
    mention_id: Annotated[str, "Identifier of the mention, unique over the corpus."]
    sentence_id: SentenceId
    start: Start
    end: End
    text: Annotated[str, "The mention as it stands in the document."]
    label: Annotated[
        str, "PERSON, COUNTRY, PLACE, ORG, WEAPON, or a label that a user's lexicon adds."
    ]
    form: Annotated[Form | None, "For a COUNTRY: its name, a demonym, or a capital that acts."]
    country: Annotated[
        str | None, "ISO 3166-1 alpha-3: the country named, or that of an ORG, a WEAPON, a capital."
    ]
    subtype: Annotated[WeaponSubtype | None, "For a WEAPON: its type."]
    entity_id: Annotated[str, "The entity (see entities)."]
    name: Annotated[str, "The fullest name the document gives, or the country's short name."]
    rule: Rule


@dataclass(frozen=True, slots=True, kw_only=True)
class Entity:
    """One person, country, weapon, organisation or place over the whole corpus. People are told
    apart by their full names alone: two who share one share a row (`roles` says who was meant)."""

    entity_id: Annotated[str, "Identifier, the same in every run: label and code or name."]
    label: Annotated[
        str, "PERSON, COUNTRY, PLACE, ORG, WEAPON, or a label that a user's lexicon adds."
    ]
    name: Annotated[str, "Its name: the most frequent of its mentions' names."]
    country: Annotated[str | None, "ISO 3166-1 alpha-3, where known."]
    subtype: Annotated[WeaponSubtype | None, "For a WEAPON: its most frequent type."]
    mentions: Annotated[int, "How many mentions it has."]
    documents: Annotated[int, "In how many documents it is mentioned."]


@dataclass(frozen=True, slots=True, kw_only=True)
class Role:
    """What the text says beside a person's name of who that is: a function, a party, a country."""

    doc_id: DocId
    role_id: Annotated[str, "Identifier of the role, unique over the corpus."]
    sentence_id: SentenceId
    mention_id: Annotated[str, "The mention of the person beside it."]
    entity_id: Annotated[str, "The person."]
    start: Start
    end: End
    text: Annotated[str, "The phrase without its article: « chef du renseignement allemand »."]
    affiliation: Annotated[str | None, "The organisation, or else the country, that it names."]
    affiliation_id: Annotated[str | None, "The entity_id of the affiliation."]
    country: Annotated[
        str | None, "ISO 3166-1 alpha-3: the country it names, or the organisation belongs to."
    ]
    rule: Rule


@dataclass(frozen=True, slots=True, kw_only=True)
class Quote:
    """One content that the text attributes to a source, or quotes as somebody's words."""

    doc_id: DocId
    quote_id: Annotated[str, "Identifier of the quote, unique over the corpus."]
    sentence_id: SentenceId
    start: Start
    end: Annotated[int, "One past the last character; an incise inside counts in."]
    text: Annotated[str, "The content; an incise (« …, a-t-il dit, … ») is left out."]
    kind: Annotated[QuoteKind, "In quotation marks, without, partly, or a block of its own."]
    cue: Annotated[str | None, "The words that announce it: « affirme », « selon »."]
    cue_start: Annotated[int | None, "First character of the cue."]
    cue_end: Annotated[int | None, "One past the last character of the cue."]
    speaker: Annotated[str | None, "The phrase or pronoun that names the source, as written."]
    speaker_start: Annotated[int | None, "First character of the speaker phrase."]
    speaker_end: Annotated[int | None, "One past the last character of the speaker phrase."]
    speaker_name: Annotated[str | None, "Who that is: a full name, or the phrase's head."]
    speaker_kind: Annotated[SpeakerKind, "What sort of source it is."]
    speaker_id: Annotated[str | None, "The speaker's entity_id, if it is a known entity."]
    speaker_rule: Annotated[str, "How the speaker was resolved, or why it was not."]
    confidence: Annotated[
        float, "The chance that content and speaker are right: its rules' measured precision."
    ]
    rule: Rule


@dataclass(frozen=True, slots=True, kw_only=True)
class Claim:
    """One proposition, with who vouches for it and how."""

    doc_id: DocId
    claim_id: Annotated[str, "Identifier of the claim, unique over the corpus."]
    sentence_id: SentenceId
    quote_id: Annotated[str | None, "The quote that holds it; null for the author's own."]
    start: Start
    end: End
    text: Annotated[str, "The clause, from its first to its last word."]
    predicate: Annotated[str, "The content word that heads the clause."]
    predicate_start: Annotated[int, "First character of the predicate."]
    predicate_end: Annotated[int, "One past the last character of the predicate."]
    subject: Annotated[str | None, "The subject's words."]
    subject_id: Annotated[str | None, "The entity named by the subject."]
    object: Annotated[str | None, "The object's words."]
    object_id: Annotated[str | None, "The entity named by the object."]
    source: Annotated[str | None, "`author`, or the speaker's name; null if unsaid."]
    source_id: Annotated[str | None, "The source's entity_id, if it is a known entity."]
    modality: Annotated[Modality, "How the proposition is put forward."]
    polarity: Annotated[Polarity, "Whether it is affirmed or negated."]
    rule: Rule


@dataclass(frozen=True, slots=True, kw_only=True)
class Date:
    """One expression of a date or a period, placed in the calendar. A day that the text counts from
    the day of its publication (« vendredi ») has no place if that day is not known."""

    doc_id: DocId
    date_id: Annotated[str, "Identifier of the date, unique over the corpus."]
    sentence_id: SentenceId
    start: Start
    end: End
    text: Annotated[str, "The expression, its article and preposition included."]
    date_start: Annotated[
        datetime.date | None, "First day of the period; null if open (« d'ici mai ») or unknown."
    ]
    date_end: Annotated[
        datetime.date | None, "Last day of the period; null if open (« depuis mai ») or unknown."
    ]
    precision: Annotated[Precision, "The unit the expression is exact to."]
    modifier: Annotated[
        Modifier | None, "Which part of the period is meant, or which of its bounds; about where."
    ]
    rule: Rule


@dataclass(frozen=True, slots=True, kw_only=True)
class Quantity:
    """One number of things or of units, in digits or in words."""

    doc_id: DocId
    quantity_id: Annotated[str, "Identifier of the quantity, unique over the corpus."]
    sentence_id: SentenceId
    mention_id: Annotated[str | None, "The mention it counts: « 47 drones »."]
    start: Start
    end: End
    text: Annotated[str, "The words of the number: « 2,5 millions », « une dizaine »."]
    value: Annotated[float | None, "The number; null if only its scale is said (« des dizaines »)."]
    value_max: Annotated[float | None, "The greater number of a range: « 60 à 80 »."]
    approximate: Annotated[bool, "Whether it is said to be inexact: « environ », « plus de »."]
    unit: Annotated[str | None, "The unit, or else the noun that is counted."]
    counted: Annotated[str | None, "The words of what is counted: « drones ukrainiens »."]
    rule: Rule


@dataclass(frozen=True, slots=True, kw_only=True)
class Skipped:
    """One input that could not be read."""

    source: Annotated[str, "Where it was: a path, with a line or record number if need be."]
    reason: Annotated[str, "Why it was left out."]


@dataclass(frozen=True, slots=True, kw_only=True)
class Extraction:
    """All rows of one document."""

    document: Document
    segments: tuple[Segment, ...]
    sentences: tuple[Sentence, ...]
    mentions: tuple[Mention, ...]
    roles: tuple[Role, ...]
    dates: tuple[Date, ...]
    quantities: tuple[Quantity, ...]
    quotes: tuple[Quote, ...]
    claims: tuple[Claim, ...]
