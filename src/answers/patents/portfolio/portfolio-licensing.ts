import { yearOf } from "../../../base/days.ts";
import { count, percent, usdRange } from "../../../base/format.ts";
import { say } from "../../../base/message.ts";
import { capital, listed } from "../../../base/words.ts";
import type { CitedHolder, HeldFamilies } from "../../../corpus/held-families.ts";
import type { ExclusionWorld } from "../../../leverage/exclusion/exclusion-market.ts";
import type { Bounds } from "../../../measure/bootstrap.ts";
import { termEnd } from "../../../measure/patents/term.ts";
import {
  abandonmentCandidates,
  fewCitations,
  mutualBlocks,
  type OwnFamily,
  soon,
  type WaitReason,
  waitOrDesignAroundCandidates,
} from "../../../plan/licensing.ts";
import { type OfficeCost, upkeepBetween } from "../../../plan/office-cost.ts";
import type { ExclusionData } from "../../exclusion/exclusion-data.ts";
import type { ReadModel } from "../../shared/read-model.ts";
import { addBounds } from "../../shared/schema.ts";
import type { Advice } from "./advice-report.ts";
import { type JudgedMarket, judgeMarket, marketOf, type OfficeMarket, type OwnClaims } from "./portfolio-exclusion.ts";
import { ageOn, averageYear, likeliest, type OwnDocument, type OwnFamilies, yearsToGrant } from "./portfolio-families.ts";
import { filingInputs, filingLine, firstUseOf } from "./portfolio-filing.ts";
import type { PortfolioReport } from "./portfolio-report.ts";
import { type JudgedTechnology, type OthersFamily, othersFamilies } from "./portfolio-technologies.ts";

/** Families of others to ask counsel about: wait, or design around? `top`: how many. */
export function waitingFor(
  read: ReadModel,
  others: readonly { readonly technology: string; readonly families: readonly OthersFamily[] }[],
  day: number,
  top: number,
): Advice["waiting"] {
  const year = yearOf(day);
  const once = new Map(
    others.flatMap(({ technology, families }) => {
      const firstUse = firstUseOf(read, technology, year);
      return families.map((family) => [family.id, { ...family, technology, firstUse }] as const);
    }),
  );
  const asked = waitOrDesignAroundCandidates([...once.values()], year);
  return {
    families: asked.slice(0, top).map(({ family: { id, firstUse, ...family }, reasons }) => ({
      document: id,
      ...family,
      reasons,
      question: waitQuestion({ id, firstUse, ...family }, reasons),
    })),
    inAll: asked.length,
    of: once.size,
  };
}

/** Holders that block an own holder and are blocked by it. `own`: names of the own holders by their ids. */
export function crossLicences(own: ReadonlyMap<string, string>, citations: readonly CitedHolder[], top: number): Advice["crossLicences"] {
  const marked = citations.some(({ blockedStrong, blocksStrong }) => blockedStrong + blocksStrong > 0);
  const names = new Map(citations.map((each) => [each.holder, each.name]));
  const pairs = mutualBlocks(
    citations.flatMap((each) => [
      { blocker: each.own, blocked: each.holder, times: marked ? each.blockedStrong : each.blocked },
      { blocker: each.holder, blocked: each.own, times: marked ? each.blocksStrong : each.blocks },
    ]),
  );
  return {
    pairs: pairs.slice(0, top).map(({ first, second, firstBlocks, secondBlocks }) => {
      const [mine, other] = own.has(first) ? [first, second] : [second, first];
      const [blocked, blocks] = mine === first ? [firstBlocks, secondBlocks] : [secondBlocks, firstBlocks];
      const told = { own: mine, holder: other, name: names.get(other) ?? other, blocked, blocks };
      return { ...told, question: crossLicenceQuestion(own.get(mine) ?? mine, told) };
    }),
    inAll: pairs.length,
    variant: marked ? "X and Y" : "citations without category",
  };
}

