"""What a project lets an annotator's suggestions learn from, where they are allowed, and how good they are."""
