"""The component on sentences of our own: bonds before, behind and across a verb; what is no official."""

from __future__ import annotations

import pytest
import spacy
from hypothesis import given, settings
from hypothesis import strategies as st
from spacy.tokens import Span

from pipeline.annotate.base import chars_of, spans_of, value_of
from pipeline.annotate.officials.predicates import predicates


@pytest.fixture(scope="module")
def nlp():
    pipeline = spacy.blank("pl")
    pipeline.add_pipe("magistrat_officials")
    return pipeline


def found(nlp, text):
    """(name, role) of every official, in text order."""
    values = [value_of(s) for s in spans_of(nlp(text), "officials")]
    return [(v["name"], v["role"]) for v in values]


BEFORE = [
    ("Burmistrz Jan Wrona otworzył most.", [("Jan Wrona", "Burmistrz")]),
    ("Zdaniem wójta gminy Łąki Ewy Gil audyt się udał.", [("Ewa Gil", "wójt gminy Łąki")]),
    ("Nagrodę od starosty kolskiego Adama Sęka odebrał wójt.", [("Adam Sęk", "starosta kolski")]),
    (
        "Zastępcy Prezydenta Łodzi ds. kultury i sportu, Panu Markowi Dudkowi",
        [("Marek Dudek", "Zastępca Prezydenta Łodzi ds. kultury i sportu")],
    ),
    (
        "Pełnomocnika ds. Zarządzania Jakością Danuty Kruk nie było.",
        [("Danuta Kruk", "Pełnomocnik ds. Zarządzania Jakością")],
    ),
    (
        "koordynatora ds. przeciwdziałania zagrożeniom korupcyjnym Ewy Lis-Radłowskiej",
        [("Ewa Lis-Radłowska", "koordynator ds. przeciwdziałania zagrożeniom korupcyjnym")],
    ),
    ("Koordynator ds. dostępności: Tomasz Gawron", [("Tomasz Gawron", "Koordynator ds. dostępności")]),
    ("Sekretarz Miasta – Barbara Sitko", [("Barbara Sitko", "Sekretarz Miasta")]),
    ("p.o. dyrektora SPZOZ w Kole Iwona Trzaska", [("Iwona Trzaska", "p.o. dyrektora SPZOZ w Kole")]),
    ("Pełniący obowiązki wójta Marek Olech", [("Marek Olech", "Pełniący obowiązki wójta")]),
    ("Podziękował dyr. Adamowi Kosowi.", [("Adam Kos", "dyrektor")]),
    ("Odebrał go z-ca burmistrza Piotr Szpak.", [("Piotr Szpak", "zastępca burmistrza")]),
    (
        "rzecznika prasowego Górnego Zakładu Energetyki SA Łukasza Zimy",
        [("Łukasz Zima", "rzecznik prasowy Górnego Zakładu Energetyki SA")],
    ),
    ("rzecznik prasowa urzędu Beata Krzemyk", [("Beata Krzemyk", "rzecznik prasowa urzędu")]),
    ("Burmistrz Miasta Ostrów Mazowiecka Jerzy Pokora", [("Jerzy Pokora", "Burmistrz Miasta Ostrów Mazowiecka")]),
    (
        "Dyrektor Szkoły Podstawowej nr 5 im. Jana Pawła II w Turku Anna Wąs",
        [("Anna Wąs", "Dyrektor Szkoły Podstawowej nr 5 im. Jana Pawła II w Turku")],
    ),
    ("prezydent m.st. Warszawy Tomasz Gil", [("Tomasz Gil", "prezydent m.st. Warszawy")]),
    ("Wójt Gminy Stare Pole (-) Adam Sęk", [("Adam Sęk", "Wójt Gminy Stare Pole")]),
    (
        "Zastępcy burmistrza Jan Wrona, Ewa Lis i Anna Kot",
        [("Jan Wrona", "Zastępca burmistrza"), ("Ewa Lis", "Zastępca burmistrza"), ("Anna Kot", "Zastępca burmistrza")],
    ),
    (
        "Umowę podpisali Wójt Gminy Adam Sęk i Wojewoda Lubuski Ewa Gil.",
        [("Adam Sęk", "Wójt Gminy"), ("Ewa Gil", "Wojewoda Lubuski")],
    ),
    ("Burmistrz Radłowski odparł, że tak.", [("Radłowski", "Burmistrz")]),
    ("starosta Sitek Jan", [("Jan Sitek", "starosta")]),
    ("Zastępca Burmistrza Jana Wrony, Anna Lis", [("Jan Wrona", "Burmistrz"), ("Anna Lis", "Zastępca Burmistrza")]),
    ("Prezes NIK Jan Wrona", [("Jan Wrona", "Prezes NIK")]),
    ("Przedstawiciel Rejestru Jakości S.A. Pan Adam Wilk", [("Adam Wilk", "Przedstawiciel Rejestru Jakości S.A.")]),
]