/** What keeping own families is judged by. */
interface Keeping {
  readonly costs: ReadonlyMap<string, OfficeCost>;
  /** Whether a technology is one in which the holder could exclude; `null` unknown. */
  readonly exposes: (technology: string) => boolean | null;
  readonly day: number;
}

/** Own families about which counsel may be asked whether they can be let go. */
export function toLetGo({ families }: OwnFamilies, keeping: Keeping, top: number): Advice["lettingGo"] {
  const found = abandonmentCandidates(families.map((family) => ({ ...ownFamily(family, keeping), family })));
  const known = found.families.flatMap(({ upkeep }) => upkeep ?? []);
  return {
    families: found.families.slice(0, top).map(({ id, age, inForce, upkeep, family }) => {
      const told = { document: id, title: family[0]!.title, documents: family.length, age: age!, inForce, saved: upkeep };
      return { ...told, question: letGoQuestion(told) };
    }),
    inAll: found.families.length,
    saved: known.length === 0 ? null : known.reduce(addBounds),
    unknown: found.unknown,
  };
}

function ownFamily(family: readonly OwnDocument[], { costs, exposes, day }: Keeping): OwnFamily {
  const ages = family.map((document) => ageOn(document, day));
  const cited = family.reduce((sum, { citedByOthers }) => sum + citedByOthers, 0);
  const states = new Set(family.flatMap(({ technologies }) => technologies).map(exposes));
  return {
    id: family[0]!.document,
    age: ages.includes(null) ? null : Math.max(...(ages as number[])),
    inForce: likeliest(family.map(({ status }) => status)),
    citedByOthers: cited === 0 && family.some(({ comparable }) => comparable === 0) ? null : cited,
    exposes: states.has(true) ? true : states.has(null) ? null : false,
    upkeep: upkeepLeft(family, costs, day),
  };
}

/** What all documents of a family that may be in force would still cost; `null` where of one it is unknown. */
function upkeepLeft(family: readonly OwnDocument[], costs: ReadonlyMap<string, OfficeCost>, day: number): Bounds | null {
  const left = family
    .filter(({ status }) => status.q?.high !== 0)
    .map((document) => {
      const [cost, age, granted, end] = [
        costs.get(document.office),
        ageOn(document, day),
        yearsToGrant(document),
        termEnd(document.record),
      ];
      if (cost === undefined || age === null || granted === null || end === null) return null;
      return upkeepBetween(cost, age, age + (end - day) / averageYear, granted);
    });
  return left.includes(null) ? null : (left as Bounds[]).reduce(addBounds, { low: 0, high: 0 });
}

/** Asks counsel whether waiting for a family of others, or designing around it, may do instead of a licence. */
function waitQuestion(family: OthersFamily & { readonly firstUse: Bounds | null }, reasons: readonly WaitReason[]): string {
  const { id, holders, lapses, inForce, citations, firstUse } = family;
  const told: Readonly<Record<WaitReason, string>> = {
    "lapses-before-use": say("portfolio-licensing.its-term-ends-in", { lapses: String(lapses), low: String(firstUse?.low) }),
    "lapses-soon": say("portfolio-licensing.its-term-ends-in-within", { lapses: String(lapses), soon: String(soon) }),
    "unlikely-in-force": say("portfolio-licensing.the-chance-that-it", { high: percent(inForce?.high ?? 0) }),
    "few-citations": say("portfolio-licensing.it-in-five-years", {
      noOther:
        citations === 0 ? "no other holder cites" : say("portfolio-licensing.at-most-citation-of", { fewCitations: String(fewCitations) }),
    }),
  };
  const why = reasons.map((reason) => told[reason]);
  return `${say("portfolio-licensing.does-a-claim-of", { id, holders: holders.length === 0 ? "" : ` (${listed(holders)})` })} ${say("portfolio-licensing.if-so-what-costs")} ${capital(listed(why))}.`;
}

