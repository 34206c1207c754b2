import { counted } from "../../../src/base/format.ts";
import type { Node } from "../map/fold.ts";
import { markOf, NodeMark } from "../map/node-mark.tsx";
import { controlCell, scoreCell } from "../map/node-words.ts";
import type { VisibleProps } from "../map/visible.ts";
import { toggleFold } from "../state/page-state.ts";
import { useDark } from "../state/use-page.ts";
import { TechnologyLink } from "./page-link.tsx";
import { sortNodes } from "./sort-nodes.ts";

/** The map for narrow screens: stages from material to product, folded technologies indented under their own. */
export function StageList({ map, visible, state, go }: VisibleProps) {
  const { nodes, folding, fitting } = visible;
  const shown = new Set(nodes.map((node) => node.id));
  const isRoot = (node: Node): boolean => node.parent === null || !shown.has(node.parent);
  const stages = [...map.stages].sort((a, b) => a.position - b.position);
  const known = new Set(stages.map((stage) => stage.id));
  const groups = [...stages, { id: "", name: "No stage", position: 0 }]
    .map((stage) => ({
      stage,
      roots: sortNodes(
        nodes.filter(
          (node) =>
            isRoot(node) && fitsInside(node, nodes, fitting) && (stage.id === "" ? !known.has(node.stage ?? "") : node.stage === stage.id),
        ),
        state.colour,
      ),
    }))
    .filter(({ roots }) => roots.length > 0);
  return (
    <div className="stage-list">
      {groups.length === 0 && <p className="empty">No technology fits these filters. Clear one of them to see more.</p>}
      {groups.map(({ stage, roots }) => (
        <section key={stage.id}>
          <h2>{stage.name}</h2>
          <ul>
            {roots.map((node) => (
              <StageItem key={node.id} node={node} {...{ visible, state, go }} count={folding.children.get(node.id)?.length ?? 0} />
            ))}
          </ul>
        </section>
      ))}
    </div>
  );
}

const fitsInside = (node: Node, nodes: readonly Node[], fitting: ReadonlySet<string>): boolean =>
  fitting.has(node.id) || nodes.some((other) => other.parent === node.id && fitsInside(other, nodes, fitting));

function StageItem({ node, count, visible, state, go }: Omit<VisibleProps, "map"> & { readonly node: Node; readonly count: number }) {
  const dark = useDark();
  const { nodes, folding, fitting } = visible;
  const below = nodes.filter((other) => other.parent === node.id && fitsInside(other, nodes, fitting));
  const open = nodes.some((other) => other.parent === node.id);
  return (
    <li>
      <div className="stage-item">
        <svg width={28} height={24} aria-hidden="true">
          <NodeMark {...markOf(node, state.colour)} x={15} y={12} radius={7} dark={dark} />
        </svg>
        <TechnologyLink id={node.id} go={go}>
          {node.name}
        </TechnologyLink>
        <span className="score-words">{state.colour === "controls" ? controlCell(node) : scoreCell(node)}</span>
      </div>
      {count > 0 && (
        <button type="button" aria-expanded={open} onClick={() => go({ unfold: toggleFold(state.unfold, node.id, folding.parents) })}>
          {open ? "Fold" : "Show"} {counted(count, "technology", "technologies")} in it
          <span className="unseen">: {node.name}</span>
        </button>
      )}
      {below.length > 0 && (
        <ul>
          {sortNodes(below, state.colour).map((other) => (
            <StageItem key={other.id} node={other} count={folding.children.get(other.id)?.length ?? 0} {...{ visible, state, go }} />
          ))}
        </ul>
      )}
    </li>
  );
}
