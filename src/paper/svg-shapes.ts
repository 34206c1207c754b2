import { SaxesParser } from "saxes";

/** A shape of a picture with what it has of its own and from the groups around it. */
export interface SvgShape {
  readonly name: "rect" | "path" | "circle" | "line" | "polygon" | "polyline" | "text";
  readonly attributes: Readonly<Record<string, string>>;
  readonly text: string;
}

export interface SvgPicture {
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
