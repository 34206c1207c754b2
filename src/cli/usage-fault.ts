import { CommanderError } from "commander";
import { LevermapError } from "../base/errors.ts";

/** What commander threw, as a usage error of ours; `null` if it had only printed help or the version. */
export function usageFault(thrown: unknown): unknown {
  if (!(thrown instanceof CommanderError)) return thrown;
  if (thrown.exitCode === 0 || thrown.code === "commander.help") return null;
  const [first, ...hints] = thrown.message.replace(/^error: /, "").split("\n");
  const message = `${first?.charAt(0).toUpperCase()}${first?.slice(1).replace(/\.$/, "")}.`;
  const hint = hints.join(" ").replace(/^\((.*)\)$/, " $1");
  return new LevermapError("LM_USAGE", `${message}${hint}`, { reason: thrown.code });
}
