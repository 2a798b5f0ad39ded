"""`quidit sample`: rows to check by hand, as a sheet and as tasks of Label Studio."""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from rich.console import Console

from pipeline.report.strings import Language
from pipeline.review.runs import read_run
from pipeline.review.sample.checks import Check, checks
from pipeline.review.sample.label_studio import configuration, tasks
from pipeline.review.sample.sheet import Separator, write_sheet
from pipeline.review.sample.strata import Sample, draw_sample
from pipeline.sources.problems import UsageError
from pipeline.tables.loading import load_tables


@dataclass(frozen=True, slots=True, kw_only=True)
class SampleRequest:
    """What to draw and where to write it."""

    outputs: Path
    size: int
    names: tuple[str, ...]
    seed: int
    sheet: Path
    separator: Separator
    label_studio: Path | None
    language: Language


def run_sample(request: SampleRequest) -> None:
    """Draw the rows, write them and say what was drawn.

    Raises:
        TablesNotFoundError: the folder does not hold the tables.
        UsageError: the sheet is there already.
        OSError: a file can't be written.
    """
    tables = load_tables(request.outputs)
    sample = draw_sample(tables, request.names, request.size, request.seed)
    drawn = list(checks(sample.drawn, tables["documents"], request.language))
    try:
        write_sheet(drawn, request.sheet, request.separator)
    except FileExistsError as error:
        raise UsageError(
            f"{request.sheet} is there already and may hold ticks: name another file with --output"
        ) from error
    console = Console(stderr=True, highlight=False)
    console.print(_told(request.sheet, sample), markup=False, soft_wrap=True)
    if request.label_studio is not None:
        made_by = str(read_run(request.outputs).get("run_id", "quidit"))
        config = _write_tasks(drawn, request.label_studio, made_by, request.language)
        told = f"{request.label_studio}: the tasks; {config}: their labelling configuration"
        console.print(told, markup=False, soft_wrap=True)


def _write_tasks(drawn: Sequence[Check], path: Path, made_by: str, language: Language) -> Path:
    text = json.dumps(tasks(drawn, made_by), ensure_ascii=False, indent=1)
    path.write_text(text + "\n", encoding="utf-8")
    config = path.with_suffix(".xml")
    config.write_text(configuration(drawn, language), encoding="utf-8")
    return config


def _told(path: Path, sample: Sample) -> str:
    shown = {one.stratum for one in sample.drawn}
    rows, missed = sum(sample.sizes.values()), sample.sizes.keys() - shown
    told = f"{path}: {len(sample.drawn):,} of {rows:,} rows, from {len(shown):,} strata"
    if not missed:
        return told
    lost = sum(sample.sizes[stratum] for stratum in missed)
    return (
        f"{told}. The rarest {len(missed):,} strata ({lost / rows:.1%} of the rows) have none: "
        f"-n {len(sample.sizes):,} is the least that gives one to each"
    )
