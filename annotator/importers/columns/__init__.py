"""Articles written as rows of columns."""
