"""Inject faults and print what came of them, by kind."""

from __future__ import annotations

import argparse
import os
import random
import sys
import tempfile
from pathlib import Path

from tests.faults.corpus import write_corpus
from tests.faults.kinds import KINDS, NEED_ROOT
from tests.faults.rounds import Struck, make_bench, play

IN_A_ROUND = 5  # faults, at most


def inject(faults: int, seed: int, documents: int, scratch: Path, *, real: bool) -> list[Struck]:
    """Rounds until so many faults have struck, of all kinds in turn."""
    choice = random.Random(seed)
    write_corpus(scratch / "press", documents, seed)
    bench = make_bench(scratch / "press", scratch, documents, 2, real=real)
    kinds = [kind for kind in KINDS if kind not in NEED_ROOT or os.geteuid() == 0]
    struck: list[Struck] = []
    turn: list[str] = []
    while len(struck) < faults:
        turn = turn or choice.sample(kinds, len(kinds))
        size = min(choice.randint(1, IN_A_ROUND), len(turn), faults - len(struck))
        round_kinds, turn = turn[:size], turn[size:]
        struck += play(bench, round_kinds, choice, Path(tempfile.mkdtemp(dir=scratch)) / "disk")
        for fault in struck[-size:]:
            for wrong in fault.wrong:
                print(f"{fault.kind}: {wrong}", file=sys.stderr)
        print(f"{len(struck)} faults", file=sys.stderr, flush=True)
    return struck


def table(struck: list[Struck]) -> str:
    """The figures by kind, as Markdown; kinds of which none struck are left out."""
    lines = [
        "| fault | struck | the run finished by itself | survived | documents extracted again |",
        "|---|---:|---:|---:|---:|",
    ]
    groups = {kind: [fault for fault in struck if fault.kind == kind] for kind in KINDS}
    for kind, faults in [*filter(lambda group: group[1], groups.items()), ("all", struck)]:
        again = [fault.again for fault in faults if fault.again is not None]
        cells = [
            kind,
            str(len(faults)),
            str(sum(fault.finished for fault in faults)),
            str(sum(not fault.wrong for fault in faults)),
            str(sum(again)) if again else "–",
        ]
        lines.append(f"| {' | '.join(cells)} |")
    return "\n".join(lines)


def main() -> None:
    parser = argparse.ArgumentParser(prog="python -m tests.faults", description=__doc__)
    parser.add_argument("--faults", type=int, default=100)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--documents", type=int, default=2000)
    parser.add_argument("--real", action="store_true", help="the real model, not the stand-in")
    asked = parser.parse_args()
    with tempfile.TemporaryDirectory(prefix="quidit-faults-") as scratch:
        struck = inject(asked.faults, asked.seed, asked.documents, Path(scratch), real=asked.real)
    print(table(struck))
    sys.exit(any(fault.wrong for fault in struck))


if __name__ == "__main__":
    main()
