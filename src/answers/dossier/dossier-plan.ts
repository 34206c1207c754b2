import { sum } from "../../base/numbers.ts";
import { type PlanFile, readyPlan, readyPlanIds } from "../plan/plan-file.ts";
import type { DossierSides } from "./dossier-parts.ts";
import type { DossierReport } from "./dossier-report.ts";

/** What is taken of an economy and of an organisation of which nobody gave means: USD m a year. */
const usualMoney = { place: 500, organisation: 50 } as const;
const usualYears = 15;

/** Clout counts for this part of itself beside income and own losses avoided, where another side is named. */
const cloutWeight = 0.2;

type Means = DossierReport["means"];

/** The plan that a dossier asks for: of the next generation alone, with means of a ready plan or assumed ones, all of which is there to be spent. */
export function dossierPlan({ home, place, question, against }: DossierSides): { readonly text: string; readonly means: Means } {
  const id = question.plan ?? readyPlanIds().find((ready) => readyPlan(ready).home === home) ?? null;
  const ready: PlanFile | null = id === null ? null : readyPlan(id);
  const usual = usualMoney[home === place ? "place" : "organisation"];
  const money = question.money ?? ready?.money ?? usual;
  const years = Math.max(usualYears, ready?.years ?? 0);
  const researchers = ready?.researchers ?? {};
  const file = {
    name: "Dossier",
    home,
    years,
    money,
    unspent: 0,
    researchers,
    generation: "next",
    ...(against === null ? {} : { against, objective: { resilience: 1, income: 1, clout: cloutWeight } }),
    ...(ready?.jurisdictions === undefined ? {} : { jurisdictions: ready.jurisdictions }),
    ...(ready?.technologies === undefined ? {} : { technologies: ready.technologies }),
  };
  // A list that is shorter than the years goes on with its last amount.
  const mean = (of: number | readonly number[]): number =>
    typeof of === "number" ? of : sum(Array.from({ length: years }, (_, at) => of[Math.min(at, of.length - 1)]!)) / years;
  const people = Object.values(researchers).filter((each) => each !== undefined);
  return {
    text: JSON.stringify(file),
    means: {
      plan: id,
      money: mean(money),
      years,
      researchers: people.length === 0 ? null : sum(people.map(mean)),
      assumed: question.money === undefined,
      file: JSON.stringify(file),
    },
  };
}
