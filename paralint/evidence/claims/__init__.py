"""What is so in one place of a document and is not so in another, told in words."""
