import { workerData } from "node:worker_threads";
import { runSlice, type SharedTask, type Slice } from "./kernel-task.ts";

const { task, slices, taken }: SharedTask = workerData;
const next = (): Slice | undefined => slices[Atomics.add(taken, 0, 1)];
for (let slice = next(); slice !== undefined; slice = next()) runSlice(task, slice);
