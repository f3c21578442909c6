"""Takes the README's picture: the headline explorer on the built page, at its base case."""

from __future__ import annotations

from pathlib import Path

from chromium import launch
from playwright.sync_api import FloatRect, sync_playwright

ROOT = Path(__file__).resolve().parents[1]
PAGE = ROOT / "_build" / "html" / "book" / "index.html"
PICTURE = ROOT / "docs" / "explorer.jpg"


def main() -> None:
    """Write the picture; the book must be built."""
    PICTURE.parent.mkdir(exist_ok=True)
    with sync_playwright() as playwright:
        browser = launch(playwright)
        page = browser.new_page(viewport={"width": 820, "height": 1200}, device_scale_factor=1.25)
        page.goto(PAGE.as_uri())
        # From the answer to the deal zone: what a reader meets first, without the folds.
        box = page.locator(".explorer").first.bounding_box()
        zone = page.locator(".explorer .deal-zone").first.bounding_box()
        if box is None or zone is None:
            raise SystemExit(f"There is no explorer on {PAGE}. Build the book first: make book")
        height = zone["y"] + zone["height"] + 16 - box["y"]
        clip: FloatRect = {
            "x": box["x"] - 24,
            "y": box["y"],
            "width": box["width"] + 48,
            "height": height,
        }
        page.screenshot(path=PICTURE, type="jpeg", quality=75, full_page=True, clip=clip)
        browser.close()


if __name__ == "__main__":
    main()
