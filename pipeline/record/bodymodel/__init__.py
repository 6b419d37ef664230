"""„zamiast TÜV SÜD dokument wystawiło PCBC": a trained model of which body certified what, beside the rules.

A linear model over a pair of a candidate certificate and a body that the article names: how near they stand, what else stands
nearer, and what the words around the body say of its part. It votes with the rules (``by_vote``). Prediction needs numpy alone;
the recipe lies in ``models/certificates``.
"""

from pipeline.record.bodymodel.features import features
from pipeline.record.bodymodel.model import by_vote, decide, load
from pipeline.record.bodymodel.survey import Survey

__all__ = ["Survey", "by_vote", "decide", "features", "load"]
