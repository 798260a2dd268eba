"""What a document tells twice, which words of both stand for one another, and where they conflict."""
