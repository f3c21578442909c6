"""Times what texts of 100 kB cost as links and in boxes, beside a link of one assumption.

A regular expression that tries again for each character would take minutes; each text is one that
such an expression would stumble on.
"""

from __future__ import annotations

from chromium import launch
from explorer_files import files_of, open_files
from playwright.sync_api import Page, sync_playwright

from rent_or_sell import Explorer

LONG = 100_000  # characters
TARGET = 50  # milliseconds
SHORT = "explorer=rack&attach_rate=0.4&edition=2"
TEXTS = {
    "digits and an x": f"explorer=rack&attach_rate={'9' * LONG}x",
    "digits, a point and an x": f"explorer=rack&attach_rate={'9' * LONG}.x",
    "groups of digits": f"explorer=rack&attach_rate={'1,000,' * (LONG // 6)}x",
    "spaces": f"explorer=rack&attach_rate=1{'%20' * (LONG // 3)}x",
    "unknown names": "explorer=rack&" + "&".join(f"n{place}=1" for place in range(LONG // 8)),
    "unknown names, encoded": "explorer=rack&"
    + "&".join(f"%6e{place}=1" for place in range(LONG // 10)),
    "repeated keys": "explorer=rack&" + "attach_rate=0.4&" * (LONG // 16),
    "ampersands": "explorer=rack" + "&" * LONG,
    "an edition of digits": f"explorer=rack&edition={'9' * LONG}x",
    "broken percent signs": f"explorer=rack&attach_rate={'%' * LONG}",
}

# Follows a text as a link; types what follows its first `=` sign but one into a box.
RUN = """([text, short]) => {
  const box = document.querySelector('[data-parameter="attach_rate"] .control-value');
  const time = (work) => {
    const start = performance.now();
    work();
    return performance.now() - start;
  };
  const follow = (fragment) => {
    history.replaceState(null, "", `#${fragment}`); // the browser's own work is not ours
    return time(() => dispatchEvent(new PopStateEvent("popstate", { state: null })));
  };
  const type = () => {
    box.value = text.slice(text.indexOf("=", 12) + 1);
    box.dispatchEvent(new Event("input", { bubbles: true }));
    box.dispatchEvent(new Event("change", { bubbles: true }));
  };
  follow(short);
  return [follow(short), follow(text), time(type)];
}"""


def times(page: Page, text: str) -> tuple[float, float, float]:
    """Return milliseconds: of a short link, of the text as a link, and of it in a box."""
    plain, link, box = page.evaluate(RUN, [text, SHORT])
    return plain, link, box


def main() -> None:
    """Print the times of each text, and how many times as long as a short link it takes."""
    with sync_playwright() as playwright:
        browser = launch(playwright)
        print(f"Chromium {browser.version}: milliseconds of texts of 100 kB (target {TARGET})")
        page, _ = open_files(browser, files_of([Explorer("rack")]))
        for name, text in TEXTS.items():
            plain, link, box = times(page, text)
            print(
                f"  {name:26s} link {link:6.1f} ({link / plain:4.1f} times a short one), "
                f"box {box:6.1f}"
            )
        browser.close()


if __name__ == "__main__":
    main()
