import { t } from "@/strings";
import { Button } from "@/ui/Button";
import type { Group } from "./groups";
import classes from "./scope.module.css";

interface WhoseProps {
  group: Group;
  shop: string;
  /** The shop has it of its own, saved or typed. */
  own: boolean;
  onBack: () => void;
}

/** Says whether all shops or this one decide here, with the way back to all shops. */
export function Whose({ group, shop, own, onBack }: WhoseProps) {
  if (!own) return <span className={classes.whose}>{t.scopes.asAll}</span>;
  return (
    <span className={classes.whose} data-own>
      {t.scopes.own(shop)}
      <Button small label={t.scopes.goBack(t.scopes.groups[group])} onClick={onBack}>
        {t.scopes.asAll}
      </Button>
    </span>
  );
}
