import { expect, it } from "vitest";
import type { Answer } from "../../src/ask/ask.ts";
import type { SiteAsk } from "../../src/site/page.ts";
import { homePage } from "../../src/site/pages/home.ts";
import { toldInEnglish } from "../../src/words/tell.ts";
import { fixtureAsk } from "../web/fixture-ask.ts";

type Rule = Pick<Answer<"timeline">["rules"][number], "id" | "issuer" | "known">;

const stepsOn = async (asOf: string, rules: readonly Rule[]) => {
  const known = fixtureAsk();
  const ask = (async (name: string, input: never) => {
    if (name === "timeline") return { rules };
    if (name === "scenarios") return { scenarios: ["one", "two", "three"].map((id) => ({ id, name: `Scenario ${id}` })) };
    const answer = await (known as unknown as Record<string, (input: never) => Promise<object>>)[name]!(input ?? ({} as never));
    return name === "map" ? { ...answer, asOf } : answer;
  }) as SiteAsk;
  return toldInEnglish((await homePage.page({ params: {}, query: {} }, ask)).steps ?? []);
};

const rule = (id: string, known: string | null): Rule => ({ id, issuer: "AA", known });

it("leads from the first screen to the rule that came last before the day, whatever order rules are told in, and to a scenario", async () => {
  const rules = [rule("old", "2020-01-01"), rule("last", "2026-01-02"), rule("to-come", "2027-01-01"), rule("undated", null)];
  const steps = await stepsOn("2026-11-30", rules);
  const { economies } = await fixtureAsk().map({});
  const { name } = economies.find(({ id }) => id === "AA")!;
  expect(steps).toContainEqual({ label: `Newest rule: ${name}, 2026-01-02`, path: "control/last" });
  expect(steps.filter(({ label }) => /^What if: .+\?$/.test(label))).toHaveLength(1);
});

it("leads to another scenario the next day, and to no rule where none is known", async () => {
  const [one, next] = await Promise.all([stepsOn("2026-11-30", []), stepsOn("2026-12-01", [rule("undated", null)])]);
  expect(one.some(({ path }) => path.startsWith("control/"))).toBe(false);
  expect(next.some(({ path }) => path.startsWith("control/"))).toBe(false);
  expect(one.map(({ path }) => path)).not.toEqual(next.map(({ path }) => path));
});
