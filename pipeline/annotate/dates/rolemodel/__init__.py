"""„Zegar tykał: po 14 września …": a trained model of a date's role, beside the rules of ``roles.toml``.

A linear model over classes of the words around a date (``classes.toml``), its form, its time and its neighbours; it votes with
the rules (``vote.decide``). Prediction needs numpy alone; the recipe and its data lie in ``models/dates``.
"""

from pipeline.annotate.dates.rolemodel.features import Seen, features
from pipeline.annotate.dates.rolemodel.model import ROLES, RoleModel, load
from pipeline.annotate.dates.rolemodel.vote import decide

__all__ = ["ROLES", "RoleModel", "Seen", "decide", "features", "load"]
