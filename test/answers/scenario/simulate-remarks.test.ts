import { beforeAll, expect, it } from "vitest";
import { compareReportSchema } from "../../../src/answers/scenario/scenario-questions.ts";
import type { Ask } from "../../../src/ask/ask.ts";
import { scenarioPlanView as scenarioPlanViewSaid } from "../../../src/report/scenario/scenario-plan.ts";
import { simulateView as simulateViewSaid } from "../../../src/report/scenario/simulate.ts";
import { organisation, plant } from "../../measure/rows.ts";
import { printed } from "../../report/printed.ts";
import { english } from "../../words/english.ts";
import { temporaryFolder } from "../../workspace/folder.ts";
import { inventedWorkspace } from "../invented.ts";

const scenarioPlanView = english(scenarioPlanViewSaid);
const simulateView = english(simulateViewSaid);

let ask: Ask;
beforeAll(async () => {
  const made = await inventedWorkspace(temporaryFolder(), [
    { table: "organisation", row: { ...organisation("firm-d", "DD") } },
    { table: "plant", row: { ...plant("plant-d", "firm-d", "DD", "cleaner") } },
  ]);
  ask = made.ask("2026-01-01");
  return () => made.close();
});

const few = { draws: 20, seed: 3 };
const scenario = (measure: string) => ({ text: `name: Invented\nmeasures:\n  - ${measure}\n`, place: "s.yaml" });
const ban = (senders: string, targets: string, technologies: string, more = "from: 2026-01-01"): string =>
  `withhold: {senders: [${senders}], targets: [${targets}], technologies: [${technologies}], ${more}}`;
const outage = (more = ""): string => `capacity: {of: {economy: CC}, technologies: [resist], lost: [1, 1], from: 2026-01-01${more}}`;

it("names the firms whose plants a rule reaches, and those that none does, in run and plan", async () => {
  const both = async (measure: string) => {
    const [plan, report] = [await ask.scenarioPlan(scenario(measure)), await ask.simulate({ ...scenario(measure), ...few })];
    return { technology: plan.measures[0]!.technologies[0]!, texts: [printed(scenarioPlanView(plan)), printed(simulateView(report))] };
  };
  const reached = await both(ban("BB", "AA", "cleaner"));
  expect(reached.technology.reaches).toMatchObject([{ sender: "BB", provider: "DD", firms: ["FIRM-D"] }]);
  for (const text of reached.texts) expect(text).toMatch(/^- FIRM-D in Land DD: rules of Land BB reach .*% of cleaner$/m);
  const free = await both(ban("CC", "AA", "cleaner"));
  expect(free.technology).toMatchObject({ reaches: [], notReached: [{ provider: "DD", firms: ["FIRM-D"] }] });
  for (const text of free.texts) expect(text).toContain("- FIRM-D in Land DD: no rule of Land CC that is in force reaches cleaner");
});

it("says where all others are a target that it is one block, and does not compare it with another block", async () => {
  const block = /All who are not listed apart are one target/;
  const { evidence } = await ask.simulate({ ...scenario(outage()), ...few });
  expect(evidence.limits.some((limit) => block.test(limit))).toBe(true);
  const repair = /^What an outage stops comes back/;
  expect(evidence.limits.some((limit) => repair.test(limit))).toBe(true);
  const named = await ask.simulate({ ...scenario(ban("CC", "AA", "resist")), ...few });
  expect(named.evidence.limits.some((limit) => block.test(limit) || repair.test(limit))).toBe(false);
  const compare = async (second: string) =>
    compareReportSchema.parse(await ask.compare({ first: scenario(outage()), second: scenario(second), ...few }));
  const same = await compare(outage());
  expect(same.targets.map(({ code, name, inBoth }) => [code, name, inBoth])).toEqual([
    ["CC", "Land CC", true],
    ["world", "everybody else", true],
  ]);
  const apart = await compare(outage(", apart: [AA]"));
  expect(apart.targets.map(({ code, name, inBoth }) => [code, name, inBoth])).toEqual([
    ["CC", "Land CC", true],
    ["world", "all but Land CC", false],
    ["AA", "Land AA", false],
    ["world", "all but Land CC and Land AA", false],
  ]);
  expect(apart.targets.map(({ loss }) => loss![0]!.difference === null)).toEqual([false, true, true, true]);
  expect([apart.finding, ...apart.evidence.limits].join(" ")).toContain("are asked in one of them only, and not compared");
});

it("says that a day far from that of the map is read on it", async () => {
  const limits = async (from: string) => (await ask.scenarioPlan(scenario(ban("CC", "AA", "resist", `from: ${from}`)))).evidence.limits;
  for (const from of ["0001-01-01", "9999-12-31"])
    expect((await limits(from)).join(" ")).toContain(`The map is that of 2026-01-01, but the scenario begins on ${from}`);
  expect((await limits("2027-06-01")).join(" ")).not.toContain("The map is that of");
});

it("refuses an easing that tightens, and lets one that eases stand in any order", async () => {
  const eased = (...steps: string[]) =>
    ask.scenarioPlan(scenario(ban("CC", "AA", "resist", `from: 2026-01-01, easing: [${steps.join(", ")}]`)));
  const [first, second] = ["{date: 2026-06-01, left: 0.2}", "{date: 2026-12-01, left: 0.5}"] as const;
  await expect(eased(first, second)).rejects.toMatchObject({
    code: "LM_SCENARIO_INVALID",
    details: { problems: ["measure 1, withhold, easing 2, left: 0.5 is more than the 0.2 of 2026-06-01, and no easing"] },
  });
  await expect(eased("{date: 2026-12-01, left: 0.2}", "{date: 2026-06-01, left: 0.5}")).resolves.toBeDefined();
});

it("says what others do and how stock is used", async () => {
  const { evidence } = await ask.simulate({ ...scenario(ban("CC", "AA", "resist")), ...few });
  expect(
    evidence.limits.filter((limit) => /^(Outsiders backfilling:|Stock is used first where nothing is drawn)/.test(limit)),
  ).toHaveLength(2);
});
