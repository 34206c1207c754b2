import type { Citation } from "./acyclic-order.ts";

/** A document as other tools shall see it; unknown as `null`. */
export interface NetworkDocument {
  /** Document key. */
  readonly id: string;
  readonly title: string | null;
  readonly year: number | null;
  readonly holder: string | null;
}

/** A citation network; citations name documents by their place in the list. */
export interface CitationNetwork {
  readonly documents: readonly NetworkDocument[];
  readonly citations: Iterable<Citation>;
}

const attributes = [
  ["title", "string"],
  ["year", "int"],
  ["holder", "string"],
] as const;

/**
 * The network as GraphML text (Brandes et al. 2002), line by line. An edge runs from the citing document to the cited one, so the
 * in-degree is the citations received. An unknown attribute is left out. Titles are untrusted: marked characters are escaped, those that
 * XML 1.0 cannot hold become U+FFFD, white space becomes one blank.
 */
export function* graphMl({ documents, citations }: CitationNetwork): Generator<string> {
  yield '<?xml version="1.0" encoding="UTF-8"?>\n';
  yield '<graphml xmlns="http://graphml.graphdrawing.org/xmlns">\n';
  for (const [name, type] of attributes) yield `  <key id="${name}" for="node" attr.name="${name}" attr.type="${type}"/>\n`;
  yield '  <graph id="citations" edgedefault="directed">\n';
  for (const document of documents) {
    const data = attributes.flatMap(([name]) => (document[name] === null ? [] : [`<data key="${name}">${escaped(document[name])}</data>`]));
    yield `    <node id="${escaped(document.id)}">${data.join("")}</node>\n`;
  }
  for (const { citing, cited } of citations) {
    yield `    <edge source="${escaped(documents[citing]!.id)}" target="${escaped(documents[cited]!.id)}"/>\n`;
  }
  yield "  </graph>\n</graphml>\n";
}

/**
 * The network as a Pajek `.net` text (de Nooy, Mrvar and Batagelj 2018), line by line: numbered vertices labelled with key and title,
 * arcs from the citing document to the cited one. Pajek knows no escape, so double quotes become single ones.
 */
export function* pajek({ documents, citations }: CitationNetwork): Generator<string> {
  yield `*Vertices ${documents.length}\n`;
  let number = 0;
  for (const { id, title } of documents) yield `${++number} "${plain(title === null ? id : `${id} ${title}`).replaceAll('"', "'")}"\n`;
  yield "*Arcs\n";
  for (const { citing, cited } of citations) yield `${citing + 1} ${cited + 1} 1\n`;
}

const entities: Readonly<Record<string, string>> = { "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;", "'": "&apos;" };

function escaped(value: string | number): string {
  return plain(String(value)).replace(/[&<>"']/g, (sign) => entities[sign]!);
}

function plain(text: string): string {
  return text
    .replace(/[\t\n\v\f\r\u{85}\u{2028}\u{2029} ]+/gu, " ")
    .replace(/[^\u{20}-\u{7e}\u{a0}-\u{d7ff}\u{e000}-\u{fffd}\u{10000}-\u{10ffff}]/gu, "\ufffd")
    .trim();
}
