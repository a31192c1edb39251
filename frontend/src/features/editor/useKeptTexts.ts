import { useDebouncedValue } from "@mantine/hooks";
import { useEffect, useRef } from "react";
import { keepTyped, noteDesk } from "@/api";
import { typedOf } from "@/domain/desk";
import type { Texts } from "./useTexts";

/** How long a person may go on typing until the texts are kept, in milliseconds. */
const KEEP_AFTER = 500;

const NOTHING = "[]";

/** Keeps what is typed and not saved in the data file, so that it outlives this page. It is offered again, never used unasked. */
export function useKeptTexts({ of: { shop, id }, unsaved }: Texts): void {
  const now = JSON.stringify(typedOf(unsaved));
  const [settled] = useDebouncedValue(now, KEEP_AFTER);
  /** What Galley has of this page; undefined where that is not known. */
  const kept = useRef<string | undefined>(NOTHING);
  const keep = useRef<(texts: string, leaving?: boolean) => void>(undefined);
  const latest = useRef(now);
  useEffect(() => {
    latest.current = now;
    keep.current = (texts, leaving) => {
      // A call that waits for another is gone with the page: what is typed is sent again.
      if (texts === kept.current && (!leaving || texts === NOTHING)) return;
      kept.current = texts;
      // Without an answer the texts are here still; the next change tries again.
      void keepTyped(JSON.parse(texts), leaving).catch(() => {
        kept.current = undefined;
      });
    };
  });
  useEffect(() => noteDesk({ shop, id }), [shop, id]);
  useEffect(() => {
    if (settled === latest.current) keep.current?.(settled);
  }, [settled]);
  useEffect(() => {
    const hide = () => keep.current?.(latest.current);
    const leave = () => keep.current?.(latest.current, true);
    window.addEventListener("pagehide", leave);
    document.addEventListener("visibilitychange", hide);
    return () => {
      window.removeEventListener("pagehide", leave);
      document.removeEventListener("visibilitychange", hide);
      hide();
      noteDesk(undefined);
    };
  }, []);
}
