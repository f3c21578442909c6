// @ts-check
// Offers the reader's case from another chapter; nothing of it is set before the reader asks.

import { setHidden, setMark } from "../../marks.js";
import { formatNumber } from "../../number_format.js";
import { differ } from "../../undo_stack.js";
import { write } from "../../values.js";

/** Values that the line says; it counts the others. */
const MOST_SAID = 3;

const IN_FORCE = "Your case goes along, in this tab only";

/** @type {import("../../explorer.js").Bind} */
export const bind = (element, state, { apply, carried }, { codes }) => {
  if (!carried) return () => {};
  const find = (/** @type {string} */ selector) =>
    /** @type {HTMLElement} */ (element.querySelector(selector));
  const [said, use, forget] = [".carried-said", ".carried-use", ".carried-forget"].map(find);

  const update = () => {
    const changes = carried.of(state);
    const names = Object.keys(changes);
    element.hidden = !names.length;
    if (element.hidden) return;
    const isElsewhere = differ(state, changes);
    const values = names.map((name) => formatNumber(changes[name], codes[name]));
    const labels = names.map((name, place) => `${state.spec.parameters[name].label}: ${values[place]}`);
    write(said, isElsewhere ? `Your case: ${inShort(values)}` : IN_FORCE);
    setMark(said, "title", isElsewhere ? labels.join("\n") : "");
    setHidden(use, !isElsewhere);
    forget.hidden = false;
  };
  use.addEventListener("click", () => {
    apply(state, carried.of(state));
    forget.focus({ preventScroll: true }); // the other button is gone
  });
  forget.addEventListener("click", () => {
    carried.forget();
    element.hidden = false;
    use.hidden = forget.hidden = true;
    write(said, "Forgotten");
    element.focus({ preventScroll: true });
  });
  carried.subscribe(update);
  return update;
};

/** @param {string[]} values */
const inShort = (values) => {
  const more = values.length - MOST_SAID;
  return [...values.slice(0, MOST_SAID), ...(more > 0 ? [`${more} more`] : [])].join(", ");
};
