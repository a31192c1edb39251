import type { Problem } from "@/contract";
import { t } from "@/strings";

/** A failure as the backend reports it: a sentence for the person, its code, and the cause. */
export class GalleyError extends Error {
  override readonly name = "GalleyError";
  /** The call that failed, where it is known. */
  call?: string;

  constructor(
    readonly code: string,
    message: string,
    readonly detail: string = "",
  ) {
    super(message);
  }
}

/** The code of the page itself: the backend never answered. */
export const LOST = "connection_lost";

/** A Problem with every part optional. */
type Wire = Partial<Record<keyof Problem, unknown>>;

function fromWire(wire: Wire): GalleyError | undefined {
  if (typeof wire.message !== "string" || wire.message === "") return undefined;
  const code = typeof wire.code === "string" ? wire.code : "internal";
  return new GalleyError(code, wire.message, typeof wire.detail === "string" ? wire.detail : "");
}

/** Reads an error in any of its forms: JSON text, {error: {…}}, {…}, Error, anything. */
export function toGalleyError(thrown: unknown): GalleyError {
  if (thrown instanceof GalleyError) return thrown;
  if (typeof thrown === "string") return fromText(thrown);
  if (thrown instanceof Error) return fromText(thrown.message);
  if (thrown !== null && typeof thrown === "object") {
    const inner = "error" in thrown ? (thrown.error as Wire) : (thrown as Wire);
    return fromWire(inner ?? {}) ?? new GalleyError("internal", "", JSON.stringify(thrown));
  }
  return new GalleyError("internal", "", String(thrown));
}

function fromText(text: string): GalleyError {
  try {
    const parsed: unknown = JSON.parse(text);
    if (parsed !== null && typeof parsed === "object") return toGalleyError(parsed);
  } catch {
    // Not JSON: the text itself is all there is.
  }
  return new GalleyError("internal", text);
}

/** What is shown of a failure: its sentence, and cause and code for "Details". */
export function describeError(thrown: unknown): {
  message: string;
  code: string;
  detail: string;
  call?: string;
} {
  const error = toGalleyError(thrown);
  const own = t.errors as Record<string, string>;
  const message = own[error.code] ?? (error.message || t.errors.unknown);
  const call = error.call === undefined ? {} : { call: error.call };
  return { message, code: error.code, detail: error.detail, ...call };
}
