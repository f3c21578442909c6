// @ts-check
// Offers the reader's case from another chapter; nothing of it is set before the reader asks.

import { setHidden } from "../../marks.js";
import { formatNumber } from "../../number_format.js";
import { differ } from "../../undo_stack.js";
import { write } from "../../values.js";

const IN_FORCE = "Your case goes along, in this tab only";

/** @type {import("../../explorer.js").Bind} */
export const bind = (element, state, { apply, carried }, { codes }) => {
  if (!carried) return () => {};
  const find = (/** @type {string} */ selector) =>
    /** @type {HTMLElement} */ (element.querySelector(selector));
  const [short, values, use, forget] = ["short", "values", "use", "forget"].map((one) => find(`.carried-${one}`));

  const update = () => {
    const changes = carried.of(state);
    const names = Object.keys(changes);
    element.hidden = !names.length;
    if (element.hidden) return;
    const isElsewhere = differ(state, changes);
    const said = names.map(
      (name) => `${state.spec.parameters[name].label} ${formatNumber(changes[name], codes[name])}`,
    );
    write(short, isElsewhere ? `Your case: ${said.length} ${said.length > 1 ? "changes" : "change"}` : IN_FORCE);
    write(values, isElsewhere ? ` (${said.join(", ")})` : "");
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
    write(short, "Forgotten");
    write(values, "");
    element.focus({ preventScroll: true });
  });
  carried.subscribe(update);
  return update;
};
