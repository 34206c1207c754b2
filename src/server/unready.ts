import type { Ask } from "../ask/ask.ts";
import { type ErrorCode, LevermapError } from "../base/errors.ts";
import type { Serving } from "./live.ts";
import { Desk } from "./work/desk.ts";

/** What those who ask a server are told of its workspace, without the folder it is in. */
const reasons: Readonly<Partial<Record<ErrorCode, string>>> = {
  LM_WORKSPACE_MISSING: "There is no whole workspace yet.",
  LM_WORKSPACE_BUSY: "The workspace is being made, loaded or upgraded.",
  LM_WORKSPACE_NEWER: "The workspace is of a newer version than this server.",
  LM_WORKSPACE_UPGRADE: "The workspace could not be upgraded.",
  LM_WORKSPACE_DAMAGED: "The workspace cannot be read.",
};

/** What a server answers from before its workspace can be opened: nothing, and why. */
export interface Unready extends Serving {
  /** Another reason was found. */
  because(thrown: unknown): void;
}

/** Answers every question with the reason why there is no answer yet. */
export function unreadyServing(): Unready {
  let code: ErrorCode = "LM_WORKSPACE_BUSY";
  const reason = (): LevermapError => new LevermapError(code, reasons[code] ?? "The workspace cannot be opened.");
  const refuse = (): Promise<never> => Promise.reject(reason());
  const ask = new Proxy({} as Ask, { get: () => refuse });
  const runner = { run: refuse, close: async () => undefined };
  const desk = new Desk({ runner, limits: { slots: 1, mostWaiting: 1000, mostOfClient: 1000 } });
  return {
    ask,
    desk,
    generation: null,
    get unready() {
      return reason();
    },
    because(thrown) {
      code = thrown instanceof LevermapError ? thrown.code : "LM_INTERNAL";
    },
    close: () => desk.close(),
  };
}
