import { choiceWords, gainWords, unspentWords, withoutRoyalties } from "../../../src/answers/plan/plan-labels.ts";
import type { ChosenProgramme, PlanHead, PlanReport } from "../../../src/answers/plan/plan-report.ts";
import { number, percent, usdM } from "../../../src/base/format.ts";
import { listed } from "../../../src/base/words.ts";

type NameOf = (code: string) => string;
type Resource = PlanReport["resources"][number];

const leastUsdM = 5e-4;

/** `1,500`, or the value of each year where they differ. */
const series = (values: readonly number[]): string =>
  values.every((value) => value === values[0]) ? number(values[0] ?? 0) : values.map(number).join(", ");

/** Whose plan it is, over which years and with what means. */
export function headWords(head: PlanHead, nameOf: NameOf): string {
  const { homeName, home, years, asOf, money, researchers, partners } = head;
  const people = researchers.map(({ field, byYear }) => `${series(byYear)} of ${field}`);
  return [
    `For ${homeName} (${home}), ${years[0]} to ${years.at(-1)}, as known on ${asOf}: USD ${series(money)} M a year; ${unspentWords(head)};`,
    people.length > 0 ? `researchers: ${listed(people)}.` : "researchers without bound.",
    ...(partners.length > 0 ? [`Partners allowed: ${listed(partners.map(nameOf))}.`] : []),
    choiceWords(head),
    ...weightWords(head),
    rightsWords(head, nameOf),
  ]
    .filter((text) => text !== "")
    .join(" ");
}

function weightWords({ objective, risk }: PlanHead): readonly string[] {
  const weights = (Object.entries(objective) as [keyof typeof gainWords, number][]).filter(([, weight]) => weight !== 1);
  return [
    ...(weights.length > 0
      ? [`Counted otherwise than once: ${listed(weights.map(([kind, weight]) => `${gainWords[kind]}, ${weight} times`))}.`]
      : []),
    ...(risk === null || risk.weight === 0
      ? []
      : [`The mean of the worst ${percent(1 - risk.level)} of outcomes counts for ${percent(risk.weight)}.`]),
  ];
}

function rightsWords(head: PlanHead, nameOf: NameOf): string {
  const { jurisdictions, unknownJurisdictions } = head;
  const where = jurisdictions.length > 0 ? listed(jurisdictions.map(nameOf)) : "no jurisdiction";
  const left =
    unknownJurisdictions.length > 0
      ? `; left out, since no source says what chips are used there: ${listed(unknownJurisdictions.map(nameOf))}`
      : "";
  return `Rights count in ${where}${withoutRoyalties(head, nameOf)}${left}.`;
}

/** Targets of a kind that are named. */
export const headTold = 3;

/** `2027`, `2027 (62%)`: when a programme is launched, and how much of it. */
export function launchWords({ launches }: Pick<ChosenProgramme, "launches">): string {
  const told = launches.filter(({ part }) => part >= leastPart);
  return told.map(({ year, part }) => (part > 1 - leastPart ? `${year}` : `${year} (${percent(part)})`)).join(", ");
}

/** Of a launch, what nobody would see. */
export const leastPart = 0.005;

/** `Money, USD M`, `Researchers of tool`. */
export const resourceName = ({ id }: Pick<Resource, "id">): string => (id === "money" ? "Money, USD M" : `Researchers of ${id}`);

const sum = (values: readonly number[]): number => values.reduce((all, value) => all + value, 0);

/** How much of a resource is used over the years. */
export function usedWords({ used, available }: Resource): string {
  if (available === null) return `${number(sum(used))} in all; no bound is given`;
  const all = sum(available);
  return all === 0 ? "there is none" : `${percent(sum(used) / all)} of what there is`;
}

/** What 5% more would add, as exactly as the gaps tell. */
export function moreWords({ value, within }: PlanReport["more"]["money"]): string {
  if (within < leastUsdM) return value < leastUsdM ? "nothing" : usdM(value);
  const about = `(within ${usdM(within)})`;
  return value <= within ? `nothing that can be told apart ${about}` : `${usdM(value)} ${about}`;
}

/** What the best plans of other budgets are worth beside this one. */
export function frontierWords(points: NonNullable<PlanReport["frontier"]>): string {
  const own = points.find(({ factor }) => factor === 1)?.value ?? null;
  const at = (factor: number): number | null => points.find((point) => point.factor === factor)?.value ?? null;
  const [half, twice] = [at(0.5), at(2)];
  if (own === null || own <= 0 || half === null || twice === null) return "What the best plan of each budget is worth.";
  return `Half the money would still get ${percent(half / own)} of the value, twice the money ${percent(twice / own)}, with the same researchers.`;
}
