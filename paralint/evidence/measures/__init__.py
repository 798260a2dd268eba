"""What a document counts, measures and dates."""
