import {
  createHashHistory,
  createRootRoute,
  createRoute,
  createRouter,
  lazyRouteComponent,
  redirect,
} from "@tanstack/react-router";
import { queryClient, shopsQuery } from "@/api";
import { lastPlace, opensAt, rememberPlace } from "./place";
import { Failed, NotFound } from "./routes/Fallbacks";
import {
  activitySearch,
  collectionsSearch,
  guideSearch,
  inboxSearch,
  jobSearch,
  jobsSearch,
  keyphrasesSearch,
  productsSearch,
  settingsSearch,
  shopsSearch,
} from "./search";
import { Shell } from "./shell/Shell";

const root = createRootRoute({ component: Shell, notFoundComponent: NotFound });

/** Opens where it was left; without a shop, at the first page. */
const index = createRoute({
  getParentRoute: () => root,
  path: "/",
  loader: async () => {
    const place = lastPlace();
    if (place) loadPageOf(place);
    const shops = await queryClient.fetchQuery(shopsQuery);
    throw redirect({ href: opensAt(place, shops), replace: true });
  },
  errorComponent: Failed,
});

const welcome = createRoute({
  getParentRoute: () => root,
  path: "/welcome",
  component: lazyRouteComponent(() => import("./routes/WelcomeRoute"), "WelcomeRoute"),
});

const shops = createRoute({
  getParentRoute: () => root,
  path: "/shops",
  validateSearch: shopsSearch,
  component: lazyRouteComponent(() => import("./routes/ShopsRoute"), "ShopsRoute"),
});

const opening = createRoute({
  getParentRoute: () => root,
  path: "/open",
  component: lazyRouteComponent(() => import("./routes/OpeningRoute"), "OpeningRoute"),
});

const inbox = createRoute({
  getParentRoute: () => root,
  path: "/review",
  validateSearch: inboxSearch,
  component: lazyRouteComponent(() => import("./routes/InboxRoute"), "InboxRoute"),
});

const read = createRoute({
  getParentRoute: () => inbox,
  path: "/$job/$position",
  component: lazyRouteComponent(() => import("./routes/ReadRoute"), "ReadRoute"),
});

const readEnd = createRoute({
  getParentRoute: () => root,
  path: "/review/end",
  component: lazyRouteComponent(() => import("./routes/EndRoute"), "EndRoute"),
});

const settings = createRoute({
  getParentRoute: () => root,
  path: "/settings",
  validateSearch: settingsSearch,
  component: lazyRouteComponent(() => import("./routes/SettingsRoute"), "SettingsRoute"),
});

const guide = createRoute({
  getParentRoute: () => root,
  path: "/guide",
  validateSearch: guideSearch,
  component: lazyRouteComponent(() => import("./routes/GuideRoute"), "GuideRoute"),
});

const setup = createRoute({
  getParentRoute: () => root,
  path: "/setup",
  component: lazyRouteComponent(() => import("./routes/SetupRoute"), "SetupRoute"),
});

const products = createRoute({
  getParentRoute: () => root,
  path: "/s/$shop/products",
  validateSearch: productsSearch,
  component: lazyRouteComponent(() => import("./routes/ProductsRoute"), "ProductsRoute"),
});

const product = createRoute({
  getParentRoute: () => root,
  path: "/s/$shop/products/$handle",
  component: lazyRouteComponent(() => import("./routes/ProductRoute"), "ProductRoute"),
});

const keyphrases = createRoute({
  getParentRoute: () => root,
  path: "/s/$shop/keyphrases",
  validateSearch: keyphrasesSearch,
  component: lazyRouteComponent(() => import("./routes/KeyphrasesRoute"), "KeyphrasesRoute"),
});

const collections = createRoute({
  getParentRoute: () => root,
  path: "/s/$shop/collections",
  validateSearch: collectionsSearch,
  component: lazyRouteComponent(() => import("./routes/CollectionsRoute"), "CollectionsRoute"),
});

const collection = createRoute({
  getParentRoute: () => root,
  path: "/s/$shop/collections/$handle",
  component: lazyRouteComponent(() => import("./routes/CollectionRoute"), "CollectionRoute"),
});

const jobs = createRoute({
  getParentRoute: () => root,
  path: "/s/$shop/jobs",
  validateSearch: jobsSearch,
  component: lazyRouteComponent(() => import("./routes/JobsRoute"), "JobsRoute"),
});

const job = createRoute({
  getParentRoute: () => root,
  path: "/s/$shop/jobs/$job",
  validateSearch: jobSearch,
  component: lazyRouteComponent(() => import("./routes/JobRoute"), "JobRoute"),
});

const item = createRoute({
  getParentRoute: () => job,
  path: "/$position",
  component: lazyRouteComponent(() => import("./routes/ItemRoute"), "ItemRoute"),
});

const activity = createRoute({
  getParentRoute: () => root,
  path: "/s/$shop/activity",
  validateSearch: activitySearch,
  component: lazyRouteComponent(() => import("./routes/ActivityRoute"), "ActivityRoute"),
});

const profile = createRoute({
  getParentRoute: () => root,
  path: "/s/$shop/profile",
  component: lazyRouteComponent(() => import("./routes/ProfileRoute"), "ProfileRoute"),
});

const compare = createRoute({
  getParentRoute: () => root,
  path: "/s/$shop/compare/$job",
  component: lazyRouteComponent(() => import("./routes/CompareRoute"), "CompareRoute"),
});

const routeTree = root.addChildren([
  index,
  welcome,
  shops,
  opening,
  inbox.addChildren([read]),
  readEnd,
  settings,
  guide,
  setup,
  products,
  product,
  keyphrases,
  collections,
  collection,
  jobs,
  job.addChildren([item]),
  activity,
  profile,
  compare,
]);

/** Addresses live behind the hash: the window's asset server knows no other page than the first. */
export const router = createRouter({
  routeTree,
  history: createHashHistory(),
  defaultErrorComponent: Failed,
  scrollRestoration: false,
});

/** Loads the code of a page while shops are asked for, which say whether it is opened. */
function loadPageOf(href: string): void {
  const [pathname = ""] = href.split("?");
  const [routes] = router.getMatchedRoutes(pathname);
  for (const route of routes) {
    router.loadRouteChunk(route)?.catch(() => {}); // opening the page tries again, and reports it
  }
}

router.subscribe("onResolved", ({ toLocation }) => rememberPlace(toLocation.href));

declare module "@tanstack/react-router" {
  interface Register {
    router: typeof router;
  }
}

declare module "@tanstack/history" {
  interface HistoryState {
    /** The preview was opened from its list: closing it goes back there. */
    fromList?: boolean;
  }
}
