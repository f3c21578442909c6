"""A zip for learning platforms: the same bytes each time, and its calls, by the rules of SCORM 1.2."""

from __future__ import annotations

import zipfile
from collections.abc import Iterator, Mapping
from pathlib import Path
from xml.etree import ElementTree

import pytest
from explorer_files import NOTE_VIOLATIONS, STRICT, TYPES
from playwright.sync_api import Browser, FrameLocator, Page, Route, expect
from scorm import package

from rent_or_sell.book import BOOK
from rent_or_sell.classroom.scorm import PASSED, Lesson
from rent_or_sell.numbers.number_format import format_number

PLATFORM = "https://platform.test"
QUESTION = 'What does Amazon gain from selling <this> "rack" & why?'
CASE = {"displacement": 0.9}
LESSON = Lesson("rack", QUESTION, "gain_from_selling", CASE, fixed=("displacement",), predict=True)
FOUND = Lesson("rack", "At which share do both pay alike?", "breakeven_displacement")
RIGHT = float(BOOK.evaluate("rack", CASE)["gain_from_selling"])
COURSE = """<!doctype html><title>A course</title>
<script src="platform.js"></script><iframe src="lesson/index.html"></iframe>"""
# A platform that notes what it is told, in order, and answers as one does.
RUN_TIME = """globalThis.calls = [];
globalThis.API = Object.fromEntries(
  ["LMSInitialize", "LMSGetValue", "LMSSetValue", "LMSCommit", "LMSFinish"].map((name) => [name, (...given) => {
    calls.push([name, ...given].join(" ").trim());
    if (name !== "LMSGetValue") return TAKEN;
    return given[0] === "cmi.core.score.raw" ? "SCORE" : STATUS;
  }]));"""


def begun(status: str) -> list[str]:
    """Return the calls with which a lesson of a status begins."""
    calls = ["LMSInitialize", "LMSGetValue cmi.core.lesson_status"]
    if status == "not attempted":
        calls += ["LMSSetValue cmi.core.lesson_status incomplete", "LMSCommit"]
    return [*calls, "LMSGetValue cmi.core.score.raw"]


def scored(score: int) -> list[str]:
    """Return the calls that report a score."""
    return [
        "LMSSetValue cmi.core.score.min 0",
        "LMSSetValue cmi.core.score.max 100",
        f"LMSSetValue cmi.core.score.raw {score}",
        f"LMSSetValue cmi.core.lesson_status {'passed' if score >= PASSED else 'failed'}",
        "LMSCommit",
    ]


@pytest.fixture(scope="module")
def packed(tmp_path_factory: pytest.TempPathFactory) -> Mapping[str, Path]:
    """The zips of both lessons."""
    folder = tmp_path_factory.mktemp("scorm")
    return {"asked": package(LESSON, folder / "asked"), "found": package(FOUND, folder / "found")}


@pytest.fixture
def page(browser: Browser) -> Iterator[Page]:
    """A page that must not complain of anything."""
    context = browser.new_context()
    context.add_init_script(NOTE_VIOLATIONS)
    page = context.new_page()
    complaints: list[str] = []
    page.on("pageerror", lambda error: complaints.append(str(error)))
    page.on("console", lambda one: complaints.append(one.text) if one.type == "error" else None)
    yield page
    assert complaints == []
    context.close()


def launch(page: Page, archive: Path, around: str | None) -> FrameLocator:
    """Open a package in a frame of a platform's page, whose script is given; without one, no API."""
    files = zipfile.ZipFile(archive)

    def answer(route: Route) -> None:
        name = route.request.url.removeprefix(f"{PLATFORM}/")
        if name.startswith("lesson/"):
            inside = name.removeprefix("lesson/")
            route.fulfill(
                body=files.read(inside),
                content_type=TYPES[inside.rpartition(".")[2]],
                headers={"Content-Security-Policy": STRICT},
            )
        elif name == "platform.js":
            route.fulfill(body=around or "", content_type=TYPES["js"])
        else:
            route.fulfill(body=COURSE, content_type=TYPES["html"])

    page.route("**/*", answer)
    page.goto(f"{PLATFORM}/")
    frame = page.frame_locator("iframe")
    expect(frame.locator(".explorer")).to_have_attribute("data-live", "")
    return frame


def run_time(status: str = "not attempted", taken: str = "true", score: str = "") -> str:
    told = RUN_TIME.replace("STATUS", f'"{status}"').replace("TAKEN", f'"{taken}"')
    return told.replace("SCORE", score)


def answer(frame: FrameLocator, text: str) -> None:
    frame.locator(".embed-answer input").fill(text)
    frame.get_by_role("button", name="Answer", exact=True).click()


def leave(page: Page) -> list[str]:
    """Take the lesson out of the platform's page; return all that it was told."""
    page.evaluate("document.querySelector('iframe').src = 'about:blank'")
    expect(page.frame_locator("iframe").locator(".explorer")).to_have_count(0)
    return list(page.evaluate("calls"))


def test_it_is_the_same_bytes_each_time(packed: Mapping[str, Path], tmp_path: Path) -> None:
    assert package(LESSON, tmp_path).read_bytes() == packed["asked"].read_bytes()


