"""Plain text, its title and its day."""
