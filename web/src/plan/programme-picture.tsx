import { gainWords, programmeName } from "../../../src/answers/plan/plan-labels.ts";
import type { ChosenProgramme, PlanReport } from "../../../src/answers/plan/plan-report.ts";
import { counted, number } from "../../../src/base/format.ts";
import { gained, launchWords, leastPart, selectedNote } from "../../../src/report/plan/plan-parts.ts";
import { Key, Tick } from "../chart/marks.tsx";
import { Choice } from "../filters/choice.tsx";
import { CopyButton } from "../list/copy-button.tsx";
import { TechnologyLink } from "../list/page-link.tsx";
import type { Go, PageState } from "../state/page-state.ts";
import { gainKinds, gainParts } from "./gains.ts";
import { programmesCsv } from "./plan-csv.ts";

interface PictureProps {
  readonly report: PlanReport;
  readonly rows: PageState["rows"];
  readonly go: Go;
}

/** Selected programmes by value: when they are launched, and the value at risk without each, compared with its cost. */
export function ProgrammePicture({ report, rows, go }: PictureProps) {
  const { programmes, plan } = report;
  const shown = shownProgrammes(programmes, rows);
  const most = Math.max(...shown.flatMap(({ adds, presentCost }) => [gained(adds), presentCost]));
  return (
    <figure className="programmes">
      <h2>Value at risk without each programme, compared with its cost, and when it is launched</h2>
      <p className="note">
        USD M, present value, as of {plan.asOf}. {selectedNote} Dotted: all rests on the middle of assumed inputs; the interval above is
        that of the whole plan. <CopyButton what="the programmes" text={() => programmesCsv(report)} />
      </p>
      <Keys />
      <RowChoice programmes={programmes} rows={rows} go={go} />
      {shown.length === 0 && (
        <p className="empty">None of the {counted(programmes.length, "programme", "programmes")} brings less than it costs.</p>
      )}
      {shown.length > 0 && (
        <>
          <div className="programme axis-row" aria-hidden="true">
            <span className="programme-what" />
            <LaunchYears years={plan.years} />
            <WorthScale most={most} />
          </div>
          <ol className="programme-rows">
            {shown.map((each) => (
              <Row key={each.id} programme={each} years={plan.years} most={most} go={go} />
            ))}
          </ol>
        </>
      )}
    </figure>
  );
}

/** Which programmes are drawn; nothing where there is no choice. */
function RowChoice({ programmes, rows, go }: Omit<PictureProps, "report"> & { readonly programmes: readonly ChosenProgramme[] }) {
  const few = poor(programmes).length;
  const isLong = programmes.length > firstRows;
  const options = [
    ...(isLong ? [{ id: "all", name: `all ${programmes.length}` }] : []),
    ...(few > 0 || rows === "less" ? [{ id: "less", name: `the ${few} that bring less than they cost` }] : []),
  ];
  if (options.length === 0) return null;
  return (
    <Choice
      label="shown"
      none={isLong ? `the ${firstRows} of most value` : `all ${programmes.length}, those of most value first`}
      value={rows === "first" || (rows === "all" && !isLong) ? null : rows}
      options={options}
      change={(value) => go({ rows: value === "all" || value === "less" ? value : "first" })}
    />
  );
}

/** What the parts of the bars are. */
function Keys() {
  return (
    <p className="legend">
      {gainKinds.map((kind) => (
        <Key key={kind} width={18} height={12} text={gainWords[kind]}>
          <rect className={`gain ${kind}`} x={1} y={2} width={16} height={8} />
        </Key>
      ))}
      <Key width={18} height={12} text="below each: its cost">
        <rect className="cost" x={1} y={4} width={16} height={4} />
      </Key>
      <Key width={16} height={16} text="part launched in the year">
        <rect className="launch-room" x={1} y={1} width={14} height={14} />
        <rect className="launch" x={1} y={8} width={14} height={7} />
      </Key>
    </p>
  );
}

