import type { Ask } from "../../src/ask/ask.ts";

/** An answer on plans that begins and never ends, until its client goes: `started` is kept once it has begun. */
export function heldPlan(): { readonly plan: Ask["plan"]; readonly started: Promise<void> } {
  let begun = (): void => undefined;
  const started = new Promise<void>((resolve) => {
    begun = resolve;
  });
  const plan: Ask["plan"] = (_, call = {}) =>
    new Promise((_resolve, reject) => {
      call.signal?.addEventListener("abort", () => reject(call.signal?.reason));
      begun();
    });
  return { plan, started };
}
