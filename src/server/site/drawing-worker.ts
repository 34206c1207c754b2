import { readRenderer } from "../../library/site-renderer.ts";
import { cardPng } from "../../paper/card-png.ts";
import { reportBytes } from "../../paper/report-bytes.ts";
import { listen, sayAnswer } from "../work/messages.ts";
import type { Drawing } from "./drawing-process.ts";

/** A picture as PNG, or a report as a file, by the renderer of the build. */
async function draw(drawing: Drawing): Promise<Uint8Array> {
  if ("svg" in drawing) return cardPng(drawing.svg);
  const renderer = await readRenderer();
  if (renderer === undefined) throw new Error("What draws reports is not built: run `npm run build`.");
  return reportBytes(drawing.report, { format: drawing.format, renderer });
}

listen<Drawing, null>((message) => {
  if (message.kind === "ask") void sayAnswer(() => draw(message.asked));
});
