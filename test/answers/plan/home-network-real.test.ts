import { describe, expect, it } from "vitest";
import { readModel } from "../../../src/answers/shared/read-model.ts";
import { homeSetting } from "../../../src/leverage/chokepoint-score.ts";
import { corners } from "../../../src/leverage/ends.ts";
import { isDenied } from "../../../src/leverage/potential.ts";
import { reachAgainst } from "../../../src/leverage/reach.ts";
import { targetOf } from "../../../src/leverage/target.ts";
import { compileJoint } from "../../../src/plan/joint/compiled-joint.ts";
import { createDraft } from "../../../src/plan/joint/draft.ts";
import { homeNetwork } from "../../../src/plan/joint/home-network.ts";
import { openWorkspace } from "../../../src/workspace/open.ts";
import { bundledWorkspace } from "../bundled-workspace.ts";

const [, middle] = corners;

describe("the network of a plan", () => {
  it.each(["CN", "US", "EU", "KR"])("loses as much as chokepoints say, of %s, whoever withholds what", async (home) => {
    const workspace = await openWorkspace(await bundledWorkspace(), { mode: "read" });
    const { model, map, withholding } = await readModel(workspace, { asOf: "2026-11-01" });
    workspace.close();
    const target = targetOf(model, home);
    const setting = homeSetting(withholding, target, reachAgainst(model, home));
    const nodes = homeNetwork(model, target, middle);
    let [compared, worst] = [0, 0];
    for (const { index: t } of map.technologies) {
      const seeds = withholding.seeds(t);
      if (model.productRank[t]! >= 0 || seeds.length === 0 || [t, ...seeds].some((node) => isDenied(target, node))) continue;
      for (const holder of setting.holders(t).slice(0, 2)) {
        const act = setting.act(holder);
        const lost = withholding.loss(act, t, middle).products;
        const withheld = seeds.map((seed) => ({
          node: map.technologies[seed]!.id,
          shortfall: withholding.shortfall(act, seed, middle),
        }));
        for (const product of map.products) {
          if (target.weight[1][model.productRank[product]!] === 0) continue;
          const problem = compileJoint({
            nodes,
            sales: [{ node: map.technologies[product]!.id, value: 1 }],
            claims: [],
            worlds: [{ chance: 1, withheld, useful: [] }],
            programmes: [],
            resources: [],
            limits: [],
          });
          const loss = 1 - createDraft(problem).value();
          const expected = lost.find((each) => each.product === product)?.loss ?? 0;
          compared++;
          worst = Math.max(worst, Math.abs(loss - expected));
        }
      }
    }
    expect(compared).toBeGreaterThan(700);
    // What the chokepoint leaves out where it matters too little sums to a ten-thousandth
    expect(worst).toBeLessThan(1e-4);
  });
});
