import { percent, percentInterval, percentRange } from "../../base/format.ts";
import { capital, listed, lowered } from "../../base/words.ts";
import { membersOf } from "../../leverage/members.ts";
import type { HalfLifeReport } from "../half-life/half-life-report.ts";
import type { OrganisationProfile } from "../profile/profile-report.ts";
import type { Evidence } from "../shared/evidence.ts";
import { economyName } from "../shared/names.ts";
import type { Chokepoint, ChokepointReport } from "../supply/chokepoint-report.ts";
import { type DossierSides, halfLifeDraws, leastOfFirst, mostHeld, mostTold } from "./dossier-parts.ts";
import type { DossierSentence } from "./dossier-report.ts";
import { lifeWords } from "./life-words.ts";
import { sentence } from "./sentence.ts";

/** More than any list has. */
const all = 10_000;

/** What is told, and the answers that it is from. */
export interface ToldSupply {
  readonly sentences: readonly DossierSentence[];
  readonly reports: readonly { readonly evidence: Evidence }[];
}

/** A chokepoint whose holder and loss are known. */
type Led = Chokepoint & { readonly [part in "score" | "holder"]: NonNullable<Chokepoint[part]> };

const isLed = (link: Chokepoint): link is Led => link.score !== null && link.holder !== null;

/** What foreign holders could take from the home, or from the economy of its seat, and how long that lasts. */
export async function weakLinks(sides: DossierSides): Promise<ToldSupply> {
  const { ask, place, placeName } = sides;
  const report = await ask.chokepoints({ home: place, top: mostTold });
  const links = report.ranked.filter(isLed).filter(({ score }) => score[2] > 0.0005);
  if (links.length > 0) {
    const lives = await Promise.all(links.map((link) => lifeOf(sides, link, place)));
    return {
      sentences: [
        ...links.map((link, at) => linkSentence(sides, link, lives[at]!, place, at === 0 ? placeName : null)),
        ...unplacedSentence(sides, report, links),
      ],
      reports: [report, ...lives.filter((life) => life !== null)],
    };
  }
  const why = report.makingKnown
    ? `No foreign holder is known that could take a part of the chip output of ${placeName} that the model tells apart from nothing`
    : `No source says which chips ${placeName} makes, so that no loss is given, which is not 0`;
  return {
    sentences: [
      sentence(`${why}.`, { rests: "count", command: `levermap chokepoints --home ${place}` }),
      ...report.dependsOn.slice(0, mostHeld).map((each) => dependsOnSentence(sides, each)),
    ],
    reports: [report],
  };
}

/** What would be among the links if its shares were not of one old document; none where it would not. */
function unplacedSentence(
  { read, place }: DossierSides,
  { unplaced }: Pick<ChokepointReport, "unplaced">,
  links: readonly Led[],
): readonly DossierSentence[] {
  const least = Math.min(...links.map(({ score }) => score[1]));
  const old = unplaced.filter(isLed).filter(({ score }) => score[1] >= least);
  if (old.length === 0) return [];
  const told = old.map(
    ({ name, holder, score }) => `${lowered(name)} from ${economyName(read, holder.economy)}, ${percentInterval(score)}`,
  );
  return [
    sentence(`In doubt, on one document older than five years: ${listed(told)}.`, {
      unit: "part of final chip output, mean of twelve months",
      rests: "supply",
      sources: old.flatMap(({ sources }) => sources),
      command: `levermap chokepoints --home ${place}`,
    }),
  ];
}

function dependsOnSentence(
  { read: { map }, place }: DossierSides,
  { technology, name, holderName, share, sure }: ChokepointReport["dependsOn"][number],
): DossierSentence {
  const isProduct = map.products.includes(map.indexOf.get(technology)!);
  const needs = isProduct ? "not known to be made there" : sure ? "which makers there cannot do without" : "which makers there may need";
  return sentence(`${capital(lowered(name))}, ${needs}: ${percentInterval(share)} of world supply from ${holderName}.`, {
    interval: share,
    unit: "part of world supply",
    rests: "supply",
    technology,
    command: `levermap economy ${place}`,
  });
}

