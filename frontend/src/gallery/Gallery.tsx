import { Notices } from "@/ui/notices";
import { Controls } from "./Controls";
import classes from "./Gallery.module.css";
import { Lists } from "./Lists";
import { Marks } from "./Marks";
import { Overlays } from "./Overlays";
import { Papers } from "./Papers";

/** Every component of ui/, in one theme; the link leads to the other. */
export function Gallery({ scheme }: { scheme: "light" | "dark" }) {
  const other = scheme === "light" ? "dark" : "light";
  return (
    <main className={classes.page}>
      <h1>
        Galley kit, {scheme} <a href={`?theme=${other}`}>Show {other}</a>
      </h1>
      <Marks />
      <Controls />
      <Lists />
      <Papers />
      <Overlays />
      <Notices />
    </main>
  );
}
