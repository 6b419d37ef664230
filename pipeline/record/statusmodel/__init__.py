"""„po kwietniowej wizycie papier zostaje na ścianie": a trained model of what happened to a certificate, beside the rules.

A linear model over the words of a certificate's passages, with their negation, tense and word class; it votes with the rules
(``decide``). Prediction needs numpy alone; the recipe lies in ``models/certificates``.
"""

from pipeline.record.statusmodel.features import features
from pipeline.record.statusmodel.model import NONE, decide, load
from pipeline.record.statusmodel.outlook import Outlook

__all__ = ["NONE", "Outlook", "decide", "features", "load"]
