import type { ReactNode } from "react";
import type { MapChoice } from "../../../src/site/map/choice.ts";
import type { Paint } from "../picture/paint.tsx";
import { say } from "../words/spoken.ts";
import { letterSize, widthOf } from "./layout.ts";
import { Disc, Ring } from "./map-marks.tsx";
import { issuerClasses, scale } from "./scale.ts";

type Colour = MapChoice["colour"];

/** From line to line of the key. */
const keyRow = 22;

interface KeyPart {
  /** Room for what is drawn, px. */
  readonly room: number;
  readonly draw: (x: number, y: number, paint: Paint) => ReactNode;
  readonly text: string;
}

const discKey = (text: string, colour: number | null | "none"): KeyPart => ({
  room: 18,
  draw: (x, y, paint) => <Disc x={x + 7} y={y} {...{ radius: 6, colour, sized: true, paint }} />,
  text,
});

const words = (text: string): KeyPart => ({ room: 0, draw: () => null, text });
const scaleKeys = scale.map(({ text }, at) => discKey(text, at));

const colourKeys: Readonly<Record<Colour, readonly KeyPart[]>> = {
  score: [...scaleKeys, discKey("unknown", null), discKey("not applicable", "none")],
  controls: [
    words("issuers of controls in force, at least:"),
    ...issuerClasses.map((place, at) => discKey(at === issuerClasses.length - 1 ? `${at + 1} or more` : String(at + 1), place)),
    discKey("none recorded as in force: unknown", null),
  ],
  change: [...scaleKeys, discKey("unknown on one of the days", null), discKey("not applicable", "none")],
};

const usualKeys: readonly KeyPart[] = [
  { room: 18, draw: (x, y, paint) => <Ring x={x + 7} y={y} radius={6} part={0.6} paint={paint} />, text: "ring: unknown supply" },
  {
    room: 16,
    draw: (x, y, paint) => <Disc x={x + 7} y={y} {...{ radius: 4, colour: "none", sized: false, paint }} />,
    text: "area: market (dashed: unknown)",
  },
  { room: 8, draw: (x, y, { ink }) => <rect x={x} y={y - 6} width={2} height={12} fill={ink} />, text: "withheld already" },
  { room: 26, draw: (x, y, { line }) => <path d={`M${x} ${y}h20`} stroke={line} fill="none" />, text: "needs" },
  words("+n: technologies that are folded into one."),
];

interface KeyProps {
  readonly by: Colour;
  /** Whether only the colours are told. */
  readonly isShort: boolean;
  readonly y: number;
  readonly width: number;
  readonly paint: Paint;
}

/** How to read the discs, in as many lines as that takes. */
export function MapKey({ by, isShort, y, width, paint }: KeyProps) {
  let [left, row] = [16, 0];
  return [...colourKeys[by], ...(isShort ? [] : usualKeys)].map(({ room, draw, text }) => {
    const across = room + widthOf(say(text));
    if (left + across > width - 16) [left, row] = [16, row + 1];
    const [x, middle] = [left, y + row * keyRow];
    left += across + 20;
    return (
      <g key={text}>
        {draw(x, middle, paint)}
        <text x={x + room} y={middle + 5} fontSize={letterSize} fill={paint.quiet}>
          {text}
        </text>
      </g>
    );
  });
}
