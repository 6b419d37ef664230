"""„Drukuj", „Zobacz także", „A- A+": which lines of a page are furniture, and of what kind."""
