import { existsSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { otherFonts, textFonts } from "./font-files.ts";

/** Pixels of a card: the size that those who show links ask for. */
export const cardSize = { width: 1200, height: 630 } as const;

const latin = textFonts.find(({ regular, bold }) => existsSync(regular) && existsSync(bold));

/** Whether the system has a face to draw cards with. */
export const drawsCards = latin !== undefined;

/** From the first of Chinese, Japanese and Korean letters on. */
const beyondLatin = /[\u2e80-\u{10ffff}]/u;

/** A picture as PNG, 1,200 pixels wide; the same bytes for the same picture and fonts. Draws without letters where the system has no face: see `drawsCards`. */
export async function cardPng(svg: string): Promise<Uint8Array> {
  const { Resvg } = await loaded();
  const files = [...(latin === undefined ? [] : [latin.regular, latin.bold]), ...(beyondLatin.test(svg) ? otherFonts : [])];
  const drawn = new Resvg(svg, {
    fitTo: { mode: "width", value: cardSize.width },
    font: { fontBuffers: files.filter(existsSync).map((path) => readFileSync(path)) },
  });
  try {
    const image = drawn.render();
    try {
      return image.asPng();
    } finally {
      image.free();
    }
  } finally {
    drawn.free();
  }
}

let library: Promise<typeof import("@resvg/resvg-wasm")> | undefined;

/** The library, whose WebAssembly is made ready once. */
const loaded = (): Promise<typeof import("@resvg/resvg-wasm")> => {
  library ??= import("@resvg/resvg-wasm").then(async (made) => {
    await made.initWasm(readFileSync(fileURLToPath(import.meta.resolve("@resvg/resvg-wasm/index_bg.wasm"))));
    return made;
  });
  return library;
};
