import { type ReactNode, useId } from "react";
import { mapChoice, mapPath, toggleFold } from "../../../src/site/map/choice.ts";
import { foldMark, foldText } from "../../../src/site/map/fold.ts";
import { nodeWords } from "../../../src/site/map/node-words.ts";
import { reachFinder } from "../../../src/site/map/reach.ts";
import { namesOf } from "../../../src/site/map/tables.ts";
import type { VisibleMap } from "../../../src/site/map/visible.ts";
import { onward } from "../../../src/site/onward.ts";
import type { SiteShell } from "../../../src/site/page.ts";
import type { MapFigure } from "../../../src/site/picture.ts";
import { inEnglish } from "../../../src/words/tell.ts";
import type { PlacedNode } from "../map/layout.ts";
import { MapSvg } from "../map/map-svg.tsx";
import { pagePaint } from "../picture/paint.tsx";
import { spoken } from "../words/spoken.ts";
import { addressFrom } from "./site-context.tsx";

const room = { width: 1280, body: 640, head: 0, foot: 52 };

const resting =
  "Point at a technology, or move to one with Tab and the arrow keys: what it needs lights up to the left, what needs it to the right. Enter opens it; + shows what is folded into it.";

interface MapFigureProps {
  readonly figure: MapFigure;
  readonly shell: SiteShell;
  /** Whether it leads anywhere: a frame in a page of others does not. */
  readonly isFollowed: boolean;
}

/** The map on its page: each technology leads to its own, and what folds into it unfolds. A script lights what it needs and what needs it. */
export function MapFigureOfPage({ figure, shell, isFollowed }: MapFigureProps) {
  const { map, query, title } = figure;
  const { technology: chosen, home, colour, unfold } = mapChoice(query);
  const names = namesOf(map.economies);
  const label = useId();
  let reachOf: ReturnType<typeof reachFinder> | undefined;
  const wrap = ({ node, x, y, box, column, row }: PlacedNode, visible: VisibleMap, drawn: ReactNode): ReactNode => {
    const { folding, fitting, links } = visible;
    if (!fitting.has(node.id)) return drawn;
    reachOf ??= reachFinder(links);
    const fold = foldMark(folding, node.id);
    const said = nodeWords(node, names, fold, reachOf(node.id), colour);
    const words = spoken() === null ? inEnglish(said) : said;
    const href = addressFrom(shell)({ to: "technology", id: node.id, home: home ?? undefined });
    const turned = mapPath(query, { unfold: toggleFold(unfold, node.id, folding.parents) });
    return (
      <g key={node.id}>
        <a
          className={node.id === chosen ? "node chosen" : "node"}
          href={href}
          aria-label={words}
          data-node={node.id}
          data-at={`${column} ${row} ${x} ${y}`}
        >
          <rect className="node-room" x={box.x + 1} y={box.y} width={box.width - 2} height={box.height} rx={2} />
          {drawn}
        </a>
        {fold.count > 0 && (
          <a className="fold" href={shell.root + onward(turned, shell)} data-fold={node.id} aria-label={foldText(fold)} tabIndex={-1}>
            <rect x={box.x + box.width - 24} y={box.y} width={24} height={box.height} fill="transparent" />
          </a>
        )}
      </g>
    );
  };
  if (!isFollowed)
    return (
      <figure className="map-figure">
        <MapSvg {...{ figure, room }} paint={pagePaint} svg={{ role: "img", "aria-label": title }} />
      </figure>
    );
  return (
    <figure className="map-figure" data-map={chosen ?? ""} aria-labelledby={label}>
      <figcaption className="unseen" id={label}>
        {title}
      </figcaption>
      <p className="readout">{resting}</p>
      <div className="map-scroll">
        <MapSvg {...{ figure, room, wrap }} paint={pagePaint} svg={{ role: "group" }} />
      </div>
    </figure>
  );
}