BEHIND = [
    ("Jan Wrona, burmistrz Łężyc, dziękował.", [("Jan Wrona", "burmistrz Łężyc")]),
    ("Jana Wronę prezesa spółki wybrano.", [("Jan Wrona", "prezes spółki")]),
    ("Jan Wrona – wójt", [("Jan Wrona", "wójt")]),
    ("Joanna Kruk, p.o kierownika BIiKS, odpisała.", [("Joanna Kruk", "p.o. kierownika BIiKS")]),
    (
        "Urszula Lis - Sekretarz Gminy, Pełnomocnik ds. Jakości",
        [("Urszula Lis", "Sekretarz Gminy"), ("Urszula Lis", "Pełnomocnik ds. Jakości")],
    ),
    (
        "Beata Gaj, starosta kolski, Adam Sęk, wójt Gminy Łąki oraz Ewa Lis, wicestarosta kolski",
        [("Beata Gaj", "starosta kolski"), ("Adam Sęk", "wójt Gminy Łąki"), ("Ewa Lis", "wicestarosta kolski")],
    ),
    ("radny Jan Sęk (ABC), szef komisji rewizyjnej", [("Jan Sęk", "radny"), ("Jan Sęk", "szef komisji rewizyjnej")]),
    ("Jan Wrona i Anna Kot, zastępcy burmistrza", [("Jan Wrona", "zastępca burmistrza"), ("Anna Kot", "zastępca burmistrza")]),
]

ACROSS = [
    ("Burmistrzem Kowalewa został Adam Wilk.", [("Adam Wilk", "Burmistrz Kowalewa")]),
    ("Jan Rogala jest skarbnikiem gminy.", [("Jan Rogala", "skarbnik gminy")]),
    ("Jan Rogala pełni funkcję kierownika Referatu Finansów.", [("Jan Rogala", "kierownik Referatu Finansów")]),
    (
        "Funkcję pełnomocnika ds. systemu zarządzania jakością pełni Monika Zawada.",
        [("Monika Zawada", "pełnomocnik ds. systemu zarządzania jakością")],
    ),
    ("Na stanowisko dyrektora powołano Marcina Dąbka.", [("Marcin Dąbek", "dyrektor")]),
    (
        "Wójt wskazał Pełnomocnika ds. SZJ, a został nim Sekretarz Gminy Jan Sitek.",
        [("Jan Sitek", "Pełnomocnik ds. SZJ"), ("Jan Sitek", "Sekretarz Gminy")],
    ),
    ("O sporze mówił wiceprezydent. Jan Gawron przyznaje, że trwał.", [("Jan Gawron", "wiceprezydent")]),
    ("Audytorami wiodącymi byli Piotr Szulc i Ewa Gaj.", [("Piotr Szulc", "Audytor wiodący"), ("Ewa Gaj", "Audytor wiodący")]),
]


