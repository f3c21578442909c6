// @ts-check
// Starts Plotly's widget without letting anywidget wait for it: a module that is not ready within
// two seconds is given up for dead, and Plotly's has five megabytes.

/**
 * @typedef {{model: {get(name: string): string}}} Host
 * @typedef {{initialize(host: Host): unknown, render(host: Host): unknown}} Widget
 */

export default () => {
  /** @type {Promise<Widget>} */
  let started;
  return {
    /** @param {Host} host */
    initialize(host) {
      started = start(host);
    },
    /** @param {Host} host */
    render: async (host) => (await started).render(host),
  };
};

/** @param {Host} host @returns {Promise<Widget>} */
const start = async (host) => {
  const text = host.model.get("_plotly");
  const address = URL.createObjectURL(new Blob([text], { type: "text/javascript" }));
  const { default: made } = await import(address);
  URL.revokeObjectURL(address);
  const widget = typeof made === "function" ? await made() : made;
  await widget.initialize(host);
  return widget;
};
