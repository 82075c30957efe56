"""Every edit of one annotator on one computer, a checksummed line each."""
