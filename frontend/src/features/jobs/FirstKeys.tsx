import { useState } from "react";
import type { Job } from "@/contract";
import { t } from "@/strings";
import { Button } from "@/ui/Button";
import { Kbd } from "@/ui/Kbd";
import classes from "./FirstKeys.module.css";

const SEEN = "galley-first-keys";

/** The three keys that matter, until the person knows them. */
export function FirstKeys({ job }: { job: Job }) {
  const [seen, setSeen] = useState(() => localStorage.getItem(SEEN) !== null);
  if (seen || job.counts.pending_review === 0) return null;
  const words = t.guide.firstKeys;
  const done = () => {
    localStorage.setItem(SEEN, "yes");
    setSeen(true);
  };
  return (
    <section className={classes.keys} aria-label={words.label}>
      <p>
        <Kbd combo="space" /> {words.read}
      </p>
      <p>
        <Kbd combo="a" /> {words.approve}
      </p>
      <p>
        <Kbd combo="p" /> {words.publish}
      </p>
      <p>
        {words.rest} <Kbd combo="?" />
      </p>
      <Button kind="quiet" small onClick={done}>
        {words.done}
      </Button>
    </section>
  );
}