@pytest.mark.parametrize(("text", "expected"), BEFORE + BEHIND + ACROSS, ids=[c[0] for c in BEFORE + BEHIND + ACROSS])
def test_officials(nlp, text, expected):
    assert sorted(found(nlp, text)) == sorted(expected)


@pytest.mark.parametrize(
    "text",
    [
        "Starościna dożynek Maria Kłos oraz starosta dożynek Józef Snop.",
        "Starostami Dożynek byli Sylwia Lis i Mariusz Gil.",
        "Przy ul. Prezydenta Gabriela Narutowicza stoi szkoła im. Marszałka Józefa Piłsudskiego.",
        "fot. Jan Wrona\nBurmistrz podpisał umowę z wykonawcą.",
        "Fot. Adam Kot, rzecznik",
        "Wytworzył: Adam Kot - Sekretarz Gminy",
        "- Wydział Organizacyjny,\n- Pełnomocnik Prezydenta ds. Osób Niepełnosprawnych,\n- Biuro Rady Miasta",
        "Jan Rogala: To dobra norma.",
        "Imieniny obchodzą: Andrzej, Jędrzej i Szymon. Starosta zaprasza.",
        "Komentarz dodał Paweł Gąska, mieszkaniec.",
        "Prezydent Łodzi, burmistrz Zgierza i starosta milczą.",
        "Przedstawiciele komitetów Jana Wrony i Adama Kota złożyli podpisy.",
    ],
    ids=str,
)
def test_not_officials(nlp, text):
    assert found(nlp, text) == []


@pytest.mark.parametrize(
    ("text", "role_id", "organization", "gender"),
    [
        ("Burmistrz Jan Wrona", "mayor", None, "m"),
        ("wiceprezydent Ewa Gil", "deputy_mayor", None, "f"),
        ("zastępca wójta Ewa Gil", "deputy_mayor", None, "f"),
        ("Prezydent RP Jan Wrona", "head_of_state", None, "m"),
        ("Pełnomocnik ds. SZJ Ewa Gil", "quality_representative", None, "f"),
        ("Przewodnicząca Rady Miejskiej w Kole Ewa Gil", "council_chair", "Rada Miejska w Kole", "f"),
        ("auditor wiodący Jan Wrona", "lead_auditor", None, "m"),
        ("rzecznik prasowa Urzędu Marszałkowskiego Ewa Gil", "spokesperson", "Urząd Marszałkowski", "f"),
        ("kierownik działu akredytacji w ABC Jan Wrona", "head", "ABC", "m"),
        ("prezes zarządu PEC Sp. z o.o. Jan Wrona", "president_company", "PEC", "m"),
        ("Inspektor Ochrony Danych Jan Wrona", "data_protection_officer", None, "m"),
        ("Powiatowy Lekarz Weterynarii Jan Wrona", "veterinarian", None, "m"),
    ],
    ids=str,
)
def test_class_and_body(nlp, text, role_id, organization, gender):
    (span,) = spans_of(nlp(text), "officials")
    value = value_of(span)
    assert (value["role_id"], value["organization"], value["gender"]) == (role_id, organization, gender)


@pytest.mark.parametrize(
    ("text", "signed"),
    [
        ("Certyfikat jest ważny.\n\nMarek Pyza\nWójt Gminy Łąki", True),
        ("Dziękuję za pracę.\nZ poważaniem\nBurmistrz Miasta\n/-/ Wiesław Topór", True),
        ("Pan\nMAREK PYZA\nWójt Gminy Łąki\n" + "Na podstawie ustawy informuję, że sprawdzono gminę.\n" * 12, False),
        ("Wójt Marek Pyza podpisał umowę.", False),
    ],
    ids=["name_role", "role_name", "addressee", "story"],
)
def test_signature(nlp, text, signed):
    values = [value_of(s) for s in spans_of(nlp(text), "officials")]
    assert values
    assert any(v.get("signature", False) for v in values) is signed


