"""Roles by the structure of the clause: each cause with its hard negative. All sentences are invented."""

from __future__ import annotations

import pytest
import spacy

from pipeline.annotate.base import Context, mentions_of, set_context
from pipeline.values import morph

pytestmark = pytest.mark.skipif(not morph.available(), reason="lemmas need Morfeusz")


@pytest.fixture(scope="module")
def nlp():
    pipeline = spacy.blank("pl")
    for name in ("magistrat_sentences", "magistrat_morphology", "magistrat_dates"):
        pipeline.add_pipe(name, config={"trained": False} if name == "magistrat_dates" else {})
    return pipeline


def roles(nlp, text):
    doc = nlp.make_doc(text)
    set_context(doc, Context(published="2018-06-11"))
    return [m.value["role"] for m in mentions_of(nlp(doc)) if m.kind == "dates"]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param(
            "Był to trzeci audyt od chwili, gdy 9 maja 2011 r. szpital otrzymał certyfikat.", ["awarded"], id="own-clause"
        ),
        pytest.param("Certyfikat wręczono, gdy 9 maja 2011 r. zakończył się audyt.", ["audit"], id="own-clause-of-the-audit"),
        pytest.param("TÜV zawiesił go w marcu 2012 r., bo gmina odwołała audyt nadzoru.", ["other"], id="suspended"),
        pytest.param(
            "Sprawdzono, czy certyfikat, cofnięty 3 marca 2012 r., wisi w holu.", ["other"], id="withdrawn-participle"
        ),
        pytest.param(
            "Efektem audytu jest certyfikat ISO 9001, wystawiony 7 V 2010 przez jednostkę i ważny do 6 V 2013.",
            ["awarded", "valid_until"],
            id="participles",
        ),
        pytest.param("9 maja 2011 r. decyzją jednostki odnowiono szkole certyfikat.", ["awarded"], id="renewed"),
        pytest.param("Odnowienie certyfikatu przeprowadzono w maju 2014 roku.", ["audit"], id="renewal-as-an-audit"),
        pytest.param(
            "Certyfikat nadano szkole w 2004 r. i przedłużano w latach 2007 i 2010.",
            ["first_awarded", "awarded", "awarded"],
            id="first-of-all-the-renewed",
        ),
        pytest.param(
            "Certyfikat wydano w 2010 r. Poprzedni certyfikat odnowiono w 2007 r.", ["awarded", "awarded"], id="renewed-before"
        ),
        pytest.param("Gmina posługuje się certyfikatem ISO 9001 od 2006 r.", ["first_awarded"], id="in-use-since"),
        pytest.param("Ważność certyfikatu skończyła się 8 marca 2015 r.", ["valid_until"], id="validity-is-over"),
        pytest.param("Audyt certyfikatu skończył się 8 marca 2015 r.", ["audit"], id="the-audit-is-over"),
        pytest.param(
            "Na jak długo przyznano certyfikat? Na trzy lata, czyli do maja 2019 roku.", ["valid_until"], id="term-of-years"
        ),
        pytest.param(
            "Mamy certyfikat. Dyrektor wyjechał na dwa lata, czyli do maja 2019 roku.", ["other"], id="a-term-of-something-else"
        ),
        pytest.param("Po kontroli przeprowadzonej w dniach 4-6 maja 2011 r. wójt napisał do Izby.", ["audit"], id="attribute"),
        pytest.param("Po kontroli NIK wójt napisał 7 maja 2011 r. do radnych.", ["other"], id="after-the-audit"),
        pytest.param("W dniu 5 maja 2011 r. inspektorzy skontrolowali archiwum.", ["audit"], id="controlled"),
        pytest.param(
            "Omówiono protokół kontroli. Inspektorzy przyszli do żłobka, a wyszli 6 maja 2011 r.", ["audit"], id="left"
        ),
        pytest.param("Dyplomy odebrał zespół audytu, a 6 maja 2011 r. radni uchwalili budżet.", ["other"], id="another-verb"),
        pytest.param("Uzgodniono plan audytu, który odbył się 6 maja 2011 r.", ["audit"], id="relative"),
        pytest.param("O audycie mówiła spółka, która powstała 6 maja 2011 r.", ["other"], id="relative-to-another-noun"),
        pytest.param("Uroczyste wręczenie certyfikatu odbyło się 6 maja 2011 r.", ["awarded"], id="head-before-its-attribute"),
        pytest.param("Szkolenie audytorów odbyło się 6 maja 2011 r.", ["other"], id="head-is-a-training"),
        pytest.param("Decyzję o certyfikacji podjęto 6 maja 2011 r.", ["awarded"], id="decision"),
        pytest.param("Gmina uzyskała dotację 6 maja 2011 r. Wcześniej miała audyt.", ["other"], id="grant"),
        pytest.param("Mamy certyfikat. W maju 2011 r. gmina otrzymała koparkę.", ["other"], id="another-object"),
        pytest.param("Urząd jako pierwszy w powiecie odebrał 6 maja 2011 r. certyfikat.", ["awarded"], id="first-office"),
        pytest.param(
            "Pierwszy dokument tego rodzaju certyfikującego przyznano w 2006 r.", ["first_awarded"], id="first-document"
        ),
        pytest.param("W 2016 i 2017 roku szkoła zdobywała w konkursie wyróżnienia.", ["other", "other"], id="prizes"),
        pytest.param("Od 2009 roku przychodnia szczyci się certyfikatem.", ["first_awarded"], id="holding"),
        pytest.param("Od 9 maja 2018 r. przychodnia szczyci się certyfikatem.", ["awarded"], id="holding-since-a-day"),
        pytest.param("PCA udzieliło pracowni akredytacji 9 maja 2017 r.", ["awarded"], id="accredited"),
        pytest.param("Jednostka odmówiła certyfikatu. Decyzja zapadła 9 maja 2017 r.", ["other"], id="refused"),
        pytest.param("Decyzja o certyfikacie zapadła 9 maja 2017 r.", ["awarded"], id="decided"),
        pytest.param("Po audicie z 9 maja 2017 r. nic się nie zmieniło.", ["audit"], id="audit-of"),
        pytest.param("Certyfikaty utracą moc 9 maja 2019 r.", ["valid_until"], id="out-of-force"),
        pytest.param("Urząd utracił certyfikat 9 maja 2017 r.", ["other"], id="lost"),
        pytest.param("Certyfikat, który przestanie obowiązywać 9 maja 2019 r., wisi.", ["valid_until"], id="ceases"),
        pytest.param("Ośrodek Akredytacji „Wzór” działa od 2009 roku.", ["other"], id="age-of-a-body"),
    ],
)
def test_governing_verb_and_head(nlp, text, expected):
    assert roles(nlp, text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param("Certyfikat zachowuje ważność do 5 maja 2021 r.", ["valid_until"], id="validity"),
        pytest.param(
            "Certyfikat wisi w holu. Do maja 2019 r. trzeba przejść na nowe wydanie normy.", ["other"], id="transition"
        ),
        pytest.param(
            "Plan zakłada, że do końca maja 2019 r. jednostka przeprowadzi audit na zgodność z ISO 9001.",
            ["other"],
            id="audit-until",
        ),
        pytest.param("Certyfikat trzeba odnowić do 5 maja 2019 r.", ["other"], id="must-renew"),
        pytest.param("Certyfikat odnowiono do 5 maja 2021 r.", ["valid_until"], id="renewed-until"),
        pytest.param("Uwagi z audytu usuniemy do 5 maja 2019 r.", ["other"], id="remedy"),
        pytest.param(
            "Działania po audycie skończą się do 5 maja 2017 r., a przejście na wydanie ISO 9001:2015 zaplanowano na 2019 rok.",
            ["other", "other"],
            id="planned-transition",
        ),
        pytest.param("Kontrolą objęto lata 2010-2012.", ["other"], id="covered-years"),
        pytest.param("Okres objęty kontrolą: 1.01.2016 - 31.12.2016.", ["other"], id="covered-label"),
        pytest.param("Certyfikat nr 77/2010 z dnia 9 maja 2010 r. wisi w holu.", ["awarded"], id="certificate-with-number"),
        pytest.param(
            "Badano okres od 1 maja 2010 r. do 30 kwietnia 2011 r., a kontrola była krótka.", ["other"], id="covered-period"
        ),
        pytest.param("Audyt objął w dniach 5-6 maja 2011 r. cały urząd.", ["audit"], id="covered-in-days"),
        pytest.param(
            "Certyfikat przyznano na okres od 1 maja 2010 r. do 30 kwietnia 2013 r.", ["valid_from", "valid_until"], id="period"
        ),
    ],
)
def test_ends_and_periods(nlp, text, expected):
    assert roles(nlp, text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param(
            "Szpital ma certyfikat.\nZalecono:\n1. szkolić,\n2. liczyć,\n3. mierzyć.\nDokument jest ważny do 5 maja 2021 r.",
            ["valid_until"],
            id="document",
        ),
        pytest.param(
            "Radni dostali plan.\nPiszą w nim:\n1. szkolić,\n2. liczyć.\nDokument jest ważny do 5 maja 2021 r.",
            ["other"],
            id="document-of-another-kind",
        ),
        pytest.param(
            "O certyfikacie mówiono w środę 6 maja 2015 r. To wtedy dokument został wręczony.", ["awarded"], id="then"
        ),
        pytest.param(
            "Certyfikat jest potrzebny. Spotkano się 6 maja 2015 r. Wtedy padał deszcz.", ["other"], id="then-another-thing"
        ),
    ],
)
def test_what_points_back(nlp, text, expected):
    assert roles(nlp, text)[-len(expected) :] == expected
