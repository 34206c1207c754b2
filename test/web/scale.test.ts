import { describe, expect, it } from "vitest";
import { scaleStops, scoreColour } from "../../web/src/colour/colours.ts";

type Triple = readonly [number, number, number];

const linear = (colour: string): Triple => {
  const part = (at: number): number => {
    const value = Number.parseInt(colour.slice(at, at + 2), 16) / 255;
    return value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4;
  };
  return [part(1), part(3), part(5)];
};

/** Lightness in OKLab (Ottosson 2020). */
const lightness = ([r, g, b]: Triple): number =>
  0.2104542553 * Math.cbrt(0.4122214708 * r + 0.5363325363 * g + 0.0514459929 * b) +
  0.793617785 * Math.cbrt(0.2119034982 * r + 0.6806995451 * g + 0.1073969566 * b) -
  0.0040720468 * Math.cbrt(0.0883024619 * r + 0.2817188376 * g + 0.6299787005 * b);

/** Full protanopia, deuteranopia, tritanopia on linear RGB (Machado, Oliveira, Fernandes 2009). */
const blindness: Record<string, readonly Triple[]> = {
  protanopia: [
    [0.152286, 1.052583, -0.204868],
    [0.114503, 0.786281, 0.099216],
    [-0.003882, -0.048116, 1.051998],
  ],
  deuteranopia: [
    [0.367322, 0.860646, -0.227968],
    [0.280085, 0.672501, 0.047413],
    [-0.01182, 0.04294, 0.968881],
  ],
  tritanopia: [
    [1.255528, -0.076749, -0.178779],
    [-0.078411, 0.930809, 0.147602],
    [0.004733, 0.691367, 0.3039],
  ],
};

const seen = ([r, g, b]: Triple, matrix: readonly Triple[]): Triple => {
  const [x = 0, y = 0, z = 0] = matrix.map((row) => Math.max(0, row[0] * r + row[1] * g + row[2] * b));
  return [x, y, z];
};

describe("the score scale", () => {
  it("falls in lightness by even steps", () => {
    const values = scaleStops.map((stop) => lightness(linear(stop)));
    const steps = values.slice(1).map((value, index) => (values[index] ?? 0) - value);
    const mean = steps.reduce((sum, step) => sum + step, 0) / steps.length;
    for (const step of steps) expect(Math.abs(step - mean)).toBeLessThan(mean * 0.05);
  });

  it.each(Object.keys(blindness))("keeps its order under %s", (kind) => {
    const values = scaleStops.map((stop) => lightness(seen(linear(stop), blindness[kind] ?? [])));
    for (let index = 1; index < values.length; index++) expect(values[index]).toBeLessThan((values[index - 1] ?? 0) - 0.03);
  });

  it("runs the other way round on dark paper and is bounded", () => {
    expect(scoreColour(0, false)).toBe(scaleStops[0]);
    expect(scoreColour(1, false)).toBe(scaleStops.at(-1));
    expect(scoreColour(0.25, true)).toBe(scoreColour(0.75, false));
    expect(scoreColour(-3, false)).toBe(scoreColour(0, false));
    expect(scoreColour(7, true)).toBe(scoreColour(1, true));
  });
});
