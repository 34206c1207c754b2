import type { ErrorCode } from "../../base/errors.ts";
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
