import json
from dataclasses import replace

import pytest

from pipeline.run import extractor as extractor_module
from pipeline.run import stream
from pipeline.run.extractor import Extractor
from pipeline.run.job import run
from pipeline.schema import Source
from pipeline.settings import CleanSettings, Settings
from pipeline.store import read_table

SETTINGS = Settings(model="none")


def records(folder):
    return [json.loads(line) for line in (folder / "records.jsonl").read_text(encoding="utf-8").splitlines()]


def contents(folder):
    return {path.name: path.read_bytes() for path in folder.iterdir()}


def test_every_source_becomes_an_article_or_a_failure(dump, tmp_path, extractor):
    report = run([dump], tmp_path / "out", SETTINGS, extractor=extractor)
    assert (report.sources, report.articles, report.failures) == (5, 3, 2)
    assert report.reasons == {"empty": 1, "binary": 1}
    assert report.counts["articles"] == 3
    assert [r["source"] for r in records(tmp_path / "out")] == ["a.txt", "b.txt", "gorsze/c.html"]
    assert set(read_table(tmp_path / "out", "failures")["source"]) == {"pusty.txt", "zdjecie.jpg"}


def test_offsets_point_at_what_was_read(dump, tmp_path, extractor):
    run([dump], tmp_path / "out", SETTINGS, extractor=extractor)
    found = [
        (record["text"][row["start"] : row["end"]], row["text"])
        for record in records(tmp_path / "out")
        for kind in ("standards", "officials", "dates", "certifiers", "organizations", "findings")
        for row in record[kind]
    ]
    assert found
    assert all(at == text for at, text in found)


def test_a_second_run_writes_the_same_bytes(dump, tmp_path, extractor):
    run([dump], tmp_path / "a", SETTINGS, extractor=extractor)
    run([dump], tmp_path / "b", SETTINGS, extractor=extractor)
    assert contents(tmp_path / "a") == contents(tmp_path / "b")


def test_provenance_says_what_ran(dump, tmp_path, extractor):
    run([dump], tmp_path / "out", SETTINGS, extractor=extractor)
    provenance = records(tmp_path / "out")[0]["provenance"]
    assert provenance["model"] == "none"
    assert provenance["settings"] == SETTINGS.fingerprint()


def test_a_limit_counts_pieces_and_progress_meets_each(dump, tmp_path, extractor):
    steps = []
    report = run([dump], tmp_path / "out", SETTINGS, limit=2, progress=steps.append, extractor=extractor)
    assert report.sources == 2
    assert [(s.done, s.source) for s in steps] == [(1, "a.txt"), (2, "b.txt")]


@pytest.mark.parametrize("limit", [None, 2])
def test_pieces_are_counted_before_the_first_one(dump, tmp_path, extractor, limit):
    told = []
    run(
        [dump], tmp_path / "out", SETTINGS, limit=limit, progress=told.append, extractor=extractor,
        counted=told.append,
    )  # fmt: skip
    assert told[0] == len(told[1:]) == (limit or 5)


def test_an_exception_in_a_stage_is_a_failure_and_the_run_goes_on(dump, tmp_path, extractor, monkeypatch):
    cleaned = extractor_module.clean

    def clean(source, settings, site_lines=None):
        if source.source == "a.txt":
            raise RuntimeError("cannot read /srv/dump/a.txt")
        return cleaned(source, settings, site_lines)

    monkeypatch.setattr(extractor_module, "clean", clean)
    report = run([dump], tmp_path / "out", SETTINGS, extractor=extractor)
    assert report.articles == 2
    failures = read_table(tmp_path / "out", "failures").set_index("source")
    assert failures.loc["a.txt", ["stage", "reason", "detail"]].tolist() == [
        "clean", "error", "RuntimeError: cannot read a.txt",
    ]  # fmt: skip


@pytest.mark.parametrize(("name", "stage"), [("annotate_for_records", "annotate"), ("record", "record")])
def test_the_failure_names_its_stage(dump, tmp_path, extractor, monkeypatch, name, stage):
    def broken(*_):
        raise KeyError("x")

    monkeypatch.setattr(extractor_module, name, broken)
    run([dump], tmp_path / "out", SETTINGS, extractor=extractor)
    failures = read_table(tmp_path / "out", "failures")
    assert failures[failures["reason"] == "error"]["stage"].tolist() == [stage] * 3


def test_a_record_that_no_table_can_hold_is_a_failure(dump, tmp_path, extractor, monkeypatch):
    made = extractor_module.record
    monkeypatch.setattr(extractor_module, "record", lambda *args: replace(made(*args), title=("nie", "napis")))
    report = run([dump], tmp_path / "out", SETTINGS, extractor=extractor)
    assert report.articles == 0
    assert read_table(tmp_path / "out", "failures")["stage"].tolist().count("store") == 3


def test_a_reader_that_raises_loses_its_input_only(dump, tmp_path, extractor, monkeypatch):
    read = stream.read

    def broken(paths, *rest):
        if paths[0].name == "b.txt":
            raise RuntimeError("broken")
        return read(paths, *rest)

    monkeypatch.setattr(stream, "read", broken)
    report = run([dump / "b.txt", dump / "a.txt"], tmp_path / "out", SETTINGS, extractor=extractor)
    assert (report.articles, report.reasons) == (1, {"error": 1})


