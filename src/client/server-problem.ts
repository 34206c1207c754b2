/** Why a server gave no answer, as it says itself (RFC 9457). */
export class ServerProblem extends Error {
  override readonly name = "ServerProblem";
  /** HTTP status */
  readonly status: number;
  /** As in docs/errors.md, `LM_ECONOMY_UNKNOWN`; `null`: the answer came from no Levermap, but from a proxy before it. */
  readonly code: string | null;
  /** What to do; `null`: unknown. */
  readonly next: string | null;
  /** Seconds after which the server asks to be asked again; `null`: it names none. */
  readonly retryAfter: number | null;

  constructor(response: Response, body: unknown) {
    const { code = null, message = null, next = null } = (body as Told | null | undefined)?.error ?? {};
    super(message ?? `The server answered with status ${response.status}.`);
    this.status = response.status;
    this.code = code;
    this.next = next;
    const seconds = response.headers.get("retry-after");
    this.retryAfter = seconds !== null && /^\d+$/.test(seconds) ? Number(seconds) : null;
  }
}

interface Told {
  readonly error?: { readonly code?: string; readonly message?: string; readonly next?: string };
}
