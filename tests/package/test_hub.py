"""A class's hub: a real JupyterHub lets a student in, pulls the notebooks and runs a chapter."""

from __future__ import annotations

import shutil
import subprocess
from collections.abc import Iterator
from pathlib import Path
from urllib.parse import urlencode

import pytest
from environments import Environment
from lab_server import RUN_MILLISECONDS, free_port
from playwright.sync_api import Page, expect
from readers import shown, slider

from rent_or_sell import evaluate

PROXY = "configurable-http-proxy@5.3.0"
CONFIG = """
c.JupyterHub.bind_url = {address!r}
c.JupyterHub.hub_port = {hub}
c.ConfigurableHTTPProxy.api_url = "http://127.0.0.1:{api}"
c.ConfigurableHTTPProxy.command = [{proxy!r}]
c.JupyterHub.authenticator_class = "dummy"
c.DummyAuthenticator.password = "a word for the class"
c.Authenticator.allow_all = True
c.JupyterHub.spawner_class = "simple"
c.SimpleLocalProcessSpawner.home_dir_template = {homes!r} + "/{{username}}"
c.Spawner.default_url = "/lab"
c.Spawner.args = ["--allow-root"]
"""


@pytest.fixture(scope="module")
def repository(offered: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A git repository that holds the site's notebooks, as a teacher makes it."""
    folder = tmp_path_factory.mktemp("teacher") / "notebooks"
    shutil.copytree(offered, folder, ignore=shutil.ignore_patterns("*.whl"))
    name = ("-c", "user.name=A Teacher", "-c", "user.email=teacher@example.org")
    for command in (("init", "--initial-branch=main"), ("add", "."), ("commit", "-m", "Term")):
        subprocess.run(["git", *name, *command], cwd=folder, check=True, capture_output=True)
    return folder


@pytest.fixture(scope="module")
def hub(hosts: Environment, tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The address of a hub that starts a server of its own for each student."""
    folder = tmp_path_factory.mktemp("hub")
    npm = ["npm", "install", "--no-audit", "--no-fund", "--prefix", str(folder), PROXY]
    subprocess.run(npm, check=True, capture_output=True)
    address = f"http://127.0.0.1:{free_port()}"
    config = CONFIG.format(
        address=address,
        hub=free_port(),
        api=free_port(),
        proxy=str(folder / "node_modules" / ".bin" / "configurable-http-proxy"),
        homes=str(folder / "homes"),
    )
    (folder / "jupyterhub_config.py").write_text(config, encoding="utf-8")
    with hosts.serving(folder, f"{address}/hub/login", "-m", "jupyterhub"):
        yield address


def test_a_student_follows_a_link_and_runs_a_chapter(
    hub: str, repository: Path, page: Page
) -> None:
    chapter = f"lab/tree/{repository.name}/05-bundle.ipynb"
    asked = {"repo": repository.as_uri(), "branch": "main", "urlpath": chapter}
    page.goto(f"{hub}/hub/user-redirect/git-pull?{urlencode(asked)}")
    page.get_by_label("Username").fill("ada")
    page.get_by_label("Password").fill("a word for the class")
    page.get_by_role("button", name="Sign in").click()

    page.wait_for_url(f"**/{chapter}*", timeout=RUN_MILLISECONDS)
    kernel = page.locator(".jp-StatusBar-Widget")
    expect(kernel).to_contain_text("| Idle", timeout=RUN_MILLISECONDS)
    page.get_by_role("menuitem", name="Run", exact=True).click()
    page.get_by_role("menuitem", name="Run All Cells", exact=True).click()
    root = page.locator(".explorer[data-live]")
    expect(root).to_have_count(1, timeout=RUN_MILLISECONDS)
    # It is in the first cell; when all have run, JupyterLab shows the last one.
    expect(kernel).to_contain_text("| Idle", timeout=RUN_MILLISECONDS)
    page.locator(".jp-WindowedPanel-outer").evaluate("panel => panel.scrollTo(0, 0)")
    slider(root, "attach_rate").press("ArrowRight")
    expect(root.locator(".changed-summary")).to_contain_text("1 of")
    moved = root.locator('[data-parameter="attach_rate"] input[type=range]').input_value()
    wanted = evaluate("rack", attach_rate=float(moved))
    assert shown(root, "npv_rent") == pytest.approx(wanted["npv_rent"])
