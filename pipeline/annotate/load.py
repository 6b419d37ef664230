"""The one pipeline: a statistical model where there is one, then our components in their order."""

from __future__ import annotations

import warnings
from pathlib import Path
from typing import TYPE_CHECKING

import spacy

from pipeline.annotate.base import Context, mentions_of, set_context
from pipeline.annotate.glued import split_glued
from pipeline.annotate.model.shipped import shipped_path
from pipeline.values import morph

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from spacy.language import Language
    from spacy.tokens import Doc

    from pipeline.schema import Article, Mention

COMPONENTS = (
    "magistrat_sentences",
    "magistrat_morphology",
    "magistrat_standards",
    "magistrat_places",
    "magistrat_certifiers",
    "magistrat_dates",
    "magistrat_organizations",
    "magistrat_officials",
    "magistrat_findings",
)
"""Our components in the order in which they run; each may read the spans of those before it."""

MODEL_NAMES = ("auto", "shipped", "pl_core_news_sm", "none")
_EXCLUDED = ("parser", "senter", "attribute_ruler")
"""Parts of a statistical model that nothing here reads; sentences are ours (abbreviations, list items, line breaks)."""


class ModelNotFoundError(LookupError):
    """The wanted statistical model is not there; the message says how to get it."""


def load(model: str = "auto") -> Language:
    """The spaCy pipeline that reads „Urząd Miasta Olsztyna uzyskał certyfikat": model first, then our components.

    Args:
        model: "auto" takes the shipped model, else pl_core_news_sm where it is installed, else none; "none" is
            ``spacy.blank("pl")`` with Morfeusz and the rules; a path loads a saved pipeline.

    Raises:
        ModelNotFoundError: the named model is neither installed nor a folder with a pipeline.
    """
    nlp = _statistical(model)
    split_glued(nlp)
    for name in COMPONENTS:
        if name not in nlp.pipe_names:
            nlp.add_pipe(name)
    return nlp


def _statistical(model: str) -> Language:
    if model == "auto":
        usable = (name for name, there in available_models().items() if there and (name != "shipped" or morph.available()))
        model = next(usable, "none")
    if model == "none":
        return spacy.blank("pl")
    # registers what a saved pipeline of ours is built of, also where the package runs from a folder
    from pipeline.annotate.model import parts  # noqa: F401, PLC0415

    if model == "shipped" and not morph.available():
        warnings.warn("the shipped model is of little use without Morfeusz, see models/README.md", stacklevel=3)
    try:
        return spacy.load(_place(model), exclude=list(_EXCLUDED))
    except OSError as error:
        raise ModelNotFoundError(
            f"{model!r} is not an installed model or a pipeline's folder; see `magistrat models`"
        ) from error


def _place(model: str) -> str | Path:
    """What spaCy loads for a name: the shipped model's folder, else the name itself, a package or a path."""
    if model != "shipped":
        return model
    path = shipped_path()
    if path is None:
        raise ModelNotFoundError("this installation was built without the shipped model; take --model none or pl_core_news_sm")
    return path


def available_models() -> dict[str, bool]:
    """Which statistical models "auto" may take, in its order of preference, and whether each is there."""
    return {"shipped": shipped_path() is not None, "pl_core_news_sm": spacy.util.is_package("pl_core_news_sm")}


def described(model: str) -> str:
    """„available, pl_magistrat_sm 1.0.0, 19 MB, CC BY 3.0": a model that is there, from its card; the size is that on disk."""
    place = _place(model)
    folder = place if isinstance(place, Path) else spacy.util.get_package_path(place)
    card = spacy.util.get_model_meta(folder)
    megabytes = sum(f.stat().st_size for f in folder.rglob("*") if f.is_file()) / 1e6
    return f"available, {card['lang']}_{card['name']} {card['version']}, {megabytes:.0f} MB, {card.get('license', '')}"


def model_name(nlp: Language) -> str:
    """„pl_core_news_sm 3.8.0" or „none": what stands in a record's provenance."""
    name = nlp.meta.get("name") or ""
    statistical = [n for n in nlp.pipe_names if not n.startswith("magistrat_")]
    return f"{nlp.lang}_{name} {nlp.meta.get('version', '')}".strip() if statistical else "none"


def document(nlp: Language, article: Article) -> Doc:
    """The article as a Doc without annotation, its context set."""
    doc = nlp.make_doc(article.text)
    context = Context(
        title=article.title, published=article.published, url=article.url, site=article.site, authors=article.authors
    )
    set_context(doc, context)
    return doc


def annotate(nlp: Language, article: Article) -> Doc:
    """The article as a Doc with its spans; every part of the pipeline runs."""
    return nlp(document(nlp, article))


def mentions(nlp: Language, articles: Iterable[Article]) -> Iterator[tuple[Article, list[Mention]]]:
    """Each article with its plain mentions, one after the other, in order."""
    for article in articles:
        yield article, mentions_of(annotate(nlp, article))
