import { useContext } from "react";
import type { MapView } from "../../../src/answers/card/map-view.ts";
import { onward } from "../../../src/site/onward.ts";
import { type Language, languages } from "../../../src/words/language.ts";
import { PageLink } from "../list/page-link.tsx";
import { handedOn } from "../state/handed-on.ts";
import { formatState, type Go, type PageState } from "../state/page-state.ts";
import { PlaceContext } from "../state/place.ts";
import { places } from "../view/places.ts";
import { WithCode } from "../view/with-code.tsx";
import { say } from "../words/spoken.ts";
import { partlyEnglish } from "../words/words.ts";
import { Choice } from "./choice.tsx";

export interface HeadProps {
  readonly map: MapView;
  readonly state: PageState;
  readonly waiting: boolean;
  readonly go: Go;
}

interface PageHeadProps extends Omit<HeadProps, "go"> {
  /** `null`: nothing can be chosen yet. */
  readonly go: Go | null;
}

const nowhere: Go = () => undefined;

/** Groups first, then economies, each by name with its code. */
function homes(map: MapView): { id: string; name: string }[] {
  const sorted = [...map.economies].sort((a, b) => Number(b.group) - Number(a.group) || a.name.localeCompare(b.name, "en"));
  return sorted.map(({ id, name }) => ({ id, name: name === id ? id : `${say(name)} (${id})` }));
}

/** Whose numbers are on the page, whatever has been chosen since. */
const shownHome = ({ home, economies }: MapView): string =>
  home === null ? "no home chosen" : (economies.find(({ id }) => id === home)?.name ?? home);

const colours = [
  { id: "score", text: "Loss" },
  { id: "controls", text: "Controls" },
  { id: "change", text: "Change since" },
] as const;

/** Whose question it is, how it is shown, and the finding. */
export function PageHead({ map, state, waiting, go: chosen }: PageHeadProps) {
  const [go, disabled] = [chosen ?? nowhere, chosen === null];
  const { language } = useContext(PlaceContext);
  const finding = state.colour === "controls" ? map.controlsFinding : map.finding;
  return (
    <header className="head">
      <a className="skip" href="#content">
        To the content
      </a>
      <div className="head-line">
        <PageNav state={state} go={chosen} />
        <Choice
          label="What could be withheld from"
          none="anyone (no home chosen)"
          value={state.home}
          options={homes(map)}
          change={(home) => go({ home })}
          disabled={disabled}
        />
        <fieldset className="views">
          <legend className="unseen">Show as</legend>
          {(["map", "list"] as const).map((view) => (
            <button key={view} type="button" disabled={disabled} aria-pressed={state.view === view} onClick={() => go({ view })}>
              {view === "map" ? "Map" : state.colour === "controls" ? "List by controls" : "List by score"}
            </button>
          ))}
        </fieldset>
        <fieldset className="views">
          <legend className="unseen">Coloured by</legend>
          <span className="quiet" aria-hidden="true">
            coloured by
          </span>
          {colours
            .filter(({ id }) => id !== "change" || state.on !== null)
            .map(({ id, text }) => (
              <button key={id} type="button" disabled={disabled} aria-pressed={state.colour === id} onClick={() => go({ colour: id })}>
                {text}
              </button>
            ))}
        </fieldset>
        <span className="as-of" role="status">
          {waiting ? `Asking …; still shown: ${shownHome(map)}` : `As of ${map.asOf}`}
        </span>
      </div>
      <h1 id="content" tabIndex={-1}>
        <WithCode text={finding} />
      </h1>
      {language !== "en" && <p className="note">{partlyEnglish(finding)}</p>}
    </header>
  );
}

/** Views of the map by the place of the site that they are of. */
const viewsOf: Readonly<Record<string, readonly [PageState["view"], ...PageState["view"][]]>> = {
  map: ["map", "list"],
  plans: ["plan"],
  backtests: ["backtests"],
};

/** The places of the site, of which the map has some as views of its own. */
export function PageNav({ state, go }: Pick<PageHeadProps, "state" | "go">) {
  const { view } = state;
  const { language } = useContext(PlaceContext);
  const given = handedOn(state);
  return (
    <nav className="pages" aria-label="Pages">
      <a className="brand" href={onward("./", given)}>
        Levermap
      </a>
      {places.map(([path, label]) => {
        const views = viewsOf[path];
        return views === undefined ? (
          <a key={path} href={onward(path, given)}>
            {label}
          </a>
        ) : (
          <PageLink key={path} change={{ view: views[0], technology: null }} go={go ?? nowhere} current={views.includes(view)}>
            {label}
          </PageLink>
        );
      })}
      <a href={onward("search", given)} aria-keyshortcuts="/" title="Search  ( / )">
        Search
      </a>
      {(Object.keys(languages) as Language[])
        .filter((each) => each !== language)
        .map((each) => (
          <a key={each} href={formatState({ ...state, lang: each })} hrefLang={languages[each].tag} lang={languages[each].tag}>
            {languages[each].name}
          </a>
        ))}
    </nav>
  );
}