interface RowProps {
  readonly programme: ChosenProgramme;
  readonly years: readonly number[];
  readonly most: number;
  readonly go: Go;
}

function Row({ programme, years, most, go }: RowProps) {
  const { technology, adds, presentCost, lessCost } = programme;
  return (
    <li className="programme">
      <div className="programme-what">
        <TechnologyLink id={technology} go={go}>
          {programmeName(programme)}
        </TechnologyLink>
        <span className="note">
          brings {number(gained(adds))}, costs {number(presentCost)}
          {lessCost < 0 && (
            <>
              : <strong className="poor">short by {number(-lessCost)}</strong>
            </>
          )}
          <span className="narrow">; launched {launchWords(programme)}</span>
        </span>
      </div>
      <LaunchStrip programme={programme} years={years} />
      <WorthBar programme={programme} most={most} />
    </li>
  );
}

/** Programmes that are drawn until more are asked for. */
export const firstRows = 15;

/** Those that bring less than they cost. */
export const poor = (programmes: readonly ChosenProgramme[]): readonly ChosenProgramme[] =>
  programmes.filter(({ lessCost }) => lessCost < 0);

export function shownProgrammes(programmes: readonly ChosenProgramme[], rows: PageState["rows"]): readonly ChosenProgramme[] {
  if (rows === "less") return poor(programmes);
  return rows === "all" ? programmes : programmes.slice(0, firstRows);
}

const height = 18;

/** A length from zero on as a part of the width; `most` is at the right end. */
const scale =
  (most: number) =>
  (value: number): string =>
    `${most > 0 ? (99.5 * value) / most : 0}%`;

/** Value at risk without a programme by kind of gain, and below it what it costs. Its words are beside it. */
function WorthBar({ programme: { adds, presentCost }, most }: { readonly programme: ChosenProgramme; readonly most: number }) {
  const part = scale(most);
  return (
    <svg className="worth" height={height} aria-hidden="true">
      {gainParts(adds).map(({ kind, from, worth }) => (
        <rect key={kind} className={`gain ${kind}`} x={part(from)} y={2} width={part(worth)} height={8} />
      ))}
      <rect className="cost" x={0} y={12} width={part(presentCost)} height={4} />
      <path className="axis" d={`M0 0V${height}`} />
    </svg>
  );
}

/** Zero and the greatest value over the bars. */
function WorthScale({ most }: { readonly most: number }) {
  return (
    <svg className="worth" height={height} aria-hidden="true">
      <Tick x={0} y={height - 5} text="0" />
      <Tick x="100%" y={height - 5} textAnchor="end" text={`USD ${number(most)} M`} />
    </svg>
  );
}

const step = 21;
const side = 15;

/** A place for each year: in those of a launch a square, filled by the part launched. */
function LaunchStrip({ programme, years }: { readonly programme: ChosenProgramme; readonly years: readonly number[] }) {
  const at = (year: number): number => years.indexOf(year) * step + (step - side) / 2;
  const told = programme.launches.filter(({ part }) => part >= leastPart);
  return (
    <svg className="launches" width={years.length * step} height={height} role="img" aria-label={`launched ${launchWords(programme)}`}>
      <path className="grid" d={`M0 ${height - 0.5}H${years.length * step}`} />
      {told.map(({ year, part }) => (
        <g key={year}>
          <rect className="launch-room" x={at(year)} y={1} width={side} height={side} />
          <rect className="launch" x={at(year)} y={1 + side * (1 - part)} width={side} height={side * part} />
        </g>
      ))}
    </svg>
  );
}

/** The years over the strips: the first, the last and those between as far as there is room. */
function LaunchYears({ years }: { readonly years: readonly number[] }) {
  return (
    <svg className="launches" width={years.length * step} height={height} aria-hidden="true">
      {years.map(
        (year, at) =>
          (at % 2 === 0 || years.length < 3) && <Tick key={year} x={(at + 0.5) * step} y={height - 5} textAnchor="middle" text={year} />,
      )}
    </svg>
  );
}
