import { percentInterval, percentRange } from "../../base/format.ts";
import { capital, lowered } from "../../base/words.ts";
import { membersOf } from "../../leverage/members.ts";
import { halfLifeWords } from "../half-life/decay-words.ts";
import type { HalfLifeReport } from "../half-life/half-life-report.ts";
import type { OrganisationProfile } from "../profile/profile-report.ts";
import type { Evidence } from "../shared/evidence.ts";
import { economyName } from "../shared/names.ts";
import type { Chokepoint, ChokepointReport } from "../supply/chokepoint-report.ts";
import { type DossierSides, halfLifeDraws, mostTold } from "./dossier-parts.ts";
import type { DossierSentence } from "./dossier-report.ts";
import { sentence } from "./sentence.ts";

/** More than any list has. */
const all = 10_000;

/** What is told, and the answers that it is from. */
export interface ToldSupply {
  readonly sentences: readonly DossierSentence[];
  /** The first of them in short: `fluoropolymers from Japan`; `null`: none. */
  readonly first: string | null;
  readonly reports: readonly { readonly evidence: Evidence }[];
}

/** What foreign holders could take from the home, or from the economy of its seat, and how long that lasts. */
export async function weakLinks(sides: DossierSides): Promise<ToldSupply> {
  const { ask, place, placeName, home, homeName } = sides;
  const report = await ask.chokepoints({ home: place, top: mostTold });
  const links = report.ranked.filter(({ score, holder }) => score !== null && holder !== null && score[2] > 0.0005);
  const seat =
    home === place ? [] : [sentence(`What is withheld from ${homeName} is seen through its seat: supply of ${placeName} as a whole.`)];
  if (links.length === 0) {
    const depends = report.dependsOn.slice(0, mostTold);
    const why = report.makingKnown
      ? `No foreign holder is known that could take a part of the final chip output of ${placeName} that the model tells apart from nothing.`
      : `No source says which final products ${placeName} makes, so that no loss is given.`;
    return {
      sentences: [
        ...seat,
        sentence(why, { command: `levermap chokepoints --home ${place}` }),
        ...depends.map((each) => dependsOnSentence(sides, each)),
      ],
      first: null,
      reports: [report],
    };
  }
  const lives = await Promise.all(links.map((link) => lifeOf(sides, link, place)));
  const sentences = links.map((link, at) => linkSentence(sides, link, lives[at]!, { home: place, homeName: placeName }));
  const [first] = links;
  return {
    sentences: [...seat, ...sentences],
    first: `${lowered(first!.name)} from ${economyName(sides.read, first!.holder!.economy)}`,
    reports: [report, ...lives.filter((life) => life !== null)],
  };
}

function dependsOnSentence(
  { read: { map }, place, placeName }: DossierSides,
  { technology, name, holderName, share, sure }: ChokepointReport["dependsOn"][number],
): DossierSentence {
  const isProduct = map.products.includes(map.indexOf.get(technology)!);
  const needs = isProduct
    ? `Not known to be made in ${placeName}, and so bought, is`
    : sure
      ? "What is made there cannot do without"
      : "Makers there may need";
  return sentence(`${needs} ${lowered(name)}, of which ${holderName} has ${percentInterval(share)} of world supply.`, {
    interval: share,
    unit: "part of world supply",
    command: `levermap economy ${place}`,
  });
}

/** What the home, or holders in the economy of its seat, could take from the other side, or from the world, and how long that lasts. */
export async function heldLinks(sides: DossierSides): Promise<ToldSupply> {
  const { read, ask, home, place, placeName, against, againstName } = sides;
  const report = await ask.chokepoints({ ...(against === null ? {} : { home: against }), top: all });
  const own = new Set([place, ...membersOf(read.model, place)]);
  const held = report.ranked
    .filter(({ score, holder }) => holder !== null && own.has(holder.economy) && score !== null && score[2] > 0.0005)
    .slice(0, mostTold);
  const whom = againstName ?? "the world";
  const profile = home === place ? null : await ask.organisation({ organisation: home });
  const shares = profile === null ? [] : ownShares(sides, profile);
  const reports = [report, ...(profile === null ? [] : [profile])];
  if (held.length === 0) {
    const words =
      report.makingKnown || against === null
        ? `No technology is known of which ${placeName} is the foreign holder that could take most from ${whom}.`
        : `No source says which final products ${whom} makes, so that no loss by what ${placeName} holds is given.`;
    return {
      sentences: [...shares, sentence(words, { command: `levermap chokepoints${against === null ? "" : ` --home ${against}`}` })],
      first: null,
      reports,
    };
  }
  const lives = await Promise.all(held.map((link) => lifeOf(sides, link, against)));
  const sentences = held.map((link, at) => linkSentence(sides, link, lives[at]!, { home: against, homeName: whom }));
  return {
    sentences: [...shares, ...sentences],
    first: lowered(held[0]!.name),
    reports: [...reports, ...lives.filter((life) => life !== null)],
  };
}

/** Shares of world supply that an organisation has itself. */
function ownShares({ home, homeName }: DossierSides, { holds }: OrganisationProfile): readonly DossierSentence[] {
  const own = holds.filter(({ holder, together }) => holder === home && together.length === 0).slice(0, mostTold);
  if (own.length === 0)
    return [
      sentence(`No share of ${homeName} in any technology is known; what follows is held in its seat.`, {
        command: `levermap organisation ${home}`,
      }),
    ];
  return own.map(({ name, low, high, year, source }) =>
    sentence(`${homeName} itself has ${percentRange(low, high)} of world supply of ${lowered(name)}${year === null ? "" : ` (${year})`}.`, {
      interval: low !== null && high !== null ? [low, (low + high) / 2, high] : null,
      unit: "part of world supply",
      sources: [source],
      command: `levermap organisation ${home}`,
    }),
  );
}

/** The half-life of a link; `null` where none can be told. */
const lifeOf = async ({ ask }: DossierSides, { technology, holder }: Chokepoint, home: string | null): Promise<HalfLifeReport | null> =>
  ask.halfLife({ technology, holder: holder!.economy, draws: halfLifeDraws, ...(home === null ? {} : { home }) }).catch(() => null);

function linkSentence(
  { read }: DossierSides,
  { technology, name, holder, score, withheld, sources }: Chokepoint,
  life: HalfLifeReport | null,
  { home, homeName }: { readonly home: string | null; readonly homeName: string },
): DossierSentence {
  const who = economyName(read, holder!.economy);
  const control = withheld.some(({ issuer }) => issuer === holder!.economy) ? ", on which it has a control in force already" : "";
  const lasts = life?.decays.find(({ by }) => by === "together");
  const long =
    life === null || lasts === undefined || lasts.halfLife === null
      ? " How long that lasts is not known."
      : ` Once it does, half of its hold lasts ${halfLifeWords(lasts, life.horizon)}.`;
  return sentence(
    `${capital(who)} could take ${percentInterval(score!)} of the final chip output of ${homeName} over twelve months by withholding ${lowered(name)}${control}.${long}`,
    {
      interval: score,
      unit: "part of output, mean of twelve months",
      sources,
      command: `levermap half-life ${technology}${home === null ? "" : ` --home ${home}`} --holder ${holder!.economy}`,
    },
  );
}
