"""The trained model's own parts: features from Morfeusz, tagger, lemmatizer and morphologizer over full NKJP tags."""
