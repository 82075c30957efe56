"""The measures, each with its source, and what they add up to by pair, label and article."""
