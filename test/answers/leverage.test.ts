import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { Ask } from "../../src/answers/ask.ts";
import { leverageReportSchema } from "../../src/answers/leverage-report.ts";
import { codeOf, temporaryFolder } from "../workspace/folder.ts";
import { type Invented, inventedWorkspace } from "./invented.ts";

const folder = temporaryFolder();
let invented: Invented;
let ask: Ask;

beforeAll(async () => {
  invented = await inventedWorkspace(folder);
  ask = invented.ask();
});
afterAll(() => invented.close());

const near = (value: number | undefined, expected: number): void => expect(value).toBeCloseTo(expected, 9);

describe("leverage", () => {
  it("has the shape its schema says, each against each and together", async () => {
    for (const question of [{}, { from: ["BB", "CC", "DD"], on: "AA" }, { from: ["DD"], on: "UU", outsiders: "following" as const }]) {
      const sent = JSON.parse(JSON.stringify(await ask.leverage({ ...question, draws: 5 })));
      expect(leverageReportSchema.parse(sent)).toEqual(sent);
    }
  });

  it("splits by Shapley what all do together, and says what each adds to those before it", async () => {
    const { coalition, cells } = await ask.leverage({ from: ["BB", "CC", "DD"], on: "AA", draws: 0 });
    const { value, shapleyMiddle, joining, members } = coalition!;
    const all = value.backfilling.middle;
    expect(all).toBeGreaterThan(0);
    near(
      members.reduce((sum, code) => sum + shapleyMiddle[code]!, 0),
      all,
    );
    near(
      members.reduce((sum, code) => sum + joining[code]!.middle, 0),
      all,
    );
    near(cells.find(({ from }) => from === "BB")?.usd?.middle, joining.BB!.middle);
    expect(value.neutral.middle).toBeGreaterThanOrEqual(all);
    expect(value.following.middle).toBeGreaterThanOrEqual(value.neutral.middle);
  });

  it("is the same for the same seed and another for another", async () => {
    const run = async (seed: number) => (await ask.leverage({ from: ["BB", "DD"], on: "AA", draws: 20, seed })).shapley;
    expect(await run(3)).toEqual(await run(3));
    expect(await run(3)).not.toEqual(await run(4));
  });

  it("does not say what an economy loses of which no source says what it makes", async () => {
    const { cells, coalition, shapley, finding } = await ask.leverage({ from: ["DD"], on: "US", draws: 0 });
    expect(cells.map(({ gap, usd, loss }) => [gap, usd, loss])).toEqual([["making-unknown", null, null]]);
    expect([coalition, shapley]).toEqual([null, null]);
    expect(finding).toContain("unknown");
  });

  it("refuses who is nobody, who is twice in part the same, and too many", async () => {
    expect(await codeOf(ask.leverage({ from: ["ZZ"], on: "AA" }))).toBe("LM_ECONOMY_UNKNOWN");
    expect(await codeOf(ask.leverage({ from: ["AA"], on: "AA" }))).toBe("LM_USAGE");
    expect(await codeOf(ask.leverage({ on: "AA", technologies: ["nothing"] }))).toBe("LM_TECHNOLOGY_UNKNOWN");
  });
});
