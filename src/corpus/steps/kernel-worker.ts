/** Worker entry point; found by name in `kernel-pool.ts`. */
export { runSlice } from "./kernel-task.ts";
