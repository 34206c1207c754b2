import { SaxesParser } from "saxes";

/** Reads GraphML with a parser of its own that refuses what is not well formed. */
export function readGraphMl(xml: string) {
  const nodes: Record<string, string>[] = [];
  const edges: string[] = [];
  let key: string | undefined;
  const parser = new SaxesParser();
  parser.on("error", (error) => {
    throw error;
  });
  parser.on("opentag", ({ name, attributes }) => {
    if (name === "node") nodes.push({ id: String(attributes.id) });
    if (name === "data") {
      key = String(attributes.key);
      nodes[nodes.length - 1]![key] = "";
    }
    if (name === "edge") edges.push(`${attributes.source} ${attributes.target}`);
  });
  parser.on("text", (content) => {
    if (key !== undefined) nodes[nodes.length - 1]![key] += content;
  });
  parser.on("closetag", () => {
    key = undefined;
  });
  parser.write(xml).close();
  return { nodes, edges };
}

/** Reads a Pajek network; throws where a line is not of its form. */
export function readPajek(text: string): { readonly labels: readonly string[]; readonly arcs: readonly (readonly [number, number])[] } {
  const lines = text.split("\n");
  if (lines.pop() !== "") throw new Error("the last line has no end");
  const size = Number(/^\*Vertices (\d+)$/.exec(lines[0] ?? "")?.[1]);
  const labels = lines.slice(1, 1 + size).map((line, i) => {
    const [, number, label = ""] = /^(\d+) "([^"]*)"$/.exec(line) ?? [];
    if (Number(number) !== i + 1) throw new Error(`no vertex: ${line}`);
    return label;
  });
  if (lines[1 + size] !== "*Arcs") throw new Error("no arcs");
  const arcs = lines.slice(2 + size).map((line): readonly [number, number] => {
    const [, citing, cited] = /^(\d+) (\d+) 1$/.exec(line) ?? [];
    if (citing === undefined) throw new Error(`no arc: ${line}`);
    return [Number(citing), Number(cited)];
  });
  return { labels, arcs };
}
