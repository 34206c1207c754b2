import { afterAll, describe, expect, it } from "vitest";
import { familyOf } from "../../../bench/processes.ts";
import { drawsCards } from "../../../src/paper/card-png.ts";
import { openDrawingProcess } from "../../../src/server/site/drawing-process.ts";

const circle = '<svg xmlns="http://www.w3.org/2000/svg" width="1200" height="630"><circle cx="600" cy="300" r="200"/></svg>';
/** One that takes a while: each circle is blurred. */
const slow = `<svg xmlns="http://www.w3.org/2000/svg" width="1200" height="630"><filter id="f"><feGaussianBlur stdDeviation="60"/></filter>${'<circle cx="600" cy="300" r="280" filter="url(#f)"/>'.repeat(200)}</svg>`;
const visitor = (client: string, signal = new AbortController().signal) => ({ client, signal });
const before = new Set(familyOf(process.pid));
const own = (): readonly number[] => familyOf(process.pid).filter((pid) => pid !== process.pid && !before.has(pid));

describe.skipIf(!drawsCards || process.platform !== "linux")("the process that draws", () => {
  const drawing = openDrawingProcess();
  afterAll(() => drawing.close());

  it("gives a picture as PNG", async () => {
    const image = await drawing.card(circle, visitor("a"));
    expect(image.subarray(1, 4).toString("latin1")).toBe("PNG");
    expect(own().length).toBeGreaterThan(0);
  });

  it("draws the next after one that was given up", async () => {
    const gone = new AbortController();
    const given = drawing.card(slow, visitor("a", gone.signal)).catch((thrown: unknown) => thrown);
    setTimeout(() => gone.abort(new Error("gone")), 100);
    expect(await given).toMatchObject({ message: "gone" });
    expect((await drawing.card(circle, visitor("b"))).length).toBeGreaterThan(100);
  });

  it("draws again after its process was killed in the midst of a drawing, which is told as a fault", async () => {
    const given = drawing.card(slow, visitor("a")).catch((thrown: unknown) => thrown);
    await expect.poll(() => own().length).toBeGreaterThan(0);
    for (const pid of own()) process.kill(pid, "SIGKILL");
    expect(await given).toBeInstanceOf(Error);
    expect((await drawing.card(circle, visitor("a"))).length).toBeGreaterThan(100);
  });

  it("is gone once it is closed", async () => {
    await drawing.close();
    await expect.poll(own).toEqual([]);
  });
});
