"""„oba wystawiono 4 maja": what the model of days sees of a certificate and a date of its article.

A feature is a string such as ``r=awarded``; the ones that join two facts (``r*st=awarded,renewed``) let a linear model weigh
them together. Words are seen by their classes alone (``lexicon``).
"""

from __future__ import annotations

from bisect import bisect_left
from typing import TYPE_CHECKING

from pipeline.record.daymodel.lexicon import classes_in
from pipeline.record.daymodel.relations import of_values, precision, when
from pipeline.record.daymodel.wording import of_place
from pipeline.record.passages import is_headline, subjects

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from pipeline.record.daymodel.scene import Place, Scene, Side
    from pipeline.schema import Status

_APART = 3
"""lines; how far a date lies from the nearest passage that names the certificate"""


def _role(scene: Scene, place: Place) -> str:
    """What annotate made of a date, or the head of its table."""
    passage = scene.passages[place.passage]
    role = passage.roles.get(place.mention.start) or str(place.mention.value.get("role"))
    if role == "valid_until" and place.side == "start":
        return "valid_from"
    return role


def _owner(marks: Sequence[tuple[int, str]], own: frozenset[str], start: int, low: int, high: int) -> Iterator[str]:
    """Whose name stands nearest before a place, and behind it within the passage: this certificate's, another's, nobody's."""
    at = bisect_left(marks, (start, ""))
    if at:
        owner = "own" if marks[at - 1][1] in own else "other"
        yield f"before={owner},{'in' if marks[at - 1][0] >= low else 'out'}"
    else:
        yield "before=none"
    if at < len(marks) and marks[at][0] < high:
        yield f"behind={'own' if marks[at][1] in own else 'other'}"


def _of_link(scene: Scene, side: Side, place: Place) -> tuple[str, set[str]]:
    """How the date's passage goes with the certificate, in one word, and in all."""
    passage = scene.passages[place.passage]
    weight = side.weights.get(place.passage, 0)
    others = [s.weights.get(place.passage, 0) for s in scene.sides if s is not side]
    rival = max(others, default=0)
    named = frozenset(passage.families())
    some = {f"w={weight}", f"w*rival={weight},{rival}"}
    if not others:
        some.add("lone")
        link = "lone" if weight else "lone-out"
    elif named & side.families:
        link = "own" if named <= side.families else "shared"
    elif named:
        link = "other"
    else:
        link = "silent" if weight > rival else "tied" if weight and weight == rival else "away"
    some.add(f"link={link}")
    sentence = (passage.sentence[0], passage.sentence[1])
    some |= {f"fam-{t}" for t in _owner(scene.standards, side.families, place.mention.start, *sentence)}
    if side.holder is not None:
        own = frozenset({side.holder.name})
        some |= {f"org-{t}" for t in _owner(scene.offices, own, place.mention.start, *sentence)}
    some |= _of_lines(scene, side, place)
    if others:
        some |= _of_binding(scene, side, place, "more" if weight > rival else "less" if weight < rival else "even")
    if others and "all" in classes_in(passage.words):
        some |= {"all", f"all*link={link}"}
    return link, some


def _of_binding(scene: Scene, side: Side, place: Place, more: str) -> set[str]:
    """Of several certificates, which one the date's passage binds it to: by name, holder, subject, ordinal."""
    passage = scene.passages[place.passage]
    low, high = passage.start, passage.end
    start = place.mention.start
    names = sorted(t for t in _owner(scene.standards, side.families, start, low, high) if t.startswith("before"))
    own = frozenset({side.holder.name}) if side.holder is not None else frozenset()
    offices = sorted(t for t in _owner(scene.offices, own, start, low, high) if t.startswith("before"))
    some = {f"bind={more},{names[0]},{offices[0]}", f"bind-name={more},{names[0]}", f"bind-office={more},{offices[0]}"}
    numbers = subjects(passage)
    if numbers:
        mine = {f.rsplit(" ", 1)[-1].rsplit("-", 1)[-1] for f in side.families}
        some.add(f"subject={'own' if numbers & mine else 'other'}")
    ordinal = passage.ordinal()
    if ordinal is not None:
        some.add(f"ordinal={'own' if scene.sides[ordinal : ordinal + 1] == [side] else 'other'}")
    return some


