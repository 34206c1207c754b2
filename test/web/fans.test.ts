import type { ReactNode } from "react";
import { renderToStaticMarkup } from "react-dom/server";
import { expect, it } from "vitest";
import type { Fans } from "../../src/site/picture.ts";

/** Under a name that is no literal, as only the page is compiled for a browser. */
const drawer: string = "../../web/src/picture/draw-fans.tsx";

const paint = { ink: "#000", quiet: "#000", line: "#000", hairline: "#000", tint: "#000", ground: "#fff", hatch: "none" };
const points = [{ month: 12, interval: [0.1, 0.2, 0.3] as const }];

it("a title too long for its panel goes on in the next line, and all panels stand as deep", async () => {
  const { drawFans } = (await import(drawer)) as { drawFans: (fans: Fans, canvas: object) => { height: number; body: ReactNode } };
  const long = "Japan withholds Photoresists from South Korea, from 2027-01-01 for 12 months: South Korea";
  const draw = (...titles: string[]) =>
    drawFans({ kind: "fans", panels: titles.map((title) => ({ title, points })) }, { width: 900, paint });
  const [short, both] = [draw("A", "B"), draw(long, "B")];
  expect(both.height).toBeGreaterThan(short.height);
  const told = [...renderToStaticMarkup(both.body).matchAll(/<text[^>]*font-weight="600"[^>]*>([^<]*)</g)].map(([, text]) => text);
  expect(told.length).toBeGreaterThan(2);
  expect(told.slice(0, -1).join(" ")).toBe(long);
  expect(told.at(-1)).toBe("B");
});
