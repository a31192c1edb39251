import type { ReactNode } from "react";
import { t } from "@/strings";
import { Icon, Logo } from "@/ui/Icon";
import type { Shape } from "@/ui/shapes";
import classes from "./Rail.module.css";

/** The pages of a shop, in the rail's order. */
export const pagesOfShop = [
  { to: "/s/$shop/products", shape: "products", label: t.shell.products },
  { to: "/s/$shop/jobs", shape: "jobs", label: t.shell.jobs },
  { to: "/s/$shop/activity", shape: "activity", label: t.shell.activity },
  { to: "/s/$shop/profile", shape: "quill", label: t.shell.profile },
] as const;

export function Brand({ children }: { children?: ReactNode }) {
  return (
    <div className={classes.brand}>
      <Logo size={20} />
      <span>Galley</span>
      {children}
    </div>
  );
}

interface LinkWordsProps {
  shape: Shape;
  label: string;
  /** At the right edge. */
  count?: ReactNode;
  /** The count is nothing to act on. */
  quiet?: boolean;
}

/** What a link of the rail shows. */
export function LinkWords({ shape, label, count, quiet }: LinkWordsProps) {
  return (
    <>
      <Icon shape={shape} />
      <span className={classes.name} data-name>
        {label}
      </span>
      {count !== undefined && (
        <span className={classes.count} data-zero={quiet || undefined}>
          {count}
        </span>
      )}
    </>
  );
}

export const InboxWords = (props: Pick<LinkWordsProps, "count" | "quiet">) => (
  <LinkWords shape="inbox" label={t.shell.toReviewHead} {...props} />
);

export const SettingsWords = () => <LinkWords shape="settings" label={t.shell.settings} />;

export const AddShopWords = () => <LinkWords shape="plus" label={t.shell.addShop} />;
