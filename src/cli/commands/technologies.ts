import { ask } from "../ask.ts";
import { type AddCommand, addCommand } from "../command.ts";
import type { CommonOptions } from "../context.ts";
import { technologiesText } from "../text/technologies.ts";
import { technologyText } from "../text/technology.ts";

interface TechnologiesOptions extends CommonOptions {
  readonly home?: string;
}

export const addTechnologies: AddCommand = (program, signal) => {
  addCommand(program, {
    usage: "technologies [id]",
    summary: "the tree of technologies, or all that is known of one",
    examples: ["technologies", "technologies euv-lithography --home CN", "technologies gallium --as-of 2024-06-30 --json"],
    dated: true,
  })
    .option("--home <economy>", "of one technology: whom it could be withheld from, an economy or group (default: the whole world)")
    .action((id: string | undefined, { home, ...options }: TechnologiesOptions) =>
      id === undefined
        ? ask(options, signal, (map) => map.technologies(), technologiesText)
        : ask(options, signal, (map) => map.technology(id, { home }), technologyText),
    );
};
