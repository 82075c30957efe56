"""The parts of the review's first page: cards, bars, sentences, and what fills them."""
