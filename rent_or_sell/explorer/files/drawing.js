// @ts-check
// Reads a picture off the page: its boxes, lines and words as marks that any format can draw.

/**
 * @typedef {{kind: "box", x: number, y: number, width: number, height: number, fill: string}} Box
 * @typedef {{kind: "path", d: string, matrix: number[], fill: string, stroke: string, width: number,
 *   dash: string}} Path the matrix places it, and the width is that on the screen
 * @typedef {{kind: "text", x: number, y: number, anchor: "start" | "middle" | "end", words: string,
 *   size: number, weight: string, family: string, fill: string}} Words
 * @typedef {Box | Path | Words} Mark
 * @typedef {{width: number, height: number, marks: Mark[]}} Drawing
 */

const SIDES = /** @type {const} */ (["Top", "Right", "Bottom", "Left"]);
const IDENTITY = [1, 0, 0, 1, 0, 0];
const NOTHING = /^(none|transparent|rgba\(0, 0, 0, 0\))$/;

/** @param {Element} element @returns {Drawing} with the element's upper left corner as origin */
export const drawingOf = (element) => {
  const { x, y, width, height } = element.getBoundingClientRect();
  /** @type {Mark[]} */
  const marks = [];
  walk(element, { x, y }, marks);
  return { width, height, marks };
};

/** @typedef {{x: number, y: number}} Point */

/** @param {Element} element @param {Point} origin @param {Mark[]} marks */
const walk = (element, origin, marks) => {
  const style = getComputedStyle(element);
  if (!element.checkVisibility() || style.clipPath !== "none") return; // folded away, or for ears
  if (element instanceof SVGRectElement && !element.width.baseVal.value) return; // drawn by no browser
  if (style.visibility === "visible") {
    if (element instanceof SVGGeometryElement) marks.push(shape(element, style, origin));
    else if (element instanceof SVGTextElement) halo(element, style, origin, marks);
    else if (!(element instanceof SVGElement) || element instanceof SVGSVGElement) {
      box(element.getBoundingClientRect(), style, origin, marks);
      pseudoBox(element, origin, marks);
    }
  }
  for (const child of element.childNodes) {
    if (child instanceof Element) walk(child, origin, marks);
    else if (child instanceof Text && style.visibility === "visible") words(child, style, origin, marks);
  }
};

/** @param {{x: number, y: number, width: number, height: number}} rectangle @param {CSSStyleDeclaration} style @param {Point} origin @param {Mark[]} marks */
const box = ({ x, y, width, height }, style, origin, marks) => {
  const [left, top] = [x - origin.x, y - origin.y];
  const fill = style.backgroundColor;
  if (!NOTHING.test(fill) && width && height) {
    marks.push({ kind: "box", x: left, y: top, width, height, fill });
  }
  for (const side of SIDES) {
    const thickness = parseFloat(style[`border${side}Width`]);
    const stroke = style[`border${side}Color`];
    if (!thickness || style[`border${side}Style`] === "none" || NOTHING.test(stroke)) continue;
    const half = thickness / 2;
    const [right, bottom] = [left + width - half, top + height - half];
    const d = {
      Top: `M${left} ${top + half}H${left + width}`,
      Right: `M${right} ${top}V${top + height}`,
      Bottom: `M${left} ${bottom}H${left + width}`,
      Left: `M${left + half} ${top}V${top + height}`,
    }[side];
    const dash = { dashed: `${3 * thickness}`, dotted: `${thickness}` }[style[`border${side}Style`]];
    marks.push({
      kind: "path", d, matrix: IDENTITY, fill: "none", stroke, width: thickness, dash: dash ?? "",
    });
  }
};

/** Paper behind words, where a stroke of theirs is that. @param {SVGTextElement} element @param {CSSStyleDeclaration} style @param {Point} origin @param {Mark[]} marks */
const halo = (element, style, origin, marks) => {
  const { x, y, width, height } = element.getBoundingClientRect();
  if (NOTHING.test(style.stroke) || !width) return;
  marks.push({ kind: "box", x: x - origin.x, y: y - origin.y, width, height, fill: style.stroke });
};

/** A mark that the style sheet puts before the words, such as a key. @param {Element} element @param {Point} origin @param {Mark[]} marks */
const pseudoBox = (element, origin, marks) => {
  const style = getComputedStyle(element, "::before");
  if (style.content === "none" || style.content === "normal") return;
  const [width, height] = [parseFloat(style.width) || 0, parseFloat(style.height) || 0];
  const { x, y, height: whole } = element.getBoundingClientRect();
  const isPlaced = style.position === "absolute";
  const left = isPlaced ? parseFloat(style.left) || 0 : 0;
  const top = isPlaced ? parseFloat(style.top) || 0 : (whole - height) / 2;
  const [, , , borders] = SIDES.map((side) => parseFloat(style[`border${side}Width`]));
  const grown = style.boxSizing === "border-box" ? 0 : borders;
  box({ x: x + left, y: y + top, width: width + 2 * grown, height: height + grown }, style, origin, marks);
};

