import { readFileSync } from "node:fs";
import { z } from "zod";
import { bundledFile } from "../../base/built-file.ts";
import { createParameterLookup } from "../../leverage/parameters.ts";
import { once } from "../../link/link-table.ts";
import { maturities } from "../../link/parameter-domains.ts";
import { calibrate, calibrated } from "../../plan/effort/calibration.ts";
import type { PlanInput } from "../economics/plan-economics.ts";
import { checkedRows } from "../shared/checked-rows.ts";
import type { ReadModel } from "../shared/read-model.ts";
import type { PlanReport } from "./plan-report.ts";

const file = "plan/calibration.csv";

const figure = z
  .string()
  .regex(/^\d+(\.\d+)?$/, "is not a number")
  .transform(Number);

const rowSchema = z.strictObject({
  id: z.string().min(1, "is empty"),
  what: z.string().min(1, "is empty"),
  technology: z.string().min(1, "is empty"),
  quantity: z.enum(calibrated),
  stage: z.union([z.literal("").transform(() => null), z.enum(maturities)]),
  effort: z.union([z.literal("").transform(() => null), figure]),
  low: figure,
  high: figure,
  unit: z.string().min(1, "is empty"),
  source: z.string().min(1, "is empty"),
  note: z.string(),
});

const bundled = once(() => checkedRows(file, readFileSync(bundledFile(file), "utf8"), rowSchema, ({ id }) => id));

const months = 12;

/** Programmes that happened, with what the inputs of a plan would have said of each. Rows of technologies that the map does not know are left out. */
export function planCalibration({ map }: ReadModel, inputs: readonly PlanInput[]): PlanReport["calibration"] {
  const lookup = createParameterLookup(map);
  return bundled().flatMap((row): PlanReport["calibration"] => {
    const t = map.indexOf.get(row.technology);
    if (t === undefined) return [];
    const technology = map.technologies[t]!;
    const ends = (name: string, unit: number): readonly [number, number] | null => {
      const found = lookup(technology, name)?.ends.toSorted((a, b) => a - b);
      return found === undefined ? null : [found[0]! / unit, found[2]! / unit];
    };
    const model = calibrate(row, inputs, {
      kind: technology.kind,
      leadYears: ends("lead-time", months),
      reachable: ends("recovery-ceiling", 1),
    });
    const { id, what, unit, low, high, source, note } = row;
    return model === null
      ? []
      : [{ id, what, unit, low, high, model: { low: model.low, high: model.high }, holds: model.holds, source, note }];
  });
}
