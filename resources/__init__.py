"""Files the program ships: icons, translations, themes, schemas, guidelines."""
