import { describe, expect, it } from "vitest";
import { targetParty } from "../../../src/leverage/course/parties.ts";
import { ask, lostAt, oneInput } from "./by-hand.ts";

describe("imports by origin", () => {
  it("take the place of shares, and a sender's goods that no row names stop too", () => {
    const model = oneInput("service");
    const t = model.map.indexOf.get("input")!;
    const imports = new Map([
      [
        t,
        new Map([
          ["FF", 0.1],
          ["YY", 0.9],
        ]),
      ],
    ]);
    const { course } = ask(model, { targets: [targetParty(model, "HH", imports)], senders: ["FF"], withhold: ["input"] });
    expect(lostAt(course, 0)).toBeCloseTo(0.1, 9);
  });
});
