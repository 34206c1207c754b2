import { constants, setPriority } from "node:os";
import type { Call } from "../../answers/shared/asking.ts";
import type { Ask } from "../../ask/ask.ts";
import { openAsk } from "../../ask/open-ask.ts";
import { type Effects, quietEffects } from "../../base/effects.ts";
import { LevermapError } from "../../base/errors.ts";
import { generationOf } from "../../workspace/generation.ts";
import { openFile, openWorkspace } from "../../workspace/open.ts";
import { packed } from "./answer-body.ts";
import type { AnswerOpening, QuestionAt } from "./answer-processes.ts";
import type { ToProcess } from "./messages.ts";
import { listen, say, sayAnswer } from "./messages.ts";
import { answerText } from "./runner.ts";

/** Milliseconds between steps that are told. */
const betweenSteps = 200;

/** Answers one question at a time for the server that started it, with a lower priority than the server's, and ends with it. */
class AnswerProcess {
  #now = Date.now();
  #stop = new AbortController();
  #told = 0;
  #ask: Promise<Ask | null> = Promise.resolve(null);

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

  hear(message: ToProcess<QuestionAt, AnswerOpening>): void {
    if (message.kind === "open") {
      if (message.opening.isAhead) setPriority(constants.priority.PRIORITY_LOW);
      this.#ask = openOn(message.opening, this.#effects);
      this.#ask.catch(() => undefined);
    } else if (message.kind === "stop") this.#stop.abort(new LevermapError("LM_INTERRUPTED", "All who waited for the answer have gone."));
    else void sayAnswer(() => this.#answer(message.asked));
  }

  async #answer({ name, input, now }: QuestionAt): Promise<Uint8Array | null> {
    [this.#now, this.#told, this.#stop] = [now, 0, new AbortController()];
    const ask = await this.#ask;
    if (ask === null) return null;
    const asking = ask[name] as (asked: unknown, call: Call) => Promise<unknown>;
    return packed(answerText(name, await asking(input, { signal: this.#stop.signal })));
  }

  #step(done: number, total: number, label: string): void {
    const now = performance.now();
    if (now - this.#told < betweenSteps) return;
    this.#told = now;
    say({ kind: "step", done, total, label });
  }
}

/** `null`: the workspace is of another generation by now. */
async function openOn({ dir, asOf, generation, held = null }: AnswerOpening, effects: Effects): Promise<Ask | null> {
  const there = held === null ? null : await openFile(dir, held).catch(() => null);
  const workspace = there ?? (await openWorkspace(dir, { mode: "read" }));
  if (generation === null || (await workspace.use(generationOf)) === generation)
    return openAsk(workspace, { asOf: asOf ?? undefined, effects });
  workspace.close();
  return null;
}

setPriority(constants.priority.PRIORITY_BELOW_NORMAL);
const answering = new AnswerProcess();
listen<QuestionAt, AnswerOpening>((message) => answering.hear(message));
