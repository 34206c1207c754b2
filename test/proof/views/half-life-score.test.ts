import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { Style } from "../../../src/cli/page/style.ts";
import { mostLines, printView } from "../../../src/cli/print-view.ts";
import type { HalfLifeScore } from "../../../src/proof/answers/half-life/half-life-score-report.ts";
import { halfLifeScoreView as halfLifeScoreViewSaid } from "../../../src/proof/views/half-life-score.ts";
import { histories } from "../../answers/half-life/histories.ts";
import { defaultRows, type Invented, inventedWorkspace } from "../../answers/invented.ts";
import { english } from "../../words/english.ts";
import { temporaryFolder } from "../../workspace/folder.ts";

const halfLifeScoreView = english(halfLifeScoreViewSaid);

const page = (width: number) => ({ width, style: new Style(false) });

describe("scores of forecasts of shares", () => {
  let invented: Invented;
  let score: HalfLifeScore;
  beforeAll(async () => {
    const recovery = { "recovery-chance": [0.5, 0.5], "recovery-ceiling": [1, 1] } as const;
    invented = await inventedWorkspace(temporaryFolder(), [...defaultRows(recovery), ...histories]);
    score = await invented.ask().halfLifeScore({ source: "atlas" });
  });
  afterAll(() => invented.close());

  it("name the forecast that is used, every forecast and its skill, in 25 lines", () => {
    const text = printView(halfLifeScoreView(score), page(100));
    expect(text.split("\n").length).toBeLessThanOrEqual(mostLines);
    expect(text).toContain("Half-lives use the base rate.");
    for (const { forecast } of score.tests[0]!.forecasts) expect(text).toContain(forecast);
  });

  it("tell every pair and every miss with the details", () => {
    const text = printView(halfLifeScoreView(score), page(10_000), { details: true });
    for (const { name } of score.lines) expect(text).toContain(name);
    for (const miss of score.misses) expect(text).toContain(miss);
    expect(score.misses.length).toBe(score.lines.filter(({ predicted }) => !predicted.hit).length);
  });
});
