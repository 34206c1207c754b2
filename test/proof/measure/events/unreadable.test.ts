import { describe, expect, it } from "vitest";
import { backtestRow } from "../../../../src/proof/measure/events/backtest.ts";
import type { Asked, Shock } from "../../../../src/proof/measure/events/shock.ts";
import { asked, economy, inventedParameters, nobody, row, shock, world } from "./invented-shock.ts";

const [AA, BB] = [economy("AA"), economy("BB")];
const group = { name: "UU", kind: "group", id: "UU", economies: ["BB", "CC"], seat: null } as const;
const imports = asked("imports", "ratio", { economy: BB });

const outputModel = () => ({ loss: () => 0, notes: [], stopped: [], figures: [] });

function outcome(event: Partial<Shock>, of: Asked = imports) {
  const own = row(of);
  return backtestRow({ known: inventedParameters(), shock: shock([own], event), outputModel }, own);
}

describe("an event that makes no sense is not scored", () => {
  it("whoever withholds from itself", () => {
    const reason = "BB is both a sender and a target";
    expect(outcome({ senders: [BB] })).toEqual({ status: "not scored", reason });
    expect(outcome({ senders: [AA, BB], targets: [group] })).toEqual({ status: "not scored", reason });
    expect(outcome({ senders: [AA], targets: [group] }).status).toBe("scored");
    expect(outcome({ senders: [AA], targets: [world] }).status).toBe("scored");
  });

  it("an unknown sender, but for an outage", () => {
    expect(outcome({ senders: [nobody("Atlantis")] })).toEqual({
      status: "not scored",
      reason: "the sender Atlantis is unknown",
    });
    expect(outcome({ senders: [nobody("Atlantis Hill")], kind: "outage" }, asked("plant_capacity", "ratio")).status).toBe("scored");
  });

  it("whatever rests on a technology that the map does not have", () => {
    const missed = { status: "not scored", reason: 'the map has no technology "nosuch"' };
    const event = { unknownTechnologies: ["nosuch"] };
    expect(outcome(event).status).toBe("scored");
    expect(outcome(event, asked("imports", "ratio", { economy: BB, technology: null }))).toEqual(missed);
    expect(outcome(event, asked("output", "ratio", { economy: BB, technology: { name: "chip", id: "chip" } }))).toEqual(missed);
    expect(outcome(event, asked("market_share", "ratio", { economy: BB }))).toEqual(missed);
  });
});
