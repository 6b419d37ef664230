"""What an identifier of a standard means: an immutable value that prints itself.

Conventions: the design's section "The record"; numbering rules of PKN, CEN-CENELEC, ISO and IEC (publishers.toml names them).
"""

from __future__ import annotations

from dataclasses import dataclass

from pipeline.values.standard.catalogue import Work, known_work, vocabulary

NATIONAL_DASH = frozenset({"PN", "PKN", "BN", "ZN", "NO"})
"""National prefixes that join the next word with a hyphen: "PN-EN ISO 9001"."""


@dataclass(frozen=True, slots=True)
class Supplement:
    """„PN-EN 12899-1:2010/Ap1:2011": an amendment or corrigendum.

    Attributes:
        kind: A, Az, AC, Ap, Amd, Cor … as its publisher prints it.
        number: None where the first one carries no number ("/AC:2009").
        year: edition of the supplement.
        month: month of that edition.
        consolidated: True for "+A1", worked into the text; False for "/A1", published apart.
        stage: project stage of a draft ("CD" of "/CD Amd 1").
        iteration: repetition of that stage ("2" of "Amd 1.2").
    """

    kind: str
    number: int | None = None
    year: int | None = None
    month: int | None = None
    consolidated: bool = False
    stage: str | None = None
    iteration: int | None = None

    def __str__(self) -> str:
        """Canonical form with its joining sign, "/Ap1:2011" or "+A2:2008"."""
        stage = f"{self.stage} " if self.stage else ""
        number = "" if self.number is None else str(self.number)
        blank = " " if number and vocabulary().supplements.get(self.kind) else ""
        iteration = f".{self.iteration}" if self.iteration is not None else ""
        sign = "+" if self.consolidated else "/"
        return f"{sign}{stage}{self.kind}{blank}{number}{iteration}{edition(self.year, self.month)}"


def edition(year: int | None, month: int | None) -> str:
    """„:2015-10": year and month behind a number, empty without a year."""
    if year is None:
        return ""
    return f":{year}" if month is None else f":{year}-{month:02d}"


