import subprocess
import sys

import pytest
import spacy
from spacy.training import Example

from pipeline.annotate.model.embed import halve
from pipeline.annotate.model.tagger import full_tags
from pipeline.values import morph

needs_morfeusz = pytest.mark.skipif(not morph.available(), reason="Morfeusz has no wheel here")
TEXT = "Pani Wrzoskowska ma kota. Rozmawiamy o planie gminy."


@needs_morfeusz
def test_tags_are_classes_and_full_tags_are_kept_beside_them(trained):
    doc = trained(TEXT)
    assert [t.tag_ for t in doc][:5] == ["SUBST", "SUBST", "FIN", "SUBST", "INTERP"]
    assert doc[2]._.nkjp_tag == "fin:sg:ter:imperf"
    assert doc[3]._.nkjp_tag == "subst:sg:acc:m2"


@needs_morfeusz
def test_lemmas_go_with_the_tags(trained):
    assert [t.lemma_ for t in trained(TEXT)][2:4] == ["mieć", "kot"]


@needs_morfeusz
def test_features_and_parts_of_speech_follow_the_tags(trained):
    doc = trained(TEXT)
    assert (doc[2].pos_, doc[3].pos_) == ("VERB", "NOUN")
    assert doc[3].morph.get("Case") == ["Acc"]


def test_people_are_found(trained):
    assert "Jan Wrzoskowski" in [e.text for e in trained("Jan Wrzoskowski rozmawia z wójtem.").ents]


def test_labels_are_classes(trained):
    assert {"SUBST", "FIN", "ADJ", "PREP", "INTERP"} == set(trained.get_pipe("tagger").labels)


def test_a_label_cannot_be_added(trained):
    with pytest.raises(NotImplementedError, match="learnt from the corpus"):
        trained.get_pipe("tagger").add_label("X")


@pytest.mark.parametrize("text", ["", " ", "\n\n", "a", "…", "xyzżź Ąę 12a-3"])
def test_odd_texts_pass(trained, text):
    doc = trained(text)
    assert len(full_tags(doc)) == len(doc) or not len(doc)


def test_white_space_has_a_tag_of_its_own(trained):
    doc = trained("Wójt ma plan.\nPani ma kota.")
    assert [(t.tag_, t.pos_) for t in doc if t.is_space] == [("_SP", "SPACE")]


def test_a_retokenized_document_has_lost_its_full_tags(trained):
    doc = trained(TEXT)
    with doc.retokenize() as retokenizer:
        retokenizer.merge(doc[0:2])
    assert full_tags(doc) == []


def test_scores_compare_classes_with_full_tags(trained, gold):
    scores = trained.evaluate([Example(trained.make_doc(d.text), d) for d in gold(trained)])
    assert scores["tag_acc"] > 0.9
    assert scores["lemma_acc"] > 0.9


def test_a_batch_gives_what_single_texts_give(trained):
    texts = [TEXT, "Nowa szkoła stoi w gminie.", "", "Jan Wrzoskowski ma plan."]
    batch = [[(t.tag_, t.lemma_) for t in d] for d in trained.pipe(texts)]
    assert batch == [[(t.tag_, t.lemma_) for t in trained(text)] for text in texts]


def test_a_saved_pipeline_says_the_same_in_a_python_that_never_imported_us(trained, tmp_path):
    trained.to_disk(tmp_path / "m")
    want = [(t.tag_, t.lemma_, str(t.morph), t.ent_type_) for t in trained(TEXT)]
    script = (
        f"import spacy\nnlp = spacy.load({str(tmp_path / 'm')!r})\n"
        f"print([(t.tag_, t.lemma_, str(t.morph), t.ent_type_) for t in nlp({TEXT!r})])"
    )
    done = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, check=False, cwd=tmp_path)
    assert done.returncode == 0, done.stderr[-2000:]
    assert done.stdout.strip() == str(want)


def test_full_tags_survive_a_docbin(trained):
    kept = spacy.tokens.DocBin(store_user_data=True, docs=[trained(TEXT)]).to_bytes()
    doc = next(spacy.tokens.DocBin().from_bytes(kept).get_docs(spacy.blank("pl").vocab))
    assert full_tags(doc) == full_tags(trained(TEXT))


def test_half_precision_says_nearly_the_same(trained, tmp_path):
    trained.to_disk(tmp_path / "whole")
    half = spacy.load(tmp_path / "whole")
    for _, part in half.pipeline:
        if hasattr(part, "model"):
            halve(part.model)
    half.to_disk(tmp_path / "half")
    half = spacy.load(tmp_path / "half")
    doc = trained.make_doc(TEXT)
    whole, rounded = (nlp.get_pipe("tagger").model.predict([doc])[0] for nlp in (trained, half))
    assert abs(whole - rounded).max() < 0.05 * abs(whole).max()
    sizes = [(tmp_path / name / "tagger" / "model").stat().st_size for name in ("whole", "half")]
    assert sizes[1] < 0.8 * sizes[0]
