"""The annotator's own pace: how long, how many, how fast, for nobody else's eyes."""
