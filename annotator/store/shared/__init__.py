"""What all annotators of a project share: its file, catalog, texts, names and review settings."""
