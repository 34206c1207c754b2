import { SaxesParser } from "saxes";
import { ink, type Sheet } from "./sheet.ts";

/** Draws a picture as lines and letters of the page: its left top corner, and how wide it is. Points. */
export function drawSvg(sheet: Sheet, { width, shapes }: SvgPicture, x: number, y: number, across: number): void {
  const { doc } = sheet;
  doc
    .save()
    .translate(x, y)
    .scale(across / width);
  for (const { name, attributes, text } of shapes) {
    doc.save();
    turn(doc, attributes.transform ?? "");
    if (name === "text") drawText(sheet, attributes, text);
    else {
      outline(doc, name, attributes);
      paint(doc, attributes);
    }
    doc.restore();
  }
  doc.restore();
}

const figure = (of: Attributes, name: string, otherwise = 0): number => (of[name] === undefined ? otherwise : Number.parseFloat(of[name]));

const numbers = (text: string): number[] => (text.match(/-?[\d.]+(?:e-?\d+)?/gi) ?? []).map(Number);

function turn(doc: PDFKit.PDFDocument, transform: string): void {
  for (const [, name, words = ""] of transform.matchAll(/(\w+)\(([^)]*)\)/g)) {
    const [a = 0, b = 0, c = 0] = numbers(words);
    if (name === "translate") doc.translate(a, b);
    else if (name === "scale") doc.scale(a, b || a);
    else if (name === "rotate") doc.rotate(a, { origin: [b, c] });
  }
}

function outline(doc: PDFKit.PDFDocument, name: Exclude<SvgShape["name"], "text">, of: Attributes): void {
  switch (name) {
    case "rect":
      doc.rect(figure(of, "x"), figure(of, "y"), figure(of, "width"), figure(of, "height"));
      break;
    case "circle":
      doc.circle(figure(of, "cx"), figure(of, "cy"), figure(of, "r"));
      break;
    case "line":
      doc.moveTo(figure(of, "x1"), figure(of, "y1")).lineTo(figure(of, "x2"), figure(of, "y2"));
      break;
    case "path":
      doc.path(of.d ?? "");
      break;
    default:
      doc.path(`M${of.points ?? ""}${name === "polygon" ? "Z" : ""}`);
  }
}

/** A colour that a page of PDF knows; `null`: none, or one that something else paints. */
const colourOf = (said: string | undefined): string | null => (said !== undefined && /^#[0-9a-f]{3,8}$/i.test(said) ? said : null);

function paint(doc: PDFKit.PDFDocument, of: Attributes): void {
  const [fill, stroke] = [of.fill === undefined ? "#000000" : colourOf(of.fill), colourOf(of.stroke)];
  doc
    .fillOpacity(figure(of, "opacity", 1) * figure(of, "fill-opacity", 1))
    .strokeOpacity(figure(of, "opacity", 1) * figure(of, "stroke-opacity", 1));
  if (stroke !== null) {
    doc.lineWidth(figure(of, "stroke-width", 1));
    const [dash, space] = numbers(of["stroke-dasharray"] ?? "");
    if (dash !== undefined && dash > 0) doc.dash(dash, { space: space ?? dash });
  }
  if (fill !== null && stroke !== null) doc.fillAndStroke(fill, stroke);
  else if (fill !== null) doc.fill(fill);
  else if (stroke !== null) doc.stroke(stroke);
  else doc.fillOpacity(0).fill();
}

function drawText(sheet: Sheet, of: Attributes, text: string): void {
  const style = {
    size: figure(of, "font-size", 14),
    bold: figure(of, "font-weight", 400) >= 600,
    colour: colourOf(of.fill) ?? ink,
  };
  const anchor = of["text-anchor"] ?? "start";
  const shift = anchor === "start" ? 0 : sheet.widthOf(text, style) * (anchor === "end" ? 1 : 0.5);
  sheet.doc.fillOpacity(figure(of, "opacity", 1));
  sheet.putLine(text, figure(of, "x") - shift, figure(of, "y"), style);
}

/** A shape of a picture with what it has of its own and from the groups around it. */
interface SvgShape {
  readonly name: "rect" | "path" | "circle" | "line" | "polygon" | "polyline" | "text";
  readonly attributes: Readonly<Record<string, string>>;
  readonly text: string;
}

interface SvgPicture {
  readonly width: number;
  readonly height: number;
  readonly shapes: readonly SvgShape[];
}

type Attributes = Readonly<Record<string, string>>;

const drawn = new Set<string>(["rect", "path", "circle", "line", "polygon", "polyline", "text"] satisfies SvgShape["name"][]);
/** What stands in these is not drawn where it stands. */
const unseen = new Set(["defs", "title", "desc", "style", "metadata"]);
/** Taken over from groups; all but `transform`, which adds up. */
const inherited = ["fill", "stroke", "stroke-width", "stroke-dasharray", "opacity", "font-size", "font-weight", "text-anchor"];

/** Reads a picture that the pages draw: shapes, texts and groups with attributes; no styles, and nothing that it refers to. Throws for what is no XML. */
export function readSvg(source: string): SvgPicture {
  const shapes: SvgShape[] = [];
  const around: Attributes[] = [{}];
  let hidden = 0;
  let size = { width: 0, height: 0 };
  let text: { attributes: Attributes; words: string } | null = null;
  const parser = new SaxesParser();
  parser.on("opentag", ({ name, attributes: own }) => {
    const attributes = merged(around.at(-1)!, own as Attributes);
    around.push(attributes);
    if (unseen.has(name)) hidden += 1;
    if (hidden > 0) return;
    if (name === "svg") size = { width: Number(attributes.width), height: Number(attributes.height) };
    else if (name === "text") text = { attributes, words: "" };
    else if (drawn.has(name)) shapes.push({ name: name as SvgShape["name"], attributes, text: "" });
  });
  parser.on("text", (words) => {
    if (text !== null && hidden === 0) text.words += words;
  });
  parser.on("closetag", ({ name }) => {
    around.pop();
    if (unseen.has(name)) hidden -= 1;
    if (name !== "text" || text === null) return;
    shapes.push({ name, attributes: text.attributes, text: text.words });
    text = null;
  });
  parser.on("error", (fault) => {
    throw fault;
  });
  parser.write(source).close();
  return { ...size, shapes };
}

function merged(outer: Attributes, own: Attributes): Attributes {
  const passed = Object.fromEntries(inherited.flatMap((name) => (outer[name] === undefined ? [] : [[name, outer[name]]])));
  const transform = [outer.transform, own.transform].filter(Boolean).join(" ");
  return { ...passed, ...own, ...(transform === "" ? {} : { transform }) };
}
