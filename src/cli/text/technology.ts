import type { TechnologyCard } from "../../answers/card/technology-card.ts";
import { numberRange, percentInterval, usdBnRange } from "../../base/format.ts";
import type { Page } from "../context.ts";
import { type Section, section } from "../page/section.ts";
import { sourcesLine } from "../page/sources.ts";
import { paragraph } from "../page/wrap.ts";
import { edgeRows } from "./edges.ts";
import { shareSections } from "./share-rows.ts";
import { cardControlSections } from "./technology-card-controls.ts";
import { cardHalfLifeSections } from "./technology-card-half-life.ts";
import { cardPatentSections } from "./technology-card-patents.ts";

/** All that is known of one technology. */
export function technologyText(card: TechnologyCard, page: Page): string {
  const { style, width } = page;
  const sections = [
    ...shareSections(card),
    ...cardPatentSections(card),
    ...cardHalfLifeSections(card),
    ...edgeSections(card),
    ...factSections(card),
    ...cardControlSections(card.controlsInForce),
    documentSection(card),
  ];
  return [
    `${style.strong(card.name)}  ${style.faint(card.id)}`,
    ...heading(card).map((line) => paragraph(line, width)),
    ...sections.flatMap((each) => section(each, page)),
    "",
    paragraph(sourcesLine(card.evidence), width),
    ...[
      ...card.evidence.limits,
      ...card.controlsInForce.limits,
      ...(card.patents?.evidence.limits ?? []),
      ...(card.halfLife?.evidence.limits ?? []),
    ].map((limit) => paragraph(limit, width)),
    ...(card.halfLife === null
      ? []
      : [
          paragraph(
            `More on its half-life: levermap half-life ${card.id}${card.halfLife.home === null ? "" : ` --home ${card.halfLife.home}`}`,
            width,
          ),
        ]),
    ...(card.patents === null ? [] : [paragraph(`More on its patents: levermap patents ${card.id}`, width)]),
  ].join("\n");
}

function heading(card: TechnologyCard): string[] {
  const { economies } = card.concentration;
  const kind = [card.kind, card.stage && `stage ${card.stage}`, card.supplyMode, card.nextGeneration && "next generation"];
  const lines = [
    kind.filter(Boolean).join(", "),
    card.description ?? "",
    card.aliases.length > 0 ? `Also: ${card.aliases.join(", ")}` : "",
    `World chokepoint score: ${card.worldScore ? percentInterval(card.worldScore) : "unknown, anywhere from 0 to 100%"}`,
    `Concentration (HHI by economy): ${economies.hhi ? numberRange(economies.hhi.low, economies.hhi.high) : "unknown"}; highly concentrated: ${economies.highlyConcentrated}`,
    `Market size: ${card.marketSize ? `${usdBnRange(card.marketSize.low, card.marketSize.high)}${card.marketSize.year === null ? "" : ` (${card.marketSize.year})`}` : "unknown"}`,
    `First use in volume: ${card.firstVolumeUse ? numberRange(card.firstVolumeUse.low, card.firstVolumeUse.high, "year") : "unknown"}`,
    `Final products that need it: ${card.products.join(", ") || "none known"}`,
    `Rests on ${card.upstream.length}, and ${card.downstream.length} rest on it, in all.`,
  ];
  return lines.filter((line) => line !== "").map((line) => line.replace(/ ;/g, ";"));
}

function edgeSections(card: TechnologyCard): Section[] {
  return [
    edgeRows("What it needs", card.needs),
    edgeRows("Who needs it", card.neededBy),
    edgeRows("Varieties, which replace one another", card.varieties),
    edgeRows("It is a variety of", card.varietyOf),
    edgeRows("Substitutes, in part", card.substitutes),
  ];
}

function factSections(card: TechnologyCard): Section[] {
  return [
    {
      title: "Parameters",
      columns: [
        { title: "parameter" },
        { title: "scope" },
        { title: "value" },
        { title: "year" },
        { title: "grade" },
        { title: "source or reason", flexible: true },
      ],
      rows: card.parameters.map((line) => [
        line.parameter,
        line.scope,
        numberRange(line.low, line.high, line.unit),
        line.year === null ? "" : String(line.year),
        line.origin === "default" ? "assumed (default)" : line.grade,
        line.source ?? line.note ?? "",
      ]),
    },
    {
      title: "Codes",
      columns: [{ title: "scheme" }, { title: "code" }, { title: "relation" }, { title: "source", flexible: true }],
      rows: card.codes.map(({ scheme, code, relation, source }) => [scheme, code, relation, source ?? ""]),
    },
    {
      title: "Plants",
      columns: [
        { title: "owner" },
        { title: "economy" },
        { title: "place", flexible: true },
        { title: "node" },
        { title: "source", flexible: true },
      ],
      rows: card.plants.map(({ owner, economy, place, node, source }) => [owner, economy, place ?? "", node ?? "", source ?? ""]),
    },
  ];
}

function documentSection(card: TechnologyCard): Section {
  return {
    title: "Documents",
    columns: [{ title: "id" }, { title: "document", flexible: true }, { title: "address", flexible: true }],
    rows: card.documents.map((line) => [
      line.id,
      [line.title, line.publisher, line.year].filter((part) => part !== null).join(", "),
      line.url ?? "",
    ]),
  };
}
