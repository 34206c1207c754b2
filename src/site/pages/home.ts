import type { Answer } from "../../ask/ask.ts";
import { has } from "../../base/collections.ts";
import { LevermapError } from "../../base/errors.ts";
import { count } from "../../base/format.ts";
import { say } from "../../base/message.ts";
import { section } from "../../report/blocks.ts";
import { linkedCell } from "../../report/cell.ts";
import type { Bar } from "../../report/view.ts";
import { attempt } from "../attempt.ts";
import type { PageOf, Step } from "../page.ts";
import type { DrawnPicture } from "../picture.ts";
import { barPicture, countBar, lossBars } from "../pictures.ts";
import { leadOf } from "../shorten.ts";
import { tilePlaces } from "../tile-places.ts";

/** One search, what stands out today, and the way to one's own economy. */
export const homePage: PageOf = {
  path: "/",
  async page(_, ask) {
    const [map, world, { scenarios }, timeline] = await Promise.all([
      ask("map", {}),
      ask("chokepoints", {}),
      ask("scenarios"),
      attempt(ask("timeline", {}), "LM_NO_LISTS"),
    ]);
    const own = map.economies.filter(({ group }) => !group);
    return {
      title: "Who holds what in chipmaking, and who could withhold it?",
      finding: leadOf(map.finding),
      picture: barPicture(
        "What one holder could take from all others by withholding",
        say("home.part-of-chips", { months: world.months }),
        lossBars(world, map.economies),
      ),
      form: {
        path: "search",
        choices: [{ name: "q", label: "A technology, firm, economy, rule, item or patent, in any script", value: "" }],
        button: "Search",
      },
      pictures: [economyTiles(map), economyPanels(map)].flatMap((each) => each ?? []),
      blocks: [
        { kind: "note", text: map.controlsFinding },
        section("All economies", [{ kind: "list", items: own.map(({ id, name }) => linkedCell(name, { to: "economy", id })) }]),
      ],
      evidence: map.evidence,
      leads: true,
      steps: [
        { label: "The map", path: "map" },
        { label: "Choose your economy", path: "#rest" },
        ...ofToday(map, timeline instanceof LevermapError ? [] : timeline.rules, scenarios),
      ],
    };
  },
};

/** The rule that came last, and a scenario, another each day. */
function ofToday(
  { economies, asOf }: Answer<"map">,
  rules: Answer<"timeline">["rules"],
  scenarios: Answer<"scenarios">["scenarios"],
): readonly Step[] {
  const [newest] = rules
    .filter(has("known"))
    .filter(({ known }) => known <= asOf)
    .sort((a, b) => (a.known < b.known ? 1 : -1));
  const scenario = scenarios[Math.floor(Date.parse(asOf) / 86_400_000) % Math.max(1, scenarios.length)];
  const nameOf = (id: string): string => economies.find((economy) => economy.id === id)?.name ?? id;
  return [
    ...(newest === undefined
      ? []
      : [{ label: say("home.newest-rule", { issuer: nameOf(newest.issuer), day: newest.known }), path: `control/${newest.id}` }]),
    ...(scenario === undefined ? [] : [{ label: say("home.what-if", { scenario: scenario.name }), path: `scenario/${scenario.id}` }]),
  ];
}

type MapPart = Pick<Answer<"map">, "nodes" | "stages" | "economies">;

/** Economies that are shown side by side. */
const most = 8;

/** Technologies of which each economy holds most, by id of the economy; of what nobody is known to hold none. */
function heldMost({ nodes, economies }: MapPart): ReadonlyMap<string, readonly MapPart["nodes"][number][]> {
  const groups = new Set(economies.flatMap(({ id, group }) => (group ? [id] : [])));
  const held = new Map<string, MapPart["nodes"][number][]>();
  for (const node of nodes) {
    const [first] = node.economies.filter(({ economy }) => !groups.has(economy)).sort((a, b) => b.share - a.share);
    if (first === undefined || first.share <= 0) continue;
    held.set(first.economy, [...(held.get(first.economy) ?? []), node]);
  }
  return held;
}

/** For each of the economies that hold most: of how many technologies, by stage. */
export function economyPanels(map: MapPart): DrawnPicture | undefined {
  const held = [...heldMost(map)].sort(([, a], [, b]) => b.length - a.length).slice(0, most);
  if (held.length === 0) return undefined;
  const nameOf = new Map(map.economies.map(({ id, name }) => [id, name]));
  const stages = [...map.stages].sort((a, b) => a.position - b.position);
  return {
    kind: "drawn",
    title: "What each economy holds most of, by stage",
    unit: "technologies of which no other is known to hold more",
    summary: held.map(([id, nodes]) => `${nameOf.get(id) ?? id} ${nodes.length}`).join(", "),
    shape: {
      kind: "panels",
      panels: held.map(([id, nodes]) => ({
        title: nameOf.get(id) ?? id,
        bars: stages.map((stage): Bar => countBar(stage.name, nodes.filter((node) => node.stage === stage.id).length)),
      })),
    },
  };
}

/** A tile for each economy, by the technologies that it holds most of; each leads to its page. */
export function economyTiles(map: MapPart): DrawnPicture {
  const held = heldMost(map);
  const own = map.economies.filter(({ group }) => !group);
  return {
    kind: "drawn",
    title: "Choose your economy",
    unit: "technologies of which no other is known to hold more",
    summary: say("home.tiles", { economies: own.length, held: held.size }),
    shape: {
      kind: "tiles",
      tiles: own.map(({ id, name }) => {
        const nodes = held.get(id) ?? [];
        return { id, name, place: tilePlaces.get(id), value: nodes.length, text: nodes.length === 0 ? "none known" : count(nodes.length) };
      }),
    },
  };
}
