import { memo, useMemo } from "react";
import { curve } from "./curve.ts";
import type { PlacedNode } from "./layout.ts";
import type { Link } from "./visible.ts";

interface Drawn {
  readonly link: Link;
  readonly path: string;
}

/** Paths of all links between placed technologies. */
export function useDrawnLinks(placed: readonly PlacedNode[], links: readonly Link[]): readonly Drawn[] {
  return useMemo(() => {
    const at = new Map(placed.map((entry) => [entry.node.id, entry]));
    return links.flatMap((link) => {
      const [from, to] = [at.get(link.from), at.get(link.to)];
      return from && to ? [{ link, path: curve(from, to) }] : [];
    });
  }, [placed, links]);
}

/** All edges at rest: one thin faded path for each relation. */
export const RestingEdges = memo(function RestingEdges({ drawn }: { readonly drawn: readonly Drawn[] }) {
  const joined = (relation: Link["relation"]): string =>
    drawn
      .filter((entry) => entry.link.relation === relation)
      .map((entry) => entry.path)
      .join("");
  return (
    <g className="edges">
      <path className="edge" d={joined("requires")} />
      <path className="edge variety" d={joined("variety")} />
    </g>
  );
});

interface LitProps {
  readonly drawn: readonly Drawn[];
  readonly self: string;
  readonly upstream: ReadonlySet<string>;
  readonly downstream: ReadonlySet<string>;
}

/** The edges that lead to one technology and on from it. */
export function LitEdges({ drawn, self, upstream, downstream }: LitProps) {
  const near = drawn.filter(({ link }) => link.from === self || link.to === self);
  const far = drawn.filter(({ link }) => {
    if (link.from === self || link.to === self) return false;
    return (upstream.has(link.from) && upstream.has(link.to)) || (downstream.has(link.from) && downstream.has(link.to));
  });
  return (
    <g className="edges">
      <path className="edge lit-far" d={far.map((entry) => entry.path).join("")} />
      <path className="edge lit-near" d={near.map((entry) => entry.path).join("")} />
    </g>
  );
}
