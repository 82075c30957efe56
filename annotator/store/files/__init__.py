"""Single files: written whole or not at all, locked, read as data and never as code."""
