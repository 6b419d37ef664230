from pathlib import Path

import pytest

from pipeline.run.job import run
from pipeline.settings import Settings

STORIES = {
    "a.txt": """Sosnówka z certyfikatem jakości

Urząd Miasta Sosnówka otrzymał certyfikat PN-EN ISO 9001:2015. Dokument odebrał burmistrz Tadeusz Wrzos.
Certyfikat jest ważny do 12 maja 2031 roku.
""",
    "b.txt": """Nowa droga w Kalinówce

Mieszkańcy Kalinówki doczekali się nowej drogi. Prace trwały od marca do czerwca i kosztowały dwa miliony złotych.
""",
    "gorsze/c.html": """<html><head><title>Audyt w Lipowej</title></head><body><article><h1>Audyt w Lipowej</h1>
<p>W Urzędzie Gminy w Lipowej zakończył się audyt systemu zarządzania jakością zgodnego z normą ISO 9001.</p>
<p>Audytorzy nie stwierdzili niezgodności, a wójt Krystyna Bąk podziękowała pracownikom za przygotowanie.</p>
</article></body></html>""",
}


@pytest.fixture
def dump(tmp_path):
    """A folder of three stories, one empty file and one picture."""
    folder = tmp_path / "dump"
    for name, text in STORIES.items():
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_text(text, encoding="utf-8")
    (folder / "pusty.txt").write_text("", encoding="utf-8")
    (folder / "zdjecie.jpg").write_bytes(b"\xff\xd8\xff\xe0" + bytes(40))
    return folder


@pytest.fixture(scope="session")
def sample_run(tmp_path_factory, extractor):
    """A folder in which ``make run`` has written data/processed; read it, change nothing."""
    folder = tmp_path_factory.mktemp("sample")
    raw = Path(__file__).parents[2] / "data" / "raw"
    run([raw], folder / "data" / "processed", Settings(model="none"), extractor=extractor)
    return folder
