import type { ReactNode } from "react";
import { renderToStaticMarkup } from "react-dom/server";
import type { SiteShell } from "../../../src/site/page.ts";
import type { MapFigure } from "../../../src/site/picture.ts";
import { issuersColour, mostIssuers, nodeColour, scaleStops, scoreColour } from "../colour/colours.ts";
import { curve, ringDashes } from "../map/curve.ts";
import { foldMark, foldText } from "../map/fold.ts";
import { bandHead, labelInset, layoutMap, letterSize, lineHeight, type PlacedNode } from "../map/layout.ts";
import { type VisibleMap, visibleMap } from "../map/visible.ts";
import { type PageState, parseState } from "../state/page-state.ts";
import { say } from "../words/spoken.ts";
import { type PictureOf, restsOn } from "./picture-notes.ts";
import { pictureSource } from "./picture-source.ts";

const [head, foot] = [56, 94];
/** Where all names stand, and for a card, of which people see little more than half the size. */
const [usual, ofCard] = [
  { width: 1280, body: 660 },
  { width: 1040, body: 416 },
];
/** Names that a card has room for. */
const mostNamed = 10;
/** From line to line of the key. */
const keyRow = 22;
const [ink, quiet, line, band] = ["#1b1d20", "#565b61", "#8b8f94", "#f4f4f0"];
const font = "'Noto Sans', 'Liberation Sans', 'Noto Sans CJK SC', Arial, sans-serif";

