"""What is found by rules alone: dates, quotations, agreements, names that a title or a verb of saying announces."""
