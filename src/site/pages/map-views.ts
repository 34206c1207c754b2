import type { Answer } from "../../ask/ask.ts";
import { LevermapError } from "../../base/errors.ts";
import { valueNotes } from "../browser/address-notes.ts";
import { isMapDay, type MovedMap, movedSince } from "../map-moves.ts";
import { mapTitle } from "../map-title.ts";
import type { Address, PageOf, SiteAsk, SitePage } from "../page.ts";
import { leadOf } from "../shorten.ts";
import { plansPage } from "./plan.ts";

/** The map and its other views, as far as they are known before their heavy questions are asked: those the browser asks, which can stop them. */
export const mapViews: PageOf = {
  path: "/map",
  words: [
    ...["home", "technology", "patent", "stage", "kind", "economy", "organisation", "q"],
    ...["unfold", "view", "colour", "on", "rows", "plan"],
  ],
  async page(address, ask) {
    const { home, view } = address.query;
    if (view !== "plan" && view !== "backtests") return mapPage(address.query, ask);
    // Refused here too where it is none
    if (home) await ask("map", { home });
    return view === "plan" ? planView(address, ask) : backtestsView;
  },
};

async function planView(address: Address, ask: SiteAsk): Promise<SitePage> {
  const { plan } = address.query;
  if (!plan) return plansPage.page(address, ask);
  const { plans } = await ask("plans");
  const found = plans.find(({ id }) => id === plan);
  if (found === undefined) throw new LevermapError("LM_PLAN_UNKNOWN", `No plan "${plan}".`, { plan });
  return { title: `What to research: ${found.name}`, finding: leadOf(found.about ?? ""), blocks: [] };
}

const backtestsView: SitePage = {
  title: "How far can the model be trusted, on shocks that happened?",
  finding: "What it would have said before each, from what was known then, beside what was measured.",
  blocks: [],
};

type Query = Readonly<Record<string, string>>;

/** The map, for a home and on a day: what stands around it is drawn in the browser. */
async function mapPage(query: Query, ask: SiteAsk): Promise<SitePage> {
  const map = await mapOf(query, ask);
  const title = mapTitle(map);
  return {
    title,
    finding: query.colour === "controls" ? map.controlsFinding : map.finding,
    notes: notesOf(query, map),
    picture: { kind: "map", title, map, query },
    blocks: [],
    evidence: map.evidence,
  };
}

/** Choices of the address that the map has not. */
const notesOf = (query: Query, { stages, nodes, economies, organisations }: MovedMap): readonly string[] => [
  ...valueNotes(
    query,
    {
      stage: idsOf(stages),
      kind: [...new Set(nodes.map(({ kind }) => kind))],
      economy: idsOf(economies),
      organisation: idsOf(organisations),
    },
    "nothing fits it",
  ),
  ...valueNotes(query, { view: ["map", "list"], colour: ["score", "controls", "change"], rows: ["first", "all"] }),
  ...(query.on && !isMapDay(query.on) ? valueNotes(query, { on: [] }) : []),
];

const idsOf = (all: readonly { readonly id: string }[]): readonly string[] => all.map(({ id }) => id);

/** The map of the chosen day, or of now; coloured by change it is that of now, with how far each score has moved since. */
async function mapOf({ home, on, colour }: Query, ask: SiteAsk): Promise<MovedMap> {
  const day = isMapDay(on) ? on : undefined;
  const of = (asOf: string | undefined): Promise<Answer<"map">> => ask("map", { ...(home && { home }), ...(asOf && { asOf }) });
  if (colour !== "change" || day === undefined) return of(day);
  const [now, before] = await Promise.all([of(undefined), of(day)]);
  return movedSince(before, now);
}
