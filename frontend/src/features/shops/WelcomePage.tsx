import type { ReactNode } from "react";
import { describeError, type StartedDemo, useSettings, useStartDemo } from "@/api";
import { needsEndpoint } from "@/domain/writer";
import { t } from "@/strings";
import { Button } from "@/ui/Button";
import { Icon, Logo } from "@/ui/Icon";
import { useKeys } from "@/ui/keys/useKeys";
import { TroubleText } from "@/ui/States";
import type { Shape } from "@/ui/shapes";
import { GalleyProof } from "./GalleyProof";
import { chooseProductFile } from "./opening/chosenFile";
import classes from "./WelcomePage.module.css";

interface WelcomePageProps {
  onDemo: (demo: StartedDemo) => void;
  onConnect: () => void;
  /** Leads to the set-up of a model: offered while none is set up. */
  onSetup: () => void;
  onSettings: () => void;
  onGuide: () => void;
  /** A file was chosen: show what it is. */
  onFile: () => void;
}

/** The first page of a new home: the ways to start, and what the program is. */
export function WelcomePage(props: WelcomePageProps) {
  const { onDemo, onConnect, onSetup, onFile } = props;
  const writer = useSettings().data?.writer;
  const offersSetup = writer !== undefined && !needsEndpoint(writer);
  const demo = useStartDemo();
  const choose = () => chooseProductFile(onFile);
  const openDemo = () => demo.mutate(undefined, { onSuccess: onDemo });
  useKeys("page", [
    { combos: ["1"], label: t.welcome.demoButton, run: openDemo, off: demo.isPending },
    { combos: ["2"], label: t.welcome.shopifyTitle, run: onConnect },
    { combos: ["3"], label: t.welcome.fileTitle, run: choose },
    { combos: ["4"], label: t.setup.wayTitle, run: onSetup, off: !offersSetup },
  ]);
  return (
    <div className={classes.page}>
      <div className={classes.left}>
        <div className={classes.brand}>
          <Logo size={26} /> Galley
        </div>
        <h1>{t.welcome.title}</h1>
        <p className={classes.lead}>{t.welcome.lead}</p>
        <Way shape="play" title={t.welcome.demoTitle} text={t.welcome.demoText} first>
          <Button kind="primary" combo="1" busy={demo.isPending} onClick={openDemo}>
            {t.welcome.demoButton}
          </Button>
        </Way>
        <Way shape="shop" title={t.welcome.shopifyTitle} text={t.welcome.shopifyText}>
          <Button combo="2" onClick={onConnect}>
            {t.welcome.shopifyButton}
          </Button>
        </Way>
        <Way shape="lines" title={t.welcome.fileTitle} text={t.welcome.fileText}>
          <Button combo="3" onClick={choose}>
            {t.welcome.fileButton}
          </Button>
        </Way>
        {offersSetup && (
          <Way shape="quill" title={t.setup.wayTitle} text={t.setup.wayText}>
            <Button combo="4" onClick={onSetup}>
              {t.setup.open}
            </Button>
          </Way>
        )}
        {demo.error && <TroubleText trouble={describeError(demo.error)} />}
        <p className={classes.foot}>{t.welcome.foot}</p>
        <p className={classes.more}>
          <Button kind="quiet" small onClick={props.onSettings}>
            {t.settings.title}
          </Button>
          <Button kind="quiet" small combo="f1" onClick={props.onGuide}>
            {t.shell.openGuide}
          </Button>
        </p>
      </div>
      <GalleyProof />
    </div>
  );
}

interface WayProps {
  shape: Shape;
  title: string;
  text: string;
  first?: boolean;
  children: ReactNode;
}

function Way({ shape, title, text, first, children }: WayProps) {
  return (
    <section className={classes.way} data-first={first || undefined}>
      <span className={classes.icon}>
        <Icon shape={shape} />
      </span>
      <div>
        <h2>{title}</h2>
        <p>{text}</p>
      </div>
      {children}
    </section>
  );
}
