import { expect, it } from "vitest";
import type { SitePage, SiteShell } from "../../src/site/page.ts";
import type { Picture } from "../../src/site/picture.ts";
import { barPicture } from "../../src/site/pictures.ts";
import { fixtureAsk } from "./fixture-ask.ts";

/** Under a name that is no literal, as only the page is compiled for a browser. */
const drawing: string = "../../web/src/site/picture-svg.tsx";

const shell: SiteShell = { root: "", styles: [], scripts: [], path: "technology/x", query: {}, day: "2026-11-25", edition: null };
const known = { label: "Japan", text: "90%", interval: [0.9, 0.9, 0.9] } as const;
const { evidence } = await fixtureAsk().map({});
const rested = (documents: number): Pick<SitePage, "title" | "evidence"> => ({
  title: "Who holds it?",
  evidence: { ...evidence, documents: evidence.documents.slice(0, documents) },
});

async function textOf(picture: Picture | undefined, page: Pick<SitePage, "title" | "evidence">): Promise<string> {
  const { renderPicture } = await import(drawing);
  return renderPicture(picture, page, shell);
}

it("a picture alone tells on how many documents it rests, and how weak the weakest is", async () => {
  const bars = barPicture("Who supplies it", "part of world supply", [known], 1);
  expect(await textOf(bars, rested(2))).toContain(`From 2 documents that the page names; weakest grade: ${evidence.grade}.`);
  expect(await textOf(bars, rested(1))).toContain(`From one document that the page names; grade: ${evidence.grade}.`);
  expect(await textOf(bars, rested(0))).not.toContain("document");
  expect(await textOf(bars, { title: "Who holds it?" })).not.toContain("document");
});

it("says what a dashed frame and a whisker mean where there are such alone", async () => {
  const unknown = { label: "no known holder", text: "up to 10%", interval: null, most: 0.1 };
  const wide = { label: "Korea", text: "1 to 9%", interval: [0.01, 0.05, 0.09] } as const;
  const [dashed, whisker] = ["Dashed: unknown", "Band or whisker"];
  const bars = await textOf(barPicture("Who supplies it", "part", [known], 1), rested(1));
  expect([bars.includes(dashed), bars.includes(whisker)]).toEqual([false, false]);
  const both = await textOf(barPicture("Who supplies it", "part", [known, wide, unknown], 1), rested(1));
  expect([both.includes(dashed), both.includes(whisker)]).toEqual([true, true]);
});

it("all notes lie within the picture, each on its line", async () => {
  const svg = await textOf(barPicture("Who supplies it", "part", [{ label: "x", text: "?", interval: null, most: 0.1 }], 1), rested(2));
  const height = Number(/<svg[^>]* height="(\d+)"/.exec(svg)![1]);
  const lines = [...svg.matchAll(/<text x="24" y="(\d+)"/g)].map(([, y]) => Number(y));
  expect(new Set(lines).size).toBe(lines.length);
  expect(Math.max(...lines)).toBeLessThan(height);
});
