import { say } from "../words/spoken.ts";

/** Makes a slider of each choice over answers that are there already: moving it shows another one, and the address then holds the choice. */
export function addSliders(holder: HTMLElement): void {
  const answerOf = JSON.parse(holder.dataset.answers ?? "{}") as Readonly<Record<string, number>>;
  const choices = [...holder.querySelectorAll<HTMLSelectElement>("form select")];
  const told = document.createElement("p");
  told.setAttribute("role", "status");
  told.className = "unseen";
  const show = (): void => {
    const shown = answerOf[choices.map(({ value }) => value).join(" ")];
    for (const answer of holder.querySelectorAll<HTMLElement>("[data-answer]")) answer.hidden = answer.dataset.answer !== String(shown);
    const address = new URL(window.location.href);
    for (const { name, value } of choices) address.searchParams.set(name, value);
    window.history.replaceState(null, "", address);
    told.textContent = say("The answer for this choice is shown.");
  };
  for (const choice of choices) addSlider(choice, show);
  holder.querySelector("form")?.append(told);
  const button = holder.querySelector<HTMLElement>("form button");
  if (button) button.hidden = true;
}

function addSlider(choice: HTMLSelectElement, show: () => void): void {
  const slider = document.createElement("input");
  const output = document.createElement("output");
  const words = (): string => choice.selectedOptions[0]?.textContent ?? "";
  Object.assign(slider, {
    type: "range",
    min: "0",
    max: String(choice.options.length - 1),
    step: "1",
    value: String(choice.selectedIndex),
  });
  slider.id = choice.id;
  choice.removeAttribute("id");
  output.htmlFor.add(slider.id);
  const tell = (): void => {
    output.textContent = words();
    slider.setAttribute("aria-valuetext", words());
  };
  slider.addEventListener("input", () => {
    choice.selectedIndex = Number(slider.value);
    tell();
    show();
  });
  tell();
  choice.hidden = true;
  choice.after(slider, output);
}
