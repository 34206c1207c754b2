import { homeSetting, scoreDetail, scoreTechnology, worldSetting } from "../../src/leverage/chokepoint-score.ts";
import { compileModel } from "../../src/leverage/model.ts";
import { reachAgainst } from "../../src/leverage/reach.ts";
import { targetOf } from "../../src/leverage/target.ts";
import { createWithholding } from "../../src/leverage/withholding.ts";
import type { SupplyRows } from "../../src/measure/supply/supply-map.ts";
import type { Rule } from "../../src/screen/rules/timeline.ts";
import { createTimeline } from "../../src/screen/rules/timeline.ts";
import { day, supplyMap } from "../measure/rows.ts";

/** Questions put to an invented supply map. */
export function ask(rows: Partial<SupplyRows>, asOf = day, rules: readonly Rule[] = []) {
  const withholding = createWithholding(compileModel(supplyMap(rows, asOf), createTimeline(rules)));
  const { model } = withholding;
  const t = (id: string): number => model.map.indexOf.get(id)!;
  const targets = (home: string) => targetOf(model, home);
  return {
    model,
    /** Loss of the home at the favourable, middle and adverse end. */
    loss(home: string, senders: readonly string[], id: string): readonly (number | null)[] {
      const act = { target: targets(home), senders, reach: reachAgainst(model, home) };
      return withholding.lossInterval(act, t(id)).map(({ total }) => total);
    },
    score: (home: string, id: string) =>
      scoreTechnology(withholding, homeSetting(withholding, targets(home), reachAgainst(model, home)), t(id)),
    detail: (home: string, sender: string, id: string) =>
      scoreDetail(withholding, { target: targets(home), senders: [sender], reach: reachAgainst(model, home) }, t(id)),
    holders: (home: string, id: string) => homeSetting(withholding, targets(home), reachAgainst(model, home)).holders(t(id)),
    worldScore: (id: string) => scoreTechnology(withholding, worldSetting(withholding), t(id)),
    /** Own share of the home: least, expected, most. */
    own: (home: string, id: string) => targets(home).share.map((shares) => shares[t(id)]!),
    demand: (home: string, id: string) => targets(home).demand.map((parts) => parts[t(id)]!),
    products: (home: string, senders: readonly string[], id: string) =>
      withholding
        .lossInterval({ target: targets(home), senders, reach: reachAgainst(model, home) }, t(id))[1]
        .products.map(({ product, loss }) => [model.map.technologies[product]!.id, loss]),
  };
}
