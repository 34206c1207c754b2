import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { type CellData, readCellData } from "../../../src/answers/plan/plan-cells.ts";
import { dayOf } from "../../../src/base/days.ts";
import { load } from "../../../src/library/load.ts";
import { measure } from "../../../src/library/measure.ts";
import { open } from "../../../src/library/open.ts";
import { firstVolumeUse } from "../../../src/plan/cells/clock.ts";
import { fitYields } from "../../../src/proof/measure/plans/yields.ts";
import { openWorkspace } from "../../../src/workspace/open.ts";
import type { Workspace } from "../../../src/workspace/workspace.ts";
import { realData } from "../../sources/support.ts";
import { isLong } from "../../tiers.ts";
import { bundledCopy, bundledWorkspace } from "../bundled-workspace.ts";

const today = dayOf("2026-11-25")!;

async function opened(dir: string): Promise<{ workspace: Workspace; technologies: readonly string[] }> {
  const workspace = await openWorkspace(dir, { mode: "read" });
  return { workspace, technologies: (await workspace.rows("technology")).map(({ id }) => id) };
}

describe("cells of the bundled data", () => {
  let workspace: Workspace;
  let technologies: readonly string[];
  let data: CellData;
  beforeAll(async () => {
    ({ workspace, technologies } = await opened(await bundledWorkspace()));
    data = await readCellData(workspace, technologies, today);
  });
  afterAll(() => workspace.close());

  it("are there for every technology, mostly by rules alone", () => {
    expect(new Set(data.cells.map(({ technology }) => technology))).toEqual(new Set(technologies));
    expect(data.cells.filter(({ families }) => families === null).length).toBeGreaterThan(data.cells.length / 2);
    expect(new Set(data.cells.map(({ id }) => id)).size).toBe(data.cells.length);
  });

  it("have a clock where a document dates first volume use, and none where none does", async () => {
    const clock = firstVolumeUse(await workspace.rows("parameter"));
    expect(clock.get("gate-all-around")).toMatchObject({ low: 2022, high: 2022 });
    expect(clock.get("nanoimprint-lithography")).toMatchObject({ low: 2025, high: null });
    expect(clock.get("directed-self-assembly")).toMatchObject({ low: 2027, high: null });
    expect(clock.has("mask-writers")).toBe(false);
    for (const { source, grade } of clock.values()) {
      expect(source).not.toBeNull();
      expect(grade).not.toBe("assumed");
    }
  });
});

const patents = realData("patents/uspto-citations");

describe.skipIf(patents.absent || !isLong)(`cells of real patents (${patents.path})`, () => {
  let workspace: Workspace;
  let technologies: readonly string[];
  let dir: string;
  beforeAll(async () => {
    dir = await bundledCopy();
    await load(dir, "uspto-citations", [patents.path]);
    await measure(dir);
    ({ workspace, technologies } = await opened(dir));
  });
  afterAll(() => workspace.close());

  it("hold each family of a technology once", async () => {
    const map = await open(dir, { asOf: "2026-11-25" });
    const { shareBasis } = await map.technologyPatents({ technology: "layer-transfer" });
    map.close();
    const { cells } = await readCellData(workspace, ["layer-transfer"], today);
    expect(cells.reduce((sum, { families }) => sum + families!, 0)).toBe(shareBasis.units);
  });

  it("are the same whether technologies are read together or alone", async () => {
    const together = await readCellData(workspace, technologies, today);
    for (const technology of ["layer-transfer", "soi-wafers", "ion-implanters"]) {
      const { cells } = await readCellData(workspace, [technology], today);
      expect(cells).toEqual(together.cells.filter((cell) => cell.technology === technology));
    }
  });

  it("of an earlier day have no younger family, and fewer of them", async () => {
    const [then, now] = [
      await readCellData(workspace, technologies, dayOf("2014-01-01")!),
      await readCellData(workspace, technologies, today),
    ];
    const families = ({ families }: CellData) => families.flatMap((each) => each.families ?? []);
    expect(families(then).length).toBeGreaterThan(50);
    expect(families(then).length).toBeLessThan(families(now).length);
    for (const { granted, year } of families(then)) {
      expect(granted ?? 0).toBeLessThanOrEqual(dayOf("2014-01-01")!);
      expect(year ?? 0).toBeLessThan(2014);
    }
  });

  it("give yields only where thirty families tell", async () => {
    const { families } = await readCellData(workspace, technologies, today);
    const yields = families.map(fitYields);
    expect(yields.find(({ technology }) => technology === "layer-transfer")!.grantDelay).toMatchObject({ n: expect.any(Number) });
    for (const { grantDelay, familyWeight } of yields) {
      for (const fitted of [grantDelay, familyWeight]) expect(fitted?.n ?? 30).toBeGreaterThanOrEqual(30);
    }
  });
});
