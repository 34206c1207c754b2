import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { holdWalks } from "../../../src/answers/half-life/hold-walks.ts";
import { type ShareRecord, shareRecord } from "../../../src/answers/half-life/share-history.ts";
import type { ReadModel } from "../../../src/answers/shared/read-model.ts";
import { holdingOf } from "../../../src/leverage/halflife/holding.ts";
import { temporaryFolder } from "../../workspace/folder.ts";
import { type Invented, inventedWorkspace } from "../invented.ts";
import { histories } from "./histories.ts";

describe("how shares of a holder go on without an act", () => {
  let invented: Invented;
  let read: ReadModel;
  let record: ShareRecord;
  beforeAll(async () => {
    invented = await inventedWorkspace(temporaryFolder(), histories);
    read = await invented.read("2026-09-01");
    record = shareRecord(read, []);
  });
  afterAll(() => invented.close());

  const walks = (technology: string, holder: string, known: ShareRecord = record) =>
    [...holdWalks(read, holdingOf(read.withholding, read.map.indexOf.get(technology)!, holder, null), known).values()].map((each) => [
      each.technology,
      each.share,
    ]);

  it("is told of the greatest holder alone", () => {
    expect(walks("resist", "CC")).toEqual([["resist", 0.5]]);
    expect(walks("resist", "BB")).toEqual([]);
  });

  it("takes the members of a group together", () => {
    // AA and BB have 0.1 and 0.3 against 0.5
    expect(walks("resist", "UU")).toEqual([]);
    expect(walks("cleaner", "DD")).toEqual([["cleaner", 0.6]]);
  });

  it("is told of each variety of a family that it holds most of", () => {
    expect(walks("exposure", "DD")).toEqual([
      ["scanner", 1],
      ["old-scanner", 0.5],
    ]);
  });

  it("is unknown where too little is learnt, and goes by the base rate where the model is no better", () => {
    expect(walks("resist", "CC", { ...record, learnt: null })).toEqual([]);
    expect(record.used).toBe("base rate");
    expect(record.model).not.toBeNull();
  });
});
