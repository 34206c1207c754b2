import type { BrowserContextOptions, Page } from "playwright-core";
import { expect } from "vitest";
import type { Site } from "../../web/open-page.ts";

/** What a reader has before them at the end of a task. */
export interface Reached {
  /** Title and finding. */
  readonly finding: string;
  /** All that is said on the page, what is a click away included. */
  readonly text: string;
  /** What the picture of the first screen says in words and figures. */
  readonly figure: string;
  /** Addresses of the documents that it names. */
  readonly sources: readonly string[];
  /** Where it stands, from the top of the site. */
  readonly path: string;
}

const mostActions = 3;

/** Milliseconds for answers that are being worked out: only against what never comes. */
export const patience = 60_000;

/** Title of a page whose answer is being worked out; it asks again by itself. */
export const working = "This is being worked out";

/** Somebody with a question, who begins at the top of the site: counts what they do until they have their answer. */
export class Visitor {
  readonly page: Page;
  readonly faults: readonly string[];
  #actions = 0;

  private constructor({ page, faults }: Pick<Visitor, "page" | "faults">) {
    this.page = page;
    this.faults = faults;
  }

  static async at(site: Site, options: BrowserContextOptions, path = ""): Promise<Visitor> {
    const visitor = new Visitor(await site.open(path, options));
    await visitor.#ready();
    return visitor;
  }

  /** Writes words into the search and goes to what was found. */
  async search(words: string): Promise<this> {
    await this.page.getByRole("textbox", { name: /^A technology, firm/ }).fill(words);
    return this.#act(() => this.page.keyboard.press("Enter"));
  }

  async follow(name: string | RegExp): Promise<this> {
    return this.#act(() => this.page.getByRole("link", { name }).first().click());
  }

  /** Makes a choice of a form, and asks for what it shows. */
  async choose(label: string, option: string): Promise<this> {
    const choice = this.page.getByRole("combobox", { name: label, exact: true });
    await choice.selectOption({ label: option });
    return this.#act(() => this.page.locator("main form.choices", { has: choice }).getByRole("button").click());
  }

  /** The answer, which took no more than may be asked of a reader, is told with a number and has an address of its own. */
  async reached(): Promise<Reached> {
    expect(this.#actions).toBeLessThanOrEqual(mostActions);
    const { pathname, search } = new URL(this.page.url());
    const path = `${pathname.slice(1)}${search}`;
    const finding = (await this.page.locator("h1, .finding").allTextContents()).join(" ");
    expect(finding).toMatch(/\d/);
    const frozen = (await this.page.locator("[data-frozen]").getAttribute("href")) ?? "";
    expect(new URL(frozen, this.page.url()).pathname).toBe(pathname);
    const text = (await this.page.locator("main").textContent()) ?? "";
    const figure = (await this.page.locator(".first figure").allTextContents()).join(" ");
    const sources = (await this.page.evaluate(
      `[...document.querySelectorAll("main a[href^='http']")].map(({ href }) => href)`,
    )) as string[];
    return { finding, text, figure, sources, path };
  }

  async leave(): Promise<void> {
    expect(this.faults).toEqual([]);
    await this.page.context().close();
  }

  async #act(act: () => Promise<unknown>): Promise<this> {
    this.#actions++;
    const before = this.page.url();
    await act();
    await this.page.waitForURL(({ href }) => href !== before, { timeout: patience });
    await this.#ready();
    return this;
  }

  /** Answers that take longer come by themselves. */
  async #ready(): Promise<void> {
    await this.page.locator("h1").filter({ hasNotText: working }).waitFor({ timeout: patience });
  }
}
