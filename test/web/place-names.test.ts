import { describe, expect, it } from "vitest";

/** Under a name that is no literal, as only the page is compiled for a browser. */
const file: string = "../../web/src/picture/place-names.ts";
const { placeNames } = (await import(file)) as {
  readonly placeNames: (
    dots: readonly { label: string; across: number; up: number }[],
    around: { frame: object; others: readonly { across: number; up: number }[] },
  ) => readonly { text: string; from: number; to: number; height: number }[];
};

describe("names of dots", () => {
  const frame = { left: 64, right: 1000, top: 30, floor: 310 };

  it("stand nearer to their own dots than to any other, and on no other name", () => {
    const dots = [
      { label: "the Netherlands", across: 126, up: 302 },
      { label: "Japan", across: 261, up: 138 },
      { label: "the Netherlands, Japan", across: 330, up: 136 },
      { label: "the United States, Japan", across: 772, up: 112 },
      { label: "the United States, the Netherlands, Japan", across: 835, up: 110 },
    ];
    const placed = placeNames(dots, { frame, others: dots });
    expect(placed.map(({ text }) => text)).toContain("the United States, the Netherlands, Japan");
    const away = ({ from, to, height }: (typeof placed)[number], { across, up }: { across: number; up: number }): number =>
      Math.hypot(Math.max(from - across, 0, across - to), Math.max(height - 10.5 - up, 0, up - height));
    for (const name of placed) {
      const own = dots.find(({ label }) => label === name.text)!;
      for (const dot of dots) if (dot !== own) expect(away(name, dot), `${name.text} by ${dot.label}`).toBeGreaterThan(away(name, own));
    }
    for (const one of placed)
      for (const other of placed)
        if (one !== other) expect(Math.abs(one.height - other.height) > 14 || one.to < other.from || other.to < one.from).toBe(true);
  });

  it("are left out where they could only be taken for another dot's", () => {
    const dot = { label: "Between", across: 500, up: 150 };
    const others = [-30, -15, 0, 15, 30].flatMap((up) =>
      [-60, -30, -12, 12, 30, 60].map((across) => ({ across: 500 + across, up: 150 + up })),
    );
    expect(placeNames([dot], { frame, others: [dot, ...others] })).toEqual([]);
  });
});
