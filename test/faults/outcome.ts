import { mkdir, rm, writeFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { LevermapError } from "../../src/base/errors.ts";
import { folderOf } from "../sources/support.ts";
import { allowedTime, mostTime, timed } from "./cpu-time.ts";
import type { FileReader } from "./file-readers.ts";

type Files = Readonly<Record<string, string | Buffer>>;

/** `read`, the code of an error, or what is wrong: an error without a code of its own, or too much time. */
export async function outcomeOf(
  reader: FileReader,
  files: Files,
): Promise<{ readonly said: string; readonly wrong: string | null; readonly took: number }> {
  const folder = await folderOf(files);
  try {
    const { outcome, took } = await timed(() =>
      reader.read(folder).then(
        () => ({ said: "read", wrong: null }),
        (thrown: unknown) =>
          thrown instanceof LevermapError && thrown.code !== "LM_INTERNAL"
            ? { said: thrown.code, wrong: null }
            : { said: "fault", wrong: thrown instanceof Error ? (thrown.stack ?? thrown.message) : String(thrown) },
      ),
    );
    return {
      ...outcome,
      wrong:
        took > mostTime && took > (await allowedTime(Object.values(files), reader.bytesInTime))
          ? `${took.toFixed(0)} ms of processor time`
          : outcome.wrong,
      took,
    };
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

const found = fileURLToPath(new URL("../../.cache/faults/", import.meta.url));

/** Puts files that showed a fault where they can be taken from for `corpus/`; gives the folder. */
export async function keep(reader: string, round: number, files: Files): Promise<string> {
  const folder = join(found, reader, String(round));
  for (const [name, content] of Object.entries(files)) {
    await mkdir(dirname(join(folder, name)), { recursive: true });
    await writeFile(join(folder, name), content);
  }
  return folder;
}
