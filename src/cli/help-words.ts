import { type Command, Help } from "commander";

/** What the help of a command says, before it is laid out for a width. */
export interface HelpWords {
  readonly usage: string;
  readonly about: string;
  readonly places: readonly Item[];
  readonly options: readonly Item[];
  readonly commands: readonly Item[];
  /** Behind all else: examples and notes. */
  readonly after: string;
}

interface Item {
  readonly term: string;
  readonly about: string;
}

/** The help of a command as words. */
export function helpWords(command: Command): HelpWords {
  const help = command.createHelp();
  const told: string[] = [];
  command.configureOutput({ writeOut: (text) => void told.push(text), getOutHelpWidth: () => 80 }).outputHelp();
  return {
    usage: help.commandUsage(command),
    about: help.commandDescription(command),
    places: help.visibleArguments(command).map((each) => ({ term: help.argumentTerm(each), about: help.argumentDescription(each) })),
    options: help.visibleOptions(command).map((each) => ({ term: help.optionTerm(each), about: help.optionDescription(each) })),
    commands: help.visibleCommands(command).map((each) => ({ term: help.subcommandTerm(each), about: help.subcommandDescription(each) })),
    after: told.slice(1).join(""),
  };
}

/** Lays out the help of a command as commander does; `width`: characters a line where a terminal tells them. */
export function helpText({ usage, about, places, options, commands, after }: HelpWords, width: number | undefined): string {
  const [term, description] = [(each: unknown) => (each as Item).term, (each: unknown) => (each as Item).about];
  const help = Object.assign(new Help(), {
    commandUsage: () => usage,
    commandDescription: () => about,
    visibleArguments: () => places,
    visibleOptions: () => options,
    visibleCommands: () => commands.map((each) => ({ ...each, helpGroup: () => "" })),
    ...{ argumentTerm: term, optionTerm: term, subcommandTerm: term },
    ...{ argumentDescription: description, optionDescription: description, subcommandDescription: description },
  });
  help.prepareContext({ ...(width !== undefined && { helpWidth: width }) });
  return help.formatHelp({ options: [], commands: [] } as unknown as Command, help) + after;
}