def test_two_inputs_with_equal_names_stay_apart(dump, tmp_path, extractor):
    (tmp_path / "inne").mkdir()
    (tmp_path / "inne" / "a.txt").write_text((dump / "b.txt").read_text(encoding="utf-8"), encoding="utf-8")
    run([dump / "a.txt", tmp_path / "inne"], tmp_path / "out", SETTINGS, extractor=extractor)
    found = records(tmp_path / "out")
    assert [r["source"] for r in found] == ["a.txt", "a.txt~2"]
    assert len({r["id"] for r in found}) == 2


def test_one_file_given_twice_is_an_article_and_its_duplicate(dump, tmp_path, extractor):
    run([dump / "a.txt", dump / "a.txt"], tmp_path / "out", SETTINGS, extractor=extractor)
    first, second = records(tmp_path / "out")
    assert (first["duplicate_of"], second["duplicate_of"]) == (None, first["id"])


def test_results_inside_an_input_are_not_read_again(dump, extractor):
    out = dump / "wyniki"
    first = run([dump], out, SETTINGS, extractor=extractor)
    assert run([dump], out, SETTINGS, extractor=extractor) == first


def test_a_run_that_finds_nothing_keeps_what_an_earlier_one_wrote(dump, tmp_path, extractor):
    run([dump], tmp_path / "out", SETTINGS, extractor=extractor)
    before = contents(tmp_path / "out")
    report = run([tmp_path / "nie-ma"], tmp_path / "out", SETTINGS, extractor=extractor)
    assert (report.articles, report.failures) == (0, 1)
    assert contents(tmp_path / "out") == before


def test_a_run_that_finds_nothing_writes_its_failures_where_nothing_is(dump, tmp_path, extractor):
    run([dump / "pusty.txt"], tmp_path / "out", SETTINGS, extractor=extractor)
    assert read_table(tmp_path / "out", "failures")["reason"].tolist() == ["empty"]


def test_an_interrupted_run_leaves_the_old_files(dump, tmp_path, extractor):
    run([dump], tmp_path / "out", SETTINGS, extractor=extractor)
    before = contents(tmp_path / "out")

    def interrupt(step):
        if step.done == 2:
            raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        run([dump / "b.txt", dump], tmp_path / "out", SETTINGS, progress=interrupt, extractor=extractor)
    assert contents(tmp_path / "out") == before


def test_sources_are_taken_one_at_a_time(extractor):
    taken = []

    def endless():
        for number in range(1000):
            taken.append(number)
            yield Source(source=f"{number}.txt", content="Wójt gminy Lipowa otworzył nową szkołę.", media="text")

    results = Extractor(SETTINGS, nlp=extractor.nlp).records(endless())
    next(results)
    next(results)
    assert len(taken) == 2


def test_a_text_that_is_longer_than_one_document_may_be_says_how_articles_are_parted(extractor):
    story = "Wójt gminy Lipowa otworzył nową szkołę. " * 40_000
    (failure,) = Extractor(SETTINGS, nlp=extractor.nlp).results([Source(source="rocznik.txt", content=story, media="text")])
    assert (failure.stage, failure.reason) == ("annotate", "too_long")
    assert "1000000 at most" in failure.detail
    assert "--separator" in failure.detail


SLOGAN = "Codziennie rano czytamy Borki od deski do deski."


def site_pages(order):
    texts = {
        n: f"Teczka numer {n}\n{SLOGAN}\nRadni przyjęli uchwałę z teczki {n} po długiej naradzie w remizie." for n in range(8)
    }
    return "".join(
        json.dumps({"url": f"https://borki.example/{n}", "text": texts[n]}, ensure_ascii=False) + "\n" for n in order
    )


@pytest.mark.parametrize("seen", [True, False], ids=["looked for", "turned off"])
def test_what_a_site_repeats_is_looked_for_before_the_run(tmp_path, extractor, seen):
    settings = Settings(model="none", clean=CleanSettings(site_lines=seen))
    texts = []
    for name, order in (("up", range(8)), ("down", range(7, -1, -1))):
        (tmp_path / f"{name}.jsonl").write_text(site_pages(order), encoding="utf-8")
        assert run([tmp_path / f"{name}.jsonl"], tmp_path / name, settings, extractor=extractor).articles == 8

        texts.append(sorted(record["text"] for record in records(tmp_path / name)))
    assert texts[0] == texts[1]
    assert all((SLOGAN in text) is not seen for text in texts[0])


def test_copies_of_a_run_are_linked_counted_and_listed(tmp_path, extractor):
    (tmp_path / "in").mkdir()
    story = (
        "Nowa kładka w Ostrowie Polnym\nOd poniedziałku piesi mogą korzystać z nowej kładki nad Strugą. Budowa trwała długo.\n"
        "Wójt Honorata Sielska przecięła wstęgę razem z uczniami miejscowej szkoły podstawowej.\n"
        "Poprzedni mostek zamknięto po wiosennych roztopach, które podmyły jego przyczółek.\n"
    )
    for name, text in {
        "a.txt": story,
        "b.txt": story,
        "c.txt": story + "Przypomnijmy, że o budowie pisaliśmy już wiosną.\n",
    }.items():
        (tmp_path / "in" / name).write_text(text, encoding="utf-8")
    report = run([tmp_path / "in"], tmp_path / "out", SETTINGS, extractor=extractor)
    first, second, third = records(tmp_path / "out")
    assert report.counts["duplicates"] == 2
    assert (third["duplicate_of"], third["copies"]) == (None, 2)
    assert [(r["duplicate_of"], r["duplicate_kind"], r["copies"]) for r in (first, second)] == [(third["id"], "near", 0)] * 2
    table = read_table(tmp_path / "out", "duplicates")
    assert set(table["representative"]) == {third["id"]}
    assert table["similarity"].between(80, 99).all()