@dataclass(frozen=True, slots=True, kw_only=True)
class Standard:
    """„PN-EN ISO 9001:2015-10": one standard or scheme; ``str()`` is canonical.

    Attributes:
        chain: adoption chain, outermost first; joint publishers are one link: ("PN", "EN", "ISO/IEC").
        number: digits as printed, "301 549" for ETSI's; None for a scheme.
        parts: part numbers as printed, ("2", "43").
        year: edition, four digits; None where none was printed.
        month: 1 to 12.
        doctype: TR, TS, PAS, Guide, HD, ENV, IWA …; None for a plain standard.
        stage: project stage of a draft.
        iteration: repetition of that stage.
        sector: PKN's letter for the branch of industry ("N" of PN-N-18001).
        version: "2.1" of WCAG 2.1, "3.2.1" of EN 301 549 V3.2.1.
        supplements: amendments and corrigenda in printed order.
        mark: product mark ("CSV", "ED2").
        english: the mark (U), adopted in English.
        scheme: canonical name of a scheme without a number ("EMAS").
        language: language or catalogue letters ("P" of ":2015-10P", "E" of ":2008(E)"); no part of the identifier.
    """

    chain: tuple[str, ...] = ()
    number: str | None = None
    parts: tuple[str, ...] = ()
    year: int | None = None
    month: int | None = None
    doctype: str | None = None
    stage: str | None = None
    iteration: int | None = None
    sector: str | None = None
    version: str | None = None
    supplements: tuple[Supplement, ...] = ()
    mark: str | None = None
    english: bool = False
    scheme: str | None = None
    language: tuple[str, ...] = ()

    @property
    def id(self) -> str:
        """Canonical identifier, without language and catalogue letters."""
        if self.scheme:
            return f"{self.scheme} {self.version}" if self.version else self.scheme
        return self._body() + self._tail()

    @property
    def printed(self) -> str:
        """Canonical identifier with its language or catalogue letters: "PN-EN ISO 9001:2015-10P"."""
        if not self.language:
            return self.id
        letters = "/".join(self.language)
        glued = self.chain[:1] == ("PN",) and not self.supplements and not self.english
        return f"{self.id}{letters}" if glued else f"{self.id}({letters})"

    @property
    def family(self) -> str:
        """Publisher and number, without edition, parts and national prefix: "ISO/IEC 27001", "PN-N-18001"."""
        if self.scheme:
            return self.scheme
        if self.sector:
            return f"{self.chain[0]}-{self.sector}-{self.number}"
        if self.chain in {("BN",), ("NO",)}:
            return f"{self.chain[0]}-{self.number}"
        return f"{_prefix(self.chain[-1:], self.doctype, None)} {self.number}"

    @property
    def kind(self) -> str:
        """„scheme" where there is no number, else „standard"."""
        return "scheme" if self.scheme else "standard"

    @property
    def copublishers(self) -> tuple[str, ...]:
        """Who publishes jointly with the innermost publisher: ("IEC",) of ISO/IEC 27001."""
        return tuple(self.chain[-1].split("/")[1:]) if self.chain else ()

    def same_work(self, other: Standard) -> bool:
        """„PN-EN ISO 9001:2009" and „ISO 9001": one text under whatever adoption and edition, parts alike."""
        return self._work() == other._work()

    def same_edition(self, other: Standard) -> bool:
        """„PN-EN ISO 9001:2015-10" and „PN-EN ISO 9001:2015": same work, publisher, year, supplements.

        A month may be missing on one side.
        """
        months = {self.month, other.month} - {None}
        same = (self.chain[:1], self.year, self.version, self.supplements)
        return (
            self.same_work(other)
            and same == (other.chain[:1], other.year, other.version, other.supplements)
            and len(months) < 2
        )

    def same_printed(self, other: Standard) -> bool:
        """„PN-EN ISO 9001:2015-10P" twice: the same identifier with the same letters."""
        return self.printed == other.printed

    def _work(self) -> tuple[str | None, ...]:
        publisher = self.chain[-1].split("/")[0].replace("CEI", "IEC") if self.chain else None
        number = self.number.replace(" ", "") if self.number else None
        return (self.scheme, publisher, self.sector, number, *self.parts)

    def _body(self) -> str:
        if self.chain == ("BN",):
            year = f"-{self.year % 100:02d}/" if self.year else "-"
            return f"BN{year}{self.number}"
        number = "-".join((self.number or "", *self.parts))
        if self.iteration is not None:
            number += f".{self.iteration}"
        if self.sector:
            return f"{self.chain[0]}-{self.sector}-{number}"
        if self.chain == ("NO",):
            return f"NO-{number}"
        return f"{_prefix(self.chain, self.doctype, self.stage)} {number}"

    def _tail(self) -> str:
        version = f" V{self.version}" if self.version else ""
        year = "" if self.chain == ("BN",) else edition(self.year, self.month)
        supplements = "".join(map(str, self.supplements))
        return version + year + supplements + (" (U)" if self.english else "") + (f" {self.mark}" if self.mark else "")

    def __str__(self) -> str:
        return self.id


def _prefix(chain: tuple[str, ...], doctype: str | None, stage: str | None) -> str:
    """„PKN-CEN/TR", „ISO/IEC DTS", „prEN": publishers, stage and type as their publisher prints them."""
    words = list(chain)
    european = stage in {"pr", "Fpr"}
    if words == ["IWA"] and stage:
        return f"{stage} IWA"
    if european:
        words = [f"{stage}{w}" if w == "EN" else w for w in words]
    behind = [] if european or stage is None else [stage]
    if doctype and doctype not in chain and not (stage and stage.endswith(doctype)):
        behind.append(doctype)
    if behind:
        slash = "/" if words[-1] in _SLASHED and behind[0] not in vocabulary().spaced else " "
        words[-1] = f"{words[-1]}{slash}{' '.join(behind)}"
    joined = " ".join(words)
    return joined.replace(" ", "-", 1) if words[0] in NATIONAL_DASH and len(words) > 1 else joined


_SLASHED = frozenset({"ISO", "CEN", "CLC", "CEN/CLC"})
"""Publishers that take their document type behind a slash when they stand alone: "ISO/TR 10013", but "IEC TR 62368"."""


def work_of(standard: Standard) -> Work | None:
    """„PN-EN ISO 9001:2009" -> titles, editions and withdrawal of ISO 9001; None where works.tsv has no row."""
    if not standard.chain or standard.number is None:
        return None
    publisher = f"{standard.chain[0]}-{standard.sector}" if standard.sector else standard.chain[-1]
    if standard.doctype and standard.doctype not in standard.chain:
        publisher += f"/{standard.doctype}"
    return known_work(publisher, standard.number)
