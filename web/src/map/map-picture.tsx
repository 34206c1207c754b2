import {
  type KeyboardEvent,
  type MouseEvent,
  memo,
  type RefObject,
  useCallback,
  useDeferredValue,
  useEffect,
  useMemo,
  useRef,
  useState,
} from "react";
import { counted } from "../../../src/base/format.ts";
import { type PageState, toggleFold } from "../state/page-state.ts";
import { useDark } from "../state/use-page.ts";
import { isEnglish } from "../words/told-props.ts";
import { foldMark, foldText } from "./fold.ts";
import { labelOf } from "./label.ts";
import { bandHead, labelInset, layoutMap, lineHeight, type PlacedNode } from "./layout.ts";
import { LitEdges, RestingEdges, useDrawnLinks } from "./map-edges.tsx";
import { markOf, NodeMark } from "./node-mark.tsx";
import { nodeWords } from "./node-words.ts";
import { type Reach, reachFinder } from "./reach.ts";
import { type Room, unmeasured, useMeasure, useRoom } from "./use-room.ts";
import type { VisibleProps } from "./visible.ts";
import { walk } from "./walk.ts";

const resting =
  "Point at a technology, or move to one with Tab and the arrow keys: what it needs lights up to the left, what needs it to the right. Enter opens it; + shows what is folded into it.";

const idAt = (target: EventTarget, what: "node" | "fold"): string | null =>
  target instanceof Element ? (target.closest(`[data-${what}]`)?.getAttribute(`data-${what}`) ?? null) : null;

type PictureProps = VisibleProps & { readonly names: ReadonlyMap<string, string> };

/** The map: stages from left to right, technologies as discs, what they need as faint lines. It is drawn when there is time; its place is kept until then. */
export const MapPicture = memo(function MapPicture(props: PictureProps) {
  const { ref, room } = useRoom();
  const drawn = useDeferredValue(room, unmeasured);
  if (drawn.width > 0) return <DrawnMap {...props} scroll={ref} room={drawn} />;
  return (
    <figure className="map">
      <p className="readout">{resting}</p>
      <div className="map-scroll" ref={ref} style={{ minHeight: room.height }} aria-busy="true" />
    </figure>
  );
});

interface DrawnProps extends PictureProps {
  readonly room: Room;
  /** What scrolls sideways where there is more than room. */
  readonly scroll: RefObject<HTMLDivElement | null>;
}

function DrawnMap({ map, visible, names, state, go, scroll, room: { width, height } }: DrawnProps) {
  const measure = useMeasure();
  const dark = useDark();
  const svg = useRef<SVGSVGElement>(null);
  const [pointed, setPointed] = useState<string | null>(null);
  const [cursor, setCursor] = useState<string | null>(null);
  const { nodes, links, folding, fitting } = visible;
  const suffix = useCallback((id: string) => foldText(foldMark(folding, id)), [folding]);
  const layout = useMemo(
    () => layoutMap(map.stages, nodes, links, { width, height, measure, suffix }),
    [map.stages, nodes, links, width, height, measure, suffix],
  );
  const drawn = useDrawnLinks(layout.nodes, links);
  const reachOf = useMemo(() => reachFinder(links), [links]);
  const words = useMemo(
    () => new Map(nodes.map((node) => [node.id, nodeWords(node, names, foldMark(folding, node.id), reachOf(node.id), state.colour)])),
    [nodes, names, folding, reachOf, state.colour],
  );
  const fits = layout.nodes.filter((entry) => fitting.has(entry.node.id));
  const entry = [cursor, state.technology].find((id) => fits.some((placed) => placed.node.id === id)) ?? fits[0]?.node.id ?? null;
  const active = [pointed, state.technology].find((id) => id !== null && words.has(id)) ?? null;
  const reach = active === null ? null : reachOf(active);
  useEffect(() => {
    const placed = layout.nodes.find(({ node }) => node.id === state.technology);
    showSideways(scroll.current, placed);
    markMore(scroll.current);
  }, [scroll, layout, state.technology]);
  const turn = (id: string): void => go({ unfold: toggleFold(state.unfold, id, folding.parents) });

  const press = (event: KeyboardEvent): void => {
    const id = idAt(event.target, "node");
    if (id === null || event.altKey || event.ctrlKey || event.metaKey) return;
    if (event.key === "Enter" || event.key === " ") {
      event.preventDefault();
      go({ technology: id });
    } else if ((event.key === "+" || event.key === "-") && suffix(id) !== "") {
      event.preventDefault();
      turn(id);
    } else {
      const next = walk(event.key, id, fits, links);
      if (next === null) return;
      event.preventDefault();
      setCursor(next);
      svg.current?.querySelector<SVGGElement>(`[data-node="${CSS.escape(next)}"]`)?.focus();
    }
  };
  const click = (event: MouseEvent): void => {
    const folder = idAt(event.target, "fold");
    const id = idAt(event.target, "node");
    if (folder !== null) turn(folder);
    else if (id !== null) go({ technology: id });
  };

  return (
    <figure className="map">
      <p className="readout" data-testid="readout">
        {active === null ? resting : words.get(active)}
      </p>
      {/* biome-ignore lint/a11y/useSemanticElements: what scrolls is no section of the page */}
      <div
        className="map-scroll"
        ref={scroll}
        role="region"
        aria-label="Map, to be scrolled sideways"
        // biome-ignore lint/a11y/noNoninteractiveTabindex: the arrow keys scroll it
        tabIndex={0}
        style={{ minHeight: height }}
        onScroll={({ currentTarget }) => markMore(currentTarget)}
      >
        {/* biome-ignore lint/a11y/useSemanticElements: no element of SVG is a group of controls */}
        <svg
          ref={svg}
          width={layout.width}
          height={layout.height}
          className={["map-svg", active === null ? "" : "lit", pointed === null ? "" : "pointed"].filter(Boolean).join(" ")}
          role="group"
          aria-label={`Map of ${counted(fits.length, "technology", "technologies")} in ${layout.bands.length} stages, from material to product`}
          onKeyDown={press}
          onClick={click}
          onMouseOver={(event) => setPointed(idAt(event.target, "node"))}
          onMouseLeave={() => setPointed(null)}
          onFocus={(event) => {
            setCursor(idAt(event.target, "node"));
            setPointed(idAt(event.target, "node"));
          }}
          onBlur={() => setPointed(null)}
        >
          {layout.bands.map((band) => (
            <g key={band.id} className="band">
              <rect x={band.x} y={0} width={band.width} height={layout.height} />
              <text x={band.x + 6} y={bandHead - 13}>
                {band.name}
              </text>
            </g>
          ))}
          <RestingEdges drawn={drawn} />
          {active !== null && reach && <LitEdges drawn={drawn} self={active} upstream={reach.upstream} downstream={reach.downstream} />}
          {layout.nodes.map((placed) => {
            const { id } = placed.node;
            const marks = { light: lightOf(id, active, reach), fits: fitting.has(id), chosen: id === state.technology };
            const texts = { words: words.get(id) ?? "", suffix: suffix(id) };
            return <MapNode key={id} {...{ placed, dark, ...marks, ...texts }} reachable={id === entry} by={state.colour} />;
          })}
        </svg>
      </div>
    </figure>
  );
}

