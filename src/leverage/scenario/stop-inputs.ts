import { firmMix } from "../course/firm-mix.ts";
import type { CourseTarget } from "../course/parties.ts";
import type { Stop } from "../course/stop.ts";
import type { DrawnInput } from "../draw/inputs.ts";
import type { SupplyModel } from "../model.ts";

/** Draws specific to stops: reached or lost parts, repair months. */
export function stopInputs(model: SupplyModel, senders: readonly string[], stops: readonly Stop[]): readonly DrawnInput[] {
  const found = new Map<number, DrawnInput>();
  for (const { technology, class: act, parts, repair } of stops) {
    const { id } = model.map.technologies[technology]!;
    for (const { slot, sender, low, high, key, basis = "assumed", source = null } of parts) {
      if (high <= low) continue;
      const holder = slot < 0 ? "holders without a name" : model.economies[model.shareEconomy[slot]!]!;
      const name = act === null ? `part of ${holder} that is lost` : `part of ${holder} that ${senders[sender] ?? "others"} can stop`;
      found.set(key, { key, technology: id, name, low, high, basis, source });
    }
    if (!repair || repair.high <= repair.low) continue;
    const { key, low, high, basis = "assumed" } = repair;
    found.set(key, { key, technology: null, name: "months of repair", low, high, basis, source: null });
  }
  return [...found.values()];
}

/** Draws specific to target firms: product mixes. */
export const mixInputs = (model: SupplyModel, targets: readonly CourseTarget[], stops: readonly Stop[]): readonly DrawnInput[] =>
  targets.flatMap((target, k) => (target.designer ? firmMix(model, target, k, stops).drawn : []));
