"""The recipe on a corpus of a few invented documents: reading, flattening, splitting, projecting, scoring, packing."""

import gzip
import json

import pytest
import spacy
from spacy.training import Example

from models.recipe import build, convert, corpus, evaluate, pack, pud
from models.recipe.corpus import Entity
from models.recipe.settings import RUNS
from pipeline.annotate.model.embed import set_vocabulary

NLP = spacy.blank("pl")
TEXT = "Byłam na ulicy Jana Wrzosa w Olsztynie. Polska szkoła."
ROWS = [
    ("Była", "być", "praet:sg:f:imperf", 0), ("m", "być", "aglt:sg:pri:imperf:nwok", 4), ("na", "na", "prep:loc", 6),
    ("ulicy", "ulica", "subst:sg:loc:f", 9), ("Jana", "Jan", "subst:sg:gen:m1", 15), ("Wrzosa", "Wrzos", "subst:sg:gen:m1", 20),
    ("w", "w", "prep:loc:nwok", 27), ("Olsztynie", "Olsztyn", "subst:sg:loc:m3", 29), (".", ".", "interp", 38),
]  # fmt: skip
SECOND = [("Polska", "polski", "adj:sg:nom:f:pos", 40), ("szkoła", "szkoła", "subst:sg:nom:f", 47), (".", ".", "interp", 53)]
ENTS = [
    {"type": "persName", "orth": "Jana Wrzosa", "toks": [4, 5]},
    {"type": "persName", "subtype": "forename", "orth": "Jana", "toks": [4]},
    {"type": "geogName", "orth": "ulicy Jana Wrzosa", "toks": [3, 4, 5]},
    {"type": "placeName", "subtype": "settlement", "orth": "Olsztynie", "toks": [7]},
]
RELATIVE = [{"type": "placeName", "subtype": "country", "orth": "Polska", "derivType": "relAdj", "toks": [0]}]


def sentence(rows, entities):
    return {"id": "s", "tokens": [[f, m, t, "ab", at, at + len(f)] for f, m, t, at in rows], "ents": entities}


def document(name, title="Gazeta", kind="typ_publ", text=TEXT):
    paragraph = {"id": "p", "abs": {"ab": text}, "sents": [sentence(ROWS, ENTS), sentence(SECOND, RELATIVE)]}
    return {
        "doc": name,
        "type": kind,
        "channel": "k",
        "title": title,
        "published": "2001",
        "morph": "gold",
        "pars": [paragraph],
    }


@pytest.fixture
def corpora(tmp_path):
    """A folder like the real one, with six tiny documents, a few lines of IOB and no more."""
    for name in ("nkjp-1m", "nkjp-ner", "kpwr-n82"):
        (tmp_path / name).mkdir()
    with gzip.open(tmp_path / "nkjp-1m" / "nkjp1m.jsonl.gz", "wt", encoding="utf-8") as out:
        out.writelines(json.dumps(document(f"d{i}"), ensure_ascii=False) + "\n" for i in range(6))
    (tmp_path / "nkjp-ner" / "nkjp-ner-3docs.iob").write_text(
        "-DOCSTART FILE ./a\nPani\tpani\tsubst:\tO\nAnna\tAnna\tsubst:\tB-persName#B-persName-forename\n"
        "Lis\tlis\tsubst:\tI-persName#B-persName-surname\n\nWisła\tWisła\tsubst:\tB-geogName\n",
        encoding="utf-8",
    )
    (tmp_path / "kpwr-n82" / "kpwr-n82-train.bio").write_text(
        "Jan B-nam_liv_person\nLis I-nam_liv_person\nprzyszedł O\n3 O\nmaja O\nz O\nOrlenkiem B-nam_pro_brand\n. O\n \n",
        encoding="utf-8",
    )
    return tmp_path


def test_reading_keeps_spaces_and_flattens_to_the_outermost(corpora):
    first = next(corpus.read_nkjp(corpora / "nkjp-1m" / "nkjp1m.jsonl.gz"))
    found = first.paragraphs[0][0]
    assert "".join(t.text + " " * t.space for t in found.tokens) == "Byłam na ulicy Jana Wrzosa w Olsztynie. "
    assert found.entities == [Entity(3, 6, "geogName"), Entity(7, 8, "placeName")]
    assert first.paragraphs[0][1].entities == [Entity(0, 1, "placeName", derived=True)]


