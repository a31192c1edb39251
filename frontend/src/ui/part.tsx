import { type ReactNode, useEffect, useState } from "react";

/** How long until a file that could not be loaded is asked for again. */
export const AGAIN_MS = 5000;

/** What is in a file that is loaded where it is first shown. */
interface File<Content> {
  load: () => Promise<Content>;
  /** Undefined until it is there. */
  now: () => Content | undefined;
}

export function fileOf<Content>(load: () => Promise<Content>): File<Content> {
  let loaded: Content | undefined;
  return {
    load: async () => {
      loaded = await load();
      return loaded;
    },
    now: () => loaded,
  };
}

interface PartProps<Content> {
  of: File<Content>;
  children: (content: Content) => ReactNode;
}

/**
 * What appears unasked beside a page and is in a file of its own: nothing is shown until the file is there. One that
 * cannot be loaded is asked for again. React's lazy would give the failure to the page, and keep it.
 */
export function Part<Content>({ of, children }: PartProps<Content>) {
  const [content, setContent] = useState(of.now);
  const missing = content === undefined;
  useEffect(() => {
    if (!missing) return;
    let timer: ReturnType<typeof setTimeout> | undefined;
    let shown = true;
    const ask = async () => {
      try {
        const there = await of.load();
        if (shown) setContent(() => there);
      } catch {
        if (shown) timer = setTimeout(ask, AGAIN_MS);
      }
    };
    void ask();
    return () => {
      shown = false;
      clearTimeout(timer);
    };
  }, [of, missing]);
  return missing ? null : children(content);
}
