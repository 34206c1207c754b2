import { describe, expect, it } from "vitest";
import { hurdle } from "../../../src/plan/effort/success.ts";
import { betsOn } from "../../../src/plan/programmes/bet.ts";
import { servedBy, surplusOf } from "../../../src/plan/programmes/surplus.ts";
import { choices, economics, facts, problem } from "./small-bets.ts";

const plants = (ids: readonly string[]) =>
  ids.map((id) => betsOn(problem(id), choices(), economics(), 2027).find((bet) => bet.id === `${id}/full+plant`)!);
const firm = facts([]);

describe("supply beyond the own need", () => {
  it("is what plants make above it, and nothing while the home lacks some itself", () => {
    const [bet] = plants(["a"]) as [ReturnType<typeof plants>[0]];
    const at = (own: number) => surplusOf([bet], new Map([["A", { own, need: 0.5 }]]), firm, economics())(null).get("A")!(15);
    // 0.8 of a need of 0.5, times the chance that it works.
    const made = bet.works * 0.4;
    expect(at(0)).toBe(0);
    expect(at(0.5)).toBeCloseTo(made, 12);
    expect(at(0.7)).toBeCloseTo(made, 12);
    expect(at(0.4)).toBeCloseTo(Math.max(0, made - 0.1), 12);
    expect(surplusOf([bet], new Map([["A", { own: 0.5, need: 0.5 }]]), firm, economics())(null).get("A")!(1)).toBe(0);
  });

  it("is in a draw that of the programmes that work in it, counted one by one", () => {
    const bets = plants(["a", "b"]);
    const surplus = surplusOf(bets, new Map([["A", { own: 0.3, need: 0.5 }]]), firm, economics());
    for (let draw = 0; draw < 50; draw++) {
      const work = bets.filter(({ works, problem: of }) => hurdle(1, draw, of.kind, of.id, 0.3) < works);
      expect(surplus({ seed: 1, draw }).get("A")!(15)).toBeCloseTo(Math.max(0, 0.3 + 0.4 * work.length - 0.5), 12);
    }
  });

  it("is of the technology that a node stands for, and of none without a plant", () => {
    expect(
      servedBy({
        serves: [
          { makes: "J>A", serves: "J>A", from: null },
          { makes: "A", serves: "A", from: null },
        ],
      }),
    ).toEqual(["A"]);
    const research = betsOn(problem("a"), choices(), economics(), 2027).find(({ id }) => id === "a/full")!;
    expect(surplusOf([research], new Map([["A", { own: 1, need: 0.5 }]]), firm, economics())(null).size).toBe(0);
  });
});
