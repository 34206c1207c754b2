import { createHash } from "node:crypto";
import { mkdir, readFile, rename, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { inject } from "vitest";
import type { Ask } from "../../src/ask/ask.ts";
import { questions } from "../../src/ask/questions.ts";
import type { SiteAsk } from "../../src/site/page.ts";

type Asking = (question: unknown) => Promise<unknown>;

/**
 * Puts questions to the bundled data as of its usual day, each once for a whole run of tests: other files of tests read what the first was answered.
 * Faults are asked for anew.
 */
export const askedOnce = (map: Ask, answers = "in English"): Ask =>
  Object.fromEntries(
    Object.keys(questions).map((name) => [name, once([answers, name], map[name as keyof Ask] as Asking)]),
  ) as unknown as Ask;

/** The same as pages ask. @param answers `messages`: those of a map that tells none */
export function siteAskedOnce(map: Ask, answers?: "messages"): SiteAsk {
  const asked = askedOnce(map, answers);
  return (name, input) => (asked[name] as Asking)(input ?? {}) as Promise<never>;
}

const once =
  (of: readonly string[], answer: Asking): Asking =>
  async (question = {}) => {
    const folder = join(inject("sharedFolder"), "answers");
    const file = join(
      folder,
      `${createHash("sha256")
        .update(JSON.stringify([...of, question]))
        .digest("hex")}.json`,
    );
    const kept = await readFile(file, "utf8").catch(() => null);
    if (kept !== null) return JSON.parse(kept);
    const text = JSON.stringify(await answer(question));
    await mkdir(folder, { recursive: true });
    // Another process may have been first, with the same
    await writeFile(`${file}-${process.pid}`, text);
    await rename(`${file}-${process.pid}`, file);
    return JSON.parse(text);
  };
