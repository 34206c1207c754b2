import type { Answer } from "../../ask/ask.ts";
import { count, counted } from "../../base/format.ts";
import type { Bar } from "../../report/view.ts";
import type { DrawnPicture } from "../picture.ts";
import { countBar } from "../pictures.ts";
import { tilePlaces } from "../tile-places.ts";

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
    summary: `A tile for each of ${counted(own.length, "economy", "economies")}, near where it lies; ${held.size} hold most of any technology.`,
    shape: {
      kind: "tiles",
      tiles: own.map(({ id, name }) => {
        const nodes = held.get(id) ?? [];
        return { id, name, place: tilePlaces.get(id), value: nodes.length, text: nodes.length === 0 ? "none known" : count(nodes.length) };
      }),
    },
  };
}
