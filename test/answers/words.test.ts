import { expect, it } from "vitest";
import { leastOfGdp, percent, percentInterval } from "../../src/answers/words.ts";

it("per cent of output is 0 where no kernel could tell it from 0; of GDP a small part is told", () => {
  expect([percent(0.00005), percent(0.0002), percent(0.154)]).toEqual(["0 %", "0.02 %", "15 %"]);
  expect(percentInterval([0.00002, 0.0000756, 0.00012], leastOfGdp)).toBe("0.008 % (0.002 to 0.01 %)");
  expect([percent(5e-7, leastOfGdp), percent(2e-6, leastOfGdp)]).toEqual(["0 %", "0.0002 %"]);
});
