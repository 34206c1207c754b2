import { createWriteStream } from "node:fs";
import { type Readable, Transform } from "node:stream";
import { pipeline } from "node:stream/promises";
import { faultOfPlace, LevermapError } from "../../base/errors.ts";

/**
 * Writes what comes to a file, which must not be there. Throws LM_SERVER_TOO_LARGE beyond `most` bytes, LM_SERVER_QUESTION where nothing comes,
 * LM_INTERRUPTED where the client goes, LM_DISK_SPACE, LM_NO_PERMISSION.
 */
export async function receive(body: Readable, path: string, most: number): Promise<void> {
  let bytes = 0;
  const counted = new Transform({
    transform(part: Buffer, _, done) {
      bytes += part.length;
      done(bytes > most ? new LevermapError("LM_SERVER_TOO_LARGE", `A file may have at most ${most} bytes here.`) : null, part);
    },
  });
  try {
    await pipeline(body, counted, createWriteStream(path, { flags: "wx", flush: true }));
  } catch (thrown) {
    const known = thrown instanceof LevermapError ? thrown : faultOfPlace(thrown);
    throw known ?? new LevermapError("LM_INTERRUPTED", "The client went before the file had come.");
  }
  if (bytes === 0) throw new LevermapError("LM_SERVER_QUESTION", "The file is the body of the request, which is empty.");
}
