import { createElement, type FunctionComponent } from "react";
import { renderToStaticMarkup } from "react-dom/server";
import { expect, it } from "vitest";
import type { Bar, FigureBlock } from "../../src/report/view.ts";
import type { SiteShell } from "../../src/site/page.ts";
import type { Picture } from "../../src/site/picture.ts";
import { barPicture, countBar, partBar, rangeBar } from "../../src/site/pictures.ts";

/** Under names that are no literals, as only the page is compiled for a browser. */
const parts = {
  figure: "../../web/src/view/view-figure.tsx",
  context: "../../web/src/site/site-context.tsx",
  file: "../../web/src/site/picture-svg.tsx",
  colours: "../../web/src/colour/colours.ts",
} as const;
const { ViewFigure, figureCsv } = (await import(parts.figure as string)) as {
  ViewFigure: FunctionComponent<{ block: FigureBlock; context: object }>;
  figureCsv: (block: FigureBlock) => string;
};
const { siteContext } = (await import(parts.context as string)) as { siteContext: (shell: object) => object };
const { renderPicture } = (await import(parts.file as string)) as {
  renderPicture: (picture: Picture, of: object, shell: object) => string;
};
const { scoreColour } = (await import(parts.colours as string)) as { scoreColour: (score: number, dark: boolean | "either") => string };

const shell: SiteShell = { root: "../", styles: [], scripts: [], path: "x", query: {}, day: "2026-11-25", edition: null };
const pictureOf = (...bars: readonly Bar[]): FigureBlock => barPicture("Who supplies it", "part", bars)!;
const onPage = (picture: FigureBlock): string =>
  renderToStaticMarkup(createElement(ViewFigure, { block: picture, context: { ...siteContext(shell), copy: () => null } }));
const asFile = (picture: Picture): string => renderPicture(picture, { title: "Who?" }, shell);

it("a bar leads on the page to what it is about, for the home whose losses it tells; its file does not", () => {
  const picture = pictureOf(
    partBar("Resist (Japan)", [0.1, 0.2, 0.3], { to: "technology", id: "resist", home: "KR" }),
    partBar("other", null),
  );
  expect(onPage(picture)).toContain('<th scope="row"><a href="../technology/resist?home=KR">Resist (Japan)</a></th>');
  expect(onPage(picture)).toContain('<th scope="row">other</th>');
  expect(asFile(picture)).toContain(">Resist (Japan)</text>");
  expect(asFile(picture)).not.toContain("<a");
});

it("a bar has the same colour in its file as on the page: by its value, and one for all where that is no part of a whole", () => {
  const part = pictureOf(partBar("a", [0.1, 0.2, 0.3]));
  expect(onPage(part)).toContain(`fill="${scoreColour(0.2, "either")}"`);
  expect(asFile(part)).toContain(`fill="${scoreColour(0.2, false)}"`);
  const counts = pictureOf(countBar("a", 3), countBar("b", 9));
  expect(onPage(counts)).toContain('class="bar plain"');
  expect(asFile(counts).match(/<rect[^>]* fill="#8b8f94"/g)).toHaveLength(2);
});

it("a figure of one value has no whisker, neither on the page nor in its file", () => {
  const [wide, point] = [pictureOf(partBar("a", [0.1, 0.2, 0.3])), pictureOf(partBar("a", [0.2, 0.2, 0.2]))];
  const whiskers = ({ kind: _, ...rest }: FigureBlock): readonly number[] => {
    const picture: FigureBlock = { kind: "figure", ...rest };
    return [onPage(picture).split("whisker-line").length - 1, asFile(picture).split(/M[\d.]+ [\d.]+H/).length - 1];
  };
  expect(whiskers(wide)).toEqual([1, 1]);
  expect(whiskers(point)).toEqual([0, 0]);
});

it("a picture of dots goes from end to end, with the line of equals through it", () => {
  const dot = (label: string, at: number) => ({ label, x: [at, at, at], y: [at, at, at], isSolid: true }) as const;
  const svg = asFile({
    kind: "drawn",
    title: "Said and measured",
    unit: "part",
    summary: "",
    shape: { kind: "dots", x: "measured", y: "said", areAlike: true, solid: "within", dots: [dot("a", 0), dot("b", 1)] },
  });
  const across = [...svg.matchAll(/<circle cx="([\d.]+)"/g)].map(([, x]) => Number(x));
  expect(across[1]! - across[0]!).toBeGreaterThan(700);
  expect(svg).toMatch(new RegExp(`<path d="M${across[0]} [\\d.]+L${across[1]} `));
});

it("a part of which one end is known has no middle, in the picture and as data", () => {
  const bars = [
    rangeBar("both", 0.2, 0.4),
    rangeBar("at most", null, 0.54),
    rangeBar("at least", 0.68, null),
    rangeBar("none", null, null),
  ];
  expect(bars.map(({ text, interval, most }) => [text, interval, most])).toEqual([
    ["20 to 40%", [0.2, expect.closeTo(0.3, 12), 0.4], undefined],
    ["at most 54%", null, 0.54],
    ["at least 68%", [0.68, 0.68, 1], undefined],
    ["unknown", null, undefined],
  ]);
  expect(
    figureCsv(pictureOf(...bars))
      .trim()
      .split(/\r?\n/),
  ).toEqual(["of,low,middle,high", "both,0.2,0.3,0.4", "at most,,,0.54", "at least,0.68,,", "none,,,"]);
});
