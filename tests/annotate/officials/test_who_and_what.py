"""One sentence of our own for each cause, and beside it one that only looks like it."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
import spacy

import pipeline.annotate.officials as package
from pipeline.annotate.base import spans_of, value_of

FOLDER = Path(package.__file__).parent
PROSE = "Dziękuję wszystkim, którzy przez cały rok pracowali nad nowym systemem w naszym urzędzie.\n"


@pytest.fixture(scope="module")
def nlp():
    pipeline = spacy.blank("pl")
    pipeline.add_pipe("magistrat_officials")
    return pipeline


def found(nlp, text):
    """(name, role) of every official, in text order."""
    values = [value_of(s) for s in spans_of(nlp(text), "officials")]
    return [(v["name"], v["role"]) for v in values]


NAMES = [
    ("Pytała o to radna Marzanna Kruk.", [("Marzanna Kruk", "radna")]),
    ("Podziękowano wójt Oksanie Kuc.", [("Oksana Kuc", "wójt")]),
    ("Kierowniczka Referatu Organizacyjnego Wasylina Sroka", [("Wasylina Sroka", "Kierowniczka Referatu Organizacyjnego")]),
    ("dyrektor Żywiena Śledź", [("Żywiena Śledź", "dyrektor")]),
    ("Zespół prowadziła Żywiena Śledź, auditor wiodący.", [("Żywiena Śledź", "auditor wiodący")]),
    ("burmistrz Klemens Filip-Konopka", [("Klemens Filip-Konopka", "burmistrz")]),
    ("radna Ewa Marek-Kruk pytała", [("Ewa Marek-Kruk", "radna")]),
    ("członkini zarządu Anna Kruk-Sokalska-Lis", [("Anna Kruk-Sokalska-Lis", "członkini zarządu")]),
    ("sekretarz Hannie Sowa wręczono kwiaty", [("Hanna Sowa", "sekretarz")]),
    ("Prezes Rejestru Jakości S.A. Jan Wilga", [("Jan Wilga", "Prezes Rejestru Jakości S.A.")]),
    ("starosta dąbrowieński Ignacy Sęk", [("Ignacy Sęk", "starosta dąbrowieński")]),
    ("Staroście Dąbrowieńskiemu Ignacemu Sękowi", [("Ignacy Sęk", "Starosta Dąbrowieński")]),
]
NO_NAMES = [
    ("Mówi Jan Wilga, dyrektor zarządzający Inwest Kapital.", [("Jan Wilga", "dyrektor zarządzający")]),
    ("Burmistrz Miasta Nowa Ruda zaprasza.", []),
    ("audytor organizacji World Council przyjechał", []),
    ("Prokurator Sawicki milczał.", [("Sawicki", "Prokurator")]),
    ("Jan Wilga – Szkoła Podstawowa nr 2", []),
]
DEGREES = [
    ("mówi dyrektor szpitala dr n. med. Bogdan Wilga", [("Bogdan Wilga", "dyrektor szpitala")]),
    ("dyrektor, prof. dr hab. inż. Jan Wilga", [("Jan Wilga", "dyrektor")]),
    ("komendant nadbryg. w st. spocz. i kpt. Jan", []),
    ("komendant powiatowy mł. bryg. mgr inż. Adam Wilga", [("Adam Wilga", "komendant powiatowy")]),
    ("pełnomocnik ds. jakości, inżynier Zenon Wilga", [("Zenon Wilga", "pełnomocnik ds. jakości")]),
    ("dyrektor muzeum ks. kan. Jan Wilga", [("Jan Wilga", "dyrektor muzeum")]),
]
TOLD = [
    ("Rada Miejska, pod przewodnictwem pana Ludwika Wilgi, obradowała.", [("Ludwik Wilga", "przewodniczący Rady Miejskiej")]),
    ("Komisja Rewizyjna pod przewodnictwem Zofii Kruk", [("Zofia Kruk", "przewodnicząca Komisji Rewizyjnej")]),
    ("komisja, której przewodniczy Jan Wilga, wybrała", [("Jan Wilga", "przewodniczący komisji")]),
    ("Obradom przewodniczył Jan Wilga.", [("Jan Wilga", "przewodniczący obrad")]),
    ("Wydziałem Edukacji kieruje Anna Bąk.", [("Anna Bąk", "kierownik Wydziału Edukacji")]),
    ("Anna Bąk kieruje Wydziałem Edukacji od 2009 roku.", [("Anna Bąk", "kierownik Wydziału Edukacji")]),
    ("Na czele Zespołu Szkół stanie po raz drugi Ewa Kruk.", [("Ewa Kruk", "dyrektor Zespołu Szkół")]),
    (
        "Funkcję dyrektora obejmą:\nRegina Kruk – Szkoła Podstawowa nr 2,\nEryk Wilga – Przedszkole nr 9.",
        [("Regina Kruk", "dyrektor Szkoły Podstawowej nr 2"), ("Eryk Wilga", "dyrektor Przedszkola nr 9")],
    ),
    (
        "Od września kierować będą:\n1) Szkołą Podstawową nr 1 – Leszek Wilga,\n2) Gimnazjum nr 2 – Iza Kruk.",
        [("Leszek Wilga", "dyrektor Szkoły Podstawowej nr 1"), ("Iza Kruk", "dyrektor Gimnazjum nr 2")],
    ),
    (
        "Dyrektorzy: Adam Wilga (Zespół Szkół nr 1), Ewa Kruk (Gimnazjum nr 2) i Jan Sęk (SP nr 3)",
        [("Adam Wilga", "Dyrektor"), ("Ewa Kruk", "Dyrektor"), ("Jan Sęk", "Dyrektor")],
    ),
    ("dwoje auditorów PRS – Ewa Kruk i Jan Sęk", [("Ewa Kruk", "auditor PRS"), ("Jan Sęk", "auditor PRS")]),
    (
        "Auditorzy: Ewa Kruk – wiodąca, Jan Sęk, Adam Wilga",
        [("Ewa Kruk", "Auditor"), ("Jan Sęk", "Auditor"), ("Adam Wilga", "Auditor")],
    ),
    ("zespół audytorów w składzie: Ewa Kruk, Jan Sęk", [("Ewa Kruk", "audytor"), ("Jan Sęk", "audytor")]),
    ("Audytorem wiodącym z ramienia PRS był inż. Jan Wilga.", [("Jan Wilga", "Audytor wiodący")]),
    ("Funkcję kierownika USC pełni od 2009 r. pani Ewa Kruk.", [("Ewa Kruk", "kierownik USC")]),
    ("Jan Wilga, od 2011 roku burmistrz Łęgowa, przyjął gości.", [("Jan Wilga", "burmistrz Łęgowa")]),
    (
        "zastępca wójta, a zarazem pełnomocnik ds. systemu, Jan Wilga",
        [("Jan Wilga", "zastępca wójta"), ("Jan Wilga", "pełnomocnik ds. systemu")],
    ),
    ("Na przewodniczącą komisji budżetu radni wybrali Ewę Kruk.", [("Ewa Kruk", "przewodnicząca komisji budżetu")]),
    ("Obowiązki dyrektora pełni Malwina Scena.", [("Malwina Scena", "dyrektor")]),
    ("Wdrożeniem zajęła się Ewa Kruk, na co dzień kierowniczka referatu.", [("Ewa Kruk", "kierowniczka referatu")]),
    (
        "Plan ma naczelnik wydziału gospodarki nieruchomościami Jan Wilga.",
        [("Jan Wilga", "naczelnik wydziału gospodarki nieruchomościami")],
    ),
    ("Warsztaty poprowadziła doradczyni zawodowa Ewa Kruk.", [("Ewa Kruk", "doradczyni zawodowa")]),
    ("Tłumaczy Jan Wilga, główny inżynier spółki.", [("Jan Wilga", "główny inżynier spółki")]),
    ("Jej zastępcą ma zostać Jan Wilga.", [("Jan Wilga", "zastępca")]),
]
NOT_TOLD = [
    ("Jan Wilga kieruje samochodem.", []),
    ("Zespołem muzycznym kieruje Anna Bąk.", []),
    ("Chórem kieruje Anna Bąk.", []),
    ("Na spotkaniu z burmistrzem zjawili się:\n- Jan Wilga\n- Ewa Kruk", []),
    ("Wójt, jako kierownik jednostki, oraz Skarbnik Gminy Jerzy Wilga.", [("Jerzy Wilga", "Skarbnik Gminy")]),
]
ROLES = [
    ("starszy inspektor Jan Wilga", "starszy inspektor"),
    ("młodszego referenta Jana Wilgę", "młodszy referent"),
    ("podkarpacki kurator oświaty Jan Wilga", "podkarpacki kurator oświaty"),
    ("Warmińsko-Mazurski Kurator Oświaty Jan Wilga", "Warmińsko-Mazurski Kurator Oświaty"),
    ("naczelnej pielęgniarce Annie Kruk", "naczelna pielęgniarka"),
    ("wójtka gminy Anna Kruk", "wójtka gminy"),
    ("radne powiatowe Anna Kruk", "radna powiatowa"),
    ("Obecni byli wójt Jan Wilga", "wójt"),
    ("starszy pracownik socjalny Jan Wilga", "starszy pracownik socjalny"),
    ("Powiatowy Lekarz Weterynarii Jan Wilga", "Powiatowy Lekarz Weterynarii"),
    ("emerytowany dyrektor Jan Wilga", "emerytowany dyrektor"),
    ("po poprzedniej sekretarz Annie Kruk", "poprzednia sekretarz"),
    ("burmistrz Podgrodców Wielkich Jan Wilga", "burmistrz Podgrodców Wielkich"),
    ("Burmistrz Krzacianowa Górnego Jan Wilga", "Burmistrz Krzacianowa Górnego"),
    ("Vice-Burmistrz Miasta Jan Wilga", "Wiceburmistrz Miasta"),
    ("vice prezydenta Jana Wilgę", "wiceprezydent"),
    ("V-ce Burmistrz Jan Wilga", "Wiceburmistrz"),
    ("z-ca burmistrza Jan Wilga", "zastępca burmistrza"),
    ("dyrektor MOPS-u Anna Kruk", "dyrektor MOPS-u"),
    ("prezesa PEC-u Jana Wilgi", "prezes PEC-u"),
    ("za kadencji Anny Kruk, jego poprzedniczki", "poprzedniczka"),
    ("Sołtys wsi Dębno Jan Wilga", "Sołtys wsi Dębno"),
    ("Rolę auditora wiodącego pełnił Jan Wilga.", "auditor wiodący"),
    ("mówi Anna Bąk, która kieruje Biurem Obsługi Klienta", "kierownik Biura Obsługi Klienta"),
]
NOBODY = [
    "Starostami tegorocznych dożynek zostali Krystyna i Jan Wilgowie.",
    "Starościna gminnych dożynek Anna Kruk podała chleb.",
    "Święto plonów, czyli dożynki, otwarto o dziesiątej. Starostami byli Anna Kruk i Jan Wilga.",
    "Mówił prezes firmy Drogbud Jan Wilga.",
    "Drogę budowało Przedsiębiorstwo „Asfalt”. Jego prezes Jan Wilga dziękował.",
    "Pracami kierował kierownik budowy Jan Wilga.",
    "Sędzia główny zawodów Jan Wilga",
    "Kierownik zespołu tanecznego Jan Wilga",
    "W 1925 roku burmistrzem miasta został Jan Wilga.",
    "Lekarz weterynarii Jan Wilga przebadał psy.",
    "Były burmistrz Jan Wilga wydał książkę o ptakach.",
]


@pytest.mark.parametrize(
    ("text", "expected"),
    [*NAMES, *NO_NAMES, *DEGREES, *TOLD, *NOT_TOLD],
    ids=[c[0] for c in [*NAMES, *NO_NAMES, *DEGREES, *TOLD, *NOT_TOLD]],
)
def test_who(nlp, text, expected):
    assert sorted(found(nlp, text)) == sorted(expected)


@pytest.mark.parametrize(("text", "role"), ROLES, ids=[c[0] for c in ROLES])
def test_function(nlp, text, role):
    assert [r for _, r in found(nlp, text)] == [role]


@pytest.mark.parametrize("text", NOBODY, ids=str)
def test_no_official(nlp, text):
    assert found(nlp, text) == []


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Starosta Jan Wilga otworzył dożynki.", "Jan Wilga"),
        ("Firma Drogbud ma certyfikat ISO 9001. Jej prezes Jan Wilga dziękował.", "Jan Wilga"),
        ("Jan Wilga, prezes spółki Wodociągi, dziękował.", "Jan Wilga"),
        ("O drogę zabiegał już były burmistrz Jan Wilga.", "Jan Wilga"),
        ("Dyrektor Państwowej Szkoły Muzycznej Jan Wilga", "Jan Wilga"),
        ("W 2006 roku burmistrzem miasta został Jan Wilga.", "Jan Wilga"),
        ("kierownik Zakładu Usług Komunalnych Jan Wilga", "Jan Wilga"),
    ],
    ids=str,
)
def test_official_all_the_same(nlp, text, name):
    assert [n for n, _ in found(nlp, text)] == [name]


@pytest.mark.parametrize(
    ("text", "role_ids"),
    [
        ("prezydent klubu Rotary Jan Wilga", []),
        ("Prezydent Ukrainy Jan Wilga przyleciał. Prezydent Jan Wilga mówił.", ["head_of_state", "head_of_state"]),
        ("Prezydent Łodzi Jan Wilga", ["mayor"]),
        ("Prezydent Jan Wilga wręczył nagrody.", ["mayor"]),
        ("Prezydent Jan Wilga spotkał się z premierem i szefem parlamentu.", [None]),
        ("Prezydent Jan Wilga zaprosił do urzędu miasta posłów na Sejm.", ["mayor"]),
        ("przewodniczący drużyny Jan Wilga", ["chair"]),
        ("przewodniczący Jan Wilga", ["chair"]),
        ("Radni się spierali. Przewodniczący Jan Wilga ogłosił przerwę.", ["council_chair"]),
    ],
    ids=str,
)
def test_class_of_a_bare_function(nlp, text, role_ids):
    assert [value_of(s)["role_id"] for s in spans_of(nlp(text), "officials")] == role_ids


@pytest.mark.parametrize(
    ("ending", "expected"),
    [
        ("Wasz Burmistrz\nWalery Sikora", ("Walery Sikora", "Burmistrz")),
        ("Z up. Burmistrza\nFelicja Kruk\nZastępca Burmistrza", ("Felicja Kruk", "Zastępca Burmistrza")),
        (
            "PREZES\nRegionalnej Izby Obrachunkowej\nw Opolu\nmgr Eugeniusz Wilga",
            ("Eugeniusz Wilga", "PREZES Regionalnej Izby Obrachunkowej w Opolu"),
        ),
    ],
    ids=str,
)
def test_signature_over_several_lines(nlp, ending, expected):
    values = [value_of(s) for s in spans_of(nlp(PROSE + ending), "officials")]
    assert [(v["name"], v["role"]) for v in values] == [expected]
    assert values[0]["signature"] is True


RULES = [
    "officials.again.full_name",
    "officials.again.surname",
    "officials.list",
    "officials.name_role",
    "officials.name_roles",
    "officials.names_role",
    "officials.next_sentence",
    "officials.phrase.ahead",
    "officials.phrase.chairs",
    "officials.phrase.heads",
    "officials.phrase.under",
    "officials.predicate.appointed",
    "officials.predicate.elided",
    "officials.predicate.name_holds_role",
    "officials.predicate.name_is_role",
    "officials.predicate.named_to_role",
    "officials.predicate.participle",
    "officials.predicate.pronoun",
    "officials.predicate.relative",
    "officials.predicate.role_entrusted",
    "officials.predicate.role_held_by",
    "officials.predicate.role_is_name",
    "officials.role_line_name",
    "officials.role_mark_name",
    "officials.role_name",
    "officials.role_names",
    "officials.role_of_name_name",
    "officials.roles_name",
    "officials.series",
    "officials.session_speaker",
]


def test_snapshot_of_rule_ids():
    """A rule's id is what users select by: a new, renamed or lost one must be seen here."""
    sources = [p for p in FOLDER.iterdir() if p.suffix in {".py", ".toml"}]
    ids = {i for p in sources for i in re.findall(r'"(officials\.[a-z_.]+)"', p.read_text(encoding="utf-8"))}
    assert sorted(ids) == RULES
