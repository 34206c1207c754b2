import type { Answer } from "../../ask/ask.ts";
import { say } from "../../base/message.ts";
import { capital, spaced } from "../../base/words.ts";
import { technologyCell } from "../../report/cell.ts";
import type { Block } from "../../report/view.ts";
import { valueNotes } from "../browser/address-notes.ts";
import { homeChoice } from "../home-choice.ts";
import { type MapChoice, mapChoice, mapPath, mapWords } from "../map/choice.ts";
import { foldMark } from "../map/fold.ts";
import { isMapDay, type MovedMap, movedSince } from "../map/moves.ts";
import { nodeWords } from "../map/node-words.ts";
import { reachFinder } from "../map/reach.ts";
import { namesOf, sinceTable, technologyTable } from "../map/tables.ts";
import { mapTitle } from "../map/title.ts";
import { isFiltered, type VisibleMap, visibleMap } from "../map/visible.ts";
import type { Choice, PageOf, Step } from "../page.ts";

type Query = Readonly<Record<string, string>>;

/** The map of a home: what could be withheld, or whose controls are in force, as of a day and beside another. */
export const mapPage: PageOf = {
  path: "/map",
  words: mapWords,
  async page({ query }, ask) {
    const choice = mapChoice(query);
    const of = (asOf: string | null): Promise<Answer<"map">> =>
      ask("map", { ...(choice.home !== null && { home: choice.home }), ...(asOf !== null && { asOf }) });
    const [now, before] = await Promise.all([of(null), choice.on === null ? null : of(choice.on)]);
    // Coloured by change it is that of now, with how far each score has moved since
    const map = before === null ? now : choice.colour === "change" ? movedSince(before, now) : before;
    const visible = visibleMap(map, choice);
    const title = mapTitle(map);
    return {
      title,
      finding: choice.colour === "controls" ? map.controlsFinding : map.finding,
      notes: notesOf(query, map),
      form: { choices: choicesOf(map, choice) },
      ...(choice.view === "map" && { picture: { kind: "map", title, map, query } }),
      steps: stepsOf(query, choice, map, visible),
      blocks: [
        ...chosenOf(map, visible, choice),
        ...technologyTable(map, visible.matches, choice),
        ...(before === null ? [] : [{ kind: "note", text: aboutChanges } as const, sinceTable(before, now)]),
      ],
      evidence: map.evidence,
    };
  },
};

const aboutChanges =
  "As known on each day: from unknown to known is often a record that is new, not a change of the world. Scores are of the model, in per cent of final output; for one home on both days.";

const colours: readonly (readonly [MapChoice["colour"], string])[] = [
  ["score", "Loss"],
  ["controls", "Controls"],
  ["change", "Change since"],
];

/** What can be chosen, filters last. */
function choicesOf({ nodes, stages, economies, organisations }: MovedMap, choice: MapChoice): readonly Choice[] {
  const held = new Set(nodes.flatMap((node) => node.organisations));
  const providers = new Set(nodes.flatMap((node) => node.economies.map(({ economy }) => economy)));
  const sorted = <T extends { readonly name: string }>(all: readonly T[]): readonly T[] =>
    all.toSorted((a, b) => a.name.localeCompare(b.name, "en"));
  const kinds = [...new Set(nodes.map(({ kind }) => kind))].sort().map((id) => ({ id, name: capital(spaced(id)) }));
  const filter = (
    name: "stage" | "kind" | "economy" | "organisation",
    label: string,
    none: string,
    all: readonly { readonly id: string; readonly name: string }[],
  ): Choice => ({ name, label, value: choice[name] ?? "", options: [["", none], ...all.map((each) => [each.id, each.name] as const)] });
  return [
    homeChoice(economies, choice.home ?? "", { label: "What could be withheld from", none: "anyone (no home chosen)" }),
    {
      name: "colour",
      label: "coloured by",
      value: choice.colour,
      options: colours.filter(([id]) => id !== "change" || choice.on !== null),
    },
    { name: "on", label: "As known on", value: choice.on ?? "", isDay: true },
    { name: "q", label: "Technology or organisation", value: choice.q },
    filter("stage", "stage", "any stage", stages),
    filter("kind", "kind", "any kind", kinds),
    filter("economy", "held in", "any economy", sorted(economies.filter(({ id }) => providers.has(id)))),
    filter("organisation", "by", "any organisation", sorted(organisations.filter(({ id }) => held.has(id)))),
  ];
}

/** Ways to the same with more or less of it. */
function stepsOf(query: Query, { view, unfold, on, ...choice }: MapChoice, { nodes }: MovedMap, { matches }: VisibleMap): readonly Step[] {
  const folded = nodes.filter(({ parent }) => parent !== null).length;
  const step = (label: string, change: Query): Step => ({ label, path: mapPath(query, change) });
  return [
    view === "map" ? step("As a list", { view: "list" }) : step("As a map", { view: "" }),
    ...(folded > 0
      ? [
          unfold === "all"
            ? step(say("map-page.fold-again", { folded }), { unfold: "" })
            : step(say("map-page.show-folded", { folded }), { unfold: "all" }),
        ]
      : []),
    ...(isFiltered(choice)
      ? [
          step(say("map-page.clear-filters", { fitting: matches.size, all: nodes.length }), {
            stage: "",
            kind: "",
            economy: "",
            organisation: "",
            q: "",
          }),
        ]
      : []),
    ...(matches.size === 0 && choice.q !== ""
      ? [{ label: "Search lists, patents and rules too", path: `search?${new URLSearchParams({ q: choice.q })}` }]
      : []),
    ...(on === null ? [] : [step("Today", { on: "", colour: choice.colour === "change" ? "" : choice.colour })]),
  ];
}

/** All that is told of the chosen technology, which leads to its page. */
function chosenOf(map: MovedMap, { links, folding }: VisibleMap, { technology, home, colour }: MapChoice): readonly Block[] {
  const node = map.nodes.find(({ id }) => id === technology);
  if (node === undefined) return [];
  const words = nodeWords(node, namesOf(map.economies), foldMark(folding, node.id), reachFinder(links)(node.id), colour);
  const cell = technologyCell(node.id, node.name);
  return [
    { kind: "note", text: words },
    {
      kind: "list",
      items: [home === null || typeof cell === "string" ? cell : { ...cell, link: { to: "technology", id: node.id, home } }],
    },
  ];
}

/** Choices of the address that the map has not. */
const notesOf = (query: Query, { stages, nodes, economies, organisations }: MovedMap): readonly string[] => [
  ...valueNotes(
    query,
    {
      technology: idsOf(nodes),
      stage: idsOf(stages),
      kind: [...new Set(nodes.map(({ kind }) => kind))],
      economy: idsOf(economies),
      organisation: idsOf(organisations),
    },
    "nothing fits it",
  ),
  ...valueNotes(query, { view: ["map", "list"], colour: ["score", "controls", "change"] }),
  ...(query.on && !isMapDay(query.on) ? valueNotes(query, { on: [] }) : []),
];

const idsOf = (all: readonly { readonly id: string }[]): readonly string[] => all.map(({ id }) => id);
