import { useScrollSpy } from "@mantine/hooks";
import { t } from "@/strings";
import classes from "./settings.module.css";

/** The sections of the page by name; each leads to its heading. */
export function SectionNav() {
  const { data } = useScrollSpy({ selector: `.${classes.section} h2` });
  const go = (heading: HTMLElement) => {
    heading.scrollIntoView({ block: "start" });
    heading.focus({ preventScroll: true });
  };
  return (
    <nav className={classes.nav} aria-label={t.settings.sections}>
      {data.map(({ value, getNode }) => (
        <button key={value} type="button" onClick={() => go(getNode())}>
          {value}
        </button>
      ))}
    </nav>
  );
}
