"""Lists the links of the sources that are dead; `make links` runs it. It fails no build.

A host that refuses to answer a program is not dead: only what is gone, or not found, is listed.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import ThreadPoolExecutor
from http.client import HTTPException
from urllib.error import HTTPError
from urllib.request import Request, urlopen

from rent_or_sell.book import BOOK

GONE = (404, 410)
PATIENCE = 20  # seconds
AT_ONCE = 8
AGENT = "Mozilla/5.0 (compatible; link check)"

Ask = Callable[[str], str]  # an address → what is wrong with it, or nothing


def trouble(address: str) -> str:
    """Return why a link is dead, or "" for one that answers."""
    try:
        request = Request(address, headers={"User-Agent": AGENT})
        with urlopen(request, timeout=PATIENCE):
            return ""
    except HTTPError as error:
        return f"{error.code} {error.reason}" if error.code in GONE else ""
    except (OSError, HTTPException, ValueError) as error:  # nobody there, nonsense, no address
        return str(getattr(error, "reason", error)) or type(error).__name__


def dead(addresses: Iterable[str], ask: Ask = trouble) -> Iterator[tuple[str, str]]:
    """Yield each dead address, once, with what is wrong with it."""
    once = list(dict.fromkeys(addresses))
    with ThreadPoolExecutor(AT_ONCE) as pool:
        for address, wrong in zip(once, pool.map(ask, once), strict=True):
            if wrong:
                yield address, wrong


def main() -> None:
    """Print a list, in Markdown, of the dead links among the sources."""
    cited: dict[str, list[str]] = {}
    for name, source in BOOK.facts.sources.items():
        if source.is_public:
            cited.setdefault(source.url, []).append(name)
    found = list(dead(cited))
    print(f"{len(found)} of {len(cited)} links of data/sources.csv are dead.\n")
    for address, wrong in found:
        print(f"- {', '.join(cited[address])}: {address} ({wrong})")


if __name__ == "__main__":
    main()
