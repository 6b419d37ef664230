"""„po kwietniowej wizycie papier zostaje na ścianie": a trained model of what happened to a certificate, beside the rules.

A linear model over the words of a certificate's passages, with their negation, tense and word class; it votes with the rules
(``decide``). Prediction needs numpy alone; the recipe lies in ``models/certificates``.
"""

from pipeline.record.statusmodel.features import features
from pipeline.record.statusmodel.model import decide, load

__all__ = ["decide", "features", "load"]
