import { existsSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { cardPng, cardSize, drawsCards } from "../../src/paper/card-png.ts";
import { otherFonts } from "../../src/paper/font-files.ts";

const card = (text: string): Promise<Uint8Array> =>
  cardPng(
    `<svg xmlns="http://www.w3.org/2000/svg" width="900" height="472.5" viewBox="0 0 900 472.5" font-family="'Noto Sans', sans-serif"><rect width="900" height="472.5" fill="#fff"/><text x="24" y="40" font-size="20">${text}</text></svg>`,
  );

describe("a card", () => {
  it("is a PNG of the size that is asked for, twice the same", async () => {
    const image = Buffer.from(await card("who holds it"));
    expect(image.subarray(1, 4).toString()).toBe("PNG");
    expect([image.readUInt32BE(16), image.readUInt32BE(20)]).toEqual([cardSize.width, cardSize.height]);
    expect(Buffer.from(await card("who holds it"))).toEqual(image);
  });

  it.skipIf(!drawsCards)("has letters in whatever face the system has", async () => {
    expect(await card("who holds it")).not.toEqual(await card(""));
    expect(await card("who holds it")).not.toEqual(await card("who hoids it"));
  });

  it.skipIf(!otherFonts.some(existsSync))("has Chinese letters where the system has them", async () => {
    expect(await card("光刻胶")).not.toEqual(await card("刻蚀机"));
  });
});
