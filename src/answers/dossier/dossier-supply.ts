import { percent, percentInterval, percentRange } from "../../base/format.ts";
import { say } from "../../base/message.ts";
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
    ? say("dossier-supply.no-foreign-holder-is", { placeName })
    : say("dossier-supply.no-source-says-which", { placeName });
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
  const told = old.map(({ name, holder, score }) =>
    say("dossier-supply.from", { name: lowered(name), read: economyName(read, holder.economy), score: percentInterval(score) }),
  );
  return [
    sentence(say("dossier-supply.in-doubt-on-one", { told: listed(told) }), {
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
  return sentence(
    say("dossier-supply.of-world-supply-from", { name: capital(lowered(name)), needs, share: percentInterval(share), holderName }),
    {
      interval: share,
      unit: "part of world supply",
      rests: "supply",
      technology,
      command: `levermap economy ${place}`,
    },
  );
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
            sentence(say("dossier-supply.no-share-of-in", { homeName }), {
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
                : say("dossier-supply.no-source-says-which-chips", { whom, placeName }),
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
  if (leads.length === 0) return say("dossier-supply.no-technology-is-known", { placeName, whom });
  // To a hundredth of a per cent, as losses are written
  const most = Math.max(1e-4, ...leads.map(({ score }) => score[2]));
  const parts =
    isOneTarget && leads.some(({ stage, supplyMode }) => stage === "components" && supplyMode === "capital")
      ? say("dossier-supply.parts-go-to-those", { whom })
      : "";
  return say("dossier-supply.leads-in-and-by", { placeName: capital(placeName), names, most: percent(most), whom, parts });
}

/** Shares of world supply that an organisation has itself, in a sentence; none where none is known. */
function ownShares({ home, homeName }: DossierSides, { holds }: OrganisationProfile): readonly DossierSentence[] {
  const own = holds.filter(({ holder, together }) => holder === home && together.length === 0).slice(0, mostTold);
  if (own.length === 0) return [];
  const told = own.map(({ name, low, high, year }) =>
    say("dossier-supply.of", { low: percentRange(low, high), name: lowered(name), year: year === null ? "" : ` (${year})` }),
  );
  return [
    sentence(say("dossier-supply.of-world-supply-has", { homeName, told: listed(told) }), {
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
  const from = economy === home ? "" : say("dossier-supply.from-read", { read: economyName(read, economy) });
  const control = withheld.some(({ issuer }) => issuer === economy) ? " (under its control already)" : "";
  const lasts = lifeWords(life);
  const takes =
    of === null
      ? `${percentInterval(score)}; ${lasts ?? "how long is unknown"}`
      : say("dossier-supply.of-the-chip-output", {
          score: percentInterval(score),
          ofIt: of,
          howLong: lasts === null ? "how long that lasts is unknown" : say("dossier-supply.the-hold-halves-in", { lasts }),
        });
  return sentence(`${capital(lowered(name))}${from}${control}: ${takes}.`, {
    interval: score,
    unit: "part of final chip output, mean of twelve months",
    rests: "supply",
    technology,
    sources,
    command: `levermap half-life ${technology}${target === null ? "" : ` --home ${target}`} --holder ${economy}`,
  });
}
