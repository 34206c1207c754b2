import type { WorkspaceStatus } from "./workspace-status.ts";

/** The status as it is told beyond the machine: files by their names, several of a folder with its name, as where they lie is nobody else's business. */
export const statusOutside = (status: WorkspaceStatus): WorkspaceStatus => ({
  ...status,
  workspace: lastOf(status.workspace, 1),
  loads: status.loads.map((load) => ({ ...load, path: namesOf(load.path.split(", ")).join(", ") })),
});

const namesOf = (paths: readonly string[]): readonly string[] => paths.map((path) => lastOf(path, paths.length === 1 ? 1 : 2));

const lastOf = (path: string, parts: number): string => path.split(/[/\\]/).slice(-parts).join("/");
