import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { type CitationNetwork, graphMl, type NetworkDocument, pajek } from "../../../src/measure/citations/graph-formats.ts";
import { runs } from "../../leverage/worlds.ts";
import { readGraphMl, readPajek } from "./read-graph.ts";

const text = fc.oneof(
  fc.string({ unit: "grapheme" }),
  fc.string({ unit: "binary" }),
  fc.constantFrom(']]><x a="1">&amp;', "\"quoted\" 'twice'", "a\r\nb\tc", "\u0000\u0001\ufffe\ud800", "漢字 título"),
);

const networks: fc.Arbitrary<CitationNetwork & { readonly citations: readonly { readonly citing: number; readonly cited: number }[] }> = fc
  .array(fc.record({ title: fc.option(text), year: fc.option(fc.integer({ min: 1790, max: 2030 })), holder: fc.option(text) }), {
    maxLength: 8,
  })
  .chain((list) => {
    const documents = list.map((one, i): NetworkDocument => ({ id: `US${6_103_599 + i}`, ...one }));
    const place = fc.integer({ min: 0, max: Math.max(0, list.length - 1) });
    const citations = list.length === 0 ? fc.constant([]) : fc.array(fc.record({ citing: place, cited: place }), { maxLength: 12 });
    return citations.map((drawn) => ({ documents, citations: drawn }));
  });

/** What a text may come back as: blanks for white space, U+FFFD for what cannot be written. */
function readable(raw: string): string {
  const blank = raw.split(/[\t\n\v\f\r\u0085\u2028\u2029 ]+/u).join(" ");
  const written = Array.from(blank, (sign) => {
    const code = sign.codePointAt(0)!;
    const bad = code < 0x20 || (code > 0x7e && code < 0xa0) || (code >= 0xd800 && code < 0xe000) || code === 0xfffe || code === 0xffff;
    return bad ? "\ufffd" : sign;
  });
  return written.join("").trim();
}

describe("GraphML", () => {
  it("gives documents and citations back, whatever a title holds", () => {
    fc.assert(
      fc.property(networks, (network) => {
        const { nodes, edges } = readGraphMl([...graphMl(network)].join(""));
        const expected = network.documents.map(({ id, title, year, holder }) => ({
          id,
          ...(title === null ? {} : { title: readable(title) }),
          ...(year === null ? {} : { year: String(year) }),
          ...(holder === null ? {} : { holder: readable(holder) }),
        }));
        expect(nodes).toEqual(expected);
        const id = (i: number) => network.documents[i]!.id;
        expect(edges).toEqual(network.citations.map(({ citing, cited }) => `${id(citing)} ${id(cited)}`));
      }),
      runs(300),
    );
  });

  it("declares the attributes it uses", () => {
    const xml = [...graphMl({ documents: [], citations: [] })].join("");
    expect([...xml.matchAll(/<key id="(\w+)" for="node" attr.name="\w+" attr.type="(\w+)"\/>/g)].map((match) => match.slice(1, 3))).toEqual(
      [
        ["title", "string"],
        ["year", "int"],
        ["holder", "string"],
      ],
    );
  });
});

describe("Pajek", () => {
  it("gives documents and citations back, one line each, whatever a title holds", () => {
    fc.assert(
      fc.property(networks, (network) => {
        const { labels, arcs } = readPajek([...pajek(network)].join(""));
        const named = network.documents.map(({ id, title }) => readable(title === null ? id : `${id} ${title}`).replaceAll('"', "'"));
        expect(labels).toEqual(named);
        expect(arcs).toEqual(network.citations.map(({ citing, cited }) => [citing + 1, cited + 1]));
      }),
      runs(300),
    );
  });
});
