import { setFlagsFromString } from "node:v8";

/** Percent of what is in use by which the heap grows before it is cleared. */
const growth = 30;

/**
 * Has the heap of this process cleared while it is small: by itself Node lets it grow to several times what is in use on a machine with much memory, which
 * looks like a leak once a list was loaded. What is cleared more often takes tens of milliseconds each time.
 */
export const clearHeapOften = (): void => setFlagsFromString(`--heap-growing-percent=${growth}`);
