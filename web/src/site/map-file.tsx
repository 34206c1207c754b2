import { renderToStaticMarkup } from "react-dom/server";
import { type MapChoice, mapChoice } from "../../../src/site/map/choice.ts";
import type { SiteShell } from "../../../src/site/page.ts";
import type { MapFigure } from "../../../src/site/picture.ts";
import { letterSize } from "../map/layout.ts";
import { MapSvg } from "../map/map-svg.tsx";
import { filePaint } from "../picture/paint.tsx";
import { type PictureOf, restsOn } from "./picture-notes.ts";
import { pictureSource } from "./picture-source.ts";

/** Where all names stand, and for a card, of which people see little more than half the size. */
const [usual, ofCard] = [
  { width: 1280, body: 660, head: 56, foot: 94 },
  { width: 1040, body: 416, head: 56, foot: 94 },
];
const font = "'Noto Sans', 'Liberation Sans', 'Noto Sans CJK SC', Arial, sans-serif";

/** What the colour of a disc tells. */
const subtitles: Readonly<Record<MapChoice["colour"], string>> = {
  score: "part of final chip output that one foreign holder could withhold, of final products part of their use; mean of twelve months",
  controls: "issuers whose controls are in force, against anyone, as recorded",
  change: "points by which the loss that one foreign holder could cause has moved since the chosen day",
};

/**
 * The map as a file of SVG that needs no style of a page; all text in it is escaped. `part`: height by width of a card, which is drawn
 * larger and names the most coloured alone.
 */
export function renderMap(figure: MapFigure, of: Partial<PictureOf>, shell: SiteShell, part?: number): string {
  const { ink, quiet } = filePaint;
  const { colour } = mapChoice(figure.query);
  const around = (height: number) => (
    <>
      <text x={16} y={24} fontSize={17} fontWeight={600} fill={ink}>
        {figure.title}
      </text>
      <text x={16} y={44} fontSize={letterSize} fill={quiet}>
        {subtitles[colour]}
      </text>
      <text x={16} y={height - 30} fontSize={letterSize} fill={quiet}>
        {restsOn(of.evidence).map((note) => (
          <tspan key={note}>{note} </tspan>
        ))}
      </text>
      <text x={16} y={height - 10} fontSize={letterSize} fill={quiet}>
        <tspan>{pictureSource(shell, figure.map.asOf)}</tspan>
      </text>
    </>
  );
  const svg = { xmlns: "http://www.w3.org/2000/svg", fontFamily: font, role: "img" };
  const room = part === undefined ? usual : ofCard;
  return renderToStaticMarkup(<MapSvg {...{ figure, room, part, around, svg }} title={figure.title} paint={filePaint} />);
}
