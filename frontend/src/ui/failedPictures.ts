/** How long a picture that could not be loaded is not requested again, in milliseconds: ten minutes. */
const QUIET = 600_000;

/** When each picture failed. The oldest are forgotten beyond the limit. */
const failed = new Map<string, number>();
const MOST = 5000;

/** Whether a picture could not be loaded a short time ago: pages that are drawn again do not request it again. */
export function hasFailed(src: string): boolean {
  const at = failed.get(src);
  if (at === undefined) return false;
  if (Date.now() - at < QUIET) return true;
  failed.delete(src);
  return false;
}

export function noteFailed(src: string): void {
  failed.set(src, Date.now());
  const [oldest] = failed.keys();
  if (failed.size > MOST && oldest !== undefined) failed.delete(oldest);
}

// With the network back every picture is worth another request.
window.addEventListener("online", () => failed.clear());
