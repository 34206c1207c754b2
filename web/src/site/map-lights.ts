import { reachFinder } from "../../../src/site/map/reach.ts";
import { type Place, walk } from "../map/walk.ts";

/** What moves on the map: a technology that is pointed at lights what it needs and what needs it; keys walk from one to another. */
export function addLights(figure: HTMLElement): void {
  const svg = figure.querySelector("svg")!;
  const readout = figure.querySelector<HTMLElement>(".readout")!;
  const resting = readout.textContent;
  const nodes = [...figure.querySelectorAll<SVGAElement>("[data-node]")];
  const lines = [...figure.querySelectorAll<SVGPathElement>("[data-from]")];
  const byId = new Map(nodes.map((node) => [node.dataset.node!, node]));
  const places = nodes.map(placeOf);
  const links = lines.map(({ dataset }) => ({ from: dataset.from!, to: dataset.to!, relation: "requires" as const }));
  const reachOf = reachFinder(links);

  const light = (id: string | null): void => {
    readout.textContent = byId.get(id ?? "")?.getAttribute("aria-label") ?? resting;
    svg.classList.toggle("lit", id !== null);
    const { upstream, downstream } = id === null ? { upstream: none, downstream: none } : reachOf(id);
    for (const node of nodes) {
      const own = node.dataset.node!;
      node.classList.toggle("light", own === id || upstream.has(own) || downstream.has(own));
    }
    for (const [at, line] of lines.entries()) {
      const { from, to } = links[at]!;
      const isNear = from === id || to === id;
      line.classList.toggle("near", isNear);
      line.classList.toggle("far", !isNear && ((upstream.has(from) && upstream.has(to)) || (downstream.has(from) && downstream.has(to))));
    }
  };
  const chosen = figure.dataset.map === "" || !byId.has(figure.dataset.map ?? "") ? null : figure.dataset.map!;
  const idAt = ({ target }: Event): string | null => (target as Element).closest<SVGElement>("[data-node]")?.dataset.node ?? null;

  // One stop of the Tab key; arrows lead on from there
  const stopAt = (id: string | undefined): void => {
    for (const node of nodes) node.setAttribute("tabindex", node.dataset.node === id ? "0" : "-1");
  };
  stopAt(chosen ?? places[0]?.id);
  light(chosen);
  svg.addEventListener("mouseover", (event) => light(idAt(event) ?? chosen));
  svg.addEventListener("mouseleave", () => light(chosen));
  // On the figure: a picture that listens for it would take the focus itself
  figure.addEventListener("focusin", (event) => {
    const id = idAt(event);
    if (id === null) return;
    stopAt(id);
    light(id);
  });
  figure.addEventListener("focusout", () => light(chosen));
  svg.addEventListener("keydown", (event) => {
    const id = idAt(event);
    if (id === null || event.altKey || event.ctrlKey || event.metaKey) return;
    if (event.key === "+" || event.key === "-") {
      const fold = figure.querySelector<SVGAElement>(`[data-fold="${CSS.escape(id)}"]`);
      if (fold !== null) window.location.assign(fold.href.baseVal);
      return;
    }
    const next = walk(event.key, id, places, links);
    if (next === null) return;
    event.preventDefault();
    byId.get(next)?.focus();
  });
}

const none: ReadonlySet<string> = new Set();

function placeOf({ dataset }: SVGAElement): Place {
  const [column = 0, row = 0, x = 0, y = 0] = (dataset.at ?? "").split(" ").map(Number);
  return { id: dataset.node!, column, row, x, y };
}
