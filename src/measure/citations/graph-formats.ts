import type { Citation } from "./acyclic-order.ts";

/** A document for export; unknown is `null`. */
export interface NetworkDocument {
  readonly id: string;
  readonly title: string | null;
  readonly year: number | null;
  readonly holder: string | null;
}

/** A citation network; citations refer to list positions. */
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
 * The network as GraphML (Brandes et al. 2002), line by line. Edges run from citing to cited. Unknown attributes are left out. Titles are
 * untrusted: escaped, invalid XML characters replaced by U+FFFD, white space normalised.
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

/** Pajek `.net` (de Nooy, Mrvar and Batagelj 2018), line by line, arcs from citing to cited. Double quotes become single ones. */
export function* pajek({ documents, citations }: CitationNetwork): Generator<string> {
  yield `*Vertices ${documents.length}\n`;
  let number = 0;
  for (const { id, title } of documents) yield `${++number} "${plain(title === null ? id : `${id} ${title}`).replaceAll('"', "'")}"\n`;
  yield "*Arcs\n";
  for (const { citing, cited } of citations) yield `${citing + 1} ${cited + 1} 1\n`;
}

const entities: Readonly<Record<string, string>> = { "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;", "'": "&apos;" };

const escaped = (value: string | number): string => plain(String(value)).replace(/[&<>"']/g, (sign) => entities[sign]!);

const plain = (text: string): string =>
  text
    .replace(/[\t\n\v\f\r\u{85}\u{2028}\u{2029} ]+/gu, " ")
    .replace(/[^\u{20}-\u{7e}\u{a0}-\u{d7ff}\u{e000}-\u{fffd}\u{10000}-\u{10ffff}]/gu, "\ufffd")
    .trim();
