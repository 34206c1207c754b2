/** Who may stop long work, and who is told how far it is. */
export interface TurnOptions {
  readonly signal?: AbortSignal | undefined;
  /** Told what is done. */
  readonly onProgress?: ((done: number) => void) | undefined;
}

/** As long as this, in milliseconds, nothing else is let in: progress, an interrupt. */
const turn = 40;

/** Lets others in while long work goes on. */
export interface Turns {
  /** Whether it is time to. */
  due(): boolean;
  /** Tells what is done and lets others in. Throws what the signal was aborted with. */
  give(done: number): Promise<void>;
}

export function createTurns({ signal, onProgress }: TurnOptions): Turns {
  let since = performance.now();
  return {
    due: () => performance.now() - since >= turn,
    async give(done) {
      onProgress?.(done);
      await new Promise((resolve) => setImmediate(resolve));
      signal?.throwIfAborted();
      since = performance.now();
    },
  };
}
