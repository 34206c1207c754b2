import { describe, expect, it } from "vitest";
import { randomJoint } from "../../../bench/synthetic-joint.ts";
import { createRandom } from "../../../src/measure/random.ts";
import { compileJoint } from "../../../src/plan/joint/compiled-joint.ts";
import { relaxWorlds } from "../../../src/plan/joint/relaxed-worlds.ts";
import { plainWorldValue } from "./plain-value.ts";

const size = { programmes: 10, worlds: 5, nodes: 14, products: 3, part: 0.3 };

describe("the relaxation of worlds", () => {
  it("is nowhere below a plan's value, its cuts nowhere below it, and it is concave along lines", () => {
    let [tight, whole] = [0, 0];
    for (let seed = 1; seed <= 120; seed++) {
      const joint = randomJoint(seed, size);
      const relaxed = relaxWorlds(compileJoint(joint));
      const { uniform } = createRandom(seed, 5);
      const part = () => joint.programmes.map(() => uniform());
      for (const world of relaxed.open) {
        const [a, b] = [part(), part()];
        const middle = a.map((value, p) => (value + b[p]!) / 2);
        const at = (z: readonly number[]): number => relaxed.cutAt(world, z).value;
        const { cut } = relaxed.cutAt(world, a);
        const onCut = (z: readonly number[]): number =>
          cut.most + cut.slopes.reduce((sum, slope, i) => sum + slope * z[cut.programmes[i]!]!, 0);
        expect(onCut(a)).toBeCloseTo(at(a), 9);
        expect(onCut(b)).toBeGreaterThanOrEqual(at(b) - 1e-6);
        expect(at(middle)).toBeGreaterThanOrEqual((at(a) + at(b)) / 2 - 1e-6);
        const plan = joint.programmes.map(() => Math.round(uniform()));
        const value = plainWorldValue(
          joint,
          joint.worlds[world]!,
          new Set(joint.programmes.filter((_, p) => plan[p] === 1).map(({ id }) => id)),
        );
        expect(at(plan)).toBeGreaterThanOrEqual(value - 1e-9);
        expect(onCut(plan)).toBeGreaterThanOrEqual(value - 1e-9);
        expect(relaxed.most[world]).toBeGreaterThanOrEqual(value - 1e-9);
        whole += relaxed.most[world]! - relaxed.least[world]!;
        tight += at(plan) - value;
      }
    }
    expect(whole).toBeGreaterThan(1000);
    expect(tight / whole).toBeLessThan(0.1);
  });
});
