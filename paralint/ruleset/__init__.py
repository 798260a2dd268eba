"""Rule files to typed rules, every mistake with its line and column; ``kinds/`` has a module for each ``extends:``."""
