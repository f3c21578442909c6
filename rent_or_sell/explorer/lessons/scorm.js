// @ts-check
// An explorer as a lesson of a learning platform: it reports a score by the rules of SCORM 1.2.

import { write } from "../values.js";
import { startEmbed } from "./embed.js";

/**
 * What a platform offers; each call returns a text, "false" where it failed.
 * @typedef {{
 *   LMSInitialize(empty: ""): string, LMSGetValue(name: string): string,
 *   LMSSetValue(name: string, value: string): string, LMSCommit(empty: ""): string,
 *   LMSFinish(empty: ""): string
 * }} Platform
 */

/** Windows around this one in which a platform is looked for. */
const MOST_WINDOWS = 10;

/** The score from which on a lesson is passed; the manifest says the same. */
const PASSED = 50;

const ALONE = "No learning platform answers: nothing is recorded.";

/**
 * @param {import("../explorer.js").Parts} parts
 * @param {{models: Record<string, import("../compute.js").GeneratedModel>, specs: object[], fragment: string}} here
 */
export const startScorm = (parts, here) => {
  const platform = found(window) ?? (window.opener && found(window.opener));
  const said = document.querySelector(".embed-score");
  const earlier = platform ? begin(platform) : NaN;
  const isKnown = Number.isFinite(earlier);
  let best = isKnown ? earlier : 0;
  write(said, !platform ? ALONE : isKnown ? `Score so far: ${earlier} of 100.` : "");
  const report = (/** @type {number} */ score, /** @type {boolean} */ isShown) => {
    // Who opens the lesson again has seen the answer.
    if (isShown && isKnown) return write(said, `Your first answer counts: ${earlier} of 100.`);
    best = Math.max(best, score);
    const isSent = platform && send(platform, best);
    const end = isSent ? "It is recorded." : platform ? "The learning platform did not take it." : ALONE;
    write(said, `Score: ${best} of 100. ${end}`);
  };
  startEmbed(parts, here, { fragment: here.fragment, report });
};

/** The platform of a window or of those around it. @param {Window} start @returns {Platform | null} */
const found = (start) => {
  try {
    let [looked, steps] = [start, 0];
    while (!(/** @type {any} */ (looked).API) && looked.parent !== looked && steps < MOST_WINDOWS) {
      [looked, steps] = [looked.parent, steps + 1];
    }
    return /** @type {any} */ (looked).API ?? null;
  } catch {
    return null; // a window of another site, which tells nothing
  }
};

/** @param {Platform} platform @returns {number} the score of an earlier visit, NaN before there is one */
const begin = (platform) => {
  platform.LMSInitialize("");
  if (/^(not attempted)?$/.test(platform.LMSGetValue("cmi.core.lesson_status"))) {
    platform.LMSSetValue("cmi.core.lesson_status", "incomplete");
    platform.LMSCommit("");
  }
  window.addEventListener("pagehide", () => platform.LMSFinish(""), { once: true });
  return parseFloat(platform.LMSGetValue("cmi.core.score.raw"));
};

/** @param {Platform} platform @param {number} score @returns {boolean} whether all of it was taken */
const send = (platform, score) =>
  [
    platform.LMSSetValue("cmi.core.score.min", "0"),
    platform.LMSSetValue("cmi.core.score.max", "100"),
    platform.LMSSetValue("cmi.core.score.raw", String(score)),
    platform.LMSSetValue("cmi.core.lesson_status", score >= PASSED ? "passed" : "failed"),
    platform.LMSCommit(""),
  ].every((answer) => String(answer) === "true");