def test_a_list_of_offices_is_no_signature(nlp):
    text = "Zapraszamy do urzędu.\nBurmistrz\nJan Wrona\nSkarbnik\nAnna Lis\nSekretarz\nEwa Gaj"
    values = [value_of(s) for s in spans_of(nlp(text), "officials")]
    assert len(values) == 3
    assert not any("signature" in v for v in values)


def test_a_surname_alone_follows_the_gender_of_the_function(nlp):
    assert [value_of(s)["gender"] for s in spans_of(nlp("Mówił wójt Nowak."), "officials")] == ["m"]
    assert [value_of(s)["gender"] for s in spans_of(nlp("Mówiła radna Nowak."), "officials")] == ["f"]


def test_ids_of_rules_are_unique():
    ids = [p.id for p in predicates()]
    assert len(ids) == len(set(ids))
    assert all(i.startswith("officials.predicate.") for i in ids)


def test_further_mentions_carry_the_full_name(nlp):
    text = "Radny Jan Szynka pytał o audyt. Szynka dodał, że poczeka. Janowi Szynce odpowiedziano."
    spans = [s for s in spans_of(nlp(text), "officials") if s.id_.startswith("officials.again")]
    assert [text[slice(*chars_of(s))] for s in spans] == ["Szynka", "Janowi Szynce"]
    assert {value_of(s)["name"] for s in spans} == {"Jan Szynka"}


def test_name_cut_by_a_line_break(nlp):
    text = "Podziękowania dla pełnomocnika burmistrza ds. systemu zarządzania jakością Jana\nKowalewskiego i załogi."
    assert found(nlp, text) == [("Jan Kowalewski", "pełnomocnik burmistrza ds. systemu zarządzania jakością")]


def test_only_interpellations_make_a_speaker_of_a_session_a_councillor(nlp):
    text = "Radni obradowali we wtorek. O drogi pytał w interpelacji Jan Sitek. Jan Gawron milczał."
    assert found(nlp, text) == [("Jan Sitek", None)]
    assert found(nlp, "O drogi pytał na festynie Jan Sitek.") == []