/** Asks counsel about a licence both ways. */
function crossLicenceQuestion(name: string, other: Pick<Advice["crossLicences"]["pairs"][number], "name" | "blocked" | "blocks">): string {
  return `${say("portfolio-licensing.would-a-cross-licence", { name, otherName: other.name })} ${say("portfolio-licensing.documents-of-rest-on", { name: other.name, nameOther: name, times: times(other.blocked), otherTimes: times(other.blocks) })}`;
}

/** Asks counsel whether a family may be abandoned. */
function letGoQuestion({ document, age, saved }: Pick<Advice["lettingGo"]["families"][number], "document" | "age" | "saved">): string {
  const fees =
    saved === null
      ? "What it would still cost is unknown"
      : say("portfolio-licensing.it-would-still-cost", { low: usdRange(saved.low, saved.high) });
  return `${say("portfolio-licensing.is-pledged-licensed-or", { document })} ${say("portfolio-licensing.it-is-at-least", { floor: String(Math.floor(age)) })} ${say("portfolio-licensing.this-holders-claims-could")} ${fees}.`;
}

const times = (value: number): string => (value === 1 ? "once" : say("portfolio-licensing.times", { value: count(value) }));

/** What is asked, of whom, and of which day. */
export interface AskedAdvice {
  readonly read: ReadModel;
  readonly holder: PortfolioReport["holder"];
  readonly office: string | null;
  readonly day: number;
  readonly top: number;
  readonly exclusion: ExclusionData;
}

/** What advice on a portfolio rests on. */
interface AdviceFacts {
  readonly own: OwnFamilies;
  readonly held: HeldFamilies;
  readonly judged: readonly JudgedTechnology[];
  /** Of all holders. */
  readonly world: ExclusionWorld;
  readonly claims: OwnClaims;
  readonly costs: ReadonlyMap<string, OfficeCost>;
}

/** What the holder could exclude, and what may be asked about filing, licences and letting go. */
export function advise(
  { read, holder, office, day, top, exclusion }: AskedAdvice,
  facts: AdviceFacts,
): Advice & Pick<PortfolioReport, "exclusion"> {
  const { own, held, judged, world, claims, costs } = facts;
  const offices = officesToAsk(read, office, costs, own);
  const markets = offices.flatMap(({ office: at, market }) =>
    market === null ? [] : [judgeMarket(read, claims, { office: at, market }, own, top)],
  );
  const inputs = filingInputs(world.terms);
  const setting = { read, world, claims, costs, offices, inputs, rates: exclusion.claims.rates, day };
  const { holders } = exclusion.claims;
  const nameOf = (id: string): string => holders.get(id)?.name ?? id;
  const cited = judged.map(({ line, portfolio }) => ({
    technology: line.technology.id,
    families: othersFamilies(portfolio, claims.claimant.holders, nameOf, (_, citedBy) => citedBy > 0),
  }));
  return {
    exclusion: markets.map(({ line }) => line),
    filing: judged.map(({ line }) => filingLine(setting, line.technology.id, own)),
    waiting: waitingFor(read, cited, day, top),
    crossLicences: crossLicences(new Map([[holder.holder, holder.name]]), held.citations, top),
    lettingGo: toLetGo(own, { costs, exposes: exposing(markets), day }, top),
  };
}

/** The office asked for, or all of known cost and those where the holder has filed. */
export function officesToAsk(
  read: ReadModel,
  office: string | null,
  costs: ReadonlyMap<string, OfficeCost>,
  own: OwnFamilies,
): readonly OfficeMarket[] {
  const codes = office === null ? new Set([...costs.keys(), ...own.documents.map((each) => each.office)]) : [office];
  return [...codes].sort().map((code) => marketOf(read, code));
}

/** Whether the holder could exclude by a technology: `null` where it has claims in a market of which nothing is known. */
export function exposing(markets: readonly JudgedMarket[]): (technology: string) => boolean | null {
  const unvalued = markets.some(({ line: { unknown: why } }) => why === "share" || why === "market-size");
  return (technology) => {
    const states = markets.map(({ excludes }) => excludes.get(technology));
    return states.includes(true) ? true : unvalued || states.includes(null) ? null : false;
  };
}
