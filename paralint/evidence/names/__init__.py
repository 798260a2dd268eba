"""Names: where they are mentioned, who bears them, and what is wrong with them."""
