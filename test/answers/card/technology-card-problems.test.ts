import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { technologyCardSchema } from "../../../src/answers/card/technology-card.ts";
import type { Levermap } from "../../../src/library/open.ts";
import { openBundled } from "../bundled-workspace.ts";

let map: Levermap;
beforeAll(async () => {
  map = await openBundled();
});
afterAll(() => map?.close());

describe("the problems of a card", () => {
  it("come with maturity, clock, workers and documents, the soonest decided first", async () => {
    const card = await map.technology({ technology: "cfet" });
    expect(technologyCardSchema.safeParse(card).error).toBeUndefined();
    expect(card.problems.length).toBeGreaterThanOrEqual(2);
    const ends = card.problems.map(({ clockYears }) => clockYears.high ?? clockYears.low ?? Number.POSITIVE_INFINITY);
    expect(ends).toEqual([...ends].sort((a, b) => a - b));
    const isolation = card.problems.find(({ id }) => id === "cfet-mdi");
    expect(isolation).toMatchObject({ maturity: "research", clockYears: { low: 2033, high: 2036 } });
    expect(isolation!.classes).toContain("H10D88");
    expect(isolation!.workers.map(({ name }) => name)).toEqual(["imec"]);
    const documents = new Set(card.documents.map(({ id }) => id));
    expect(card.problems.filter(({ source }) => !documents.has(source ?? ""))).toEqual([]);
  });

  it("say what takes the place of what from both ends", async () => {
    const [after, before] = await Promise.all([map.technology({ technology: "cfet" }), map.technology({ technology: "gate-all-around" })]);
    expect(after.replaces.map(({ technology, from }) => [technology, from])).toEqual([["gate-all-around", { low: 2033, high: 2036 }]]);
    expect(before.replacedBy.map(({ technology, name }) => [technology, name])).toEqual([["cfet", after.name]]);
  });

  it("are not told as of a day before their documents", async () => {
    const earlier = await openBundled("2020-06-30");
    const { problems, replaces } = await earlier.technology({ technology: "cfet" }).finally(() => earlier.close());
    expect([problems, replaces]).toEqual([[], []]);
  });

  it("are none where the atlas has none", async () => {
    const { problems, replaces, replacedBy } = await map.technology({ technology: "helium" });
    expect([problems, replaces, replacedBy]).toEqual([[], [], []]);
  });
});
