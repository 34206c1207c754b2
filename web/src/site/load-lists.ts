import type { Job } from "../../../src/server/jobs/job.ts";
import { say } from "../words/spoken.ts";
import { endWords } from "./load-words.ts";

/** What the form is made of, and where its jobs are. */
interface LoadForm {
  readonly form: HTMLFormElement;
  readonly told: Element;
  readonly bar: HTMLProgressElement;
  readonly load: HTMLButtonElement;
  readonly stop: HTMLButtonElement;
  readonly jobs: string;
}

/** Posts a file as a job that loads it, and tells how far it is until it is over. */
export function addLoadList(form: HTMLFormElement): void {
  const holder = form.parentElement!;
  const parts: LoadForm = {
    form,
    told: holder.querySelector("[role=status]")!,
    bar: holder.querySelector("progress")!,
    load: form.querySelector<HTMLButtonElement>("[type=submit]")!,
    stop: form.querySelector<HTMLButtonElement>("[data-stop]")!,
    jobs: form.dataset.jobs ?? "",
  };
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    void post(parts);
  });
}

async function post(parts: LoadForm): Promise<void> {
  const { form, told, jobs } = parts;
  const file = form.querySelector<HTMLInputElement>("input[type=file]")!.files![0]!;
  const { source = "", edition = "" } = Object.fromEntries(new FormData(form)) as Readonly<Record<string, string>>;
  const asked = new URLSearchParams({ source, name: file.name, ...(edition === "" ? {} : { edition }) });
  told.textContent = say(`${file.name} is on its way.`);
  show(parts, true);
  const headers = { "content-type": "application/octet-stream" };
  const response = await fetch(`${jobs}/loads?${asked}`, { method: "POST", headers, body: file }).catch(() => null);
  const answer = (await response?.json().catch(() => null)) as (Job & { readonly error?: Job["fault"] }) | null | undefined;
  if (response?.ok && answer) watch(parts, answer);
  else end(parts, answer?.error ? `${answer.error.message} ${answer.error.next}` : say("The server does not answer."));
}

/** Tells each state of a job as it comes; the browser asks anew where the server was gone for a while. */
function watch(parts: LoadForm, job: Job): void {
  const states = new EventSource(`${parts.jobs}/${job.id}`);
  parts.stop.onclick = () => void fetch(`${parts.jobs}/${job.id}/stop`, { method: "POST" }).catch(() => null);
  states.addEventListener("step", ({ data }) => tellStep(parts, JSON.parse(data) as Job));
  states.addEventListener("answer", ({ data }) => {
    states.close();
    end(parts, say(endWords(JSON.parse(data) as Job)));
  });
}

function tellStep({ told, bar }: LoadForm, { state, step }: Job): void {
  told.textContent = state === "waiting" ? say("It waits for its turn.") : (step?.label ?? say("It is being loaded."));
  if (step !== null && step.total > 0) [bar.max, bar.value] = [step.total, step.done];
  else bar.removeAttribute("value");
}

function end(parts: LoadForm, words: string): void {
  show(parts, false);
  parts.told.textContent = words;
}

function show({ bar, load, stop }: LoadForm, isAtWork: boolean): void {
  [bar.hidden, stop.hidden, load.disabled] = [!isAtWork, !isAtWork, isAtWork];
  bar.removeAttribute("value");
  stop.onclick = null;
}
