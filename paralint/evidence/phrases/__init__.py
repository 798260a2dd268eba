"""Fixed terms, idioms and collocations behind words that nobody puts together."""