/** Parts of the size of letters that a letter of a usual face is wide, with a little room; no browser is there to measure. */
const letterWidths: readonly (readonly [RegExp, number])[] = [
  [/[\u3000-\uffff]/, 1],
  [/[ijl.,:;'\s]/, 0.3],
  [/[tfrI()-]/, 0.36],
  [/[mwMW%]/, 0.88],
  [/[A-Z]/, 0.72],
];

const measure = (text: string): number =>
  [...text].reduce((sum, letter) => sum + letterSize * (letterWidths.find(([kind]) => kind.test(letter))?.[1] ?? 0.59), 0);

type Colour = PageState["colour"];

/** What the colour of a disc tells. */
const subtitles: Readonly<Record<Colour, string>> = {
  score: "part of final chip output that one foreign holder could withhold, of final products part of their use; mean of twelve months",
  controls: "issuers whose controls are in force, against anyone, as recorded",
  change: "points by which the loss that one foreign holder could cause has moved since the chosen day",
};

/**
 * The map as its address chooses it, as a file of SVG that needs no style of a page; all text in it is escaped. `part`: height by width of a card, which is drawn
 * larger and names the most coloured alone.
 */
export function renderMap({ map, title, query }: MapFigure, of: Partial<PictureOf>, shell: SiteShell, part?: number): string {
  const state = parseState(new URLSearchParams(query).toString());
  const { colour: by } = state;
  const visible = visibleMap(map, state);
  const isCard = part !== undefined;
  const { width, body } = isCard ? ofCard : usual;
  const suffix = (id: string): string => (isCard ? "" : foldText(foldMark(visible.folding, id)));
  const nodes = isCard ? withFewNames(visible, by) : visible.nodes;
  const layout = layoutMap(map.stages, nodes, visible.links, { width: width - 32, height: body, measure, suffix });
  const height = head + layout.height + foot;
  const shown = isCard ? { width: Math.max(width, height / part), height: Math.max(height, width * part) } : { width, height };
  const [left, top] = [(width - shown.width) / 2, (height - shown.height) / 2];
  return renderToStaticMarkup(
    <svg
      xmlns="http://www.w3.org/2000/svg"
      {...shown}
      viewBox={`${left} ${top} ${shown.width} ${shown.height}`}
      fontFamily={font}
      role="img"
    >
      <title>{title}</title>
      <rect x={left} y={top} {...shown} fill="#ffffff" />
      <text x={16} y={24} fontSize={17} fontWeight={600} fill={ink}>
        {title}
      </text>
      <text x={16} y={44} fontSize={letterSize} fill={quiet}>
        {subtitles[by]}
      </text>
      <g transform={`translate(16 ${head})`}>
        {layout.bands.map(({ id, name, x, width: across }) => (
          <g key={id}>
            <rect x={x} y={0} width={across} height={layout.height} fill={band} />
            <text x={x + 6} y={bandHead - 13} fontSize={letterSize} fontWeight={600} fill={ink}>
              {name}
            </text>
          </g>
        ))}
        <Edges nodes={layout.nodes} links={visible.links} />
        {layout.nodes.map((placed) => (
          <Technology key={placed.node.id} placed={placed} by={by} fits={visible.fitting.has(placed.node.id)} />
        ))}
      </g>
      <Key y={height - foot + 18} keys={isCard ? colourKeys[by] : [...colourKeys[by], ...usualKeys]} width={width} />
      <text x={16} y={height - 30} fontSize={letterSize} fill={quiet}>
        {restsOn(of.evidence).map((note) => (
          <tspan key={note}>{note} </tspan>
        ))}
        {!isCard && <tspan>+n: technologies that are folded into one.</tspan>}
      </text>
      <text x={16} y={height - 10} fontSize={letterSize} fill={quiet}>
        <tspan>{pictureSource(shell, map.asOf)}</tspan>
      </text>
    </svg>,
  );
}

/** Of what fits the filters the most coloured keep their names. */
function withFewNames({ nodes, fitting }: VisibleMap, by: Colour): VisibleMap["nodes"] {
  const strength = (node: VisibleMap["nodes"][number]): number => {
    const colour = nodeColour(node, by);
    return typeof colour === "number" && fitting.has(node.id) ? Math.abs(colour) : 0;
  };
  const named = new Set(
    nodes
      .filter((node) => strength(node) > 0)
      .sort((a, b) => strength(b) - strength(a))
      .slice(0, mostNamed),
  );
  return nodes.map((node) => (named.has(node) ? node : { ...node, name: "" }));
}

function Edges({ nodes, links }: { readonly nodes: readonly PlacedNode[]; readonly links: VisibleMap["links"] }) {
  const at = new Map(nodes.map((placed) => [placed.node.id, placed]));
  const joined = (relation: "requires" | "variety"): string =>
    links
      .flatMap((link) => {
        const [from, to] = [at.get(link.from), at.get(link.to)];
        return link.relation === relation && from && to ? [curve(from, to)] : [];
      })
      .join("");
  return (
    <>
      <path d={joined("requires")} fill="none" stroke="#53585e" strokeWidth={0.7} opacity={0.16} />
      <path d={joined("variety")} fill="none" stroke="#53585e" strokeWidth={0.7} opacity={0.4} strokeDasharray="1.5 2.5" />
    </>
  );
}

interface TechnologyProps {
  readonly placed: PlacedNode;
  readonly by: Colour;
  readonly fits: boolean;
}

/** What does not fit the filters keeps its place as a dot without words. */
function Technology({ placed: { node, x, y, radius, lines }, by, fits }: TechnologyProps) {
  if (!fits) return <circle cx={x} cy={y} r={2} fill={line} />;
  const top = y - ((lines.length - 1) * lineHeight) / 2 + 4.8;
  return (
    <>
      {node.withheldSince !== null && <rect x={x - radius - 5.5} y={y - 6} width={2} height={12} fill={ink} />}
      <Disc x={x} y={y} radius={radius} colour={nodeColour(node, by)} sized={node.marketSize !== null} />
      {node.unknownShare >= 0.05 && <Ring x={x} y={y} radius={radius + 2.2} part={node.unknownShare} />}
      {lines.map((text, at) => (
        <text key={text} x={x + labelInset} y={top + at * lineHeight} fontSize={letterSize} fill={ink} lang="en">
          {text}
        </text>
      ))}
    </>
  );
}

interface DiscProps {
  readonly x: number;
  readonly y: number;
  readonly radius: number;
  /** As of `nodeColour`. */
  readonly colour: number | null | "none";
  readonly sized: boolean;
}

/** A disc; of what is unknown hatched by lines of its own, as other programs know no patterns. */
const Disc = ({ x, y, radius, colour, sized }: DiscProps) => (
  <>
    <circle
      cx={x}
      cy={y}
      r={radius}
      fill={typeof colour === "number" ? scoreColour(colour, false) : "#ffffff"}
      stroke="#53585e"
      strokeWidth={0.8}
      {...(sized ? {} : { strokeDasharray: "1.6 1.4" })}
    />
    {colour === null && <path d={hatch(x, y, radius)} fill="none" stroke="#6c7177" strokeWidth={0.7} />}
  </>
);

/** Slanted chords of a circle. */
function hatch(x: number, y: number, radius: number): string {
  const chords: string[] = [];
  for (let from = -radius + 1.5; from < radius; from += 3) {
    const half = Math.sqrt(radius ** 2 - from ** 2);
    const at = (along: number): string =>
      [x + (from - along) * Math.SQRT1_2, y + (from + along) * Math.SQRT1_2].map((value) => value.toFixed(2)).join(" ");
    chords.push(`M${at(-half)}L${at(half)}`);
  }
  return chords.join("");
}

/** The part of world supply whose holder nobody knows, as an arc from the top. */
function Ring({ x, y, radius, part }: { readonly x: number; readonly y: number; readonly radius: number; readonly part: number }) {
  const dashes = ringDashes(part).split(" ").map(Number);
  const arcs: string[] = [];
  let at = 0;
  for (const [place, length] of dashes.entries()) {
    if (place % 2 === 0) arcs.push(arc(x, y, radius, at / 100, (at + length) / 100));
    at += length;
  }
  return <path d={arcs.join("")} fill="none" stroke="#53585e" strokeWidth={1.4} />;
}

function arc(x: number, y: number, radius: number, from: number, to: number): string {
  const point = (part: number): string =>
    [x + radius * Math.sin(2 * Math.PI * part), y - radius * Math.cos(2 * Math.PI * part)].map((value) => value.toFixed(2)).join(" ");
  return `M${point(from)}A${radius} ${radius} 0 ${to - from > 0.5 ? 1 : 0} 1 ${point(to)}`;
}

const swatch = 16;

interface KeyPart {
  /** Room for what is drawn, px. */
  readonly room: number;
  readonly draw: (x: number, y: number) => ReactNode;
  readonly text: string;
}

const discKey = (text: string, disc: Omit<DiscProps, "x" | "y">): KeyPart => ({
  room: 18,
  draw: (x, y) => <Disc x={x + 7} y={y} {...disc} />,
  text,
});

const scaleKey: KeyPart = {
  room: 30 + scaleStops.length * swatch,
  draw: (x, y) => (
    <>
      <Words x={x} y={y + 5}>
        0%
      </Words>
      {scaleStops.map((colour, at) => (
        <rect key={colour} x={x + 24 + at * swatch} y={y - 5} width={swatch + 0.3} height={10} fill={colour} />
      ))}
    </>
  ),
  text: "100%",
};

const colourKeys: Readonly<Record<Colour, readonly KeyPart[]>> = {
  score: [
    scaleKey,
    discKey("unknown", { radius: 6, colour: null, sized: true }),
    discKey("not applicable", { radius: 6, colour: "none", sized: true }),
  ],
  controls: [
    { room: 0, draw: () => null, text: "issuers of controls in force, at least:" },
    ...Array.from({ length: mostIssuers }, (_, at) => at + 1).map((count) =>
      discKey(count === mostIssuers ? `${count} or more` : String(count), { radius: 6, colour: issuersColour(count), sized: true }),
    ),
    discKey("none recorded as in force: unknown", { radius: 6, colour: null, sized: true }),
  ],
  change: [
    scaleKey,
    discKey("unknown on one of the days", { radius: 6, colour: null, sized: true }),
    discKey("not applicable", { radius: 6, colour: "none", sized: true }),
  ],
};

const usualKeys: readonly KeyPart[] = [
  { room: 18, draw: (x, y) => <Ring x={x + 7} y={y} radius={6} part={0.6} />, text: "ring: unknown supply" },
  discKey("area: market (dashed: unknown)", { radius: 4, colour: 0.2, sized: false }),
  { room: 8, draw: (x, y) => <rect x={x} y={y - 6} width={2} height={12} fill={ink} />, text: "withheld already" },
  { room: 26, draw: (x, y) => <path d={`M${x} ${y}h20`} stroke={line} fill="none" />, text: "needs" },
];

/** How to read the discs, in as many lines as that takes. */
function Key({ y, keys, width }: { readonly y: number; readonly keys: readonly KeyPart[]; readonly width: number }) {
  let [left, row] = [16, 0];
  return keys.map(({ room, draw, text }) => {
    const across = room + measure(say(text));
    if (left + across > width - 16) [left, row] = [16, row + 1];
    const [x, middle] = [left, y + row * keyRow];
    left += across + 20;
    return (
      <g key={text}>
        {draw(x, middle)}
        <Words x={x + room} y={middle + 5}>
          {text}
        </Words>
      </g>
    );
  });
}

const Words = ({ x, y, children }: { readonly x: number; readonly y: number; readonly children: string }) => (
  <text x={x} y={y} fontSize={letterSize} fill={quiet}>
    {children}
  </text>
);
