import type { CommonOptions } from "../../command.ts";

export interface UserOptions extends CommonOptions {
  readonly user?: string;
}

/** Who does it: `--user`, else LEVERMAP_USER. */
export const userOf = ({ user }: UserOptions): string | undefined => user ?? process.env.LEVERMAP_USER;

export const userOption = ["--user <name>", "who does it (default: LEVERMAP_USER)"] as const;
