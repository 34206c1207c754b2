import type { Choice, SiteShell, StoredAnswers as Stored } from "../../../src/site/page.ts";
import { ViewBlocks } from "../view/view-blocks.tsx";
import type { ViewContext } from "../view/view-context.ts";
import { ChoiceForm } from "./choice-form.tsx";

interface StoredProps {
  readonly stored: Stored;
  readonly context: ViewContext;
  readonly shell: SiteShell;
}

/** Answers that were worked out before, of which the choices show one; a script of the site makes sliders of them, which show it at once. */
export const StoredAnswers = ({ stored: { id, title, choices, answerOf, answers, about }, context, shell }: StoredProps) => {
  const shown = answerOf[keyOf(choices)];
  return (
    <section className="stored" id={id} data-answers={JSON.stringify(answerOf)}>
      <h2>{title}</h2>
      <ChoiceForm form={{ path: `${shell.path}#${id}`, choices }} shell={shell} />
      {answers.map((blocks, at) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: an answer is known by its place alone
        <div key={at} data-answer={at} hidden={at !== shown}>
          <ViewBlocks blocks={blocks} context={context} level={3} />
        </div>
      ))}
      <p className="note">{about}</p>
    </section>
  );
};

const keyOf = (choices: readonly Choice[]): string => choices.map(({ value }) => value).join(" ");
