import type { ControlShown, PartyRow, Reconciled } from "../../answers/controls/controls-report.ts";
import { count, counted } from "../../base/format.ts";
import type { Page } from "../context.ts";
import { section } from "../page/section.ts";
import { sourcesLine } from "../page/sources.ts";
import { paragraph } from "../page/wrap.ts";
import { standingWords } from "./standing.ts";
import { stateWords } from "./timeline.ts";

/** One list, party or rule. */
export function controlShownText(shown: ControlShown, page: Page): string {
  const { list, parties, rule, evidence } = shown;
  return [
    ...(list === null ? [] : listLines(list, page)),
    ...parties.flatMap((row) => [...partyLines(row, page), ""]),
    ...(rule === null ? [] : ruleLines(shown, rule, page)),
    "",
    ...[sourcesLine(evidence), ...evidence.limits].map((line) => paragraph(line, page.width)),
  ].join("\n");
}

function listLines({ list, title, issuer, readings, reconciled }: NonNullable<ControlShown["list"]>, page: Page): string[] {
  return [
    `${page.style.strong(`${issuer} ${title}`)}  ${page.style.faint(list)}`,
    ...section(
      {
        title: "Readings",
        columns: [
          { title: "reading" },
          { title: "copy or edition" },
          { title: "in force", align: "right" },
          { title: "undated", align: "right" },
          { title: "what it cannot tell", flexible: true },
        ],
        rows: readings.map(({ origin, used, inForce, startUnknown, caveats }) => [
          origin,
          used ?? "day unknown",
          count(inForce),
          count(startUnknown),
          caveats.join("; "),
        ]),
      },
      page,
    ),
    ...reconciled.flatMap((pair) => reconciledLines(pair, page)),
  ];
}

function reconciledLines({ a, b, same, differing, differences, onlyA, onlyACount, onlyB, onlyBCount }: Reconciled, page: Page): string[] {
  const first = (ids: readonly string[], of: number): string => (of === 0 ? "" : `: ${ids.slice(0, 5).join(", ")}${of > 5 ? ", ..." : ""}`);
  return [
    "",
    page.style.strong(`${a} beside ${b}`),
    paragraph(`${counted(same, "row")} agree, ${count(differences)} differ; both readings are kept.`, page.width),
    paragraph(`${count(onlyACount)} only in ${a}${first(onlyA, onlyACount)}`, page.width),
    paragraph(`${count(onlyBCount)} only in ${b}${first(onlyB, onlyBCount)}`, page.width),
    ...(differing.length === 0
      ? []
      : section(
          {
            title: `Differ${differences > differing.length ? `, the first ${differing.length}` : ""}`,
            columns: [{ title: "name", flexible: true }, { title: "matched by" }, { title: "differs in", flexible: true }],
            rows: differing.map(({ name, by, differs }) => [name, by, differs.join(", ")]),
          },
          page,
        )),
  ];
}

function partyLines(row: PartyRow, { style, width }: Page): string[] {
  const { entry, listTitle, issuer, origin, edition, name, names, economies, standing } = row;
  const others = names.filter((each) => each.name !== name).map((each) => `${each.name} (${each.kind})`);
  const days = (["published", "effective", "ended"] as const).flatMap((day) => (row[day] === null ? [] : [`${day} ${row[day]}`]));
  const told = (["citation", "requirement", "policy", "programme", "remark", "url"] as const).flatMap((part) =>
    row[part] === null ? [] : [`${part}: ${row[part]}`],
  );
  return [
    style.strong(paragraph(`${name}${economies.length > 0 ? ` (${economies.join(", ")})` : ""}`, width)),
    ...[
      `${issuer} ${listTitle}; reading ${origin}${edition === null ? "" : ` of ${edition}`}; entry ${entry}`,
      standing === null ? "of a copy that another took the place of" : standingWords(standing),
      ...(days.length > 0 ? [days.join(", ")] : []),
      ...(row.footnotes.length > 0 ? [`footnote ${row.footnotes.join(", ")}`] : []),
      ...told,
      ...(others.length > 0 ? [`other names: ${others.join("; ")}`] : []),
    ].map((line) => `  ${paragraph(line, width - 2, "  ")}`),
  ];
}

function ruleLines({ controls, added }: ControlShown, rule: NonNullable<ControlShown["rule"]>, page: Page): string[] {
  const { id, issuer, title, citation, type, kind, published, effective, ends, url, note, origins } = rule;
  return [
    page.style.strong(paragraph(`${issuer} ${title}`, page.width)),
    ...[
      `${id}${citation === null ? "" : `, ${citation}`}${type === null ? "" : `; ${type}`}${kind === null ? "" : `; ${kind.replaceAll(";", ", ")}`}`,
      `published ${published ?? "unknown"}, effective ${effective ?? "unknown"}${ends === null ? "" : `, last day ${ends}`}: ${stateWords(rule)}${rule.basis === null ? "" : `, by day of ${rule.basis === "effective" ? "effect" : "publication"}`}`,
      ...rule.caveats,
      `stated by ${origins.join(", ")}`,
      ...(note === null ? [] : [note]),
      ...(url === null ? [] : [url]),
      ...(added > 0 ? [`${counted(added, "row")} of lists in force cite it first`] : []),
    ].map((line) => `  ${paragraph(line, page.width - 2, "  ")}`),
    ...section(
      {
        title: "Controls of the atlas that cite it",
        columns: [
          { title: "technology" },
          { title: "control", flexible: true },
          { title: "effective" },
          { title: "until" },
          { title: "state" },
          { title: "source" },
        ],
        rows: controls.map(({ technology, what, effective: from, until, state, source }) => [
          technology,
          what,
          from ?? "unknown",
          until ?? "",
          state ?? "",
          source ?? "",
        ]),
      },
      page,
    ),
  ];
}
