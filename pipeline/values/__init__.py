"""What a mention means, free of spaCy and of the text around it."""
