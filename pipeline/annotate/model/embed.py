"""The embedding layer „magistrat.FormEmbed.v1": form, Morfeusz's readings and marks -> one vector a token."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, Any, cast

from spacy.util import registry
from thinc.api import (
    Maxout,
    Model,
    chain,
    concatenate,
    list2ragged,
    ragged2list,
    uniform_init,
    with_array,
)
from thinc.layers import hashembed
from thinc.layers.array_getitem import ints_getitem

from pipeline.annotate.model.features import COLUMNS
from pipeline.annotate.model.table import Forms, FormTable
from pipeline.annotate.model.vectors import remembered

if TYPE_CHECKING:
    from collections.abc import Callable

    from spacy.tokens import Doc

VOCABULARY = "vocabulary"
_TABLE, _ROWS = "hashembed", "E"


class _Tables:
    """One table a vocabulary for the process: rows depend on forms and vocabulary alone."""

    def __init__(self) -> None:
        self._made: dict[int, tuple[list[int], FormTable]] = {}
        self._forms = Forms(), Forms(dictionary=False)

    def of(self, vocabulary: list[int]) -> FormTable:
        """The table of a vocabulary; the list itself is kept, so that its identity stays its own."""
        key = id(vocabulary) if vocabulary else 0
        if key not in self._made:
            self._made[key] = vocabulary, FormTable(vocabulary, self._forms)
        return self._made[key][1]

    def renew(self) -> None:
        """Numbers forms from one again, as a new process does."""
        self._made = {}
        self._forms = Forms(), Forms(dictionary=False)


_TABLES = _Tables()


def _forward(model: Model[list[Doc], list[Any]], docs: list[Doc], is_train: bool) -> tuple[list[Any], Callable[[Any], Any]]:  # noqa: ARG001, FBT001
    table = _TABLES.of(model.attrs[VOCABULARY])
    table.bound()
    return [model.ops.asarray(cast("Any", table.rows(doc))) for doc in docs], lambda _: []


def form_features() -> Model[list[Doc], list[Any]]:
    """Docs -> arrays of feature numbers, see ``features``; the attribute „vocabulary" is learnt from the corpus and saved."""
    return Model("form_features", _forward, attrs={VOCABULARY: []})


def set_vocabulary(model: Model[Any, Any], vocabulary: list[int]) -> None:
    """Gives every embedding layer inside a model its vocabulary, see ``features.learn_vocabulary``.

    A training adds its gradients up in the order of the forms' numbers, so they must not depend on what was met before it.
    """
    _TABLES.renew()
    for node in model.walk():
        if node.name == "form_features":
            node.attrs[VOCABULARY] = vocabulary


def _embed(model: Model[Any, Any], ids: Any, is_train: bool) -> tuple[Any, Callable[[Any], Any]]:  # noqa: ANN401, FBT001
    """The hash embedding of thinc, of a table that may have been read in half precision."""
    rows: Any = model.get_param(_ROWS)
    if rows.dtype != "float32":
        model.set_param(_ROWS, rows.astype("float32"))
    return hashembed.forward(model, ids, is_train)


def _hash_embed(width: int, rows: int, column: int) -> Model[Any, Any]:
    """What thinc's ``HashEmbed`` builds, with ``_embed`` as its forward pass."""
    table: Model[Any, Any] = Model(
        _TABLE,
        _embed,
        init=partial(hashembed.init, uniform_init),
        params={_ROWS: None},
        dims={"nO": width, "nV": rows, "nI": None},
        attrs={"column": column, "seed": 4 + 4 * column},
    )
    return chain(ints_getitem((slice(0, None), column)), table)


def halve(model: Model[Any, Any]) -> None:
    """Brings the embedding tables inside a model to half precision, for a saved pipeline half as large; use widens them."""
    for node in model.walk():
        if node.name == _TABLE:
            rows: Any = node.get_param(_ROWS)
            node.set_param(_ROWS, rows.astype("float16"))


@registry.architectures("magistrat.FormEmbed.v1")  # type: ignore[untyped-decorator]
def form_embed(width: int, rows: dict[str, int], widths: dict[str, int]) -> Model[list[Doc], list[Any]]:
    """„Olsztyna" -> a vector of ``width`` from hash embeddings of its features, mixed by one maxout layer.

    A form's vector is computed once, however often the form occurs, see ``vectors``.

    Args:
        width: of the vector of a token.
        rows: rows of the embedding table of each feature of ``features``; a feature without rows is left out.
        widths: width of each feature's embedding.
    """
    names = [name for name in COLUMNS if rows.get(name)]
    column = {name: 1 + i for i, name in enumerate(COLUMNS)}
    tables = [_hash_embed(widths[n], rows[n], column[n]) for n in names]
    mix: Model[Any, Any] = Maxout(nO=width, nI=sum(widths[n] for n in names), nP=3, normalize=True, dropout=0.0)
    layer = remembered(chain(concatenate(*tables), mix))
    return chain(form_features(), list2ragged(), with_array(layer), ragged2list())
