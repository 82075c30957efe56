"""Articles written as JSON: one object a line, or an array."""
