import { yearOf } from "../../../base/days.ts";
import type { CitedHolder } from "../../../corpus/held-families.ts";
import type { Bounds } from "../../../measure/bootstrap.ts";
import { termEnd } from "../../../measure/patents/in-force.ts";
import { abandonmentCandidates, mutualBlocks, type OwnFamily, waitOrDesignAroundCandidates } from "../../../plan/licensing.ts";
import { type OfficeCost, upkeepBetween } from "../../../plan/office-cost.ts";
import type { ReadModel } from "../../shared/read-model.ts";
import type { Advice } from "./advice-report.ts";
import { ageOn, likeliest, type OwnDocument, type OwnFamilies, yearsToGrant } from "./portfolio-families.ts";
import { firstUseOf } from "./portfolio-filing.ts";
import { crossLicenceQuestion, letGoQuestion, waitQuestion } from "./portfolio-questions.ts";
import type { OthersFamily } from "./portfolio-technologies.ts";

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
    saved: known.length === 0 ? null : known.reduce(add),
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
  return left.includes(null) ? null : (left as Bounds[]).reduce(add, { low: 0, high: 0 });
}

const averageYear = 365.2425;

const add = (a: Bounds, b: Bounds): Bounds => ({ low: a.low + b.low, high: a.high + b.high });
