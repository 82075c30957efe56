"""Ways to spell one name that folding letter by letter cannot bring together."""
