// @ts-check
// Puts a live Plotly chart in place of its picture when a reader presses it, in the colours of the
// page's theme. A chart without a picture comes alive when it is near the screen.

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
  const FAILED = "The chart library did not load, so the chart cannot move.";

  /** @type {Map<HTMLElement, Figure>} */
  const drawn = new Map();
  /** @type {Promise<unknown> | undefined} */
  let charts;

  /** @param {string} [address] */
  const load = (address = "") =>
    new Promise((resolve, reject) => {
      const script = document.createElement("script");
      script.src = address;
      script.onload = resolve;
      script.onerror = () => {
        script.remove();
        reject(new Error(`${script.src} did not load.`));
      };
      document.head.append(script);
    });

  /** Load the chart library and the page's figures, once for all charts; anew if they did not come. */
  function loadCharts() {
    charts ??= Promise.all([load(settings.plotly), load(settings.figures)]).catch((error) => {
      charts = undefined;
      throw error;
    });
    return charts;
  }

  /**
   * Let the library style what it draws under a strict policy. It would write a style element, unless
   * it finds a place for its rules; and the policy refuses style attributes, but not the same as code.
   */
  function allowStyles() {
    const sheet = new CSSStyleSheet();
    const place = document.createElement("meta");
    document.head.append(Object.assign(place, { id: "plotly.js-style-global", sheet }));
    document.adoptedStyleSheets.push(sheet);
    SVGElement.prototype.setAttribute = function (name, value) {
      if (name === "style") this.style.cssText = value;
      else Element.prototype.setAttribute.call(this, name, value);
    };
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
    const { data, layout } = recolour(figure, getComputedStyle(document.documentElement));
    // the box that the picture has made is the chart's, in height as in width
    delete layout.height;
    await /** @type {any} */ (window).Plotly.react(plot, data, { ...layout, autosize: true }, config);
  }

  /** @param {HTMLElement} chart */
  function emptyPlot(chart) {
    const plot = document.createElement("div");
    plot.className = "plot";
    plot.role = "group";
    plot.ariaLabel = chart.dataset.label ?? "Chart";
    plot.tabIndex = -1;
    return chart.appendChild(plot);
  }

  /** @param {HTMLElement} block @param {string} words */
  function say(block, words) {
    const status = block.querySelector("[role=status]");
    if (status) status.textContent = words;
  }

  /**
   * Put the live chart in place of the picture, which stays if the chart cannot be drawn.
   * @param {HTMLElement} block a title, its chart and what is said of it
   */
  async function enliven(block) {
    const chart = /** @type {HTMLElement} */ (block.querySelector(".chart"));
    if (chart.querySelector(".plot")) return;
    const button = block.querySelector("button");
    const plot = emptyPlot(chart);
    say(block, "");
    button?.setAttribute("aria-busy", "true");
    try {
      await loadCharts();
      const figure = /** @type {any} */ (window).bookFigures[blocks.indexOf(block)];
      await draw(plot, figure);
      drawn.set(plot, figure);
      const hadFocus = button !== null && document.activeElement === button;
      block.classList.add("live");
      if (hadFocus) plot.focus({ preventScroll: true });
    } catch (error) {
      console.error(error);
      plot.remove();
      say(block, button ? `${FAILED} Press “${button.firstChild?.textContent}” to try again.` : FAILED);
    }
    button?.removeAttribute("aria-busy");
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

  /** @param {HTMLElement} block */
  function prepare(block) {
    const button = block.querySelector("button");
    if (!button) return nearScreen.observe(block);
    button.addEventListener("click", () => enliven(block));
    // a press on the picture does the same, unless it marks some of its words
    block.querySelector(".static-picture")?.addEventListener("click", () => {
      if (getSelection()?.isCollapsed ?? true) enliven(block);
    });
    block.classList.add("ready");
  }

  /** @type {HTMLElement[]} */
  const blocks = Array.from(document.querySelectorAll(".plotly-figure"));
  allowStyles();
  blocks.forEach(prepare);

  new MutationObserver(() => drawn.forEach((figure, plot) => draw(plot, figure))).observe(
    document.documentElement,
    { attributeFilter: ["data-theme"] },
  );
})();
