import { type AtlasRow, type AtlasRows, type Problem, problemOf } from "./atlas-rows.ts";

interface Edge {
  readonly to: string;
  readonly record: AtlasRow;
}

/** Cycles among requirements and varieties, each reported at its closing row. */
export function checkCycles(tables: AtlasRows): readonly Problem[] {
  const edges = new Map<string, Edge[]>();
  const add = (record: AtlasRow, to: string): void => {
    const from = String(record.row.technology);
    edges.set(from, [...(edges.get(from) ?? []), { to, record }]);
  };
  for (const record of tables("requirement")) add(record, String(record.row.input));
  for (const record of tables("variety")) add(record, String(record.row.variety));
  const done = new Set<string>();
  return [...edges.keys()].flatMap((start) => (done.has(start) ? [] : cyclesFrom(start, edges, done)));
}

function cyclesFrom(start: string, edges: ReadonlyMap<string, readonly Edge[]>, done: Set<string>): readonly Problem[] {
  const problems: Problem[] = [];
  const path = [{ node: start, next: 0 }];
  const position = new Map([[start, 0]]);
  for (let top = path.at(-1); top; top = path.at(-1)) {
    const edge = edges.get(top.node)?.[top.next];
    top.next += 1;
    if (!edge) {
      done.add(top.node);
      position.delete(top.node);
      path.pop();
      continue;
    }
    const back = position.get(edge.to);
    if (back !== undefined) {
      const names = path.slice(back).map(({ node }) => node);
      problems.push(problemOf(edge.record, `cycle: ${[...names, edge.to].join(" -> ")}`));
    } else if (!done.has(edge.to)) {
      position.set(edge.to, path.length);
      path.push({ node: edge.to, next: 0 });
    }
  }
  return problems;
}
