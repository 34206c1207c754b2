import type { Command } from "commander";
import { mostDepth, usualDepth } from "../../answers/controls/exposure-depth.ts";
import { requireDay } from "../../library/day.ts";
import { ask } from "../ask.ts";
import { type AddCommand, addCommand } from "../command.ts";
import type { CommonOptions } from "../context.ts";
import { wholeNumber } from "../numbers.ts";
import { controlShownText } from "../text/control-shown.ts";
import { controlsDiffText } from "../text/controls-diff.ts";
import { controlsListText } from "../text/controls-list.ts";
import { exposureText } from "../text/exposure.ts";
import { timelineText } from "../text/timeline.ts";
import { byOf, idsOf } from "./list-options.ts";

interface ControlsOptions extends CommonOptions {
  readonly by?: "effective" | "publication";
  readonly list?: readonly string[];
  readonly issuer?: string;
  readonly kind?: string;
  readonly from?: string;
  readonly to?: string;
  readonly all?: boolean;
  readonly depth?: number;
}

type AddPart = (controls: Command, signal: AbortSignal) => void;

export const addControls: AddCommand = (program, signal) => {
  const controls = program
    .command("controls")
    .description("lists of parties, control lists and rules: what binds whom on a day")
    .helpOption("-h, --help", "show this help")
    .helpCommand(false)
    .enablePositionalOptions();
  for (const add of [addList, addShow, addTimeline, addDiff, addExposure]) add(controls, signal);
};

const by = ["--by <date>", "the date of a row that counts where it has both: effective or publication (default: effective)"] as const;

const addList: AddPart = (controls, signal) => {
  addCommand(controls, {
    usage: "list",
    summary: "the lists, control lists and rules that are loaded, and how much of each is in force",
    examples: ["controls list", "controls list --as-of 2024-06-01"],
    dated: true,
  })
    .option(...by, byOf)
    .action((options: ControlsOptions) => ask(options, signal, (map) => map.controlsList({ by: options.by }), controlsListText));
};

const addShow: AddPart = (controls, signal) => {
  addCommand(controls, {
    usage: "show <id>",
    summary: "one list with its readings beside one another, one entry of a list, or one rule",
    examples: ["controls show us-1260h", "controls show 2022-21658", 'controls show "87 FR 62186"'],
    dated: true,
  }).action((id: string, options: ControlsOptions) => ask(options, signal, (map) => map.control(id), controlShownText));
};

const addTimeline: AddPart = (controls, signal) => {
  addCommand(controls, {
    usage: "timeline",
    summary: "rules and notices in the order of their days, and how each stands",
    examples: ["controls timeline --issuer US --from 2022-01-01", "controls timeline --kind suspension --as-of 2026-11-10"],
    dated: true,
  })
    .option("--issuer <economy>", "of this issuer only, such as US")
    .option("--kind <kind>", "of this kind only: listed-party, item, end-use, direct-product, tariff, suspension, licence-policy")
    .option("--from <date>", "that begin on this day or later", requireDay)
    .option("--to <date>", "that begin on this day or before", requireDay)
    .option("--all", "also documents whose title tells of no kind of control")
    .action(({ issuer, kind, from, to, all, ...options }: ControlsOptions) =>
      ask(options, signal, (map) => map.timeline({ issuer, kind, from, to, all }), timelineText),
    );
};

const addDiff: AddPart = (controls, signal) => {
  addCommand(controls, {
    usage: "diff <from> <to>",
    summary: "rows of lists, entries and rules that came, went or changed between two days",
    examples: ["controls diff 2024-11-30 2024-12-31 --list us-entity-list", "controls diff 2024-06-01 2025-06-01 --list us-1260h"],
    dated: false,
  })
    .option("--list <ids>", "these lists only, by id with commas between", idsOf)
    .option(...by, byOf)
    .action((from: string, to: string, options: ControlsOptions) =>
      ask(
        options,
        signal,
        (map) => map.controlsDiff({ from: requireDay(from), to: requireDay(to), lists: options.list, by: options.by }),
        controlsDiffText,
      ),
    );
};

const addExposure: AddPart = (controls, signal) => {
  addCommand(controls, {
    usage: "exposure <target>",
    summary: "which technologies a listed party or a rule touches, and who deals in them, up and down the chain",
    examples: ["controls exposure smee", "controls exposure 2022-21658 --depth 2"],
    dated: true,
  })
    .option(
      "--depth <steps>",
      `steps up and down the chain, at most ${mostDepth} (default: ${usualDepth})`,
      wholeNumber("--depth", 0, mostDepth),
    )
    .action((target: string, options: ControlsOptions) =>
      ask(options, signal, (map) => map.exposureToControls({ target, depth: options.depth }), exposureText),
    );
};
