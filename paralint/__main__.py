"""``python -m paralint``."""

from paralint.cli.main import main

if __name__ == "__main__":
    main()
