import { say } from "../words/spoken.ts";

/** Keeps and ends searches by the API, and shows what was kept, or those that are left. */
export function addKeptSearches(): void {
  for (const form of document.querySelectorAll<HTMLFormElement>("form[data-keep]"))
    form.addEventListener("submit", (event) => {
      event.preventDefault();
      void send(form);
    });
}

async function send(form: HTMLFormElement): Promise<void> {
  const { keep = "", then = "" } = form.dataset;
  const fields = Object.fromEntries(new FormData(form)) as Readonly<Record<string, string>>;
  const response = await fetch(keep, {
    method: "POST",
    headers: { "content-type": "application/json" },
    body: JSON.stringify(fields),
  }).catch(() => null);
  if (response?.ok) {
    window.location.assign(then.endsWith(":") ? then + encodeURIComponent(fields.name ?? "") : then);
    return;
  }
  const told = (await response?.json().catch(() => null)) as { readonly error?: { readonly message: string } } | null | undefined;
  form.querySelector("[role=alert]")!.textContent = told?.error?.message ?? say("The server does not answer.");
}
