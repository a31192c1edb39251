import { useMantineColorScheme } from "@mantine/core";
import { useEffect } from "react";
import { useSettings } from "@/api";

/** Applies theme and text size from the settings; both are saved for the first paint of the next start. */
export function Appearance() {
  const appearance = useSettings().data?.appearance;
  const { setColorScheme } = useMantineColorScheme();
  const theme = appearance?.theme;
  const size = appearance?.text_size;
  useEffect(() => {
    if (theme) setColorScheme(theme === "system" ? "auto" : theme);
  }, [theme, setColorScheme]);
  useEffect(() => {
    if (!size) return;
    document.documentElement.style.setProperty("--text-scale", String(size / 100));
    localStorage.setItem("galley-text-size", String(size));
    foldAgain();
  }, [size]);
  return null;
}

/** Chromium reads rem in container queries again only when the container itself changes. */
function foldAgain() {
  const root = document.getElementById("root");
  if (!root) return;
  root.style.containerType = "normal";
  root.getBoundingClientRect();
  root.style.containerType = "";
}
