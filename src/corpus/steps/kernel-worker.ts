/** What a worker thread runs; found by name through `kernel-pool.ts`. */
export { runSlice } from "./kernel-task.ts";
