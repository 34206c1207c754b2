import type { ErrorCode } from "../../base/errors.ts";
import type { Asked, Step } from "./runner.ts";

/** What a process that answers questions is told first. */
export interface Opening {
  readonly dir: string;
  /** `YYYY-MM-DD`; `null`: the day of each question. */
  readonly asOf: string | null;
  /** The generation of the workspace that answers are of; `null`: any. */
  readonly generation: string | null;
  /** A path to its file that holds also after another has taken its place; `null` or absent: there is none. */
  readonly held?: string | null | undefined;
  /** Whether it works ahead, of lower priority than what somebody waits for. */
  readonly isAhead?: boolean | undefined;
}

export type ToProcess =
  | ({ readonly kind: "open" } & Opening)
  | ({ readonly kind: "ask"; readonly now: number } & Asked)
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
