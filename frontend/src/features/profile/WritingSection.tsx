import type { ReactNode } from "react";
import { useShopSettings } from "@/api";
import type { Settings } from "@/contract";
import { isFree, writerName } from "@/domain/writer";
import { money } from "@/lib/format";
import { t } from "@/strings";
import { Button } from "@/ui/Button";
import text from "@/ui/text.module.css";
import { Section } from "./layout";
import classes from "./profile.module.css";

const words = t.profile.writing;

interface WritingSectionProps {
  shop: string;
  onSettings: () => void;
}

/** What jobs of the shop are written and published by, as Settings have it. */
export function WritingSection({ shop, onSettings }: WritingSectionProps) {
  const found = useShopSettings(shop).data;
  if (!found) return null;
  const settings = found.in_force;
  const isOwn = (begins: string) => (found.own ?? []).some((key) => key.startsWith(begins));
  return (
    <Section title={words.title} note={words.note}>
      <dl className={classes.inForce}>
        <Row name={words.strategy} own={isOwn("strategy")} onChange={onSettings}>
          <b>{t.jobs.strategies[settings.strategy]}</b>
        </Row>
        <Row name={words.writer} own={isOwn("writer.")} onChange={onSettings}>
          <b>{writerName(settings.writer)}</b>{" "}
          {!isFree(settings.writer) && <span className={text.dim}>{settings.writer.base_url}</span>}
        </Row>
        <Row name={words.caps} own={isOwn("caps.")} onChange={onSettings}>
          <Caps settings={settings} />
        </Row>
      </dl>
    </Section>
  );
}

function Caps({ settings: { caps } }: { settings: Settings }) {
  const all: [number, (usd: string) => string][] = [
    [caps.month_usd, words.month],
    [caps.day_usd, words.day],
    [caps.job_usd, words.job],
  ];
  const set = all.filter(([usd]) => usd > 0);
  return (
    <b>{set.length > 0 ? set.map(([usd, say]) => say(money(usd))).join(", ") : words.noCap}</b>
  );
}

interface RowProps {
  name: string;
  /** The shop has it of its own. */
  own: boolean;
  onChange: () => void;
  children: ReactNode;
}

function Row({ name, own, onChange, children }: RowProps) {
  return (
    <div>
      <dt>{name}</dt>
      <dd className={classes.cut}>{children}</dd>
      <dd>
        {own ? words.own : words.all}
        <Button kind="link" small label={words.changeOf(name)} onClick={onChange}>
          {words.change}
        </Button>
      </dd>
    </div>
  );
}