@pytest.mark.parametrize(
    ("given", "kept"),
    [
        ([(0, 2), (2, 3)], [(0, 2), (2, 3)]),
        ([(0, 1), (0, 3)], [(0, 3)]),
        ([(0, 3), (2, 6)], [(2, 6)]),
        ([(0, 2), (1, 3)], [(0, 2)]),
        ([], []),
    ],
)
def test_flattening(given, kept):
    assert [(e.start, e.end) for e in corpus.flatten(Entity(a, b, "orgName") for a, b in given)] == kept


def test_a_discontinuous_name_keeps_its_longest_stretch():
    assert corpus._longest_run([1, 4, 5, 6, 9]) == (4, 7)


def test_stacked_and_mapped_labels_of_iob(corpora):
    further = next(corpus.read_iob(corpora / "nkjp-ner" / "nkjp-ner-3docs.iob", None, "x"))
    assert [s.entities for s in further.paragraphs[0]] == [[Entity(1, 3, "persName")], [Entity(0, 1, "geogName")]]
    kpwr = next(corpus.read_iob(corpora / "kpwr-n82" / "kpwr-n82-train.bio", corpus.kpwr_mapping(), "k"))
    assert kpwr.paragraphs[0][0].entities == [Entity(0, 2, "persName"), Entity(6, 7, "?")]


def test_what_is_not_annotated_is_missing_and_not_empty(corpora):
    kpwr = next(corpus.read_iob(corpora / "kpwr-n82" / "kpwr-n82-train.bio", corpus.kpwr_mapping(), "k"))
    doc = convert.unsure(convert.gold_doc(NLP, kpwr.paragraphs[0], set()), times=True)
    assert [t.text for t in doc if t.ent_iob_ == ""] == ["3", "maja", "Orlenkiem"]
    assert [e.text for e in doc.ents] == ["Jan Lis"]


def test_annotation_moves_to_the_tokens_of_spacy(corpora):
    gold = convert.whole(NLP, next(corpus.read_nkjp(corpora / "nkjp-1m" / "nkjp1m.jsonl.gz")))
    doc = convert.project(NLP, gold)
    assert (doc[0].text, doc[0].tag_, doc[0].lemma_) == ("Byłam", "praet:sg:f:imperf", "być")
    assert [(e.text, e.label_, e.id_) for e in doc.ents][-1] == ("Polska", "placeName", "derived")
    assert [s.text for s in doc.sents] == ["Byłam na ulicy Jana Wrzosa w Olsztynie.", "Polska szkoła."]


def test_a_piece_of_a_longer_token_has_no_tag():
    from models.recipe.corpus import Sentence, Token

    gold = convert.gold_doc(NLP, [Sentence([Token("12.05", "12.05", "adj:sg:gen:m3:pos")], [])], set())
    doc = convert.project(NLP, gold)
    assert len(doc) == 1 or [t.tag_ for t in doc] == [""] * len(doc)


def related(name, group, text):
    from models.recipe.corpus import Document, Sentence, Token

    return Document(name, group, [[Sentence([Token(w) for w in text.split()], [])]])


def test_documents_that_share_a_title_or_a_paragraph_stay_on_one_side():
    long = "Bardzo długi akapit, który powtarza się w dwóch numerach tej samej gazety słowo w słowo."
    documents = [
        related("a", "Książka", "jeden"),
        related("b", "Książka", "dwa"),
        related("c", "c", long),
        related("d", "d", long),
    ]
    found = convert.groups(documents)
    assert found["a"] == found["b"] != found["c"]
    assert found["c"] == found["d"]


def test_a_split_leaves_nothing_out_and_repeats():
    documents = [related(str(i), str(i), f"tekst {i}") for i in range(200)]
    sides = convert.split(documents)
    assert sorted(d.name for side in sides.values() for d in side) == sorted(d.name for d in documents)
    assert {s: [d.name for d in ds] for s, ds in sides.items()} == {
        s: [d.name for d in ds] for s, ds in convert.split(documents).items()
    }
    assert len(sides["train"]) > 150


def test_conversion_is_skipped_when_it_is_done(corpora, tmp_path):
    out = tmp_path / "data"
    convert.convert(corpora, out)
    kept = {p.name: p.read_bytes() for p in out.iterdir()}
    assert {
        "train.spacy",
        "train-gold.spacy",
        "dev.spacy",
        "test.spacy",
        "test-gold.spacy",
        "nkjp3.spacy",
        "kpwr.spacy",
    } <= set(kept)
    convert.convert(tmp_path / "nowhere", out)
    assert {p.name: p.read_bytes() for p in out.iterdir()} == kept


