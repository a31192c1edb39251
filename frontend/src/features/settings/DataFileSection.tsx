import { useState } from "react";
import { describeError, useCompact, useDataFile } from "@/api";
import { t } from "@/strings";
import { Button } from "@/ui/Button";
import { ErrorState, Loading } from "@/ui/States";
import text from "@/ui/text.module.css";
import classes from "./CopiesSection.module.css";
import { Section } from "./layout";

/** How large the data file is, and a way to make it smaller. */
export function DataFileSection() {
  const file = useDataFile();
  const compact = useCompact();
  const [before, setBefore] = useState<number>();
  const words = t.dataFile;
  const run = (size: number) => {
    setBefore(size);
    compact.mutate();
  };
  return (
    <Section title={words.title} text={words.text}>
      {file.isPending && <Loading />}
      {file.error && (
        <ErrorState trouble={describeError(file.error)} onRetry={() => file.refetch()} />
      )}
      {file.data && (
        <>
          <p>{words.size(file.data.size, file.data.spare)}</p>
          <p className={classes.note}>{words.how}</p>
          <div className={classes.action}>
            <Button small disabled={compact.isPending} onClick={() => run(file.data.size)}>
              {words.compact}
            </Button>
            <span role="status" className={text.mut}>
              {compact.isPending && words.working}
              {compact.data && before !== undefined && words.done(before, compact.data.size)}
            </span>
          </div>
          {compact.error && <ErrorState trouble={describeError(compact.error)} />}
        </>
      )}
    </Section>
  );
}
