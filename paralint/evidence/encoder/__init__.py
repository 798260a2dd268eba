"""A small neural network that reads sentences from both sides and says which of their words are damaged."""
