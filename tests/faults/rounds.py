"""Rounds: a few faults one behind the other in one folder, then a run that nothing disturbs."""

from __future__ import annotations

import json
import random
import shutil
from collections.abc import Sequence
from contextlib import nullcontext
from dataclasses import dataclass, replace
from pathlib import Path

from pipeline.runs.parts import FOLDER, UNFINISHED, find_parts
from pipeline.tables.loading import TablesNotFoundError, load_tables
from pipeline.tables.swap import PREFIX, is_half_replaced
from pipeline.tables.writing import OWN_FILES, recover_tables
from tests.faults.corpus import FILES
from tests.faults.disks import memory_disk
from tests.faults.kinds import KINDS, NEED_ROOT, End, HangError, Setting, undisturbed

Tables = dict[str, bytes]


@dataclass(frozen=True, slots=True)
class Struck:
    """A fault and what came of it. `again`: documents that it made the next run extract again;
    `wrong`: what should not be."""

    kind: str
    finished: bool
    again: int | None  # not counted with the real model
    wrong: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Bench:
    """What all rounds start from: a corpus, the tables of an earlier run, the tables to be."""

    press: Path
    scratch: Path
    documents: int
    former: Path
    expected: Tables
    setting: Setting


def tables_of(folder: Path) -> Tables:
    """The files of a run but `run.json`, which holds the time that it took."""
    names = set(OWN_FILES) - {"run.json"}
    return {path.name: path.read_bytes() for path in folder.glob("*") if path.name in names}


def make_bench(press: Path, scratch: Path, documents: int, workers: int, *, real: bool) -> Bench:
    """Run the command once on the documents of the earlier run, and once on all."""
    setting = Setting(
        inputs=(press / FILES[0],),
        output=scratch / "former",
        scratch=scratch,
        workers=workers,
        real=real,
        steps=110,
        parts=max(2, documents // 64),
    )
    must_end_well(undisturbed(setting))
    former = setting.output
    setting = replace(setting, inputs=(press,), output=scratch / "expected")
    must_end_well(undisturbed(setting))
    expected = tables_of(setting.output)
    return Bench(
        press=press,
        scratch=scratch,
        documents=documents,
        former=former,
        expected=expected,
        setting=setting,
    )


def must_end_well(end: End) -> None:
    if end.status != 0:
        raise AssertionError(f"an undisturbed run ends with {end.status}: {end.said}")


def play(bench: Bench, kinds: Sequence[str], choice: random.Random, folder: Path) -> list[Struck]:
    """One round: the faults that struck, those of the last run with what is wrong in the end."""
    folder.mkdir()
    setting = replace(bench.setting, output=folder / "out")
    with memory_disk(folder) if NEED_ROOT & set(kinds) else nullcontext():
        has_former = choice.random() < 0.5
        if has_former:
            shutil.copytree(bench.former, setting.output)
        former = tables_of(bench.former) if has_former else {}
        try:
            found = [befall(kind, setting, bench, former, choice) for kind in kinds]
            wrong = finish(setting, bench)
        except HangError as error:
            return [Struck(kinds[0], finished=False, again=None, wrong=(str(error),))]
    struck = [fault for fault in found if fault]
    if struck and wrong:
        struck[-1] = replace(struck[-1], wrong=(*struck[-1].wrong, *wrong))
    return struck


def befall(
    kind: str, setting: Setting, bench: Bench, former: Tables, choice: random.Random
) -> Struck | None:
    """One fault, and whether the folder is as it must be behind it; null if it did not strike."""
    before, noted = known(setting.output), noted_in(setting.log)
    end = KINDS[kind](setting, choice)
    after = known(setting.output)
    if not end.struck:
        return None
    wrong = []
    if end.expected and end.status not in end.expected:
        wrong.append(f"it ends with {end.status}: {end.said[-800:]}")
    if "Traceback" in end.said:
        wrong.append(f"it says: {end.said[-3000:]}")
    wrong += wrong_tables(setting.output, [bench.expected, former], setting.scratch / "copy")
    again = noted_in(setting.log) - noted - (len(after) - len(before))
    if kind != "a damaged part, and kill -9" and before - after:
        wrong.append(f"{len(before - after)} documents that were extracted are lost")
    return Struck(kind, end.status == 0, None if setting.real else again, tuple(wrong))


def known(output: Path) -> set[bytes]:
    return set(find_parts(output / FOLDER))


def noted_in(log: Path) -> int:
    return log.stat().st_size if log.exists() else 0


def wrong_tables(output: Path, allowed: list[Tables], copy: Path) -> list[str]:
    """What is wrong with the tables: they are neither the new ones nor the former ones, or they are
    mixed and can be loaded."""
    if not output.exists():
        return [] if {} in allowed else ["the folder is gone"]
    shutil.copytree(output, copy, ignore=shutil.ignore_patterns(FOLDER))
    try:
        if is_half_replaced(copy):
            try:
                load_tables(copy)
            except TablesNotFoundError:
                pass
            else:
                return ["tables of two runs can be loaded"]
            recover_tables(copy)
        return [] if tables_of(copy) in allowed else ["the tables are neither former nor new"]
    finally:
        shutil.rmtree(copy)


def finish(setting: Setting, bench: Bench) -> list[str]:
    """Run the command undisturbed and say what is wrong."""
    before = len(known(setting.output))
    end = undisturbed(setting)
    if end.status != 0:
        return [f"the next run ends with {end.status}: {end.said[-3000:]}"]
    wrong = []
    run = json.loads((setting.output / "run.json").read_text("utf-8"))
    if (run["reused"], run["extracted"]) != (before, bench.documents - before):
        wrong.append(f"of {before} documents that were extracted {run['reused']} are reused")
    if tables_of(setting.output) != bench.expected:
        wrong.append("the tables are not those of an undisturbed run")
    left = [*setting.output.glob(f"{PREFIX}*"), *(setting.output / FOLDER).glob(f"{UNFINISHED}*")]
    if left or len(known(setting.output)) != bench.documents:
        wrong.append(f"what is left over: {left}")
    return wrong
