import type { Answer } from "../../ask/ask.ts";
import { valueNotes } from "../browser/address-notes.ts";
import { isMapDay, type MovedMap, movedSince } from "../map-moves.ts";
import { mapTitle } from "../map-title.ts";
import type { PageOf, SiteAsk } from "../page.ts";

type Query = Readonly<Record<string, string>>;

/** The map, for a home and on a day: what stands around it is drawn in the browser. */
export const mapPage: PageOf = {
  path: "/map",
  words: [
    ...["home", "technology", "patent", "stage", "kind", "economy", "organisation", "q"],
    ...["unfold", "view", "colour", "on", "rows", "plan"],
  ],
  async page({ query }, ask) {
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
  },
};

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
