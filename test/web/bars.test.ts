import { createElement, type FunctionComponent } from "react";
import { renderToStaticMarkup } from "react-dom/server";
import { expect, it } from "vitest";
import type { Bar, FigureBlock } from "../../src/report/view.ts";
import type { SiteShell } from "../../src/site/page.ts";
import type { Picture } from "../../src/site/picture.ts";
import { barPicture, partBar } from "../../src/site/pictures.ts";

/** Under names that are no literals, as only the page is compiled for a browser. */
const parts = {
  figure: "../../web/src/view/view-figure.tsx",
  context: "../../web/src/site/site-context.tsx",
  file: "../../web/src/site/picture-svg.tsx",
} as const;
const { ViewFigure } = (await import(parts.figure as string)) as { ViewFigure: FunctionComponent<{ block: FigureBlock; context: object }> };
const { siteContext } = (await import(parts.context as string)) as { siteContext: (shell: object) => object };
const { renderPicture } = (await import(parts.file as string)) as {
  renderPicture: (picture: Picture, of: object, shell: object) => string;
};

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