/** Pixels of an edge that fade, as in its style. */
const faded = 32;

/** Scrolls the map sideways, and only so far that a technology is not under the panel. */
function showSideways(scroll: HTMLElement | null, placed: PlacedNode | undefined): void {
  if (!scroll || !placed) return;
  const { x, width } = placed.box;
  const [left, right] = [x - faded, x + width + faded];
  if (left < scroll.scrollLeft) scroll.scrollLeft = left;
  else if (right > scroll.scrollLeft + scroll.clientWidth) scroll.scrollLeft = right - scroll.clientWidth;
}

/** Fades the edges behind which there is more. */
function markMore(scroll: HTMLElement | null): void {
  if (!scroll) return;
  const { scrollLeft, scrollWidth, clientWidth } = scroll;
  scroll.classList.toggle("more-left", scrollLeft > 1);
  scroll.classList.toggle("more-right", scrollLeft + clientWidth < scrollWidth - 1);
}

function lightOf(id: string, active: string | null, reach: Reach | null): Light {
  if (active === null || reach === null) return "none";
  if (id === active) return "self";
  if (reach.needs.has(id) || reach.neededBy.has(id)) return "near";
  return reach.upstream.has(id) || reach.downstream.has(id) ? "far" : "off";
}

type Light = "self" | "near" | "far" | "off" | "none";

interface MapNodeProps {
  readonly placed: PlacedNode;
  readonly light: Light;
  readonly fits: boolean;
  readonly chosen: boolean;
  readonly reachable: boolean;
  readonly words: string;
  readonly suffix: string;
  readonly dark: boolean;
  readonly by: PageState["colour"];
}

/** A technology on the map. What does not fit the filters keeps its place as a dot without words. */
const MapNode = memo(function MapNode({ placed, light, fits, chosen, reachable, words, suffix, dark, by }: MapNodeProps) {
  const { node, x, y, radius, lines, box } = placed;
  if (!fits) return <circle className={`dot light-${light}`} cx={x} cy={y} r={2} />;
  const top = y - ((lines.length - 1) * lineHeight) / 2 + 4.8;
  const rows = labelRows(lines, labelOf(node, suffix)).map((text, index) => ({
    text,
    y: top + index * lineHeight,
    last: index === lines.length - 1 && suffix !== "" && text.endsWith(suffix),
  }));
  const classes = ["node", `light-${light}`, chosen ? "chosen" : "", node.nextGeneration ? "next" : ""].filter(Boolean).join(" ");
  return (
    // biome-ignore lint/a11y/useSemanticElements: no element of SVG is a button
    <g className={classes} role="button" tabIndex={reachable ? 0 : -1} aria-label={words} aria-pressed={chosen} data-node={node.id}>
      <rect className="node-room" x={box.x + 1} y={box.y} width={box.width - 2} height={box.height} rx={2} />
      <NodeMark {...markOf(node, by)} {...{ x, y, radius, dark }} />
      <text className="label">
        {rows.map(({ text, y: at, last }) => (
          <tspan key={at} x={x + labelInset} y={at} {...(isEnglish(text) ? { lang: "en" } : {})}>
            {last ? text.slice(0, -suffix.length) : text}
            {last && (
              <tspan className="fold" data-fold={node.id}>
                {suffix}
              </tspan>
            )}
          </tspan>
        ))}
      </text>
    </g>
  );
});

/** Lines of a label with the spaces they were broken at, so that what is read aloud or copied is the name itself. */
function labelRows(lines: readonly string[], text: string): string[] {
  let rest = text.split(/\s+/).join(" ");
  return lines.map((line) => {
    rest = rest.slice(line.length);
    if (!rest.startsWith(" ")) return line;
    rest = rest.slice(1);
    return `${line} `;
  });
}
