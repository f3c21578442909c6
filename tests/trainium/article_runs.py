"""The article's runs of eight words, as hashes: `python tests/article_runs.py article.txt`.

Only the hashes are kept, so that the tests can tell copied words without holding the article.
"""

from __future__ import annotations

import re
import sys
from collections.abc import Iterator
from hashlib import blake2b
from pathlib import Path

RUNS = Path(__file__).resolve().with_suffix(".txt")
LENGTH = 8  # words


def runs(text: str) -> Iterator[str]:
    """Yield every eight words in a row, in lower case, with single spaces between them."""
    words = re.findall(r"[a-z0-9$]+", text.lower())
    for start in range(len(words) - LENGTH + 1):
        yield " ".join(words[start : start + LENGTH])


def run_hash(run: str) -> str:
    """Return a run's hash: 64 bits as 16 hexadecimal digits, so that none meet by chance."""
    return blake2b(run.encode(), digest_size=8).hexdigest()


def article_hashes() -> frozenset[str]:
    """Return the hashes of the article's runs."""
    return frozenset(RUNS.read_text(encoding="utf-8").split())


def main(path: str) -> None:
    """Write the hashes of the runs of the article at a path, sorted, so that no order is left."""
    text = Path(path).read_text(encoding="utf-8")
    hashes = sorted({run_hash(run) for run in runs(text)})
    RUNS.write_text("\n".join(hashes) + "\n", encoding="utf-8")


if __name__ == "__main__":
    if len(sys.argv) != 2:
        sys.exit("Name one file, the article as plain text: python tests/article_runs.py FILE")
    main(sys.argv[1])
