// @ts-check
// Draws a picture of the page as a file: SVG with its words as words, or PNG.

import { drawingOf } from "./drawing.js";

/**
 * @typedef {import("./drawing.js").Drawing} Drawing
 * @typedef {import("./drawing.js").Mark} Mark
 */

const MARGIN = 16;
const PIXELS = 2; // of the PNG for one of the page, as on a good screen
const ON_PAPER = "on-paper"; // light, whatever the page is
const PAGE_ONLY = "details, button"; // what is pressed, and what a press unfolds

/**
 * A figure as it is on light paper, with its margin and a line below that says what it is of.
 * @param {HTMLElement} root the explorer @param {Element} figure @param {string} line
 * @returns {Drawing}
 */
export const onPaper = (root, figure, line) => {
  const sheet = printed(figure, line);
  root.classList.add(ON_PAPER);
  figure.before(sheet); // where it has the same width and style
  // Nothing is painted in between: the reader sees no flash.
  try {
    const { width, height, marks } = drawingOf(sheet);
    const whole = { width: width + 2 * MARGIN, height: height + 2 * MARGIN };
    const fill = getComputedStyle(root).backgroundColor;
    return { ...whole, marks: [{ kind: "box", x: -MARGIN, y: -MARGIN, ...whole, fill }, ...marks] };
  } finally {
    sheet.remove();
    root.classList.remove(ON_PAPER);
  }
};

/** A copy of a figure with nothing to press, and the line. @param {Element} figure @param {string} line */
const printed = (figure, line) => {
  const sheet = /** @type {Element} */ (figure.cloneNode(true));
  for (const each of sheet.querySelectorAll(PAGE_ONLY)) each.remove();
  const words = document.createElement("p");
  words.className = "picture-line";
  words.textContent = line;
  sheet.append(words);
  return sheet;
};

const IN_PLACE = "1 0 0 1 0 0";
const SVG = "http://www.w3.org/2000/svg";

/** @param {Drawing} drawing @param {string} title @returns {string} */
export const toSvg = ({ width, height, marks }, title) => {
  const root = made("svg", { viewBox: `${-MARGIN} ${-MARGIN} ${width} ${height}`, width, height, role: "img" });
  root.append(made("title", {}, title), ...marks.map(svgMark));
  return `${new XMLSerializer().serializeToString(root)}\n`;
};

/** @param {Mark} mark @returns {SVGElement} */
const svgMark = (mark) => {
  if (mark.kind === "box") {
    const { x, y, width, height, fill } = mark;
    return made("rect", { x, y, width, height, fill });
  }
  if (mark.kind === "path") {
    const { d, matrix, fill, stroke, width, dash } = mark;
    const [scale, b, c, other] = matrix;
    const isEven = b === 0 && c === 0 && Math.abs(scale - other) < 1e-6;
    const placed = matrix.join(" ");
    return made("path", {
      d, fill, stroke, "stroke-width": isEven ? width / scale : width,
      ...(dash ? { "stroke-dasharray": dash } : {}),
      ...(placed === IN_PLACE ? {} : { transform: `matrix(${placed})` }),
      ...(isEven ? {} : { "vector-effect": "non-scaling-stroke" }),
    });
  }
  const { x, y, anchor, words, size, weight, family, fill } = mark;
  const font = { "font-size": size, "font-weight": weight, "font-family": family };
  return made("text", { x, y, "text-anchor": anchor, fill, ...font }, words);
};

/** @param {string} name @param {Record<string, string | number>} attributes @param {string} [words] */
const made = (name, attributes, words) => {
  const element = document.createElementNS(SVG, name);
  for (const [attribute, value] of Object.entries(attributes)) {
    const isLong = typeof value === "number" && !Number.isInteger(value);
    element.setAttribute(attribute, isLong ? value.toFixed(2) : String(value));
  }
  if (words !== undefined) element.textContent = words;
  return element;
};

/**
 * The picture drawn stroke by stroke: an image made of the SVG would need a page's permission.
 * @param {Drawing} drawing @returns {Promise<Blob>}
 */
export const toPng = ({ width, height, marks }) => {
  const canvas = document.createElement("canvas");
  canvas.width = Math.round(PIXELS * width);
  canvas.height = Math.round(PIXELS * height);
  const pen = /** @type {CanvasRenderingContext2D} */ (canvas.getContext("2d"));
  pen.setTransform(PIXELS, 0, 0, PIXELS, PIXELS * MARGIN, PIXELS * MARGIN);
  marks.forEach((mark) => paint(pen, mark));
  return new Promise((resolve, reject) =>
    canvas.toBlob((file) => (file ? resolve(file) : reject(new Error("The browser drew nothing.")))),
  );
};

/** @param {CanvasRenderingContext2D} pen @param {Mark} mark */
const paint = (pen, mark) => {
  pen.fillStyle = mark.fill;
  if (mark.kind === "box") pen.fillRect(mark.x, mark.y, mark.width, mark.height);
  else if (mark.kind === "path") {
    const path = new Path2D();
    path.addPath(new Path2D(mark.d), new DOMMatrix(mark.matrix));
    if (mark.fill !== "none") pen.fill(path);
    if (mark.stroke === "none") return;
    pen.strokeStyle = mark.stroke;
    pen.lineWidth = mark.width;
    pen.setLineDash(mark.dash ? mark.dash.split(/[\s,]+/).map(Number) : []);
    pen.stroke(path);
  } else {
    pen.font = `${mark.weight} ${mark.size}px ${mark.family}`;
    pen.textAlign = mark.anchor === "middle" ? "center" : mark.anchor;
    pen.fillText(mark.words, mark.x, mark.y);
  }
};
