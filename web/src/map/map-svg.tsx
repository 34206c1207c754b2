import type { ReactNode } from "react";
import { type MapChoice, mapChoice } from "../../../src/site/map/choice.ts";
import { foldMark, foldText } from "../../../src/site/map/fold.ts";
import { type VisibleMap, visibleMap } from "../../../src/site/map/visible.ts";
import type { MapFigure } from "../../../src/site/picture.ts";
import type { Paint } from "../picture/paint.tsx";
import { curve } from "./curve.ts";
import { bandHead, labelInset, layoutMap, letterSize, lineHeight, type PlacedNode, widthOf } from "./layout.ts";
import { MapKey } from "./map-key.tsx";
import { Disc, Ring } from "./map-marks.tsx";
import { classOf } from "./scale.ts";

/** Room above and below the discs: for a title and what the picture rests on. */
export interface MapRoom {
  readonly width: number;
  readonly body: number;
  readonly head: number;
  readonly foot: number;
}

/** Names that a card has room for. */
const mostNamed = 10;

interface MapSvgProps {
  readonly figure: MapFigure;
  readonly room: MapRoom;
  readonly paint: Paint;
  /** A card, of this height by width: drawn larger, it names the most coloured alone. */
  readonly part?: number | undefined;
  /** What stands above and below, by how high the picture is. */
  readonly around?: (height: number) => ReactNode;
  /** A technology as its page shows it: what it leads to, around what is drawn. */
  readonly wrap?: (placed: PlacedNode, visible: VisibleMap, drawn: ReactNode) => ReactNode;
  /** Of a picture that stands by itself; on a page its figure names it. */
  readonly title?: string;
  readonly svg: Readonly<Record<string, unknown>>;
}

/** The map as its address chooses it: stages from left to right, technologies as discs, what they need as faint lines. */
export function MapSvg({ figure: { map, query }, room, paint, part, around, wrap, title, svg }: MapSvgProps) {
  const choice = mapChoice(query);
  const { colour: by } = choice;
  const visible = visibleMap(map, choice);
  const isCard = part !== undefined;
  const { width, body, head, foot } = room;
  const suffix = (id: string): string => (isCard ? "" : foldText(foldMark(visible.folding, id)));
  const nodes = isCard ? withFewNames(visible, by) : visible.nodes;
  const layout = layoutMap(map.stages, nodes, visible.links, { width: width - 32, height: body, measure: widthOf, suffix });
  const height = head + layout.height + foot;
  const shown = isCard ? { width: Math.max(width, height / part), height: Math.max(height, width * part) } : { width, height };
  const [left, top] = [(width - shown.width) / 2, (height - shown.height) / 2];
  return (
    // biome-ignore lint/a11y/noSvgWithoutTitle: a picture of its own has its title, one on a page the caption of its figure
    <svg {...shown} {...svg} viewBox={`${left} ${top} ${shown.width} ${shown.height}`}>
      {title !== undefined && <title>{title}</title>}
      <rect x={left} y={top} {...shown} fill={paint.ground} />
      {around?.(height)}
      <g transform={`translate(16 ${head})`}>
        {layout.bands.map(({ id, name, x, width: across }) => (
          <g key={id}>
            <rect x={x} y={0} width={across} height={layout.height} fill={paint.band} />
            <text x={x + 6} y={bandHead - 13} fontSize={letterSize} fontWeight={600} fill={paint.ink}>
              {name}
            </text>
          </g>
        ))}
        <Edges nodes={layout.nodes} links={visible.links} paint={paint} areApart={wrap !== undefined} />
        {layout.nodes.map((placed) => {
          const drawn = <Technology key={placed.node.id} {...{ placed, by, paint }} fits={visible.fitting.has(placed.node.id)} />;
          return wrap?.(placed, visible, drawn) ?? drawn;
        })}
      </g>
      <MapKey {...{ by, width, paint }} y={head + layout.height + 18} isShort={isCard} />
    </svg>
  );
}

/** Of what fits the filters the most coloured keep their names. */
function withFewNames({ nodes, fitting }: VisibleMap, by: MapChoice["colour"]): VisibleMap["nodes"] {
  const strength = (node: VisibleMap["nodes"][number]): number => {
    if (typeof classOf(node, by) !== "number" || !fitting.has(node.id)) return -1;
    if (by === "controls") return node.controls?.issuers.length ?? 0;
    return by === "change" ? Number(node.change) : (node.score?.[1] ?? 0);
  };
  const named = new Set(
    nodes
      .filter((node) => strength(node) > 0)
      .sort((a, b) => strength(b) - strength(a))
      .slice(0, mostNamed),
  );
  return nodes.map((node) => (named.has(node) ? node : { ...node, name: "" }));
}

interface EdgesProps {
  readonly nodes: readonly PlacedNode[];
  readonly links: VisibleMap["links"];
  readonly paint: Paint;
  /** Each a line of its own, which can be lit; else one for each relation. */
  readonly areApart: boolean;
}

const looks = { requires: { opacity: 0.16 }, variety: { opacity: 0.4, strokeDasharray: "1.5 2.5" } } as const;

function Edges({ nodes, links, paint, areApart }: EdgesProps) {
  const at = new Map(nodes.map((placed) => [placed.node.id, placed]));
  const line = { fill: "none", stroke: paint.edge, strokeWidth: 0.7 };
  const drawn = links.flatMap((link) => {
    const [from, to] = [at.get(link.from), at.get(link.to)];
    return from && to ? [{ ...link, d: curve(from, to) }] : [];
  });
  return (["requires", "variety"] as const).map((relation) => {
    const own = drawn.filter((edge) => edge.relation === relation);
    return (
      <g key={relation} className="edges" {...line} {...looks[relation]}>
        {areApart ? (
          own.map(({ from, to, d }) => <path key={`${from} ${to}`} d={d} data-from={from} data-to={to} />)
        ) : (
          <path d={own.map(({ d }) => d).join("")} />
        )}
      </g>
    );
  });
}

interface TechnologyProps {
  readonly placed: PlacedNode;
  readonly by: MapChoice["colour"];
  readonly fits: boolean;
  readonly paint: Paint;
}

/** What does not fit the filters keeps its place as a dot without words. */
function Technology({ placed: { node, x, y, radius, lines }, by, fits, paint }: TechnologyProps) {
  if (!fits) return <circle cx={x} cy={y} r={2} fill={paint.line} />;
  const top = y - ((lines.length - 1) * lineHeight) / 2 + 4.8;
  return (
    <>
      {node.withheldSince !== null && <rect x={x - radius - 5.5} y={y - 6} width={2} height={12} fill={paint.ink} />}
      <Disc {...{ x, y, radius, paint }} colour={classOf(node, by)} sized={node.marketSize !== null} />
      <Ring {...{ x, y, paint }} radius={radius + 2.2} part={node.unknownShare} />
      {lines.map((text, at) => (
        <text
          key={text}
          x={x + labelInset}
          y={top + at * lineHeight}
          fontSize={letterSize}
          fill={paint.ink}
          fontStyle={node.nextGeneration ? "italic" : undefined}
          lang={/\p{Script=Han}/u.test(text) ? undefined : "en"}
        >
          {text}
        </text>
      ))}
    </>
  );
}
