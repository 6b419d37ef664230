"""„Starostwo z norm nie rezygnuje. Posiada …": a trained model of whose certificate it is.

A linear model over the distance, order, case and events of an office's mentions beside the passages of a certificate.
Prediction needs numpy alone; the recipe lies in ``models/certificates/holders.py``.
"""

from pipeline.record.holdermodel.features import Telling, features, telling_of
from pipeline.record.holdermodel.model import HOLDS, OTHER, choose, load

__all__ = ["HOLDS", "OTHER", "Telling", "choose", "features", "load", "telling_of"]
