import type { SingleBar } from "cli-progress";
import type { Progress } from "../base/effects.ts";
import { count, percent } from "../base/format.ts";

/** Progress as one line on standard error that is cleared at the end; for terminals only. */
export class ProgressBar implements Progress {
  #bar: Promise<SingleBar> | null = null;
  #latest = { done: 0, total: 0, label: "" };

  report(done: number, total: number, label: string): void {
    this.#latest = { done, total, label };
    this.#bar ??= this.#start();
    void this.#bar.then((bar) => {
      const { done: value, total: whole, label: text } = this.#latest;
      bar.setTotal(whole);
      bar.update(value, { text });
    });
  }

  /** Clears the line. */
  async stop(): Promise<void> {
    (await this.#bar)?.stop();
    this.#bar = null;
  }

  async #start(): Promise<SingleBar> {
    const { SingleBar } = (await import("cli-progress")).default;
    const bar = new SingleBar({
      stream: process.stderr,
      clearOnComplete: true,
      hideCursor: null,
      format: (_options, { value, total }, { text }) => `${total > 0 ? percent(value / total) : count(value)} ${text}`,
    });
    bar.start(0, 0, { text: "" });
    return bar;
  }
}
