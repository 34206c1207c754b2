import type { MapView } from "../../../src/answers/card/map-view.ts";
import { percentInterval } from "../../../src/base/format.ts";
import { changesSince, type NodeChange } from "../map/changes-since.ts";
import type { PageContext } from "../state/panel-context.ts";
import { EconomyName } from "./economy-name.tsx";
import { TechnologyLink } from "./page-link.tsx";

interface SinceProps {
  readonly before: MapView;
  readonly after: MapView;
  readonly context: PageContext;
}

/** What has changed between two days, technology by technology. */
export function SinceTable({ before, after, context }: SinceProps) {
  const changes = changesSince(before, after);
  return (
    <section className="scores" aria-labelledby="since-title">
      <h2 id="since-title">{`Changed from ${before.asOf} to ${after.asOf}`}</h2>
      <p className="note">
        As known on each day: from unknown to known is often a record that is new, not a change of the world. Scores are of the model, in
        per cent of final output; for one home on both days.
      </p>
      {changes.length === 0 ? (
        <p className="empty">Nothing recorded differs between these days.</p>
      ) : (
        <table>
          <thead>
            <tr>
              <th scope="col">Technology</th>
              <th scope="col">Score before</th>
              <th scope="col">Score since</th>
              <th scope="col">Could be withheld by</th>
              <th scope="col">Controls since</th>
            </tr>
          </thead>
          <tbody>
            {changes.map((change) => (
              <ChangeRow key={change.node.id} change={change} context={context} />
            ))}
          </tbody>
        </table>
      )}
    </section>
  );
}

function ChangeRow({
  change: { node, score, holder, added, ended },
  context,
}: {
  readonly change: NodeChange;
  readonly context: PageContext;
}) {
  const [was, is] = score.map((each) => (each === null ? "unknown" : percentInterval(each)));
  const [before, after] = holder.map((id) => (id === null ? "unknown" : (context.names.get(id) ?? id)));
  return (
    <tr>
      <th scope="row">
        <TechnologyLink id={node.id} go={context.go}>
          {node.name}
        </TechnologyLink>
      </th>
      <td className="figure">{was}</td>
      <td className="figure">{is}</td>
      <td>{before === after ? after : `${before}, then ${after}`}</td>
      <td>
        <span className="issuers">
          {added.map((id) => (
            <EconomyName key={id} id={id} {...context} />
          ))}
          {ended.length > 0 && <span className="note">ended: {ended.map((id) => context.names.get(id) ?? id).join(", ")}</span>}
        </span>
      </td>
    </tr>
  );
}
