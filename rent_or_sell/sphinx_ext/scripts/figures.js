// @ts-check
// Puts the page's Plotly charts in place of their pictures when they come near the screen, in the
// colours of its theme.

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

  /**
   * Put the live chart in place of the picture, which stays if the chart cannot be drawn.
   * @param {HTMLElement} chart
   */
  async function enliven(chart) {
    const json = chart.parentElement?.querySelector("script")?.textContent ?? "{}";
    const figure = JSON.parse(json);
    const plot = chart.appendChild(document.createElement("div"));
    plot.className = "plot";
    plot.role = "img";
    plot.ariaLabel = chart.querySelector("[role=img]")?.ariaLabel ?? "Chart";
    try {
      await draw(plot, figure);
      drawn.set(plot, figure);
      chart.classList.add("live");
    } catch (error) {
      console.error(error);
      plot.remove();
    }
  }

  const nearScreen = new IntersectionObserver(
    (entries) => {
      for (const { target, isIntersecting } of entries) {
        if (!isIntersecting) continue;
        nearScreen.unobserve(target);
        enliven(/** @type {HTMLElement} */ (target));
      }
    },
    { rootMargin: "600px" },
  );
  document
    .querySelectorAll(".plotly-figure > .chart")
    .forEach((chart) => nearScreen.observe(chart));

  new MutationObserver(() => drawn.forEach((figure, plot) => draw(plot, figure))).observe(
    document.documentElement,
    { attributeFilter: ["data-theme"] },
  );
})();
