"""What stands for a certificate, what only may happen to it, whose it is: words that a sentence leaves out; offices invented."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

Reader = Callable[[str], Any]
DEKRA = "<c DEKRA Certification>DEKRA</c>"
OLSZA = "<o Urząd Gminy Olsza>Urząd Gminy Olsza</o>"
WRONOW = "<o Urząd Miasta Wronów>Urząd Miasta Wronów</o>"

CASES: dict[str, tuple[str, list[dict[str, Any]]]] = {
    "ordinal without a noun": (
        f"{OLSZA} ma certyfikat ISO 9001. {DEKRA} przyznała gminie drugi, na zgodność z ISO 14001.",
        [{"standards": ["ISO 9001"], "status": "maintained"}, {"standards": ["ISO 14001"], "status": "awarded"}],
    ),
    "the last one": (
        f"{OLSZA} miał dwa certyfikaty ISO 9001. Ostatni stracił ważność <d valid_until 2016-05-12>12 maja 2016 r.</d>",
        [{"status": "lapsed", "valid_until": "2016-05-12"}],
    ),
    "ordinal behind the comma": (
        f"{OLSZA} odebrał certyfikat ISO 9001, trzeci w historii urzędu.",
        [{"status": "renewed"}],
    ),
    "joined to another": (
        f"Do certyfikatu ISO 9001, którym {OLSZA} legitymuje się od lat, dołączył certyfikat ISO 14001.",
        [{"standards": ["ISO 9001"], "status": "maintained"}, {"standards": ["ISO 14001"], "status": "awarded"}],
    ),
    "adjective of a name": (
        "<o Dom Opieki w Lasach Nowych>Dom Opieki w Lasach Nowych</o> otrzymał certyfikat ISO 9001.",
        [{"status": "awarded"}],
    ),
    "loss that may come": (f"Certyfikat ISO 9001, który ma {OLSZA}, może zostać cofnięty.", [{"status": "maintained"}]),
    "asked whether": (f"Wójta zapytano, czy {OLSZA} wystąpi o certyfikat ISO 9001.", []),
    "may use it again": (
        f"{OLSZA} może znów posługiwać się certyfikatem ISO 9001. Zawieszono go wiosną.",
        [{"status": "maintained"}],
    ),
    "no contract with the body": (
        f"{OLSZA} miał certyfikat ISO 9001. Wójt nie podpisał umowy z jednostką certyfikującą.",
        [{"status": "lapsed"}],
    ),
    "after another office": (
        f"Po <o Urząd Miasta Wronów>Urzędzie Miasta Wronów</o> certyfikat ISO 9001 zdobył {OLSZA}.",
        [{"organization": "Urząd Gminy Olsza", "status": "awarded"}],
    ),
    "a firm's, told later in the sentence": (
        f"{OLSZA} zlecił prace spółce Budolex. Firma zatrudnia sto osób, a ISO 9001 przyznała jej DEKRA.",
        [],
    ),
    "an office's within a relative clause": (
        f"Włączymy go do systemu, na który {OLSZA} ma certyfikat ISO 9001.",
        [{"status": "maintained"}],
    ),
    "another's behind a relative clause": (
        f"Patronem biegu, który urządził {OLSZA}, jest spółka Granpol, posiadacz certyfikatu ISO 9001.",
        [],
    ),
    "the day before": (
        f"<d other 2005-06-16>16 czerwca 2005 r.</d> zebrali się radni. Prezes wręczył im certyfikat ISO 9001, który dostał {OLSZA}.",
        [{"status": "awarded", "awarded": "2005-06-16"}],
    ),
    "handed over as renewed": (
        f"Wójt odebrał certyfikat ISO 9001, który {OLSZA} odnowił po raz drugi.",
        [{"status": "renewed"}],
    ),
    "yearly audit that happened": (f"Coroczny audyt nadzoru ISO 9001 {OLSZA} przeszedł w maju.", [{"status": "surveillance"}]),
    "yearly audits": (f"Coroczny audyt ISO 9001 kosztuje {OLSZA} sześć tysięcy złotych.", []),
    "accreditation": (f"{OLSZA} zachował akredytację według ISO 15189.", []),
    "what is attested in passing": (
        f"{OLSZA} ma system, którego zgodność z ISO 9001 potwierdza certyfikat.",
        [{"status": "maintained"}],
    ),
    "what the clause before is proved by": (
        f"{OLSZA} pracuje według ISO 9001, o czym świadczy certyfikat.",
        [{"status": "maintained"}],
    ),
    "certified system": (f"{OLSZA} ma certyfikowany system ISO 9001.", [{"status": "maintained"}]),
    "auditors invited": (f"{OLSZA} poznaje ISO 9001. Na jesień umówiono audytorów.", [{"status": "planned"}]),
    "internal audit to come": (f"{OLSZA} poznaje ISO 9001. Na jesień zaplanowano audyt wewnętrzny.", []),
    "surveillance to come": (
        f"W maju w {OLSZA} zostanie przeprowadzony audyt nadzoru według ISO 9001.",
        [{"status": "maintained"}],
    ),
    "how to get one": (f"{OLSZA} gościł prelegenta, który mówił, jak uzyskać certyfikat ISO 9001.", []),
    "given for a certificate": (
        f"Punkty przyznano za inwestycje i certyfikat ISO 9001, który {OLSZA} posiada.",
        [{"status": "maintained"}],
    ),
    "a cycle ended": (
        f"Zakończył się cykl certyfikacji. {DEKRA} wystawiła certyfikat ISO 9001, który {OLSZA} powiesił w holu.",
        [{"status": "renewed"}],
    ),
    "led towards it": (f"Pełnomocnik poprowadzi {OLSZA} do certyfikatu ISO 9001.", [{"status": "planned"}]),
    "led to it": (f"Pełnomocnik doprowadził {OLSZA} do certyfikatu ISO 9001.", [{"status": "awarded"}]),
    "years since the first": (
        f"Mija dekada, odkąd <d awarded 2008>w 2008 roku</d> {OLSZA} uzyskał certyfikat. Zbiegła się z recertyfikacją ISO 9001.",
        [{"status": "renewed", "awarded": None, "first_awarded": "2008"}],
    ),
    "audited a year after the award": (
        f"<d awarded 2012-03>W marcu 2012 r.</d> {OLSZA} zdobył certyfikat ISO 9001. "
        f"<d audit 2013-04>W kwietniu 2013 r.</d> auditorzy {DEKRA} sprawdzali urząd.",
        [{"status": "surveillance"}],
    ),
    "a session and its decision": (
        f"Sesja <d other 2006-11-29>29 listopada 2006 r.</d> była krótka. Odczytano decyzję o przyznaniu certyfikatu ISO 9001, "
        f"na który czekał {OLSZA}.",
        [{"status": "awarded", "awarded": "2006-11-29"}],
    ),
    "contract ended": (f"{OLSZA} wypowiedział umowę z jednostką certyfikującą ISO 9001.", [{"status": "lapsed"}]),
    "a verb left out": (
        f"{OLSZA} czekał krótko. Najpierw <d awarded 2012-02-29>29.02.2012</d> przyszedł certyfikat ISO 9001. "
        "Potem, <d other 2012-10-15>15.10.2012</d>, dokument na ISO 14001.",
        [{"standards": ["ISO 9001"], "awarded": "2012-02-29"}, {"standards": ["ISO 14001"], "awarded": "2012-10-15"}],
    ),
    "the current one, some sentences on": (
        f"Po co {OLSZA} ma certyfikat?\nDla porządku.\nBieżący nosi datę <d awarded 2015-11-30>30 listopada 2015 r.</d>\nTo ISO 9001.",
        [{"status": "awarded", "awarded": "2015-11-30"}],
    ),
    "the day that was asked about": (
        f"{OLSZA} ma powód do dumy.\n– Co się stało <d other 2017-04-21>21 kwietnia?</d>\n– Wręczono nam certyfikat ISO 9001.",
        [{"status": "awarded", "awarded": "2017-04-21"}],
    ),
    "until when, in another line": (
        f"Certyfikat ISO 9001, który {OLSZA} ma od lat, cieszy.\nDo kiedy?\nPapierowo <d valid_until ../2014-05-14>do 14 maja 2014 r.</d>",
        [{"status": "maintained", "valid_until": "2014-05-14"}],
    ),
    "one body for both": (
        f"{OLSZA} ma certyfikat ISO 9001, a w maju dostał certyfikat ISO 14001; w obu sprawach zaufał {DEKRA}.",
        [
            {"standards": ["ISO 9001"], "certifier": "DEKRA Certification"},
            {"standards": ["ISO 14001"], "certifier": "DEKRA Certification"},
        ],
    ),
    "there was one": (f"Był kiedyś w {OLSZA} certyfikat ISO 9001.", [{"status": "lapsed"}]),
    "a body opens the next sentence": (
        f"{OLSZA} otrzymał certyfikat ISO 9001 <d awarded 2014-05-05>5 maja 2014 r.</d> {DEKRA} wystawiła go na trzy lata.",
        [{"status": "awarded", "awarded": "2014-05-05", "certifier": "DEKRA Certification"}],
    ),
    "since a day, in two clauses": (
        f"Od <d other 2016-04-21>21 kwietnia 2016 r.</d> {OLSZA} może udowodnić, że potrafi: ma certyfikat ISO 9001.",
        [{"status": "awarded", "awarded": "2016-04-21"}],
    ),
    "it happened on a day": (
        f"Stało się to <d other 2022-06-15>15 czerwca 2022 r.</d>: {OLSZA} odebrał certyfikat ISO 9001.",
        [{"status": "awarded", "awarded": "2022-06-15"}],
    ),
    "without something else": (
        f"Telefony zostają bez zmian, podobnie jak certyfikat ISO 9001, który ma {OLSZA}.",
        [{"status": "maintained"}],
    ),
    "covers others as well": (
        f"Certyfikat ISO 9001, który ma {OLSZA}, dotyczył centrali. Po audicie {DEKRA} objęła nim również filie.",
        [{"status": "maintained"}],
    ),
    "certified by a body for years": (
        f"{OLSZA} stosuje ISO 9001. Urząd certyfikuje {DEKRA}.",
        [{"status": "maintained", "certifier": "DEKRA Certification"}],
    ),
    "who certifies at large": (f"{OLSZA} opowie o ISO 9001. W kraju certyfikują m.in. {DEKRA} i inne firmy.", []),
    "a footnote with its number": (
        f"{OLSZA} będzie dziś nieczynny.\nCertyfikat ISO 9001 nr 33/2011",
        [{"status": "maintained"}],
    ),
    "put away for a new one": (
        f"Certyfikat z <d awarded 2013>2013 roku</d> powędrował do archiwum. Jego miejsce zajął nowy, na zgodność z ISO 9001, "
        f"który {OLSZA} dostał po audicie.",
        [{"status": "renewed"}],
    ),
    "no longer to be used": (
        f"{OLSZA} nie może już posługiwać się certyfikatem HACCP. Jednostka odebrała go po kontroli.",
        [{"status": "lapsed"}],
    ),
    "lost, then given again": (
        f"{OLSZA} stracił certyfikat ISO 9001. <d awarded 2014-05-05>5 maja 2014 r.</d> odebrał nowy.",
        [{"status": "renewed"}],
    ),
    "a schedule that was passed": (f"Zarząd przyjął harmonogram wdrożenia ISO 9001 w {OLSZA}.", [{"status": "planned"}]),
    "held since yesterday": (f"Od wczoraj {OLSZA} jest posiadaczem certyfikatu ISO 9001.", [{"status": "awarded"}]),
    "had until a day": (
        f"Certyfikat ISO 9001 {OLSZA} ma <d other ../2025-09-30>do 30 września 2025 r.</d>",
        [{"status": "maintained", "valid_until": "2025-09-30"}],
    ),
    "body named above the list": (
        f"W {OLSZA} działają systemy potwierdzone certyfikatami jednostki {DEKRA}:\n- jakości, ISO 9001,\n- środowiska, ISO 14001.",
        [
            {"standards": ["ISO 9001"], "certifier": "DEKRA Certification"},
            {"standards": ["ISO 14001"], "certifier": "DEKRA Certification"},
        ],
    ),
    "words of a body's name": (
        f"<c Polskie Centrum Badań i Certyfikacji>Polskie Centrum Badań i Certyfikacji</c> odnowiło certyfikat, który ma {OLSZA}. "
        "Dokument potwierdza zgodność z ISO 9001.",
        [{"status": "renewed"}],
    ),
    "headline of another standard": (
        f"Certyfikat ISO 9001 dla gminy\n{OLSZA} otrzymał certyfikat ISO 14001.",
        [{"standards": ["ISO 14001"], "status": "awarded"}],
    ),
}


@pytest.mark.parametrize(("marked", "expected"), CASES.values(), ids=CASES.keys())
def test_what_sentences_leave_out(passage: Reader, marked: str, expected: list[dict[str, Any]]) -> None:
    found = passage(marked).certificates()
    keys = [list(e) for e in expected]
    assert len(found) == len(expected), found
    assert [{k: getattr(c, k) for k in names} for c, names in zip(found, keys, strict=True)] == expected
