import { type ErrorCode, LevermapError } from "../../base/errors.ts";
import type { Step } from "./runner.ts";

/** What a process is told: how to begin, what it is asked, one at a time, and that nobody waits for that any more. */
export type ToProcess<Asked, Opening> =
  | { readonly kind: "open"; readonly opening: Opening }
  | { readonly kind: "ask"; readonly asked: Asked }
  | { readonly kind: "stop" };

/** What it says: steps of the work, then one answer or one fault. */
export type FromProcess =
  | ({ readonly kind: "step" } & Step)
  /** The workspace is of another generation by now: ask whoever answers from that. */
  | { readonly kind: "moved"; readonly resident: number }
  | { readonly kind: "answer"; readonly body: Uint8Array; readonly resident: number }
  | {
      readonly kind: "fault";
      /** `null`: not a coded error. */
      readonly code: ErrorCode | null;
      readonly message: string;
      readonly details: Readonly<Record<string, unknown>>;
      readonly resident: number;
    };

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
