"""What starts Plotly's widget in a notebook: nobody waits for the megabytes, and nothing is lost."""

from __future__ import annotations

from pathlib import Path

from playwright.sync_api import Page

from rent_or_sell.charts import live_figure

# A widget whose module takes its time: it is let go on only after `initialize` has returned.
RUN = """async (source) => {
  const { default: make } = await import(`data:text/javascript,${encodeURIComponent(source)}`);
  const widget = make();
  const said = (globalThis.said = []);
  globalThis.released = new Promise((release) => (globalThis.release = release));
  const module = `await globalThis.released; export default () => ({
    initialize: ({ model }) => said.push("initialized " + model.get("name")),
    render: ({ model }) => said.push("rendered " + model.get("name")),
  });`;
  const model = { get: (name) => ({ _plotly: module, name: "chart" })[name] };
  const returned = widget.initialize({ model });
  const rendering = widget.render({ model });
  const early = [...said];
  release();
  await rendering;
  return { returned: returned === undefined, early, said };
}"""


def test_a_large_module_is_not_waited_for_and_then_shown(page: Page) -> None:
    source = Path(live_figure.__file__).with_suffix(".js").read_text(encoding="utf-8")
    assert page.evaluate(RUN, source) == {
        "returned": True,
        "early": [],
        "said": ["initialized chart", "rendered chart"],
    }
