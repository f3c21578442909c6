// @ts-check
// Draws the page's Plotly charts when they come near the screen, in the colours of its theme.

(() => {
  /** @typedef {{data: unknown[], layout: Record<string, unknown>}} Figure */

  const settings = /** @type {HTMLScriptElement} */ (document.currentScript).dataset;
  /** @type {Record<string, string>} colour of the light theme → custom property */
  const palette = JSON.parse(settings.palette ?? "{}");
  const config = {
    responsive: true,
    displaylogo: false,
    // the library's own share button would send the chart to another host
    showSendToCloud: false,
    plotlyServerURL: "",
  };

  /** @type {Map<HTMLElement, Figure>} */
  const drawn = new Map();
  /** @type {Promise<any> | undefined} */
  let plotly;

  /** Load the chart library, once for all charts of the page. */
  function loadPlotly() {
    plotly ??= new Promise((resolve, reject) => {
      const script = document.createElement("script");
      script.src = settings.plotly ?? "";
      script.onload = () => resolve(/** @type {any} */ (window).Plotly);
      script.onerror = () => reject(new Error(`The chart library ${script.src} did not load.`));
      document.head.append(script);
    });
    return plotly;
  }

  /**
   * Copy a figure with the light theme's colours replaced by the current ones.
   * @param {unknown} value
   * @param {CSSStyleDeclaration} style
   * @returns {any}
   */
  function recolour(value, style) {
    if (typeof value === "string") {
      const property = palette[value.toLowerCase()];
      return property ? style.getPropertyValue(property).trim() || value : value;
    }
    if (Array.isArray(value)) return value.map((item) => recolour(item, style));
    if (value === null || typeof value !== "object") return value;
    return Object.fromEntries(
      Object.entries(value).map(([key, item]) => [key, recolour(item, style)]),
    );
  }

  /** @param {HTMLElement} plot @param {Figure} figure */
  async function draw(plot, figure) {
    const Plotly = await loadPlotly();
    const { data, layout } = recolour(figure, getComputedStyle(document.documentElement));
    await Plotly.react(plot, data, layout, config);
  }

  /** @param {HTMLElement} plot */
  function drawFirst(plot) {
    const json = plot.parentElement?.querySelector("script")?.textContent ?? "{}";
    const figure = JSON.parse(json);
    drawn.set(plot, figure);
    draw(plot, figure).catch((error) => {
      console.error(error);
      plot.hidden = true;
      openTable(plot);
    });
  }

  /** @param {HTMLElement} plot */
  function openTable(plot) {
    plot.parentElement?.querySelector("details")?.setAttribute("open", "");
  }

  const plots = /** @type {NodeListOf<HTMLElement>} */ (
    document.querySelectorAll(".plotly-figure > .plot")
  );
  const nearScreen = new IntersectionObserver(
    (entries) => {
      for (const { target, isIntersecting } of entries) {
        if (!isIntersecting) continue;
        nearScreen.unobserve(target);
        drawFirst(/** @type {HTMLElement} */ (target));
      }
    },
    { rootMargin: "600px" },
  );
  plots.forEach((plot) => nearScreen.observe(plot));

  new MutationObserver(() => drawn.forEach((figure, plot) => draw(plot, figure))).observe(
    document.documentElement,
    { attributeFilter: ["data-theme"] },
  );

  // a chart that was never near the screen prints as its table
  addEventListener("beforeprint", () =>
    plots.forEach((plot) => drawn.has(plot) || openTable(plot)),
  );
})();
