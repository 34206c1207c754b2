import type { SupplyMap } from "../../measure/supply/supply-map.ts";
import type { Grade } from "../shared/evidence.ts";
import type { TechnologyCard } from "./technology-card.ts";

type Edge = TechnologyCard["needs"][number];

/** What a technology needs, what needs it, its varieties, what it is one of, and the others of these. */
export function edgesOf(
  map: SupplyMap,
  index: number,
): Pick<TechnologyCard, "needs" | "neededBy" | "varieties" | "varietyOf" | "substitutes"> {
  const to = (other: number) => ({ technology: map.technologies[other]!.id, name: map.technologies[other]!.name });
  const requirement = (other: number, edge: SupplyMap["requirements"][number]): Edge => ({
    ...to(other),
    relation: edge.row ? "requires" : "process-order",
    criticality: edge.criticality,
    delta: edge.delta && { low: edge.delta[0], high: edge.delta[1] },
    weight: null,
    since: edge.row?.since ?? null,
    grade: (edge.row?.grade ?? "derived") as Grade,
    source: edge.row?.source ?? null,
    note: edge.row?.note ?? null,
  });
  const variety = (other: number, edge: SupplyMap["varieties"][number]): Edge => ({
    ...to(other),
    relation: "variety",
    criticality: null,
    delta: null,
    weight: edge.weight && { low: edge.weight[0], high: edge.weight[1] },
    since: null,
    grade: edge.row.grade as Grade,
    source: edge.row.source,
    note: edge.row.note,
  });
  const families = new Set(map.varieties.filter((edge) => edge.variety === index).map((edge) => edge.parent));
  return {
    substitutes: map.varieties
      .filter((edge) => families.has(edge.parent) && edge.variety !== index)
      .map((edge) => variety(edge.variety, edge)),
    needs: map.requirements.filter((edge) => edge.user === index).map((edge) => requirement(edge.input, edge)),
    neededBy: map.requirements.filter((edge) => edge.input === index).map((edge) => requirement(edge.user, edge)),
    varieties: map.varieties.filter((edge) => edge.parent === index).map((edge) => variety(edge.variety, edge)),
    varietyOf: map.varieties.filter((edge) => edge.variety === index).map((edge) => variety(edge.parent, edge)),
  };
}
