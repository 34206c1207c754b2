import type { FindReport } from "../../../src/answers/find/find-questions.ts";
import { nextInBrowser } from "../../../src/site/browser/fault-advice.ts";
import { pathOf } from "../../../src/site/paths.ts";
import { inLanguage } from "../../../src/words/in-language.ts";
import { askedInPage } from "../words/page-language.ts";
import { say } from "../words/spoken.ts";

/** Things that are listed while one writes, and milliseconds that one may go on writing before they are asked for. */
const [most, pause] = [8, 150];

/**
 * A dialog over any page that finds what bears a name: arrows choose, Enter goes there, or to all that was found.
 * @param root address of the first page, with a slash at its end; "": beside this page
 * @param headersOf what the server is asked with beside the cookie
 */
export function addPalette(root: string, headersOf: () => HeadersInit = () => ({})): void {
  const { dialog, input, list, told } = build(`${root}search`);
  let asked: AbortController | undefined;
  let waiting: ReturnType<typeof setTimeout> | undefined;
  const chosen = (): HTMLElement | null => list.querySelector("[aria-selected=true]");

  const choose = (option: Element | null): void => {
    chosen()?.setAttribute("aria-selected", "false");
    option?.setAttribute("aria-selected", "true");
    option?.scrollIntoView({ block: "nearest" });
    if (option === null) input.removeAttribute("aria-activedescendant");
    else input.setAttribute("aria-activedescendant", option.id);
  };

  const show = ({ found, notLoaded, query, total }: FindReport): void => {
    // What was chosen while this was on its way stays chosen
    const kept = chosen()?.dataset.address;
    list.replaceChildren(...found.map((each, at) => optionOf(each, at, root)));
    input.setAttribute("aria-expanded", String(found.length > 0));
    choose(([...list.children] as HTMLElement[]).find((option) => option.dataset.address === kept) ?? null);
    told.textContent =
      found.length === 0
        ? [say(`Nothing here is called "${query}".`), ...notLoaded].join(" ")
        : say(`${total} found${total > found.length ? `; Enter shows all` : ""}.`);
  };

  const find = async (query: string): Promise<void> => {
    if (query === "") {
      list.replaceChildren();
      told.textContent = say(hint);
      input.setAttribute("aria-expanded", "false");
      return;
    }
    asked = new AbortController();
    const { signal } = asked;
    try {
      const response = await fetch(`${root}api/find?${new URLSearchParams({ query, top: String(most) })}`, {
        signal,
        headers: headersOf(),
      });
      const answer = await response.json();
      if (response.ok) show(answer as FindReport);
      else told.textContent = `${answer.error.message} ${nextInBrowser(answer.error.code, answer.error.next)}`;
    } catch (fault) {
      if (!signal.aborted)
        told.textContent = say(fault instanceof SyntaxError ? "The answer could not be read." : "The server does not answer.");
    }
  };

  input.addEventListener("input", () => {
    clearTimeout(waiting);
    asked?.abort();
    choose(null);
    waiting = setTimeout(() => void find(input.value.trim()), pause);
  });
  input.addEventListener("keydown", (event) => {
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (step !== undefined) {
      event.preventDefault();
      const options = [...list.children];
      // One place before the first: what is written
      const at = options.indexOf(chosen() as Element) + step;
      choose(options[at < -1 ? options.length - 1 : at] ?? null);
    } else if (event.key === "Enter" && chosen() !== null) {
      event.preventDefault();
      follow(chosen());
    }
  });
  document.addEventListener("keydown", (event) => {
    const isWriting = event.target instanceof HTMLElement && event.target.closest("input, textarea, select") !== null;
    const asks = (event.key === "/" && !isWriting) || (event.key === "k" && (event.metaKey || event.ctrlKey));
    if (!asks || dialog.open) return;
    event.preventDefault();
    // A modal one has the browser work out the style of the whole page anew
    dialog.show();
    input.select();
  });
  dialog.addEventListener("keydown", (event) => {
    if (event.key === "Escape") dialog.close();
  });
  // A press within it leaves the reader in the field; whoever goes elsewhere closes it
  dialog.addEventListener("mousedown", (event) => event.target !== input && event.preventDefault());
  dialog.addEventListener("focusout", () => document.hasFocus() && dialog.close());
}

function follow(option: HTMLElement | null): void {
  if (option?.dataset.address !== undefined) window.location.assign(option.dataset.address);
}

const hint = "A name in any script, a number or an id. Escape closes.";

function build(action: string) {
  const dialog = document.createElement("dialog");
  dialog.className = "palette";
  dialog.setAttribute("aria-label", say("Search"));
  const form = document.createElement("form");
  form.action = action;
  const input = document.createElement("input");
  Object.assign(input, { type: "text", name: "q", maxLength: 200, autocomplete: "off" });
  input.setAttribute("aria-label", say("Technology, firm, economy, rule, item or patent"));
  input.setAttribute("role", "combobox");
  input.setAttribute("aria-controls", "palette-list");
  input.setAttribute("aria-expanded", "false");
  const list = document.createElement("ul");
  list.id = "palette-list";
  list.setAttribute("role", "listbox");
  list.setAttribute("aria-label", say("Found"));
  const told = document.createElement("p");
  told.setAttribute("role", "status");
  told.textContent = say(hint);
  const asked = askedInPage();
  if (asked !== undefined) form.append(Object.assign(document.createElement("input"), { type: "hidden", name: "lang", value: asked }));
  form.append(input, list, told);
  dialog.append(form);
  document.body.append(dialog);
  return { dialog, input, list, told };
}

function optionOf({ kind, id, name, as, about, isNear }: FindReport["found"][number], at: number, root: string): HTMLLIElement {
  const option = document.createElement("li");
  option.id = `palette-${at}`;
  option.setAttribute("role", "option");
  option.setAttribute("aria-selected", "false");
  option.dataset.address = root + inLanguage(pathOf({ to: kind, id }), askedInPage());
  const called = document.createElement("b");
  const told = say(name);
  called.textContent = as === null || as === told ? told : `${told} (${as})`;
  const what = document.createElement("span");
  what.textContent = [isNear ? say("near match") : "", say(kind), say(about ?? "")].filter(Boolean).join(", ");
  option.append(called, what);
  option.addEventListener("click", () => follow(option));
  return option;
}
