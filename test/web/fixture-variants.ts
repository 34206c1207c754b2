import type { PlanReport } from "../../src/answers/plan/plan-report.ts";
import type { PlanVariant, PlanVariants } from "../../src/answers/plan/plan-variants-report.ts";

/** Invented plans of other means: more of them bring more; none keeps to a quarter of the money with half the researchers. */
export function fixtureVariants({ plan, programmes, evidence, ...report }: PlanReport, markup: string | null): PlanVariants {
  const [money, people] = [
    [0.25, 1, 2],
    [0.5, 1],
  ];
  const own: PlanVariant = {
    programmes: programmes.map(({ id, problem, technology, name }) => ({ id, problem, technology, name, isAdded: false })),
    dropped: [],
    resilience: report.resilience && { mean: report.resilience.mean, interval: report.resilience.interval },
    income: report.income,
    rights: report.rights && { mean: report.rights.mean, interval: report.rights.interval },
    cost: report.cost,
    capital: report.capital,
  };
  const [first, ...others] = own.programmes;
  const less: PlanVariant = {
    ...own,
    programmes: [first!],
    dropped: others.map(({ problem, name }) => ({ problem, name: markup ?? name })),
    resilience: { mean: 500, interval: { low: 200, high: 900 } },
    income: null,
  };
  const more: PlanVariant = {
    ...own,
    programmes: [
      ...own.programmes,
      { ...first!, id: "problem-40/full", problem: "problem-40", name: markup ?? "Problem 40", isAdded: true },
    ],
    resilience: { mean: 2600, interval: { low: 1200, high: 3100 } },
  };
  return {
    question: "What would Aland research with other money and other researchers, and what would that be worth?",
    finding:
      markup ??
      "Of the best plans found, own losses avoided would come to USD 2.6 B with twice the money; the plan itself comes to USD 2 B.",
    plan,
    money,
    people,
    settings: people.flatMap((staff) =>
      money.map((part) => ({ money: part, people: staff, variant: part < 1 ? (staff < 1 ? null : 1) : part > 1 && staff === 1 ? 2 : 0 })),
    ),
    variants: [own, less, more],
    horizon: 18,
    worlds: { chosen: 1000, fresh: 300, draws: 12 },
    evidence,
  };
}
