"""„PN-EN ISO 9001:2015-10", „ISO 9001, 14001 i 45001", „WCAG 2.1": identifiers of standards, read, printed and compared."""

from pipeline.values.standard.catalogue import Work, families, works
from pipeline.values.standard.model import Standard, Supplement, work_of
from pipeline.values.standard.running import Found, find, parse, rule_ids

__all__ = ["Found", "Standard", "Supplement", "Work", "families", "find", "parse", "rule_ids", "work_of", "works"]
