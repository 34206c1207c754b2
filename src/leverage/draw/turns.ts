/** Abort and progress of long work. */
export interface TurnOptions {
  readonly signal?: AbortSignal | undefined;
  readonly onProgress?: ((done: number) => void) | undefined;
}

/** Longest time between yields, in milliseconds. */
const turn = 40;

/** Yields to other work during long computations. */
export interface Turns {
  due(): boolean;
  /** Reports progress and yields. Throws the abort reason of the signal. */
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
