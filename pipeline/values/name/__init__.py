"""„Danuty Szczepanik", „Polskiego Rejestru Statków", „Grodzisku Mazowieckim": Polish names and their nominative.

``nominative`` is the way in; ``gender`` tells women's names from men's. Each sort of name has its own module, imported on
first use.
"""

from __future__ import annotations

from typing import Literal

Kind = Literal["person", "organization", "place"]


def nominative(name: str, kind: Kind = "person", context: str | None = None) -> str:
    """„Ewy Milner – Kochańskiej" -> "Ewa Milner-Kochańska".

    Args:
        name: the name as printed, in any case.
        kind: person (agreement over the whole name), organization (only the head phrase changes) or place (all agreeing words).
        context: what is printed beside the name and shares its case: a role, a noun, a preposition.

    Raises:
        ValueError: an unknown kind.
    """
    if kind == "person":
        from pipeline.values.name.person import nominative_person  # noqa: PLC0415

        return nominative_person(name, context)
    if kind == "organization":
        from pipeline.values.name.organization import nominative_organization  # noqa: PLC0415

        return nominative_organization(name, context)
    if kind == "place":
        from pipeline.values.name.place import nominative_place  # noqa: PLC0415

        return nominative_place(name, context)
    raise ValueError(f"unknown kind of name {kind!r}; known are person, organization, place")


def gender(name: str) -> Literal["f", "m"] | None:
    """„Ewy Milner-Kochańskiej" -> "f", „Jana Nowaka" -> "m"; None where both fit equally well."""
    from pipeline.values.name.person import gender_of  # noqa: PLC0415

    return gender_of(name)
