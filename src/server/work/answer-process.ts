import { constants, setPriority } from "node:os";
import type { Call } from "../../answers/shared/asking.ts";
import type { Ask } from "../../ask/ask.ts";
import { openAsk } from "../../ask/open-ask.ts";
import { type Effects, quietEffects } from "../../base/effects.ts";
import { LevermapError } from "../../base/errors.ts";
import { generationOf } from "../../workspace/generation.ts";
import { openFile, openWorkspace } from "../../workspace/open.ts";
import { packed } from "./answer-body.ts";
import type { FromProcess, Opening, ToProcess } from "./messages.ts";
import { answerText } from "./runner.ts";

/** Milliseconds between steps that are told. */
const betweenSteps = 200;

/** Answers one question at a time for the server that started it, with a lower priority than the server's, and ends with it. */
class AnswerProcess {
  #now = Date.now();
  #stop = new AbortController();
  #told = 0;
  #ask: Promise<Ask | null> | null = null;

  readonly #effects: Effects;

  constructor() {
    const [signal, now, step] = [() => this.#stop.signal, () => new Date(this.#now), this.#step.bind(this)];
    this.#effects = {
      ...quietEffects,
      clock: { now },
      progress: { report: step },
      get signal() {
        return signal();
      },
    };
  }

  hear(message: ToProcess): void {
    if (message.kind === "open") {
      if (message.isAhead) setPriority(constants.priority.PRIORITY_LOW);
      this.#ask = openOn(message, this.#effects);
      this.#ask.catch(() => undefined);
    } else if (message.kind === "stop") this.#stop.abort(new LevermapError("LM_INTERRUPTED", "All who waited for the answer have gone."));
    else void this.#answer(message);
  }

  async #answer({ name, input, now }: Extract<ToProcess, { kind: "ask" }>): Promise<void> {
    [this.#now, this.#told, this.#stop] = [now, 0, new AbortController()];
    try {
      const ask = await this.#ask!;
      if (ask === null) return say({ kind: "moved", resident: process.memoryUsage.rss() });
      const asking = ask[name] as (asked: unknown, call: Call) => Promise<unknown>;
      const answer = await asking(input, { signal: this.#stop.signal });
      say({ kind: "answer", body: await packed(answerText(name, answer)), resident: process.memoryUsage.rss() });
    } catch (thrown) {
      const told =
        thrown instanceof LevermapError
          ? { code: thrown.code, message: thrown.message, details: thrown.details }
          : { code: null, message: thrown instanceof Error ? (thrown.stack ?? thrown.message) : String(thrown), details: {} };
      say({ kind: "fault", ...told, resident: process.memoryUsage.rss() });
    }
  }

  #step(done: number, total: number, label: string): void {
    const now = performance.now();
    if (now - this.#told < betweenSteps) return;
    this.#told = now;
    say({ kind: "step", done, total, label });
  }
}

/** `null`: the workspace is of another generation by now. */
async function openOn({ dir, asOf, generation, held = null }: Opening, effects: Effects): Promise<Ask | null> {
  const there = held === null ? null : await openFile(dir, held).catch(() => null);
  const workspace = there ?? (await openWorkspace(dir, { mode: "read" }));
  if (generation === null || (await workspace.use(generationOf)) === generation)
    return openAsk(workspace, { asOf: asOf ?? undefined, effects });
  workspace.close();
  return null;
}

const say = (message: FromProcess): void => void process.send?.(message);

setPriority(constants.priority.PRIORITY_BELOW_NORMAL);
const answering = new AnswerProcess();
process.once("disconnect", () => process.exit());
process.on("message", (message: ToProcess) => answering.hear(message));