def test_exact_entities_are_counted_with_and_without_derived_ones(corpora):
    one = convert.whole(NLP, next(corpus.read_nkjp(corpora / "nkjp-1m" / "nkjp1m.jsonl.gz")))
    assert evaluate.entities([one], [one])["all"] == {"p": 100.0, "r": 100.0, "f": 100.0, "n": 3}
    assert evaluate.entities([one], [one], derived=False)["all"]["n"] == 2
    bare = evaluate.bare(NLP, one)
    assert evaluate.entities([one], [bare])["all"]["r"] == 0.0


PUD = (
    "# text = Byłam, tu.\n1-2\tByłam\t_\t_\t_\t_\t_\t_\t_\tSpaceAfter=No\n1\tBył\tbyć\tAUX\tpraet:sg:f:imperf\t_\t0\t_\t_\t_\n"
    "2\tam\tbyć\tAUX\taglt:sg:pri:imperf:wok\t_\t0\t_\t_\t_\n3\t,\t,\tPUNCT\tinterp\t_\t0\t_\t_\t_\n"
    "4\ttu\ttu\tADV\tadv\t_\t0\t_\t_\tSpaceAfter=No\n5\t.\t.\tPUNCT\tinterp\t_\t0\t_\t_\t_\n\n"
)


def test_a_treebank_is_read_as_running_text(tmp_path):
    (tmp_path / "p.conllu").write_text(PUD, encoding="utf-8")
    doc = pud.read_pud(NLP, tmp_path / "p.conllu")[0]
    assert doc.text.strip() == "Byłam, tu."
    assert [t.tag_ for t in doc][-1] == "interp"


@pytest.mark.parametrize(
    ("tag", "gold_lemma", "guess", "kind"),
    [
        ("subst:sg:nom:f", "Wieś", "wieś", "case"),
        ("brev:pun", "ulica", "ul", "abbreviation"),
        ("subst:sg:nom:f", "dane", "dana", ""),
    ],
)
def test_lemmas_that_differ_by_convention(tag, gold_lemma, guess, kind):
    assert pud.same_by_convention(tag, gold_lemma, guess) == kind


def test_every_run_has_its_config():
    assert {name: build.blank(name).component_names[-1] for name in RUNS} == {
        "names": "ner",
        "tagging": "tagger",
        "sentences": "senter",
        "peer": "ner",
    }


def test_trained_parts_become_one_pipeline(gold, tmp_path):
    for name, part in (("names", "ner"), ("tagging", "tok2vec"), ("sentences", "senter")):
        nlp = build.blank(name)
        if name == "tagging":
            nlp.add_pipe("magistrat_lemmatizer", name="lemmatizer", after="tagger")
        nlp.initialize(lambda nlp=nlp: [Example(d, d) for d in gold(nlp)])
        set_vocabulary(nlp.get_pipe(part).model, [len(name)])
        (tmp_path / name).mkdir()
        nlp.to_disk(tmp_path / name / "model")
    size = pack.pack(pack.fresh(tmp_path), None, tmp_path / "packed")
    assert size == sum(f.stat().st_size for f in (tmp_path / "packed").rglob("*") if f.is_file())
    nlp = spacy.load(tmp_path / "packed")
    assert nlp.pipe_names == ["tok2vec", "tagger", "lemmatizer", "morphologizer", "ner", "senter"]
    learnt = {name: part.model for name, part in nlp.pipeline if hasattr(part, "model")}
    found = {
        name: [node.attrs["vocabulary"] for node in model.walk() if node.name == "form_features"]
        for name, model in learnt.items()
    }
    assert found["ner"] == [[len("names")]]
    assert found["senter"] == [[len("sentences")]]
    tables = [node for model in learnt.values() for node in model.walk() if node.name == "hashembed"]
    assert tables and all(node.get_param("E").dtype == "float16" for node in tables), "saved in half precision"
    doc = nlp("Wójt ma nowy plan.")
    assert all(node.get_param("E").dtype == "float32" for node in tables)
    assert doc.has_annotation("SENT_START") and all(t.tag_ for t in doc)


def test_scores_take_the_names_of_spacys_cards():
    part = {"ents": {"all": {"p": 90.0, "r": 80.0, "f": 84.7}, "date": {"p": 50.0, "r": 50.0, "f": 50.0, "n": 2}},
            "tokens": {"tag": 97.5, "lemma": 97.0}, "sentences": {"f": 96.0}}  # fmt: skip
    report = {"spacy_tokens": part, "corpus_tokens": part, "words_per_second": {"first, cpu": {"shipped": {"median": 9000.0}}}}
    assert pack.performance(report)["ents_f"] == 0.847
    assert pack.performance(report)["speed"] == 9000
    assert pack.performance(report)["ents_per_type"]["date"] == {"p": 0.5, "r": 0.5, "f": 0.5}
