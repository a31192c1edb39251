import { useCallback, useEffect, useRef } from "react";

/** Marks content that is still loading, such as a frame: its container is not painted yet. */
export const PENDING = "data-pending-paint";

/**
 * Whether what `content` names is on screen: it was rendered, two frames have passed, and nothing in it is still
 * loading. Undefined is never painted.
 */
export function usePainted(content: string | undefined): () => boolean {
  const painted = useRef<string>(undefined);
  useEffect(() => {
    let frame = requestAnimationFrame(() => {
      frame = requestAnimationFrame(() => {
        painted.current = content;
      });
    });
    return () => cancelAnimationFrame(frame);
  }, [content]);
  return useCallback(
    () =>
      content !== undefined &&
      painted.current === content &&
      document.querySelector(`[${PENDING}]`) === null,
    [content],
  );
}
