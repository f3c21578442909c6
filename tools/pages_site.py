"""Makes the site for GitHub Pages, which sends no headers of one's own; `make pages` runs it.

The base address is read from BASE_ADDRESS; without one the site has no previews with a picture, no
site map, no feed and no canonical addresses.
"""

from __future__ import annotations

import os
import shutil
import sys

from build_book import ROOT, build

from rent_or_sell.sphinx_ext.publishing.policy import SETTING

PAGES = ROOT / "_build" / "pages"


def main() -> None:
    """Build into a new folder, and put the site in the place of the old one when it is whole."""
    new = PAGES.with_name("pages-next")
    shutil.rmtree(new, ignore_errors=True)
    settings = {SETTING: True, "html_baseurl": os.environ.get("BASE_ADDRESS", "")}
    if not build(ROOT, new / "html", **settings):
        sys.exit("The site was not built; one that was built before is as it was.")
    (
        new / "html" / ".nojekyll"
    ).touch()  # or the host would leave out what begins with a line below
    shutil.rmtree(PAGES, ignore_errors=True)
    (new / "html").rename(PAGES)
    shutil.rmtree(new)
    print(f"\nFor GitHub Pages: {PAGES}")


if __name__ == "__main__":
    main()