def test_its_manifest_is_first_and_names_every_other_file(packed: Mapping[str, Path]) -> None:
    archive = zipfile.ZipFile(packed["asked"])
    first, *others = archive.namelist()
    assert first == "imsmanifest.xml"
    told = ElementTree.fromstring(archive.read(first))
    space = {"ims": "http://www.imsproject.org/xsd/imscp_rootv1p1p2"}
    resource = told.find(".//ims:resource", space)
    assert resource is not None
    assert resource.get("href") == "index.html"
    assert sorted(one.get("href") or "" for one in resource) == sorted(others)
    assert told.findtext(".//ims:item/ims:title", "", space) == QUESTION
    assert told.findtext(".//ims:schemaversion", "", space) == "1.2"


@pytest.mark.parametrize(
    ("share", "score"), [(1.0, 100), (1.04, 100), (1.1, 50), (2.0, 0), (-1.0, 0)]
)
def test_a_platform_is_told_in_order(
    page: Page, packed: Mapping[str, Path], share: float, score: int
) -> None:
    frame = launch(page, packed["asked"], run_time())
    expect(frame.locator("h1")).to_have_text(QUESTION)
    expect(frame.locator('[data-parameter="displacement"] .control-value')).to_be_disabled()
    expect(frame.locator(".headline")).to_be_hidden()
    answer(frame, format_number(share * RIGHT, "$,.0f"))
    expect(frame.locator(".embed-said")).to_contain_text("the model says")
    expect(frame.locator(".embed-score")).to_have_text(f"Score: {score} of 100. It is recorded.")
    expect(frame.get_by_role("button", name="Copy a link with my answer")).to_be_hidden()
    assert leave(page) == [*begun("not attempted"), *scored(score), "LMSFinish"]


def test_who_tries_again_keeps_the_best_score(page: Page, packed: Mapping[str, Path]) -> None:
    right = 100 * float(BOOK.evaluate("rack")["breakeven_displacement"])
    frame = launch(page, packed["found"], run_time("passed"))
    for share, best in ((2.0, 0), (1.1, 50), (3.0, 50), (1.0, 100)):
        answer(frame, f"{share * right:.2f}%")
        expect(frame.locator(".embed-score")).to_contain_text(f"Score: {best} of 100.")
    told = leave(page)
    reports = [one for best in (0, 50, 50, 100) for one in scored(best)]
    assert told == [*begun("passed"), *reports, "LMSFinish"]


def test_who_comes_back_loses_nothing(page: Page, packed: Mapping[str, Path]) -> None:
    frame = launch(page, packed["found"], run_time("passed", score="50"))
    expect(frame.locator(".embed-score")).to_have_text("Score so far: 50 of 100.")
    answer(frame, "1%")
    expect(frame.locator(".embed-score")).to_have_text("Score: 50 of 100. It is recorded.")
    assert leave(page) == [*begun("passed"), *scored(50), "LMSFinish"]


def test_whoever_has_seen_the_answer_keeps_the_first_score(
    page: Page, packed: Mapping[str, Path]
) -> None:
    frame = launch(page, packed["asked"], run_time("failed", score="0"))
    answer(frame, format_number(RIGHT, "$,.0f"))
    expect(frame.locator(".embed-score")).to_have_text("Your first answer counts: 0 of 100.")
    assert leave(page) == [*begun("failed"), "LMSFinish"]


def test_who_asks_for_the_answer_scores_nothing(page: Page, packed: Mapping[str, Path]) -> None:
    frame = launch(page, packed["asked"], run_time())
    frame.locator(".embed-skip").click()
    expect(frame.locator(".headline")).to_be_visible()
    assert leave(page) == [*begun("not attempted"), *scored(0), "LMSFinish"]


def test_without_a_platform_it_works_and_says_so(page: Page, packed: Mapping[str, Path]) -> None:
    frame = launch(page, packed["asked"], None)
    alone = "No learning platform answers: nothing is recorded."
    expect(frame.locator(".embed-score")).to_have_text(alone)
    answer(frame, format_number(RIGHT, "$,.0f"))
    expect(frame.locator(".embed-score")).to_have_text(f"Score: 100 of 100. {alone}")


def test_a_platform_that_refuses_is_named(page: Page, packed: Mapping[str, Path]) -> None:
    frame = launch(page, packed["asked"], run_time(taken="false"))
    answer(frame, "1")
    refused = "Score: 0 of 100. The learning platform did not take it."
    expect(frame.locator(".embed-score")).to_have_text(refused)


@pytest.mark.parametrize(
    ("wrong", "said"),
    [
        (Lesson("rack", "What?", "gain_from_sellin"), "did you mean 'gain_from_selling'"),
        (Lesson("rack", "What?", "npv_rent", {"displacement": 2}), "displacement"),
        (Lesson("rack", "What?", "npv_rent", fixed=("price",)), "price"),
        (Lesson("rack", " ", "npv_rent"), "1 to 300"),
        (Lesson("rack", "What?", "payback_years", {"paid_hours": 0}), "has no value in this case"),
        (Lesson("rak", "What?", "npv_rent"), "did you mean 'rack'"),
    ],
)
def test_what_makes_no_lesson_is_said(wrong: Lesson, said: str, tmp_path: Path) -> None:
    with pytest.raises(ValueError, match=said):
        package(wrong, tmp_path)
