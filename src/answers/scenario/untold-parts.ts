import { z } from "zod";
import { firmPart } from "../../leverage/draw/firm-part.ts";
import type { AskedTechnology } from "../../leverage/scenario/compile-scenario.ts";
import type { SupplyMeasure } from "../../leverage/scenario/scenario.ts";
import { economyName } from "../shared/names.ts";
import type { ReadModel } from "../shared/read-model.ts";
import { list, objects } from "../shared/schema.ts";

export const untoldPartsSchema = objects({
  holder: z.string(),
  name: z.string(),
  of: z.string().describe("name of the economy, or of the firm of a plant, whose capacity it is an unknown part of"),
  technologies: list(z.string()).describe("names"),
}).describe("holders that lose capacity, whose part of that of their economy or firm no source gives: drawn from none to all");
export type UntoldPart = z.infer<typeof untoldPartsSchema>[number];

/** What of the capacity that measures take is drawn from none to all, since no source tells the part of its holder. */
export function untoldParts(read: ReadModel, measures: readonly SupplyMeasure[], asked: readonly AskedTechnology[]): readonly UntoldPart[] {
  return measures.flatMap((measure, i) => {
    if (measure.kind !== "capacity" || measure.holder.organisation === null) return [];
    const drawn = asked.filter(({ measure: at, partDrawn }) => at === i && partDrawn);
    if (drawn.length === 0) return [];
    const { kind, id, economy, organisation } = measure.holder;
    const firm = read.organisations.get(organisation)?.name ?? organisation;
    const ofFirm = kind === "plant" && drawn.every(({ stopped }) => stopped.every((t) => firmPart(read.model, organisation, t) !== null));
    const technologies = drawn.map(({ technology }) => read.map.technologies[technology]!.name);
    return [{ holder: id, name: kind === "plant" ? id : firm, of: ofFirm ? firm : economyName(read, economy), technologies }];
  });
}
