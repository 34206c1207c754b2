import { clamp } from "../../base/interval.ts";
import { chooseShareRow } from "../../measure/share-row.ts";
import type { StoppedPart } from "../course/stop.ts";
import { keyOf } from "../draw/random.ts";
import type { SupplyModel } from "../model.ts";

/**
 * What a firm can stop of a technology: its own share, as a part of what its economy holds, where shares are counted by the seat of firms
 * and a source names its figure. Shares by place of production do not say whose plants these are, so nothing is known there.
 *
 * @param sender number of the firm among the senders
 */
export function organisationParts(model: SupplyModel, organisation: string, sender: number, t: number): readonly StoppedPart[] {
  const technology = model.map.technologies[t]!;
  const seat = model.map.economyOf.get(organisation);
  if (seat === undefined || technology.supply === null || technology.supply.basis === "production") return [];
  const firms = chooseShareRow(technology.shareRows.filter(({ derived }) => derived));
  const row = firms?.rows.find(({ holder }) => holder === organisation);
  if (row?.low == null || row.high === null) return [];
  for (let slot = model.shareStart[t]!; slot < model.shareStart[t + 1]!; slot++) {
    if (model.economies[model.shareEconomy[slot]!] !== seat || model.shareBlank[slot]) continue;
    const [least, most] = [model.shareLow[slot]!, model.shareHigh[slot]!];
    const low = most > 0 ? clamp(row.low / most, 0, 1) : 0;
    const high = least > 0 ? clamp(row.high / least, low, 1) : 1;
    return [{ slot, sender, low, high, key: keyOf(`${technology.id}|part of ${organisation}`) }];
  }
  return [];
}
