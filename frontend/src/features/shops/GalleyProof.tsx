import { t } from "@/strings";
import classes from "./GalleyProof.module.css";

/** A marked galley, drawn: the one place where a proof-reader's marks are decoration. */
export function GalleyProof() {
  const { proof } = t.welcome;
  return (
    <div className={classes.tray} aria-hidden="true">
      <div className={classes.sheet}>
        <div className={classes.slug}>
          <span>{t.welcome.galley}</span>
          <span>{t.welcome.slug}</span>
        </div>
        <div className={classes.text}>
          <h3>{proof.title}</h3>
          <p>
            {proof.beforeStruck}
            <s>
              {proof.struck}
              <svg className={classes.pen} style={{ left: 0, top: 0 }} width="74" height="18">
                <path d="M-3 9.5c20-2.5 44 1 72-1" />
                <path d="M69 8.5c9 .8 8 9 1.5 8-5-1-2.5-9 5.5-14" />
              </svg>
            </s>
            {proof.afterStruck}
            <u>
              <i>{proof.inserted}</i>
              <svg className={classes.pen} style={{ left: -7, top: 12 }} width="12" height="10">
                <path d="M0 9 5-1l5 10" />
              </svg>
              {proof.insertedBefore}
            </u>
            {proof.afterInserted}
          </p>
          <p className={classes.noted}>
            {proof.beforeRing}
            <q>
              {proof.ringed}
              <svg className={classes.pen} style={{ left: 0, top: 0 }} width="140" height="20">
                <path d="M6 2C38-5 108-6 134 3c14 7 2 16-40 17.5C52 22-4 20-7 11-8 5 6 1 22-1" />
              </svg>
            </q>
            {proof.afterRing}
            <span className={classes.note}>{proof.note}</span>
          </p>
          <p className={classes.barred}>
            {proof.kept}
            <svg className={`${classes.pen} ${classes.tick}`} width="22" height="22">
              <path d="m0 12 6 7C10 9 15 3 22-2" />
            </svg>
          </p>
          <h3>{proof.detailsTitle}</h3>
          <p className={classes.lines}>{proof.details}</p>
          <h3>{proof.careTitle}</h3>
          <p>{proof.care}</p>
        </div>
      </div>
    </div>
  );
}
