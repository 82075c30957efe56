"""Tables: an article or an annotation a row."""
