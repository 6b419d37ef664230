"""Composes the stages: read -> clean -> annotate -> record -> store, as a stream of articles with bounded memory.

``job.run`` is the main job, ``extractor.Extractor`` takes one article through, ``library`` is what ``import pipeline`` offers,
``show`` presents one article. Nothing is imported here, so that a command pays only for what it uses.
"""
