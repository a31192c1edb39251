import { useEffect, useLayoutEffect, useRef } from "react";
import { addLayer, type Binding, dispatch, type Level, noteKey, notePointer } from "./registry";

/** Activates the bindings while the component is mounted. */
export function useKeys(level: Level, bindings: Binding[], active = true): void {
  const latest = useRef(bindings);
  // Before the browser paints: a key never acts on what was on screen before.
  useLayoutEffect(() => {
    latest.current = bindings;
  });
  useEffect(() => {
    if (!active) return;
    // The layer reads the latest bindings, so it is not replaced at each render.
    return addLayer({
      level,
      get bindings() {
        return latest.current;
      },
    });
  }, [level, active]);
}

/** Listens to the keyboard for the whole program. Used once, by the shell. */
export function useKeyboard(): void {
  useEffect(() => {
    window.addEventListener("keydown", noteKey, true);
    window.addEventListener("keydown", dispatch);
    window.addEventListener("pointerdown", notePointer, true);
    return () => {
      window.removeEventListener("keydown", noteKey, true);
      window.removeEventListener("keydown", dispatch);
      window.removeEventListener("pointerdown", notePointer, true);
    };
  }, []);
}
