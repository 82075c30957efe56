"""Agreement for people and programs: HTML, JSON, CSV."""
