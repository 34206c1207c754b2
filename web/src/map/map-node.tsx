import { memo } from "react";
import type { PageState } from "../state/page-state.ts";
import { labelInset, lineHeight, type PlacedNode } from "./layout.ts";
import { markOf, NodeMark } from "./node-mark.tsx";

export type Light = "self" | "near" | "far" | "off" | "none";

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
export const MapNode = memo(function MapNode({ placed, light, fits, chosen, reachable, words, suffix, dark, by }: MapNodeProps) {
  const { node, x, y, radius, lines, box } = placed;
  if (!fits) return <circle className={`dot light-${light}`} cx={x} cy={y} r={2} />;
  const top = y - ((lines.length - 1) * lineHeight) / 2 + 3.8;
  const rows = labelRows(lines, suffix === "" ? node.name : `${node.name} ${suffix}`).map((text, index) => ({
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
          <tspan key={at} x={x + labelInset} y={at}>
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
