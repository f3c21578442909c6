"""Takes the pictures of the README and of link previews from the built page, at its base case."""

from __future__ import annotations

from pathlib import Path

from chromium import launch
from playwright.sync_api import Browser, FloatRect, sync_playwright

from rent_or_sell.sphinx_ext.publishing.previews import SIZE

ROOT = Path(__file__).resolve().parents[1]
PAGE = ROOT / "_build" / "html" / "book" / "index.html"
PICTURE = ROOT / "docs" / "explorer.jpg"
PREVIEW = ROOT / "docs" / "preview.jpg"
SCREEN = {"width": 1440, "height": 756}  # a first screen in the shape of a preview


def main() -> None:
    """Write the pictures; the book must be built."""
    PICTURE.parent.mkdir(exist_ok=True)
    with sync_playwright() as playwright:
        browser = launch(playwright)
        page = browser.new_page(viewport={"width": 820, "height": 2400}, device_scale_factor=1.25)
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
        take_preview(browser)
        browser.close()


def take_preview(browser: Browser) -> None:
    """Write the first screen of the first chapter, as large as those who show previews ask for."""
    width, height = SCREEN["width"], SCREEN["height"]
    scale = SIZE["width"] / width
    page = browser.new_page(viewport={"width": width, "height": height}, device_scale_factor=scale)
    page.goto(PAGE.as_uri())
    page.screenshot(path=PREVIEW, type="jpeg", quality=80)


if __name__ == "__main__":
    main()
