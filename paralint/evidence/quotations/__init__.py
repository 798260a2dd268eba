"""Quotation marks, brackets, and who is speaking."""
