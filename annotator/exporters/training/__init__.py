"""What is made for training alone: data sets of the Hugging Face hub, spaCy's binary documents, conversations."""
