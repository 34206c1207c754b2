import { Argument, type Command } from "commander";
import { type AddCommand, addCommand, type CommonOptions, withContext } from "../command.ts";

export const shells = ["bash", "zsh", "fish"] as const;
type Shell = (typeof shells)[number];

export const addCompletion: AddCommand = (program, signal) => {
  addCommand(program, {
    usage: "completion",
    summary: "a script that completes commands and options in a shell",
    examples: [
      "completion bash >> ~/.bashrc",
      'completion zsh > "$fpath[1]/_levermap"',
      "completion fish > ~/.config/fish/completions/levermap.fish",
    ],
    dated: false,
  })
    .addArgument(new Argument("<shell>").choices(shells))
    .action((shell: Shell, options: CommonOptions) =>
      withContext(options, signal, async (context) => {
        await context.answer({ shell, script: await shellScript(shell, program) }, ({ script }) => script);
      }),
    );
};

/** The script that completes what is typed in a shell. */
export async function shellScript(shell: Shell, program: Command): Promise<string> {
  const { completionScript } = await import("../completion-script.ts");
  const { sourceNames } = await import("../../library/named-source.ts");
  const { fetchableNames } = await import("../../library/fetch.ts");
  const { readyScenarioIds } = await import("../../answers/scenario/ready-scenarios.ts");
  const scenarios = readyScenarioIds();
  const { readyPlanIds } = await import("../../answers/plan/plan-file.ts");
  const known = { load: sourceNames, fetch: await fetchableNames(), simulate: scenarios, compare: scenarios, plan: readyPlanIds() };
  return completionScript(shell, program, known);
}
