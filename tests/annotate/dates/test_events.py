"""What happened on a day, told by paraphrase, by the sentence before or behind, by names. All sentences are invented."""

from __future__ import annotations

import pytest
import spacy

from pipeline.annotate.base import Context, mentions_of, set_context
from pipeline.values import morph

pytestmark = pytest.mark.skipif(not morph.available(), reason="lemmas need Morfeusz")
COMPONENTS = ("sentences", "morphology", "standards", "certifiers", "dates")


@pytest.fixture(scope="module")
def nlp():
    pipeline = spacy.blank("pl")
    for name in COMPONENTS:
        pipeline.add_pipe(f"magistrat_{name}", config={"trained": False} if name == "dates" else {})
    return pipeline


def roles(nlp, text, published=None):
    doc = nlp.make_doc(text)
    set_context(doc, Context(published=published))
    return [m.value["role"] for m in mentions_of(nlp(doc)) if m.kind == "dates"]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param("Kurier dostarczył świadectwo ISO 9001 dnia 5 maja 2011 r.", ["awarded"], id="delivered"),
        pytest.param("Kurier 5 maja 2011 r. dostarczył fakturę za certyfikat ISO 9001.", ["other"], id="a-bill-delivered"),
        pytest.param("Paczkę doręczono 5 maja 2011 r. W niej był certyfikat ISO 9001.", ["awarded"], id="parcel"),
        pytest.param("ISO 9001? Szkoła ma na to papier z maja 2011 r.", ["awarded"], id="paper-of-a-month"),
        pytest.param("Uchwała o certyfikacie zastępuje dokument z maja 2011 r.", ["other"], id="paper-of-something-else"),
        pytest.param("Drugi już certyfikat opatrzono datą 5 maja 2011 r.", ["awarded"], id="bears-the-date"),
        pytest.param("Od 5 maja 2011 r. spółka figuruje w rejestrze EMAS.", ["awarded"], id="registered"),
        pytest.param("Od 5 maja 2011 r. spółka figuruje w rejestrze dłużników.", ["other"], id="another-register"),
        pytest.param("Burmistrz już 5 maja 2011 r. trzymał certyfikat w dłoni.", ["awarded"], id="in-hand"),
        pytest.param("Informujemy o przyznaniu 5 maja 2011 r. certyfikatu ISO 9001.", ["awarded"], id="verbal-noun"),
        pytest.param("Komitet jednostki 5 maja 2011 r. postanowił odnowić certyfikat.", ["awarded"], id="a-body-decides"),
        pytest.param("Wójt 5 maja 2011 r. postanowił odnowić certyfikat.", ["other"], id="the-holder-plans"),
        pytest.param("Mamy certyfikat. Kolejne przyznano w 2011 r.", ["awarded"], id="ordinal-without-noun"),
        pytest.param("Mamy certyfikat. Kolejne drogi przyznano gminie w 2011 r.", ["other"], id="ordinal-with-noun"),
        pytest.param("Udało się: 5 maja 2011 r. PCBC wydało certyfikat.", ["awarded"], id="behind-a-colon"),
        pytest.param("5 maja 2011 r. przejdzie do historii. Tego dnia wręczono nam certyfikat.", ["awarded"], id="that-day"),
        pytest.param(
            "5 maja 2011 r. zapamiętamy. Tego dnia padał deszcz. Mamy certyfikat.", ["other"], id="that-day-it-rained"
        ),
        pytest.param("Finał nastąpił 5 maja 2011 r., kiedy PCBC wydało certyfikat.", ["awarded"], id="when"),
        pytest.param("W 2011 r., gdy otwarto basen, nie mieliśmy jeszcze certyfikatu.", ["other"], id="when-a-pool-opened"),
        pytest.param("Kiedy szkoła dostała pierwszy certyfikat? – W 2011 roku.", ["first_awarded"], id="question-and-answer"),
        pytest.param("Co stało się 5 maja 2011 r.? PCBC wręczyło nam certyfikat.", ["awarded"], id="day-in-the-question"),
        pytest.param("Jak długo ważny jest certyfikat? – Do 5 maja 2014 r.", ["valid_until"], id="how-long"),
        pytest.param("Do kiedy trwa remont? – Do 5 maja 2014 r. Certyfikat wisi.", ["other"], id="how-long-the-works"),
        pytest.param("Pierwsze i jedyne świadectwo ISO 9001 zdobyto w 2004 r.", ["first_awarded"], id="first-and-only"),
        pytest.param("Jako pierwszy urząd w powiecie certyfikat zdobyliśmy w 2011 r.", ["awarded"], id="first-of-the-county"),
        pytest.param("Z certyfikatem ISO 9001 debiutowaliśmy w 2004 r.", ["first_awarded"], id="debut"),
        pytest.param("Certyfikat mieliśmy długo. Skończył się w 2014 r.", ["valid_until"], id="came-to-an-end"),
        pytest.param("Certyfikat mamy długo. Umowa z bankiem kończy się w 2014 r.", ["other"], id="a-contract-came-to-an-end"),
        pytest.param("Akredytacja pracowni jest terminowa, do 5 maja 2014 r.", ["valid_until"], id="for-a-term"),
        pytest.param("Do 5 maja 2014 r. mamy prawo używać znaku EMAS.", ["valid_until"], id="right-to-a-mark"),
        pytest.param("Termin zgłoszeń na audyt ISO 9001 upływa 5 maja 2014 r.", ["other"], id="deadline"),
        pytest.param("Goście z TÜV NORD zaglądali 5 maja 2014 r. do szaf.", ["audit"], id="guests-of-a-body"),
        pytest.param(
            "Goście z Litwy zaglądali 5 maja 2014 r. do szaf. Certyfikat wisi obok.", ["other"], id="guests-from-abroad"
        ),
        pytest.param("Audytorki DEKRA były miłe. Pytały o wszystko 5 maja 2014 r.", ["audit"], id="dropped-subject"),
        pytest.param("Ekspertów PCBC żegnaliśmy 5 maja 2014 r.", ["audit"], id="seen-off"),
        pytest.param("Egzamin przed auditorami zdawaliśmy 5 maja 2014 r.", ["audit"], id="exam"),
        pytest.param("Egzamin na kartę wędkarską zdawano 5 maja 2014 r.", ["other"], id="another-exam"),
        pytest.param("5 maja 2014 r. kontrolerzy wytknęli brak pieczęci.", ["audit"], id="judged"),
        pytest.param("Audytorka wygrała 5 maja 2014 r. maraton.", ["other"], id="private-life"),
        pytest.param("Zmianę godzin poprzedził audit w dniu 5 maja 2014 r.", ["audit"], id="right-before-the-day"),
        pytest.param("Miasto ogłosiło przetarg na audyt certyfikujący 5 maja 2014 r.", ["other"], id="a-tender-for-it"),
        pytest.param("Certyfikat ISO 9001 pochodzi z 2011 r.", ["awarded"], id="dates-from"),
        pytest.param(
            "Drugi certyfikat zdobyto w 2011 r., pierwszy w 2008 r.", ["awarded", "first_awarded"], id="the-first-of-them"
        ),
        pytest.param("Historia certyfikatu zaczęła się w 2004 r.", ["first_awarded"], id="history"),
        pytest.param("Certyfikat ISO 9001 ma szkoła. Auditor zadzwonił 5 maja 2014 r.", ["audit"], id="one-auditor"),
        pytest.param("Certyfikat ISO 9001 ma szkoła. Auditor ukończył studia 5 maja 2014 r.", ["other"], id="his-studies"),
        pytest.param("Certyfikatu ISO 9001 spodziewamy się w maju 2014 r.", ["awarded"], id="expected"),
        pytest.param("Audytorów spodziewamy się w maju 2014 r.", ["audit"], id="auditors-expected"),
        pytest.param("Audytorzy są u nas. Zostaną do 5 maja 2014 r.", ["audit"], id="staying"),
        pytest.param("Wójt zdał 5 maja 2014 r. egzamin na auditora.", ["other"], id="an-examination-of-his"),
        pytest.param("Gwarancja wagi z certyfikatem ISO upłynie w maju 2014 r.", ["other"], id="a-guarantee"),
        pytest.param("Autobus przeszedł kontrolę techniczną w maju 2014 r.", ["other"], id="technical-inspection"),
        pytest.param("Certyfikaty trafią do szkół 5 maja 2014 r. Jury ogląda prace.", ["other"], id="a-jury-behind"),
        pytest.param("Starania o certyfikat uwieńczono sukcesem w maju 2014 r.", ["awarded"], id="crowned"),
        pytest.param("Rok 2009 – certyfikat ISO 9001, rok 2012 – odnowienie", ["first_awarded", "awarded"], id="chronicle"),
        pytest.param(
            "Przebieg:\n- zespół: 5.01.2008\n- audyt certyfikujący: 5.07.2008\n- wręczenie: 5.09.2008",
            ["other", "audit", "awarded"],
            id="a-list-of-labels",
        ),
        pytest.param(
            "Certyfikat ISO 9001? Powiat zdobył go w 2005 r., odnawiał w 2008 r.",
            ["first_awarded", "awarded"],
            id="pronoun-before",
        ),
        pytest.param(
            "Certyfikat ISO 9001 przedłużono w 2007 r. po raz pierwszy.", ["awarded"], id="renewed-for-the-first-time"
        ),
        pytest.param("Umowa na certyfikat ISO 9001 obowiązuje do 5 maja 2014 r.", ["other"], id="a-contract-in-force"),
        pytest.param("Sąd wydał w 2013 r. sto świadectw. Audyt trwa.", ["other"], id="certificates-of-another-kind"),
        pytest.param(
            "Znamy wynik audytu, który w Urzędzie Miasta i Gminy przeprowadził 5 maja 2014 r. ISOCERT.",
            ["audit"],
            id="and-inside-a-name",
        ),
        pytest.param(
            "Zespół Szkół Rolniczych jest certyfikowany od 2010 r. przez TÜV NORD Polska.",
            ["first_awarded"],
            id="team-of-schools",
        ),
        pytest.param("Kontrola biletów ruszy 5 maja 2014 r.", ["other"], id="tickets"),
        pytest.param("Certyfikat konkursu „Gmina w Kwiatach” odebrano 5 maja 2014 r.", ["other"], id="contest"),
        pytest.param("Certyfikaty auditorów ISO 9001 odebrano 5 maja 2014 r.", ["other"], id="certificates-of-people"),
        pytest.param("Jednostka certyfikująca działa u nas od 1995 r.", ["other"], id="works-since"),
        pytest.param("W maju, dokładnie 5.05.2014, PCBC wydało certyfikat.", ["other", "awarded"], id="said-twice"),
    ],
)
def test_event(nlp, text, expected):
    assert roles(nlp, text, "2018-06-11" if "W maju" not in text else "2014-06-11") == expected


def test_an_award_of_these_days_is_no_first_one_of_old(nlp):
    text = "Po raz pierwszy przyznano nam certyfikat 5 maja."
    assert roles(nlp, text, "2014-05-12") == ["awarded"]
    assert roles(nlp, text.replace("maja", "maja 2009 r."), "2014-05-12") == ["first_awarded"]
