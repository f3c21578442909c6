// @ts-check
// A stand-in for a kernel's model, where there is no kernel.

/**
 * @param {string} spec @returns {import("./state.js").HostModel}
 */
export const memoryModel = (spec) => {
  /** @type {Record<string, any>} */
  const traits = { _spec: spec, changes: {} };
  /** @type {Set<() => void>} */
  const listeners = new Set();
  return {
    get: (name) => traits[name],
    set(name, value) {
      traits[name] = value;
      listeners.forEach((listener) => listener());
    },
    save_changes() {},
    on: (_event, listener) => listeners.add(listener),
    off: (_event, listener) => listeners.delete(listener),
  };
};
