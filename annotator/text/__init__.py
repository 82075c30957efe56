"""Pure functions on the text of an article. Every offset is in code points; none of them raises on any text."""
