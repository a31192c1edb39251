import { type ReactNode, useEffect, useState } from "react";
import { t } from "@/strings";
import { Button } from "./Button";
import { Strip } from "./Strip";

/** How long until a file that could not be loaded is asked for again. */
export const AGAIN_MS = 5000;

/** So often a file may fail before it is said: the program may be another one by now, or the web view keeps the failure. */
export const TRIES = 3;

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
 * cannot be loaded is asked for again, and after a while the page says so. React's lazy would put the failure in the
 * place of the page, and keep it.
 */
export function Part<Content>({ of, children }: PartProps<Content>) {
  const [content, setContent] = useState(of.now);
  const [failed, setFailed] = useState(0);
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
        if (!shown) return;
        askForStylesAgain();
        setFailed((times) => times + 1);
        timer = setTimeout(ask, AGAIN_MS);
      }
    };
    void ask();
    return () => {
      shown = false;
      clearTimeout(timer);
    };
  }, [of, missing]);
  if (!missing) return children(content);
  if (failed < TRIES) return null;
  return (
    <Strip
      shape="warn"
      title={t.shell.partLost}
      actions={
        <Button small onClick={() => location.reload()}>
          {t.shell.reload}
        </Button>
      }
    >
      {t.shell.partLostRest}
    </Strip>
  );
}

/** Vite asks for each style sheet once: one that failed would stay away when its part is there. */
function askForStylesAgain() {
  for (const link of document.querySelectorAll<HTMLLinkElement>("link[rel=stylesheet]")) {
    if (!link.sheet) link.replaceWith(link.cloneNode());
  }
}
