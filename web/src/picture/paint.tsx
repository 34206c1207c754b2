import type { ReactNode } from "react";
import type { Link } from "../../../src/report/view.ts";
import { say } from "../words/spoken.ts";

/** Colours of a picture: those of the page, light and dark, or fixed ones for a file of its own. */
export interface Paint {
  readonly ink: string;
  readonly quiet: string;
  readonly line: string;
  readonly hairline: string;
  /** Of what is known, by strength. */
  readonly tint: string;
  readonly ground: string;
  /** Of a stage of the map. */
  readonly band: string;
  /** Of lines of the map. */
  readonly edge: string;
  /** A colour that differs by paper. */
  readonly either: (colour: { readonly light: string; readonly dark: string }) => string;
  /** Of what is unknown. */
  readonly hatch: string;
}

export const pagePaint: Paint = {
  ink: "var(--ink)",
  quiet: "var(--quiet)",
  line: "var(--line)",
  hairline: "var(--hairline)",
  tint: "light-dark(#41719f, #7fa6d6)",
  ground: "var(--ground)",
  band: "var(--band)",
  edge: "var(--edge)",
  either: ({ light, dark }) => `light-dark(${light}, ${dark})`,
  hatch: "url(#hatch)",
};

export const filePaint: Paint = {
  ink: "#1b1d20",
  quiet: "#565b61",
  line: "#8b8f94",
  hairline: "#d9d9d2",
  tint: "#41719f",
  ground: "#ffffff",
  band: "#f4f4f0",
  edge: "#53585e",
  either: ({ light }) => light,
  hatch: "none",
};

/** Where and with what a picture is drawn: from left to right, its colours, and the address of what a name is about. */
export interface Canvas {
  readonly width: number;
  readonly paint: Paint;
  readonly linkTo?: ((link: Link) => string) | undefined;
}

/** A drawn picture from its top, and how high it is. */
export interface Drawn {
  readonly height: number;
  readonly body: ReactNode;
}

/** Size of letters that must be read. */
export const letter = 14;

/** Breadth of a letter of Latin script in the mean, in pixels. */
const breadth = letter * 0.5;

/** Letters of this size that have room in so many pixels. */
export const lettersIn = (pixels: number): number => Math.max(3, Math.floor(pixels / breadth));

/** Pixels that the longest of some texts takes, in the language of the page. */
export const pixelsOf = (texts: readonly string[]): number => Math.max(0, ...texts.map((text) => lettersOf(say(text)))) * breadth;

/** How many letters of Latin script have the breadth of a text: those of Chinese, Japanese and Korean are twice as broad. */
const lettersOf = (text: string): number => text.length + (text.match(broad)?.length ?? 0);

const broad = /[\u1100-\u11ff\u2e80-\u9fff\uac00-\ud7af\uf900-\ufaff\uff00-\uff60]/g;

/** A text in the language of the page, of at most so many letters of Latin script. */
export function shortened(text: string, most: number): string {
  const said = say(text);
  if (lettersOf(said) <= most) return said;
  let cut = [...said];
  while (cut.length > 1 && lettersOf(cut.join("")) > most - 1) cut = cut.slice(0, -1);
  return `${cut.join("")}…`;
}

interface LabelProps {
  readonly x: number;
  readonly y: number;
  readonly fill: string;
  readonly anchor?: "start" | "middle" | "end";
  readonly weight?: number;
  readonly children: string;
}

export const Label = ({ x, y, fill, anchor = "start", weight = 400, children }: LabelProps) => (
  <text x={x} y={y} fontSize={letter} fontWeight={weight} fill={fill} textAnchor={anchor}>
    {children}
  </text>
);

/** How strongly a part of the greatest value is tinted: never so that letters on it could not be read. */
export const strength = (value: number, most: number): number => (most > 0 ? 0.06 + 0.5 * Math.min(1, value / most) : 0.06);
