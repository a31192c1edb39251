import type { ReactNode } from "react";
import { t } from "@/strings";
import { Icon } from "@/ui/Icon";
import page from "@/ui/Page.module.css";
import classes from "./Rail.module.css";
import {
  AddShopWords,
  Brand,
  InboxWords,
  LinkWords,
  pagesOfShop,
  SettingsWords,
} from "./RailParts";
import shell from "./Shell.module.css";
import shop from "./ShopSwitcher.module.css";

/** The headings of pages, by the word of their address. */
const headings = {
  review: t.inbox.title,
  products: t.shell.products,
  collections: t.shell.collections,
  jobs: t.jobs.title,
  activity: t.activity.title,
  profile: t.profile.title,
  settings: t.settings.title,
};

/** Keeps the height of a line. */
const NOTHING = "\u00a0";

/**
 * What every page shows before the program runs, made when the pages are built (vite.firstpaint.ts). app/start.ts
 * puts in what is known only then: the shop, and which page opens. Counts and other shops come with the program.
 */
export function Frame() {
  return (
    <div className={shell.app}>
      <div className={classes.rail}>
        <Brand />
        <div className={`${classes.nav} ${classes.inbox}`}>
          <Link page="review">
            <InboxWords />
          </Link>
        </div>
        <div className={shop.shop}>
          <span className={shop.code} data-code />
          <span className={shop.text}>
            <b data-shop>{NOTHING}</b>
            <span>{NOTHING}</span>
          </span>
          <Icon shape="switch" small />
        </div>
        <div className={classes.nav}>
          {pagesOfShop.map(({ to, shape, label }) => (
            <Link key={to} page={to.split("/").at(-1)}>
              <LinkWords shape={shape} label={label} />
            </Link>
          ))}
          <Link page="settings">
            <SettingsWords />
          </Link>
        </div>
        <div className={`${classes.nav} ${classes.foot}`}>
          <Link>
            <AddShopWords />
          </Link>
        </div>
      </div>
      <div className={shell.main}>
        {Object.entries(headings).map(([of, title]) => (
          <header key={of} className={page.head} data-of={of} hidden>
            <h1>{title}</h1>
          </header>
        ))}
      </div>
      <p />
    </div>
  );
}

function Link(props: { page?: string | undefined; children: ReactNode }) {
  // biome-ignore lint/a11y/useValidAnchor: nothing can be opened before the program runs
  return <a data-page={props.page}>{props.children}</a>;
}
