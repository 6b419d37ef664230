"""Bodies that certify, accredit and control: the register and its names in running text."""

from pipeline.values.body.legal import legal_tail
from pipeline.values.body.match import FoundBody, find_bodies
from pipeline.values.body.register import Body, bodies, body_with

__all__ = ["Body", "FoundBody", "bodies", "body_with", "find_bodies", "legal_tail"]
