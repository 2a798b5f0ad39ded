"""`python -m tests.supply.licences` lists the licences of all that quidit installs with it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from importlib import metadata

from packaging.markers import default_environment
from packaging.requirements import Requirement

# Licences under which a program may be used and passed on beside a program under the MIT licence.
# One of those that a package offers (« MIT or GPL ») is enough; all of those that it joins
# (« MIT and GPL ») are needed.
ALLOWED = re.compile(
    r"\bMIT\b|BSD|Apache|\bISC\b|MPL|Mozilla|LGPL|PSF|Python Software|Zlib|CC0|CNRI|"
    r"Public Domain|Unlicense",
    re.IGNORECASE,
)
EXTRAS = ("html", "fast", "dask")


def installed(name: str = "quidit", extras: tuple[str, ...] = EXTRAS) -> dict[str, str]:
    """The packages that one needs when it runs, it included, and the licence of each."""
    found: dict[str, str] = {}
    todo = [(name, extras)]
    while todo:
        wanted, with_extras = todo.pop()
        try:
            package = metadata.distribution(wanted)
        except metadata.PackageNotFoundError:
            continue  # for another system
        if package.name.lower() in found and not with_extras:
            continue
        found[package.name.lower()] = licence_of(package)
        todo += [
            (requirement.name, tuple(requirement.extras))
            for requirement in _required(package, with_extras)
        ]
    return found


def _required(package: metadata.Distribution, extras: tuple[str, ...]) -> Iterator[Requirement]:
    """What a package requires on this system, its extras included."""
    for line in package.requires or ():
        requirement = Requirement(line)
        environments = [{**default_environment(), "extra": extra} for extra in ("", *extras)]
        if requirement.marker is None or any(map(requirement.marker.evaluate, environments)):
            yield requirement


def licence_of(package: metadata.Distribution) -> str:
    """The licence that a package names: its expression, else its classifiers, else its text."""
    said = package.metadata.get("License-Expression")
    classifiers = package.metadata.get_all("Classifier") or []
    named = [line.rpartition(" :: ")[2] for line in classifiers if line.startswith("License ::")]
    text = (package.metadata.get("License") or "").partition("\n")[0][:60]
    return said or " OR ".join(named) or text or "?"


def is_allowed(licence: str) -> bool:
    """Whether a package under a licence may be passed on with this one."""
    return any(
        all(ALLOWED.search(part) for part in re.split(r"\bAND\b", choice))
        for choice in re.split(r"\bOR\b|;", licence.strip("()"))
    )


if __name__ == "__main__":
    for name, licence in sorted(installed().items()):
        print(f"{name:24} {licence}{'' if is_allowed(licence) else '   NOT ALLOWED'}")
