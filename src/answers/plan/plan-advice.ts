import { dayOf } from "../../base/days.ts";
import { readHeldFamilies } from "../../corpus/held-families.ts";
import { survivalRows } from "../../corpus/legal-records.ts";
import { readTechnologyPatents } from "../../corpus/technology-patents.ts";
import { createSurvival } from "../../measure/patents/in-force.ts";
import { officeCosts } from "../../plan/office-cost.ts";
import { readOfficeFees } from "../../sources/patents/beside/office-fees.ts";
import { createPortfolio } from "../patents/patent-portfolio.ts";
import type { Advice, FilingLine } from "../patents/portfolio/advice-report.ts";
import { filingSources } from "../patents/portfolio/portfolio-evidence.ts";
import { judgeMarket, ownClaims } from "../patents/portfolio/portfolio-exclusion.ts";
import { type OwnFamilies, ownFamilies } from "../patents/portfolio/portfolio-families.ts";
import { type FilingSetting, filingInputs } from "../patents/portfolio/portfolio-filing.ts";
import { crossLicences, exposing, officesToAsk, toLetGo, waitingFor } from "../patents/portfolio/portfolio-licensing.ts";
import { type OthersFamily, othersFamilies } from "../patents/portfolio/portfolio-technologies.ts";
import { type FiledProgrammes, filingLines } from "./filing/plan-filing.ts";
import type { PreparedPlan } from "./prepared-plan.ts";

/** With the ids of the documents that it rests on beside those of the plan. */
type Advised<T> = T & { readonly sources: readonly (string | null)[] };

const noAdvice: Advice = {
  filing: [],
  waiting: { families: [], inAll: 0, of: 0 },
  crossLicences: { pairs: [], inAll: 0, variant: "nothing, as no programme is in" },
  lettingGo: { families: [], inAll: 0, saved: null, unknown: 0 },
};

/** Questions of each kind that are told; all are counted. */
const told = 10;

/**
 * Where the families of programmes would be worth filing, and what counsel may be asked on families of others in their technologies, on
 * cross-licences and on own families to let go: as of one holder, with all holders of the home taken together.
 *
 * @param filed the programmes, in the order to tell
 */
export async function planAdvice(prepared: PreparedPlan, filed: FiledProgrammes): Promise<Advised<{ advice: Advice }>> {
  const technologies = [...new Set(filed.bets.map(({ problem }) => problem.technology))];
  if (technologies.length === 0) return { advice: noAdvice, sources: [] };
  const { read, exclusion, workspace } = prepared;
  const { data, own: holders } = exclusion;
  const { day, own, citations, setting, sources } = await advisedHome(prepared, technologies);
  const nameOf = (id: string): string => data.claims.holders.get(id)?.name ?? id;
  const others: { technology: string; families: readonly OthersFamily[] }[] = [];
  const bundled: string[] = [];
  for (const technology of technologies) {
    const known = documentsIn(prepared, technology);
    if (known.size === 0) continue;
    const patents = await readTechnologyPatents(workspace, [technology]);
    bundled.push(...patents.bundled);
    const portfolio = createPortfolio(patents, day, null);
    const wanted = (documents: readonly string[]): boolean => documents.some((document) => known.has(document));
    others.push({ technology, families: othersFamilies(portfolio, holders, nameOf, wanted) });
  }
  const advice = {
    filing: filingLines(prepared, filed, setting, own),
    waiting: waitingFor(read, others, day, told),
    crossLicences: crossLicences(new Map([...holders].map((id) => [id, nameOf(id)])), citations, told),
    lettingGo: toLetGo(own, { costs: setting.costs, exposes: exposes(prepared, setting, own), day }, told),
  };
  return { advice, sources: [...sources, ...bundled] };
}

/** Where the families of one programme would be worth filing. */
export async function planFiling(prepared: PreparedPlan, filed: FiledProgrammes): Promise<Advised<{ filing: FilingLine }>> {
  const { setting, own, sources } = await advisedHome(prepared, [filed.bets[0]!.problem.technology]);
  return { filing: filingLines(prepared, filed, setting, own)[0]!, sources };
}

/** Who holds a further claim of a home: its one holder; of several nobody knows which, so that the home itself stands for it. */
const furtherHolder = (home: string, holders: ReadonlySet<string>): string => (holders.size === 1 ? [...holders][0]! : home);

/** The holders of the home taken together: their families in some technologies, their claims, and what filing is judged by. */
async function advisedHome({ read, names, inputs: given, exclusion, workspace }: PreparedPlan, technologies: readonly string[]) {
  const { data, world, own: holders } = exclusion;
  const day = dayOf(read.map.asOf)!;
  const held = await workspace.use((connection) => readHeldFamilies(connection, [...holders], technologies));
  const own = ownFamilies(held, null, null, { day, survival: createSurvival(survivalRows(data.claims.rates)) });
  const fees = await readOfficeFees();
  const costs = officeCosts(fees);
  const offices = officesToAsk(read, null, costs, own);
  const claims = ownClaims(world, { id: furtherHolder(names.home, holders), holders }, null);
  const { rates } = data.claims;
  const inputs = filingInputs(world.terms, given);
  const setting: FilingSetting = { read, world, claims, costs, offices, inputs, rates, day };
  const feesOf = offices.map(({ office }) => office);
  const markets = offices.flatMap(({ market }) => market ?? []);
  const sources = [...held.bundled, ...filingSources(claims, { markets, inputs, rates, survivalOf: feesOf, feesOf }, fees)];
  return { day, own, citations: held.citations, setting, sources };
}

/** Documents of families of a technology that were known on the day of the plan. */
function documentsIn({ families }: PreparedPlan, technology: string): ReadonlySet<string> {
  const found = families.find((each) => each.technology === technology)?.families ?? [];
  return new Set(found.flatMap(({ documents }) => documents));
}

/** Whether the home could exclude by a technology of its families, by all its claims in these technologies. */
function exposes({ read, exclusion }: PreparedPlan, { offices, claims: { claimant } }: FilingSetting, own: OwnFamilies) {
  const scope = new Set(own.documents.flatMap(({ technologies }) => technologies));
  if (scope.size === 0) return () => null;
  const claims = ownClaims(exclusion.world, claimant, scope);
  return exposing(
    offices.flatMap(({ office, market }) => (market === null ? [] : [judgeMarket(read, claims, { office, market }, own, 0)])),
  );
}
