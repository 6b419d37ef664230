"""„Oba noszą datę 22 listopada 2019 r. i oba utracą ważność …": a trained model of a certificate's days, beside the rules.

A linear model over pairs of a certificate and a date of its article says whether the date is the certificate's ``awarded``,
``first_awarded``, ``valid_from``, ``valid_until`` or none of them; it votes with the rules (``voted``) and gives each field one
day, the earlier before the later. Prediction needs numpy alone; the recipe lies in ``models/certificates``.
"""

from pipeline.record.daymodel.decoding import FIELDS, NONE
from pipeline.record.daymodel.features import features
from pipeline.record.daymodel.scene import Scene, Side
from pipeline.record.daymodel.vote import voted

__all__ = ["FIELDS", "NONE", "Scene", "Side", "features", "voted"]
