import { readFileSync } from "node:fs";
import { brotliDecompressSync } from "node:zlib";
import type { Command } from "commander";
import { describe, expect, it } from "vitest";
import { helpText, helpWords } from "../../src/cli/help-words.ts";
import { createProgram } from "../../src/cli/program.ts";
import { writeWords } from "../../src/cli/write-words.ts";
import { writtenText } from "../../src/cli/written-words.ts";
import { root, run } from "./run.ts";

const file = new URL(`file://${root}dist/cli/words.json.br`);
const all = (command: Command): readonly Command[] => [command, ...command.commands.flatMap(all)];
const program = (): Command => createProgram(new AbortController().signal);

/** What commander itself prints. */
function live(command: Command, width: number): string {
  const told: string[] = [];
  command.configureOutput({ writeOut: (text) => void told.push(text), getOutHelpWidth: () => width }).outputHelp();
  return told.join("");
}

describe("written words", () => {
  it("are those of the command line as it is", async () => {
    expect(JSON.parse(brotliDecompressSync(readFileSync(file)).toString())).toEqual(JSON.parse(JSON.stringify(await writeWords())));
  });

  it.each([44, 80, 131])("are laid out as commander does, at %i columns", (width) => {
    for (const command of all(program())) expect(helpText(helpWords(command), width)).toBe(live(command, width));
  });

  it("are told for help, version and completion alone", async () => {
    const whole = live(program(), 80);
    for (const argv of [[], ["--help"], ["-h"], ["help"]]) expect(await writtenText(file, argv, undefined)).toBe(whole);
    const explain = all(program()).find((each) => each.name() === "explain" && each.parent?.name() === "plan")!;
    expect(await writtenText(file, ["plan", "explain", "-h"], 100)).toBe(live(explain, 100));
    for (const argv of [["status"], ["nothing", "--help"], ["completion"], ["completion", "tcsh"], ["completion", "bash", "--json"]])
      expect(await writtenText(file, argv, undefined)).toBeNull();
    expect(await writtenText(new URL("file:///nowhere"), ["--help"], undefined)).toBeNull();
  });

  it("are what the product prints", async () => {
    const [help, version] = await Promise.all([run(["help", "load"], { cwd: root }), run(["--version"], { cwd: root })]);
    expect(help).toEqual({ code: 0, stderr: "", stdout: live(program().commands.find((each) => each.name() === "load")!, 80) });
    expect(version).toEqual({ code: 0, stderr: "", stdout: `${program().version()}\n` });
  });
});
