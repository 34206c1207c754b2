import { readFile, rm, stat, writeFile } from "node:fs/promises";
import { z } from "zod";

const note = z.object({ url: z.string(), validator: z.string().nullable() });

/** The unfinished file of a download, with a note beside it of what the server's file was: `name.part`, `name.part.json`. */
export class Part {
  readonly path: string;
  readonly notePath: string;
  private readonly url: string;

  constructor(target: string, url: string) {
    this.path = `${target}.part`;
    this.notePath = `${target}.part.json`;
    this.url = url;
  }

  /** How many bytes can be kept, and the headers that ask for the rest of the same file. */
  async resume(): Promise<{ readonly size: number; readonly headers: Readonly<Record<string, string>> }> {
    const validator = await this.validator();
    const size =
      validator === null
        ? 0
        : await stat(this.path).then(
            (found) => found.size,
            () => 0,
          );
    return size > 0 && validator !== null
      ? { size, headers: { range: `bytes=${size}-`, "if-range": validator } }
      : { size: 0, headers: {} };
  }

  /** Notes what the server's file is, so that only the rest of the very same file is ever added. */
  async begin(headers: Headers): Promise<void> {
    const etag = headers.get("etag");
    const validator = etag?.startsWith('"') ? etag : headers.get("last-modified");
    await rm(this.path, { force: true });
    await writeFile(this.notePath, JSON.stringify({ url: this.url, validator }));
  }

  async discard(): Promise<void> {
    await rm(this.path, { force: true });
    await rm(this.notePath, { force: true });
  }

  private async validator(): Promise<string | null> {
    try {
      const read = note.parse(JSON.parse(await readFile(this.notePath, "utf8")));
      return read.url === this.url ? read.validator : null;
    } catch {
      return null;
    }
  }
}
