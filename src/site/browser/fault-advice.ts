import { type ErrorCode, errorCodes } from "../../base/errors.ts";
import type { Step } from "../page.ts";
import { namesCommand } from "./commands.ts";

/** What a reader can do about a fault in a browser, and where. */
interface Cure {
  readonly next: string;
  readonly at?: Step;
}

const technologies: Step = { label: "All technologies", path: "map?view=list" };
const economies: Step = { label: "All economies", path: "./#rest" };
const controls: Step = { label: "All controls", path: "controls" };
const scenarios: Step = { label: "All scenarios", path: "scenarios" };
const plans: Step = { label: "All plans", path: "plans" };
const patents: Step = { label: "Patents", path: "patents" };
const cases: Step = { label: "All cases", path: "cases" };
const loaded: Step = { label: "What is loaded", path: "data" };

const ofAddress: Cure = { next: "Correct the address, or follow a link to the page and choose there." };
const ofService: Cure = { next: "The operator of this service can mend it: tell them the code below." };
const ofLater: Cure = { next: "Open the page again in a while. If it stays so, tell the operator of this service the code below." };

/** Cures that differ from those of the command line. */
const cures: Partial<Record<ErrorCode, Cure>> = {
  LM_USAGE: ofAddress,
  LM_TECHNOLOGY_UNKNOWN: { next: "Search for it by another name, or choose it from the list.", at: technologies },
  LM_ECONOMY_UNKNOWN: { next: "Use the code or name of an economy, such as CN or China, or choose it from the list.", at: economies },
  LM_ORGANISATION_UNKNOWN: { next: "Search for it by another name, or start from a technology that it makes.", at: technologies },
  LM_PATENT_UNKNOWN: {
    next: "Check the number, or search patents by their words. Ask the operator of this service to load records that are missing.",
    at: patents,
  },
  LM_HOLDER_UNKNOWN: { next: "Search for it by another name, or look at who holds most.", at: patents },
  LM_SEARCH_INVALID: {
    next: "Correct the search at the place that is told.",
    at: { label: "How to search patents", path: "method/patent-search" },
  },
  LM_NO_LISTS: { next: "Ask the operator of this service to load one.", at: loaded },
  LM_NOT_MEASURED: { next: "Ask the operator of this service to measure the patents that are loaded.", at: loaded },
  LM_PARTY_UNKNOWN: { next: "Screen a name to find the entries that match it.", at: { label: "Screen a name", path: "screen" } },
  LM_CONTROL_UNKNOWN: { next: "Choose it from the list of rules and lists.", at: controls },
  LM_SCENARIO_UNKNOWN: { next: "Choose one from the list, or build your own.", at: scenarios },
  LM_SCENARIO_INVALID: { next: "Correct what is told above.", at: { label: "Build a scenario", path: "scenario" } },
  LM_PLAN_UNKNOWN: { next: "Choose one from the list.", at: plans },
  LM_PLAN_INVALID: { next: "Correct what is told above.", at: plans },
  LM_PROGRAMME_UNKNOWN: { next: "Choose a plan, and a programme from what it chooses from.", at: plans },
  LM_CUSTOMER_UNKNOWN: { next: "Choose the customer from the list. Ids are compared to the letter.", at: cases },
  LM_CASE_UNKNOWN: { next: "Choose the case from the list.", at: cases },
  LM_CASE_NOT_NOW: { next: "Look at the case as it stands now.", at: cases },
  LM_RUN_UNKNOWN: { next: "Choose a run from the list, or ask the operator of this service for the first one.", at: cases },
  LM_SOURCE_UNKNOWN: { next: "Choose the source from the list.", at: loaded },
  LM_LOAD_UNKNOWN: { next: "Choose the load from the list.", at: loaded },
  LM_SERVER_TOKEN_WRONG: { next: "Hand in your token. The operator of this service gives it to you." },
  LM_SERVER_TOKEN_NEEDED: { next: "Ask the operator of this service for a token." },
  LM_SERVER_ROLE: { next: "Ask the operator of this service for this role." },
  LM_SERVER_HOST_REFUSED: { next: "Use the address that the operator of this service gave you." },
  LM_SERVER_METHOD: { next: "Open the page by its address or a link." },
  LM_SERVER_TOO_LARGE: { next: "Send less at once: fewer names or a smaller file." },
  LM_SERVER_TOO_MANY: { next: "Wait a while, then open the page again." },
  LM_SERVER_BUDGET: { next: "Ask for less, such as fewer draws or parties, or ask the operator of this service to work it out." },
  LM_SERVER_NOT_FOUND: { next: "Search for it, or begin at the start." },
  LM_SERVER_QUESTION: ofAddress,
  LM_WORKSPACE_BUSY: ofLater,
  LM_INTERRUPTED: ofLater,
  LM_INTERNAL: { next: "This is a bug in Levermap. Please tell the operator of this service the address of this page." },
};

/** Faults of what is served, which no reader can mend. */
const isOfService = (code: ErrorCode): boolean =>
  errorCodes[code].exit === 3 || /^LM_(?:WORKSPACE|DISK|NO_PERMISSION|FILE|SERVER_PORT)/.test(code);

/** What a reader can do in a browser about a fault: the cure of the command line where it names no command. */
export function faultAdvice(code: ErrorCode): Cure {
  const own = cures[code];
  if (own !== undefined) return own;
  const { next } = errorCodes[code];
  return isOfService(code) || namesCommand(next) ? ofService : { next };
}

/** The same for a code as an answer of HTTP tells it, which may be of another version. */
export const nextInBrowser = (code: string, next: string): string =>
  Object.hasOwn(errorCodes, code) ? faultAdvice(code as ErrorCode).next : next;
