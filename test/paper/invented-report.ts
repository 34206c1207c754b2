import type { Report } from "../../src/site/report/report.ts";
import { fixtureAsk, hostileAddress, hostileMarkup } from "../web/fixture-ask.ts";

const hostileNames = [
  hostileMarkup,
  "]]>&<!--",
  "\u202egnp.exe\u0000\u001b[31m",
  "%PDF-1.4 endobj stream",
  "\ud800",
  "中芯國際 東京エレクトロン",
  "x".repeat(20_000),
];

/** A report with every kind of block and picture; nothing in it says anything about the world. */
export async function inventedReport({ hostile = false } = {}): Promise<Report> {
  const map = await fixtureAsk({ hostile }).map({});
  const name = hostile ? hostileNames.join(" ") : "Aland";
  const chapter = { path: "economy/XA", command: "chokepoints --home XA", apart: true };
  const cell = { text: name, link: { to: "url", address: hostile ? hostileAddress : "https://example.org/a" } } as const;
  return {
    home: "XA",
    name: "Aland",
    title: `What ${name.slice(0, 300)} holds`,
    day: "2026-11-29",
    edition: "7-0123abcd",
    chapters: [
      {
        ...chapter,
        id: "in-short",
        title: "In short",
        finding: "One holder could take 11% (2 to 19%).",
        blocks: [{ kind: "list", title: name, items: [cell, "second"] }],
        apart: false,
      },
      { ...chapter, id: "map", title: "Map", finding: name, picture: { kind: "map", title: name, map, query: {} }, blocks: [] },
      {
        ...chapter,
        id: "figures",
        title: name,
        finding: "Figures.",
        picture: {
          kind: "figure",
          title: name,
          unit: "parts",
          summary: "",
          shape: {
            kind: "bars",
            bars: [
              { label: name, text: "11%", interval: [0.02, 0.11, 0.19] },
              { label: "unknown one", text: "unknown", interval: null },
            ],
          },
        },
        blocks: [
          {
            kind: "figure",
            title: "Curve",
            unit: "parts",
            summary: "",
            shape: {
              kind: "curve",
              points: [
                { month: 0, interval: [0, 0, 0] },
                { month: 12, interval: [0.1, 0.2, 0.4] },
              ],
            },
          },
          {
            kind: "figure",
            title: "Survival",
            unit: "parts",
            summary: "",
            shape: {
              kind: "survival",
              steps: [
                { month: 0, left: 1 },
                { month: 6, left: 0.5 },
              ],
            },
          },
          {
            kind: "section",
            title: name,
            body: [
              { kind: "facts", facts: [{ label: name, value: cell }] },
              { kind: "note", text: name },
            ],
          },
          {
            kind: "table",
            title: name,
            columns: [
              { title: name, flexible: true },
              { title: "share", align: "right" },
              { title: "wide", wide: true },
            ],
            rows: Array.from({ length: 90 }, (_, at) => [cell, `${at}%`, "left out"]),
          },
          { kind: "table", title: "Nothing", columns: [{ title: "a" }], rows: [] },
        ],
      },
    ],
  };
}
