"""Articles written as rows of columns, flat or layered."""
