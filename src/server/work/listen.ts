import { LevermapError } from "../../base/errors.ts";
import type { FromProcess, ToProcess } from "./messages.ts";

/** Hears what the server that started this process tells it, and ends with it. */
export function listen<Asked, Opening>(hear: (message: ToProcess<Asked, Opening>) => void): void {
  process.once("disconnect", () => process.exit());
  process.on("message", hear);
}

export const say = (message: FromProcess): void => void process.send?.(message);

/** Says an answer, or why there is none; `null`: the workspace is of another generation by now. */
export async function sayAnswer(answer: () => Promise<Uint8Array | null>): Promise<void> {
  try {
    const body = await answer();
    const resident = process.memoryUsage.rss();
    say(body === null ? { kind: "moved", resident } : { kind: "answer", body, resident });
  } catch (thrown) {
    const told =
      thrown instanceof LevermapError
        ? { code: thrown.code, message: thrown.message, details: thrown.details }
        : { code: null, message: thrown instanceof Error ? (thrown.stack ?? thrown.message) : String(thrown), details: {} };
    say({ kind: "fault", ...told, resident: process.memoryUsage.rss() });
  }
}
