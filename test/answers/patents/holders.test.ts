import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { holderCardSchema, holderListSchema } from "../../../src/answers/patents/technology-patents-report.ts";
import type { Evidence } from "../../../src/answers/shared/evidence.ts";
import type { Ask } from "../../../src/ask/ask.ts";
import type { Levermap } from "../../../src/library/open.ts";
import type { Workspace } from "../../../src/workspace/workspace.ts";
import { codeOf, errorOf, temporaryFolder } from "../../workspace/folder.ts";
import { openBundled } from "../bundled-workspace.ts";
import { openAsk } from "../open-ask.ts";
import { citations, patents, patentsWorkspace } from "./patents-workspace.ts";

describe("holders of invented patents", () => {
  let workspace: Workspace;
  let ask: Ask;
  beforeAll(async () => {
    workspace = await patentsWorkspace(temporaryFolder());
    ask = openAsk(workspace, { asOf: "2019-06-30" });
  });
  afterAll(() => workspace?.close());

  const names = [...new Set(patents.flatMap(({ holders }) => holders))].sort();
  const held = (name: string) => patents.filter(({ holders }) => holders.includes(name));

  it("are listed with their documents, most first, of equals by name", async () => {
    const list = await ask.holders({ technology: "bonding" });
    expect(holderListSchema.parse(list)).toEqual(list);
    const expected = names
      .map((name) => [name, held(name).length] as const)
      .sort(([a, one], [b, other]) => other - one || (a < b ? -1 : 1));
    expect(list.holders.map(({ name, documents }) => [name, documents])).toEqual(expected);
    expect(list).toMatchObject({ total: names.length, documents: patents.length, withoutHolder: 0 });
    expect((await ask.holders({ top: 2 })).holders.map(({ name }) => name)).toEqual(expected.slice(0, 2).map(([name]) => name));
    expect(await ask.holders({ technology: "unheard-of" })).toMatchObject({ holders: [], total: 0, documents: 0 });
  });

  it("have a card with years, citations and status", async () => {
    for (const name of names) {
      const card = await ask.holder({ name: name.toUpperCase() });
      expect(holderCardSchema.parse(card)).toEqual(card);
      const own = held(name);
      expect(card).toMatchObject({ name, documents: own.length, granted: own.length, unassigned: 0 });
      expect(card.citedBy).toBe(citations.filter(({ cited }) => own.some(({ document }) => document === cited)).length);
      const years = new Map<number, number>();
      for (const { day } of own) years.set(Number(day.slice(0, 4)), (years.get(Number(day.slice(0, 4))) ?? 0) + 1);
      expect(card.years).toEqual([...years].sort(([a], [b]) => a - b).map(([year, documents]) => ({ year, documents })));
      expect(card.inForce.known + card.inForce.unknown).toBe(own.length);
      expect(card.evidence.documents, "no table of survival is loaded").toEqual([]);
    }
  });
});

describe("holders of the bundled patents", () => {
  let map: Levermap;
  beforeAll(async () => {
    map = await openBundled();
  });
  afterAll(() => map.close());

  it("are found by id, name, a name as printed, and without the legal form", async () => {
    const card = await map.holder({ name: "Silicon Genesis" });
    for (const name of [card.holder, "SILICON GENESIS CORPORATION", "silicon genesis corp.", " Silicon  Genesis ", "silicongenesis"])
      expect((await map.holder({ name })).holder).toBe(card.holder);
    expect(card.names.map(({ name }) => name)).toContain("Silicon Genesis Corporation");
    expect(card.technologies[0]?.technology).toBe("layer-transfer");
    expect(card.names.reduce((sum, { documents }) => sum + documents, 0)).toBeGreaterThanOrEqual(card.documents);
  });

  it("answer to a name in other letters that no loaded document prints", async () => {
    for (const name of ["サムスン電子", "三星電子", "Samsung Electronics Co., Ltd."])
      expect((await map.portfolio({ holder: name })).holder.organisation).toBe("samsung-electronics");
    for (const name of ["輝達", "英伟达"]) expect((await map.holder({ name })).holder).toBe("nvidia");
  });

  it("name the documents that their patents were read in", async () => {
    const ids = async (answer: Promise<{ readonly evidence: Evidence }>) => (await answer).evidence.documents.map(({ id }) => id);
    const both = ["p-uspto-patents", "p-patentsview"];
    expect((await ids(map.holders({}))).sort()).toEqual(both.toSorted());
    expect(await ids(map.holders({ technology: "layer-transfer" }))).toEqual(["p-uspto-patents"]);
    expect(await ids(map.holder({ name: "Silicon Genesis" }))).toContain("p-uspto-patents");
    const { evidence } = await map.holders({ technology: "layer-transfer" });
    expect(evidence.rules).toEqual(expect.arrayContaining(["method:holders", "patent-rule:layer-transfer"]));
    expect(await ids(map.holder({ name: "NVIDIA" }))).toContain("p-patentsview");
  });

  it("say what may have been meant, whatever was asked", async () => {
    for (const name of ["Genesis", "silicon genisis", "silicongenisis"])
      expect((await errorOf(map.holder({ name })))?.message).toContain("Did you mean Silicon Genesis");
    for (const name of ["'", "nv", "nope"]) expect((await errorOf(map.holder({ name })))?.message).not.toContain("Did you mean");
    for (const name of ["nobody at all", "'; DROP TABLE holder; --", '"', "%", "_", "(a+)+$", "漢字"])
      expect(await codeOf(map.holder({ name }))).toBe("LM_HOLDER_UNKNOWN");
    const known = await errorOf(map.holder({ name: "asml" }));
    expect([known?.message, known?.details.near, known?.details.kind]).toEqual([
      "No patent of ASML is loaded: what it holds is unknown.",
      ["asml"],
      "organisation",
    ]);
    for (const name of ["", " ", "x".repeat(20_000)]) expect(await codeOf(map.holder({ name }))).toBe("LM_USAGE");
    expect(await codeOf(map.holders({ technology: "nothing" }))).toBe("LM_TECHNOLOGY_UNKNOWN");
    expect((await map.holders({})).holders).toHaveLength(20);
  });
});