/** What the home, or holders in the economy of its seat, could take from the other side, or from the world, and how long that lasts. */
export async function heldLinks(sides: DossierSides): Promise<ToldSupply> {
  const { read, ask, home, homeName, place, placeName, against, againstName } = sides;
  const report = await ask.chokepoints({ ...(against === null ? {} : { home: against }), top: all });
  const own = new Set([place, ...membersOf(read.model, place)]);
  const led = report.ranked.filter(isLed).filter(({ holder }) => own.has(holder.economy));
  const ranked = led.filter(({ score }) => score[2] > 0.0005);
  const leads = led.filter(({ holder }) => (holder.share ?? 0) > 0);
  const held = ranked.filter(({ score }) => score[1] >= leastOfFirst * ranked[0]!.score[1]).slice(0, mostHeld);
  const whom = againstName ?? "the world";
  const profile = home === place ? null : await ask.organisation({ organisation: home });
  const shares = profile === null ? [] : ownShares(sides, profile);
  const lives = await Promise.all(held.map((link) => lifeOf(sides, link, against)));
  return {
    sentences: [
      ...shares,
      ...(profile !== null && shares.length === 0
        ? [
            sentence(`No share of ${homeName} in any technology is known, which is not 0.`, {
              rests: "count",
              command: `levermap organisation ${home}`,
            }),
          ]
        : []),
      ...(held.length > 0
        ? held.map((link, at) => linkSentence(sides, link, lives[at]!, against, at === 0 ? whom : null))
        : [
            sentence(
              report.makingKnown || against === null
                ? littleWords(leads, placeName, whom, against !== null)
                : `No source says which chips ${whom} makes, so that no loss by what ${placeName} holds is given.`,
              { rests: "count", command: `levermap chokepoints${against === null ? "" : ` --home ${against}`}` },
            ),
          ]),
    ],
    reports: [report, ...(profile === null ? [] : [profile]), ...lives.filter((life) => life !== null)],
  };
}

/** What a place leads in where withholding none of it takes much; or that there is nothing. */
function littleWords(leads: readonly Led[], placeName: string, whom: string, isOneTarget: boolean): string {
  const names = listed(leads.slice(0, mostTold).map(({ name }) => lowered(name)));
  if (leads.length === 0) return `No technology is known by which ${placeName} could take more from ${whom} than any other foreign holder.`;
  // To a hundredth of a per cent, as losses are written
  const most = Math.max(1e-4, ...leads.map(({ score }) => score[2]));
  const parts =
    isOneTarget && leads.some(({ stage, supplyMode }) => stage === "components" && supplyMode === "capital")
      ? `: parts go to those who build tools, and kept from ${whom} alone they stop none of the tools that it buys`
      : "";
  return `${capital(placeName)} leads in ${names}, and by none of it could it take more than ${percent(most)} of the chip output of ${whom} in twelve months${parts}.`;
}

/** Shares of world supply that an organisation has itself, in a sentence; none where none is known. */
function ownShares({ home, homeName }: DossierSides, { holds }: OrganisationProfile): readonly DossierSentence[] {
  const own = holds.filter(({ holder, together }) => holder === home && together.length === 0).slice(0, mostTold);
  if (own.length === 0) return [];
  const told = own.map(({ name, low, high, year }) => `${percentRange(low, high)} of ${lowered(name)}${year === null ? "" : ` (${year})`}`);
  return [
    sentence(`Of world supply ${homeName} has ${listed(told)}.`, {
      unit: "part of world supply",
      rests: "supply",
      sources: own.map(({ source }) => source),
      command: `levermap organisation ${home}`,
    }),
  ];
}

/** The half-life of a link; `null` where none can be told. */
const lifeOf = async ({ ask }: DossierSides, { technology, holder }: Led, home: string | null): Promise<HalfLifeReport | null> =>
  ask.halfLife({ technology, holder: holder.economy, draws: halfLifeDraws, ...(home === null ? {} : { home }) }).catch(() => null);

/** Whose output a first link tells of; of those after it, `null`, it is the same. */
type Of = string | null;

/** `ArF photoresist from Japan: 11% (2 to 19%) of the chip output of Korea in twelve months; the hold halves in 13 months (5 to 75).` */
function linkSentence(
  { read, home }: DossierSides,
  { technology, name, holder, score, withheld, sources }: Led,
  life: HalfLifeReport | null,
  target: string | null,
  of: Of,
): DossierSentence {
  const { economy } = holder;
  const from = economy === home ? "" : ` from ${economyName(read, economy)}`;
  const control = withheld.some(({ issuer }) => issuer === economy) ? " (under its control already)" : "";
  const lasts = lifeWords(life);
  const takes =
    of === null
      ? `${percentInterval(score)}; ${lasts ?? "how long is unknown"}`
      : `${percentInterval(score)} of the chip output of ${of} in twelve months; ${lasts === null ? "how long that lasts is unknown" : `the hold halves in ${lasts}`}`;
  return sentence(`${capital(lowered(name))}${from}${control}: ${takes}.`, {
    interval: score,
    unit: "part of final chip output, mean of twelve months",
    rests: "supply",
    technology,
    sources,
    command: `levermap half-life ${technology}${target === null ? "" : ` --home ${target}`} --holder ${economy}`,
  });
}