@pytest.mark.parametrize(
    "sentence",
    [
        "O drogach mówił w wolnych wnioskach Jan Sitek.",
        "Na koniec sesji głos zabrał Jan Sitek.",
        "O drogi pytał w interpelacjach i zapytaniach mieszkaniec Jan Sitek.",
    ],
    ids=["free motions", "took the floor", "a resident"],
)
def test_whoever_may_be_a_resident_at_a_session_is_no_official(nlp, sentence):
    assert found(nlp, f"Radni obradowali we wtorek na sesji. {sentence}") == []


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Starostą jest Ewa Lis, a sekretarzem Jan Kot.", [("Ewa Lis", "Starosta"), ("Jan Kot", "sekretarz")]),
        (
            "Wiceprzewodniczącymi wybrano Jana Kota i Annę Lis.",
            [("Jan Kot", "Wiceprzewodniczący"), ("Anna Lis", "Wiceprzewodnicząca")],
        ),
        ("Pełniąca funkcję skarbnika gminy Anna Lis odeszła.", [("Anna Lis", "skarbnik gminy")]),
        ("Będący sekretarzem gminy Jan Kot szkolił załogę.", [("Jan Kot", "sekretarz gminy")]),
        ("Wójt, którym od maja 2019 r. jest Jan Kot, zapowiada audyt.", [("Jan Kot", "Wójt")]),
        ("Starosta, którego obowiązki pełni Anna Lis, milczy.", [("Anna Lis", "Starosta")]),
        ("Prezydent elekt Jan Kot dziękuje.", [("Jan Kot", "Prezydent elekt")]),
        ("Skład: przewodniczący – Jan Kot, zastępca – Anna Lis", [("Jan Kot", "przewodniczący"), ("Anna Lis", "zastępca")]),
        ("Kier. Ref. Finansów Anna Lis choruje.", [("Anna Lis", "Kierownik Ref. Finansów")]),
        ("Oficer prasowy komendy asp. Jan Kot uspokaja.", [("Jan Kot", "Oficer prasowy komendy")]),
        ("Zatwierdził: Jan Kot, Burmistrz", [("Jan Kot", "Burmistrz")]),
        ("Burmistrz Zorian Wrzosik zaprasza.", [("Zorian Wrzosik", "Burmistrz")]),
        ("Wójt Bodzisława Wrzosik zaprasza.", [("Bodzisława Wrzosik", "Wójt")]),
        ("Umowę podpisał starosta Jan\nWrzosik wraz z gośćmi.", [("Jan Wrzosik", "starosta")]),
        ("Umowę podpisał starosta Jan Wrzo-\nsik z gośćmi.", [("Jan Wrzosik", "starosta")]),
        ("Umowę podpisała wójt Anna Kot-\nWrzosik z gośćmi.", [("Anna Kot-Wrzosik", "wójt")]),
        ("Wójt Wrzosik rezygnuje\nTak postanowił Jan Wrzosik.", [("Jan Wrzosik", "Wójt"), ("Jan Wrzosik", None)]),
    ],
    ids=str,
)
def test_clauses_breaks_and_unknown_names(nlp, text, expected):
    assert found(nlp, text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "W 1911 roku burmistrz Jan Kot kazał sadzić lipy.",
        "W XVIII wieku starosta Jan Kot wzniósł dwór.",
        "Kwiaty złożono przed pomnikiem wójta Jana Kota.",
        "Memoriał Komendanta Jana Kota wygrali goście.",
        "Zmarły burmistrz Jan Kot spoczął na wzgórzu.",
        "Administrator strony: Jan Kot",
        "Wykonawcą jest spółka Brukex, którą kieruje prezes Jan Kot.",
        "Halę otworzył prezydent koncernu Jan Kot.",
    ],
    ids=str,
)
def test_the_dead_and_private_firms_people_are_no_officials(nlp, text):
    assert found(nlp, text) == []


@pytest.mark.parametrize(
    "text",
    [
        "W 2009 roku burmistrz Jan Kot odebrał certyfikat.",
        "Szkoła powstała w 1911 roku, przypomniał burmistrz Jan Kot.",
        "Spółka Wodociągi, którą kieruje prezes Jan Kot, ma certyfikat.",
    ],
    ids=str,
)
def test_the_living_stay(nlp, text):
    assert [name for name, _ in found(nlp, text)] == ["Jan Kot"]


@pytest.mark.parametrize("label", ["persName", "PERSON"])
def test_people_of_a_model_are_candidates(nlp, label):
    doc = nlp.make_doc("Burmistrz miasta partnerskiego Xqana van Gusmao podpisał list.")
    doc.ents = [Span(doc, 3, 6, label=label)]
    values = [value_of(s) for s in spans_of(nlp.get_pipe("magistrat_officials")(doc), "officials")]
    assert [(v["name"], v["role"]) for v in values] == [("Xqana van Gusmao", "Burmistrz miasta partnerskiego")]


WORDS = [
    "burmistrz",
    "Jan",
    "Nowak",
    ",",
    "zastępca",
    "ds.",
    "i",
    "\n",
    "Wójt Gminy",
    "Anna",
    "„",
    "Rady",
    "został",
    "p.o.",
    "-",
    "im.",
]


@settings(derandomize=True, max_examples=60, deadline=None)
@given(st.lists(st.sampled_from(WORDS), max_size=25))
def test_no_order_of_words_breaks_it(words):
    pipeline = test_no_order_of_words_breaks_it.__dict__.setdefault("nlp", spacy.blank("pl"))
    if "magistrat_officials" not in pipeline.pipe_names:
        pipeline.add_pipe("magistrat_officials")
    text = " ".join(words)
    for span in spans_of(pipeline(text), "officials"):
        start, end = chars_of(span)
        assert 0 <= start < end <= len(text)
        assert value_of(span)["name"]
