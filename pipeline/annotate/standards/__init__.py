"""The component „magistrat_standards": standards and schemes in an article."""

from pipeline.annotate.standards.component import Standards

__all__ = ["Standards"]
