import type { Answer } from "../../ask/ask.ts";
import type { QuestionName } from "../../ask/questions.ts";
import { unless } from "../../base/errors.ts";
import type { Asked } from "./runner.ts";

/** Holders and patents that are worked out ahead: on a large corpus only those with most documents, and those most cited. */
const [mostHolders, mostPatents] = [300, 500];

/** What takes minutes: new data does not wait for it. */
export const longest: ReadonlySet<QuestionName> = new Set(["plan", "planVariants", "dossier"]);

/** Puts a question, of which nothing is required but what is given. */
export type Asking = <N extends QuestionName>(name: N, input?: object) => Promise<Answer<N>>;

/** What every visitor may ask for by an id, in groups that share what they rest on: those first that most people see. */
export async function usualQuestions(ask: Asking): Promise<readonly (readonly Asked[])[]> {
  const { nodes, economies, organisations } = await ask("map");
  const technologies = nodes.map(({ id }) => id);
  const { plans } = await ask("plans");
  const { rules } = await ask("timeline");
  const holders = await unless(
    ["LM_NOT_MEASURED"],
    async () => (await ask("holders", { top: mostHolders })).holders.map(({ name }) => name),
    () => [],
  );
  const patents = await unless(
    ["LM_NOT_MEASURED"],
    async () =>
      (await ask("searchPatents", { words: "day:1900.. OR filed:1900..", top: mostPatents })).found.map(({ document }) => document),
    () => [],
  );
  const known = new Set([...economies, ...organisations].map(({ id }) => id));
  return [
    alone.map((name) => asked(name)),
    ...technologies.map((technology) => [
      asked("technology", { technology }),
      asked("technologyHistory", { technology }),
      asked("technologyPatents", { technology }),
      asked("halfLife", { technology }),
    ]),
    ...economies.map(({ id: home, group }) => [
      asked("chokepoints", { home }),
      asked("map", { home }),
      ...(group ? [] : [asked("economy", { economy: home })]),
      asked("technology", { technology: technologies[0]!, home }),
    ]),
    ...organisations.map(({ id }) => [asked("organisation", { organisation: id })]),
    ...holders.map((name) => [asked("holder", { name }), asked("portfolio", { holder: name })]),
    ...patents.map((number) => [asked("patent", { number }), asked("similarPatents", { like: number })]),
    ...plans.map(({ id }) => [asked("planOutline", { id })]),
    rules.map(({ id }) => asked("control", { id })),
    [asked("halfLifeScore", { source: "atlas" }), asked("gaps")],
    // The longest: each is solved for up to its seconds, then valued.
    ...plans.map(({ id }) => [asked("plan", { id })]),
    ...plans
      .filter(({ home }) => known.has(home))
      .map(({ home, against }) => [asked("dossier", { home }), ...(against === null ? [] : [asked("dossier", { home, against })])]),
    // Of the plans above, as a page asks for them
    ...plans.map(({ id }) => [asked("planVariants", { id })]),
  ];
}

/** Questions of which there is one answer. */
const alone = [
  "map",
  "technologies",
  "chokepoints",
  "plans",
  "scenarios",
  "facts",
  "holders",
  "blocks",
  "controlsList",
  "timeline",
] as const;

const asked = (name: QuestionName, input: object = {}): Asked => ({ name, input });
