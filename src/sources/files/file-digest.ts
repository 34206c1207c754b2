import { createHash } from "node:crypto";
import { createReadStream } from "node:fs";

export interface FileDigest {
  readonly bytes: number;
  /** In lower-case hex digits. */
  readonly sha256: string;
}

/** Size and SHA-256 of a file. Throws the reason of `signal`, and errors of the file as they are. */
export async function digestFile(path: string, signal?: AbortSignal): Promise<FileDigest> {
  const digest = createHash("sha256");
  let bytes = 0;
  for await (const chunk of createReadStream(path, { highWaterMark: 1 << 20 })) {
    signal?.throwIfAborted();
    digest.update(chunk as Buffer);
    bytes += (chunk as Buffer).length;
  }
  return { bytes, sha256: digest.digest("hex") };
}
