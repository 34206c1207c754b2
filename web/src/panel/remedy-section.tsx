import { number, numberInterval, percent, usdBn } from "../../../src/base/format.ts";
import { EconomyName } from "../list/economy-name.tsx";
import type { PanelContext, Ranked } from "../state/panel-context.ts";

const months = (interval: readonly [number, number, number] | null): string =>
  interval === null ? "unknown" : `${numberInterval(interval)} months`;

const flag = (value: boolean | null): string => (value === null ? "unknown, no data loaded" : value ? "yes" : "no");

/** Who else supplies, how long it would take, what would have to be built; and the import side where trade is loaded. */
export function RemedySection({ ranked, context }: { readonly ranked: Ranked; readonly context: PanelContext }) {
  const { remedy, flags, imports } = ranked;
  return (
    <>
      {remedy && (
        <section>
          <h3>What could be done</h3>
          <dl>
            <dt>Others who supply</dt>
            <dd>
              {remedy.others.length === 0
                ? "nobody known"
                : remedy.others.map((other) => (
                    <span key={other.economy} className="item">
                      <EconomyName id={other.economy} names={context.names} palette={context.palette} /> {percent(other.share)}{" "}
                    </span>
                  ))}
            </dd>
            <dt>To qualify another supplier</dt>
            <dd>{months(remedy.qualificationMonths)}</dd>
            <dt>Until a new one gives full output</dt>
            <dd>
              {months(remedy.leadTimeMonths)}
              {remedy.timesGrade && <span className="note"> {remedy.timesGrade}</span>}
            </dd>
            {remedy.toBuild && (
              <>
                <dt>To build</dt>
                <dd>
                  {remedy.toBuild.text} ({percent(remedy.toBuild.share)} of world supply
                  {remedy.toBuild.usdBn === null ? "" : `, ${usdBn(remedy.toBuild.usdBn)} a year`})
                </dd>
              </>
            )}
          </dl>
        </section>
      )}
      {flags && (
        <section>
          <h3>Strategic dependency, by {flags.basis}</h3>
          <dl>
            <dt>Concentrated supply</dt>
            <dd>{flag(flags.cdi1)}</dd>
            <dt>Most of it foreign</dt>
            <dd>{flag(flags.cdi2)}</dd>
            <dt>Imports above exports</dt>
            <dd>{flag(flags.cdi3)}</dd>
          </dl>
        </section>
      )}
      {imports.length > 0 && (
        <section>
          <h3>Imports</h3>
          {imports.map((year) => (
            <p key={`${year.period} ${year.scheme} ${year.code}`}>
              {year.period}, {year.scheme.toUpperCase()} {year.code} ({year.relation}): {year.currency} {number(year.total)}
              {year.partners.slice(0, 5).map((partner) => (
                <span key={partner.economy}>
                  {"; "}
                  <EconomyName id={partner.economy} names={context.names} palette={context.palette} />{" "}
                  {percent(year.total > 0 ? partner.value / year.total : 0)}
                </span>
              ))}
              {year.unknownOrigin > 0 && `; origin unknown ${percent(year.total > 0 ? year.unknownOrigin / year.total : 0)}`}
            </p>
          ))}
        </section>
      )}
    </>
  );
}
