import { describe, expect, it } from "vitest";
import { cellOf, economyByCode, linkedCell, technologyCell } from "../../src/report/cell.ts";
import type { Block } from "../../src/report/view.ts";
import { named, tellsIds } from "../../src/site/named.ts";

/** Under a name that is no literal, as only the page is compiled for a browser. */
const viewTable: string = "../../web/src/view/view-table.tsx";
const { tableCsv } = (await import(viewTable)) as { tableCsv: (block: Block) => string };

const names = { economy: new Map([["US", "United States"]]), technology: new Map([["resist", "Photoresists"]]) };

const table = (...cells: readonly ReturnType<typeof economyByCode>[]): Extract<Block, { kind: "table" }> => ({
  kind: "table",
  title: "Controls",
  columns: cells.map((_, at) => ({ title: `c${at}` })),
  rows: [cells],
});

describe("names on pages", () => {
  it("stand where an answer tells an id, wherever it stands, and the id stays in what is copied", () => {
    const shown = {
      blocks: [
        { kind: "section", title: "S", body: [table(economyByCode("US"), cellOf([technologyCell("resist"), economyByCode("ZZ")]))] },
      ],
    } satisfies { blocks: readonly Block[] };
    expect(tellsIds(shown)).toBe(true);
    const [told] = (named(shown, names).blocks[0] as Extract<Block, { kind: "section" }>).body as [ReturnType<typeof table>];
    expect(told.rows[0]).toMatchObject([
      { text: "United States", code: "US", link: { to: "economy", id: "US" } },
      { text: "Photoresists, ZZ", code: "resist, ZZ" },
    ]);
    expect(tableCsv(told)).toBe('c0,c1\nUS,"resist, ZZ"\n');
  });

  it("leave what has a name of its own, what is no id, and what has no name", () => {
    const cells = [economyByCode("world"), linkedCell("the States", { to: "economy", id: "US" }), economyByCode("ZZ"), "US"];
    const shown = { blocks: [table(...cells)], details: [] };
    expect(named(shown, names)).toEqual(shown);
    expect(tellsIds({ blocks: [table("US", economyByCode("world"))] })).toBe(false);
  });
});
