"""Finding words in texts, however they are spelled: in one text, or in all of a project at once."""
