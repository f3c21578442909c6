"""Says whether the tables of data/ hold together, and if not all that is wrong; `make data` runs it."""

from __future__ import annotations

import sys

from rent_or_sell.book import BOOK


def main() -> None:
    """Print what was checked, or end with every problem: file, row, column and remedy."""
    try:
        BOOK.facts.validate()
        BOOK.load_parameters()
        BOOK.load_scenarios()
    except ValueError as error:
        sys.exit(f"{error}\nThe book's data are not valid: correct the above.")
    print(f"The {len(BOOK.facts.names)} tables of {BOOK.facts.folder} are valid.")


if __name__ == "__main__":
    main()
