"""Where in a text one goes or selects by key: units around a place, what is not labelled yet, words by their first letters."""
