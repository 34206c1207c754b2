import type { Answer } from "../../ask/ask.ts";
import type { Interval } from "../../base/numbers.ts";
import type { Node } from "./fold.ts";
import { moved } from "./moves.ts";

/** What differs of a technology between two days. */
export interface NodeChange {
  readonly node: Node;
  /** Issuers of controls in force on one of the two days alone, as far as recorded. */
  readonly added: readonly string[];
  readonly ended: readonly string[];
  /** The score of each day; `null`: unknown. */
  readonly score: readonly [before: Interval | null, after: Interval | null];
  /** Who could cause the most of each day; `null`: unknown. */
  readonly holder: readonly [before: string | null, after: string | null];
}

/** A smaller move of the middle of a score is none. */
const least = 0.01;

/** Technologies of which controls, score or holder differ, those that moved most first. */
export function changesSince(before: Pick<Answer<"map">, "nodes">, after: Pick<Answer<"map">, "nodes">): readonly NodeChange[] {
  const earlier = new Map(before.nodes.map((node) => [node.id, node]));
  const found = after.nodes.flatMap((node): readonly NodeChange[] => {
    const was = earlier.get(node.id);
    const [old, now] = [was?.controls?.issuers ?? [], node.controls?.issuers ?? []];
    const change: NodeChange = {
      node,
      added: now.filter((issuer) => !old.includes(issuer)),
      ended: old.filter((issuer) => !now.includes(issuer)),
      score: [was?.score ?? null, node.score],
      holder: [was?.holder ?? null, node.holder],
    };
    const far = moved(was, node);
    const isMoved = far === null ? (was?.score ?? null) !== node.score : far !== "none" && far >= least;
    const isHeldAnew = change.holder[0] !== change.holder[1];
    return change.added.length + change.ended.length > 0 || isMoved || isHeldAnew ? [change] : [];
  });
  const size = ({ node }: NodeChange): number => {
    const far = moved(earlier.get(node.id), node);
    return typeof far === "number" ? far : -1;
  };
  return found.sort((a, b) => size(b) - size(a) || (a.node.name < b.node.name ? -1 : 1));
}
