import type { TechnologyCard } from "../../answers/card/technology-card.ts";
import { percentRange } from "../../base/format.ts";
import type { Section } from "../page/section.ts";

/** The neighbours of a technology: what joins them, how hard, how sure. */
export function edgeRows(title: string, edges: TechnologyCard["needs"]): Section {
  return {
    title,
    columns: [
      { title: "technology" },
      { title: "how", flexible: true },
      { title: "since" },
      { title: "grade" },
      { title: "source", flexible: true },
    ],
    rows: edges.map((edge) => [edge.technology, how(edge), edge.since ?? "", edge.grade, edge.source ?? ""]),
  };
}

function how({ relation, criticality, delta, weight }: TechnologyCard["needs"][number]): string {
  if (relation === "variety") return `weight ${weight ? percentRange(weight.low, weight.high) : "unknown"}`;
  if (relation === "process-order") return "next in the process; criticality unknown";
  if (criticality === null || criticality === "unknown") return "criticality unknown";
  return delta ? `${criticality}, loss ${percentRange(delta.low, delta.high)}` : criticality;
}
