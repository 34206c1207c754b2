import { CommanderError } from "commander";
import { clean } from "../base/clean.ts";
import { asLevermapError, LevermapError } from "../base/errors.ts";
import { createProgram } from "./program.ts";

/** Runs a command and sets the exit code of the process. */
export async function runCommand(argv: readonly string[]): Promise<void> {
  const signal = interruptSignal();
  const program = createProgram(signal);
  try {
    if (argv.length === 0) program.outputHelp();
    else await program.parseAsync(argv, { from: "user" });
  } catch (thrown) {
    const fault = usageFault(thrown);
    if (fault !== null) process.exitCode = report(asLevermapError(fault), argv);
  }
}

/** Aborts at the first Ctrl-C or SIGTERM, so that work can be put away; the second ends the process at once. */
function interruptSignal(): AbortSignal {
  const controller = new AbortController();
  const stop = (): void => {
    if (controller.signal.aborted) process.exit(130);
    controller.abort(new LevermapError("LM_INTERRUPTED", "Stopped."));
  };
  process.on("SIGINT", stop).on("SIGTERM", stop);
  return controller.signal;
}

/** Prints an error on standard error and gives its exit code. */
function report(error: LevermapError, argv: readonly string[]): number {
  const stack = argv.includes("--verbose") && typeof error.details.stack === "string" ? `\n${error.details.stack}` : "";
  const text = argv.includes("--json") ? JSON.stringify(error) : clean(`${error.code}: ${error.message}\n${error.next}${stack}`);
  process.stderr.write(`${text}\n`);
  return error.exitCode;
}

/** What commander threw, as a usage error of ours; `null` if it had only printed help or the version. */
function usageFault(thrown: unknown): unknown {
  if (!(thrown instanceof CommanderError)) return thrown;
  if (thrown.exitCode === 0 || thrown.code === "commander.help") return null;
  const [first, ...hints] = thrown.message.replace(/^error: /, "").split("\n");
  const message = `${first?.charAt(0).toUpperCase()}${first?.slice(1).replace(/\.$/, "")}.`;
  const hint = hints.join(" ").replace(/^\((.*)\)$/, " $1");
  return new LevermapError("LM_USAGE", `${message}${hint}`, { reason: thrown.code });
}
