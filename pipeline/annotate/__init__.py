"""Article -> Mentions: one spaCy pipeline built from registered components."""
