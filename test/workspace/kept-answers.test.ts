import { chmodSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { keptAnswers } from "../../src/workspace/kept-answers.ts";
import { temporaryFolder } from "./folder.ts";

const answer = { of: [0.1 + 0.2, 1e-300, 5e-324, 1 / 3], named: "ü\n" };

/** A store that is not there yet, and its folder. */
function open() {
  const folder = join(temporaryFolder(), "kept");
  return { folder, of: (version: string) => keptAnswers(folder, version) };
}

describe("kept answers", () => {
  it("come back as they were, for the same question and version", async () => {
    const { of } = open();
    const kept = of("one");
    expect(await kept.read(["q", 1])).toBeNull();
    await kept.write(["q", 1], answer);
    expect(await of("one").read(["q", 1])).toEqual(answer);
    expect(await kept.read(["q", 2])).toBeNull();
    expect(await kept.read(["q", "1"])).toBeNull();
    expect(await of("two").read(["q", 1])).toBeNull();
  });

  it("are not read from a file that is damaged, cut off, or another's", async () => {
    const { folder, of } = open();
    const kept = of("one");
    await kept.write("q", answer);
    await kept.write("other", 1);
    const [name, other] = readdirSync(folder).sort((a, b) => readFileSync(join(folder, b)).length - readFileSync(join(folder, a)).length);
    const path = join(folder, name!);
    const whole = readFileSync(path, "latin1");
    for (const text of [
      whole.slice(0, -1),
      whole.slice(0, 30),
      "",
      "\n",
      "{}",
      `${whole.slice(0, -9)}${whole.at(-9) === "a" ? "b" : "a"}${whole.slice(-8)}`,
      readFileSync(join(folder, other!), "latin1"),
    ]) {
      writeFileSync(path, text, "latin1");
      expect(await kept.read("q")).toBeNull();
    }
    await kept.write("q", answer);
    expect(await kept.read("q")).toEqual(answer);
  });

  it("are not kept, without an error, where nothing can be written or a number would be lost", async () => {
    const { folder, of } = open();
    writeFileSync(folder, "a file, not a folder");
    const kept = of("one");
    await kept.write("q", answer);
    expect(await kept.read("q")).toBeNull();
    const locked = temporaryFolder();
    chmodSync(locked, 0o555);
    await keptAnswers(join(locked, "kept"), "one").write("q", answer);
    chmodSync(locked, 0o755);
    for (const number of [Number.NaN, Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY]) {
      const lost = open();
      await lost.of("one").write("q", { of: [number] });
      expect(await lost.of("one").read("q")).toBeNull();
    }
  });

  it("are whole whoever writes and reads at the same time", async () => {
    const { folder, of } = open();
    const long = Array.from({ length: 20_000 }, (_, i) => i / 7);
    const seen = await Promise.all(
      Array.from({ length: 20 }, async (_, i) => {
        await of("one").write("q", { by: i, long });
        return (await of("one").read("q")) as { by: number; long: number[] };
      }),
    );
    for (const { long: read } of seen) expect(read).toEqual(long);
    expect(readdirSync(folder)).toHaveLength(1);
  });
});