def _of_lines(scene: Scene, side: Side, place: Place) -> set[str]:
    """Lines to the nearest passage that names the certificate: "up=0" for the same one, "down=2" for one two lines below."""
    line = scene.passages[place.passage].line
    named = [scene.passages[i].line for i, w in side.weights.items() if w == max(side.weights.values())]
    up = min((line - n for n in named if n <= line), default=None)
    down = min((n - line for n in named if n > line), default=None)
    return {f"up={'none' if up is None else min(up, _APART)}", f"down={'none' if down is None else min(down, _APART)}"}


def _of_events(scene: Scene, side: Side, place: Place) -> set[str]:
    passage = scene.passages[place.passage]
    some: set[str] = set()
    for event in passage.events:
        taken = any(d is place.mention or d.start == place.mention.start for d in event.dates)
        name = "ev" if taken else "near-ev"
        own = "own" if side.cluster.owns(event) else "other"
        some |= {f"{name}={event.kind}", f"{name}-own={event.kind},{own}"}
        if taken:
            told = [t for t, on in (("bg", event.background), ("first", event.first), ("former", event.former)) if on]
            some |= {f"ev-{t}={event.kind}" for t in told} | {f"ev-{t}" for t in told} | {"ev"}
            some |= {f"evv={k}" for k in classes_in(event.clause.words)}
    if not passage.events:
        some.add("ev=none")
    return some


def _of_one(scene: Scene, side: Side, place: Place, status: Status) -> set[str]:
    role, exact, time = _role(scene, place), precision(place.value), when(place.value, scene.month)
    link, some = _of_link(scene, side, place)
    some |= {
        f"r={role}", f"side={place.side}", f"prec={exact}", f"when={time}", f"st={status}",
        f"r*st={role},{status}", f"r*prec={role},{exact}", f"r*when={role},{time}", f"r*side={role},{place.side}",
        f"r*link={role},{link}", f"st*when={status},{time}", f"st*prec={status},{exact}", f"link*st={link},{status}",
        f"r*st*when={role},{status},{time}", f"r*st*prec={role},{status},{exact}",
    }  # fmt: skip
    words = set(of_place(scene, place))
    about = (
        "cert"
        if words & {"cb=cert", "ca=cert", "cb=norm", "ca=norm"}
        else "title"
        if words & {"cb=title", "ca=title"}
        else "none"
    )
    some |= {f"about={about}", f"about*r={about},{role}"}
    some |= {f"{w}*about={about}" for w in words if w.startswith("verb=")}
    some |= {f"{e}*r={role}" for e in some if e.startswith(("bind", "subject=", "ordinal="))}
    some |= words | {f"{w}*st={status}" for w in words if w.startswith(("verb=", "near=", "label="))}
    some |= {f"{w}*r={role}" for w in words if w.startswith(("verb=", "near=", "cb=", "ca=", "label", "calendar"))}
    some |= {f"{w}*prec={exact}" for w in words if w.startswith(("verb=", "near=", "prep=", "calendar"))}
    events = _of_events(scene, side, place)
    some |= events | {f"{e}*r={role}" for e in events if e.startswith("ev")} | {f"{e}*st={status}" for e in events}
    if is_headline(scene.text, scene.passages[place.passage]):
        some.add("headline")
    return some


def features(scene: Scene, side: Side, status: Status) -> dict[str, dict[str, float]]:
    """„Wystawiono go 4 maja 2020 r." -> {"2020-05-04": {"r=awarded": 1.0, …}}: every date that may be a certificate's.

    What is told of one date in several places is put together.

    Args:
        scene: the article.
        side: the certificate.
        status: what happened to it.
    """
    places = scene.near(side)
    roles = {(p.mention.start, p.side): _role(scene, p) for p in places}
    found: dict[str, set[str]] = {}
    for place in places:
        found.setdefault(place.value, set()).update(_of_one(scene, side, place, status))
    described = {}
    for value, some in found.items():
        related = set(of_values(value, places, roles))
        joined = {f"{each}*st={status}" for each in related if "*" not in each}
        described[value] = dict.fromkeys(sorted(some | related | joined), 1.0)
    return described
