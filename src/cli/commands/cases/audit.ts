import type { Command } from "commander";
import { LevermapError } from "../../../base/errors.ts";
import { addCommand, type CommonOptions, withContext } from "../../command.ts";
import { auditText, replayText } from "./texts.ts";

/** `cases audit`, `cases replay`. */
export function addAudit(cases: Command, signal: AbortSignal): void {
  addCommand(cases, {
    usage: "audit [run]",
    summary: "write a run with all that is needed to make it again into one file for the auditor; the last run if none is named",
    examples: ["cases audit 2 --out run-2.jsonl", "cases audit --out last.jsonl.gz"],
    dated: false,
  })
    .requiredOption("--out <file>", "the file to write, JSON lines; packed where its name ends in .gz")
    .option("--force", "replace the file")
    .action(
      (run: string | undefined, { out, force = false, ...options }: CommonOptions & { readonly out: string; readonly force?: boolean }) =>
        withContext(options, signal, async (context) => {
          const { exportAudit } = await import("../../../library/cases/audit.ts");
          await context.answer(await exportAudit(context.workspace, runOf(run), out, { force, effects: context.effects }), auditText);
        }),
    );
  addCommand(cases, {
    usage: "replay <file>",
    summary: "make the run of an auditor's file again, from the file alone, and say what differs; exit code 2 where something does",
    examples: ["cases replay run-2.jsonl.gz", "cases replay run-2.jsonl.gz --full"],
    dated: false,
  })
    .option("--full", "screen every customer against every entry, also where the run looked only at what had changed")
    .action((file: string, { full = false, ...options }: CommonOptions & { readonly full?: boolean }) =>
      withContext(options, signal, async (context) => {
        const { replayAudit } = await import("../../../library/cases/audit.ts");
        const replay = await replayAudit(file, { full }, context.effects);
        await context.answer(replay, replayText);
        if (!replay.same) process.exitCode = 2;
      }),
    );
}

function runOf(text: string | undefined): number | undefined {
  if (text === undefined) return undefined;
  if (/^[1-9]\d{0,8}$/.test(text)) return Number(text);
  throw new LevermapError("LM_USAGE", `A run is a number, not "${text}".`, { run: text });
}