/** @param {SVGGeometryElement} element @param {CSSStyleDeclaration} style @param {Point} origin @returns {Path} */
const shape = (element, style, origin) => {
  const { a, b, c, d, e, f } = element.getScreenCTM() ?? new DOMMatrix();
  const scale = style.vectorEffect === "non-scaling-stroke" ? 1 : Math.sqrt(Math.abs(a * d - b * c));
  const isDrawn = !NOTHING.test(style.stroke);
  return {
    kind: "path",
    ...placed(pathOf(element), [a, b, c, d, e - origin.x, f - origin.y]),
    fill: NOTHING.test(style.fill) ? "none" : style.fill,
    stroke: isDrawn ? style.stroke : "none",
    width: isDrawn ? parseFloat(style.strokeWidth) * scale : 0,
    dash: style.strokeDasharray === "none" ? "" : style.strokeDasharray.replaceAll("px", ""),
  };
};

const STRAIGHT = /^[MLHVZ\d\s,.e+-]*$/;
const COMMAND = /([MLHVZ])([^MLHVZ]*)/g;

/**
 * A path of straight lines with its points where they are on the page, so that its strokes grow and
 * shrink with the picture; any other path with the matrix that places it.
 * @param {string} d @param {number[]} matrix @returns {{d: string, matrix: number[]}}
 */
const placed = (d, matrix) => {
  if (!STRAIGHT.test(d)) return { d, matrix };
  const [a, b, c, e, f, g] = matrix;
  let [x, y] = [0, 0];
  const there = [...d.matchAll(COMMAND)].map(([, command, text]) => {
    if (command === "Z") return "Z";
    const numbers = (text.match(/[+-]?(?:\d+\.?\d*|\.\d+)(?:e[+-]?\d+)?/g) ?? []).map(Number);
    const step = command === "M" || command === "L" ? 2 : 1;
    let points = "";
    for (let at = 0; at + step <= numbers.length; at += step) {
      if (command !== "V") x = numbers[at];
      if (command !== "H") y = numbers[at + step - 1];
      const isStart = command === "M" && at === 0;
      points += `${isStart ? "M" : "L"}${round(a * x + c * y + f)} ${round(b * x + e * y + g)}`;
    }
    return points;
  });
  return { d: there.join(""), matrix: IDENTITY };
};

/** @param {number} length */
const round = (length) => Math.round(100 * length) / 100;

/** @param {SVGGeometryElement} element @returns {string} what a path's `d` says of a shape */
const pathOf = (element) => {
  if (element instanceof SVGCircleElement) {
    const [x, y, r] = [element.cx, element.cy, element.r].map(({ baseVal }) => baseVal.value);
    return `M${x - r} ${y}a${r} ${r} 0 1 0 ${2 * r} 0a${r} ${r} 0 1 0 ${-2 * r} 0Z`;
  }
  if (element instanceof SVGLineElement) {
    const ends = [element.x1, element.y1, element.x2, element.y2].map(({ baseVal }) => baseVal.value);
    return `M${ends[0]} ${ends[1]}L${ends[2]} ${ends[3]}`;
  }
  if (element instanceof SVGRectElement) {
    const { x, y, width, height } = element.getBBox();
    return `M${x} ${y}h${width}v${height}h${-width}Z`;
  }
  if (element instanceof SVGPolylineElement || element instanceof SVGPolygonElement) {
    const points = [...element.points].map(({ x, y }) => `${x} ${y}`).join("L");
    return points && `M${points}${element instanceof SVGPolygonElement ? "Z" : ""}`;
  }
  return element.getAttribute("d") ?? "";
};

/** @type {Record<string, "middle" | "end">} */
const ANCHORS = { right: "end", end: "end", center: "middle" };

/** @param {Text} node @param {CSSStyleDeclaration} style @param {Point} origin @param {Mark[]} marks */
const words = (node, style, origin, marks) => {
  const { ascent, descent } = fontHeights(style);
  for (const line of linesOf(node)) {
    const anchor = ANCHORS[style.textAlign] ?? "start";
    const x = { start: line.left, middle: (line.left + line.right) / 2, end: line.right }[anchor];
    const baseline = (line.top + line.bottom - ascent - descent) / 2 + ascent;
    marks.push({
      kind: "text",
      x: x - origin.x,
      y: baseline - origin.y,
      anchor,
      words: line.words,
      size: parseFloat(style.fontSize),
      weight: style.fontWeight,
      family: style.fontFamily,
      fill: node.parentElement instanceof SVGElement ? style.fill : style.color,
    });
  }
};

/** The words of a text, joined where they stand in one line. @param {Text} node */
const linesOf = (node) => {
  /** @type {{words: string, left: number, right: number, top: number, bottom: number}[]} */
  const lines = [];
  const range = document.createRange();
  for (const { 0: word, index } of node.data.matchAll(/\S+/g)) {
    range.setStart(node, index);
    range.setEnd(node, index + word.length);
    const { left, right, top, bottom } = range.getBoundingClientRect();
    const line = lines.at(-1);
    if (line && Math.abs(line.top - top) < 1) {
      line.words += ` ${word}`;
      line.right = right;
    } else lines.push({ words: word, left, right, top, bottom });
  }
  return lines;
};

const pen = document.createElement("canvas").getContext("2d", { willReadFrequently: true });

/** @param {CSSStyleDeclaration} style */
const fontHeights = ({ fontWeight, fontSize, fontFamily }) => {
  if (!pen) return { ascent: parseFloat(fontSize), descent: 0 };
  pen.font = `${fontWeight} ${fontSize} ${fontFamily}`;
  const { fontBoundingBoxAscent, fontBoundingBoxDescent } = pen.measureText("0");
  return { ascent: fontBoundingBoxAscent, descent: fontBoundingBoxDescent };
};
