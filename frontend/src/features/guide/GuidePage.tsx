import { useQuery } from "@tanstack/react-query";
import { useEffect, useRef } from "react";
import { t } from "@/strings";
import { Page, PageHead } from "@/ui/Page";
import { SearchField } from "@/ui/SearchField";
import { Empty, Loading } from "@/ui/States";
import { findInGuide } from "./find";
import { GuideSection } from "./GuideSection";
import classes from "./guide.module.css";
import { readMarkdown } from "./markdown";

interface GuidePageProps {
  search: string;
  onSearch: (search: string) => void;
}

/** The text of the guide, which comes with the program. */
function useGuide() {
  return useQuery({
    queryKey: ["guide"],
    queryFn: async () => {
      const text = await import("../../../../docs/user-guide.md?raw");
      return readMarkdown(text.default);
    },
  });
}

/** The user guide: by sections, with a search, without a network. */
export function GuidePage({ search, onSearch }: GuidePageProps) {
  const guide = useGuide().data;
  const found = guide && findInGuide(guide, search);
  const text = useRef<HTMLElement>(null);
  // biome-ignore lint/correctness/useExhaustiveDependencies: another search shows its first match
  useEffect(() => {
    void text.current?.scrollTo?.({ top: 0 }); // late browsers answer with a promise
  }, [search]);
  return (
    <Page>
      <PageHead title={t.guide.title}>
        <SearchField label={t.guide.find} value={search} onChange={onSearch} />
      </PageHead>
      {!found && <Loading />}
      {found?.length === 0 && <Empty>{t.guide.none(search)}</Empty>}
      {found && found.length > 0 && (
        <div className={classes.body}>
          <nav className={classes.nav} aria-label={t.guide.sections}>
            {found.map(({ id, title, level }) => (
              <button key={id} type="button" data-level={level} onClick={() => show(id)}>
                {title}
              </button>
            ))}
          </nav>
          {/* biome-ignore lint/a11y/noNoninteractiveTabindex: keys scroll the text once it has the focus */}
          <article className={classes.text} ref={text} tabIndex={0} aria-label={t.guide.title}>
            {found.map((section) => (
              <GuideSection key={section.id} section={section} search={search} />
            ))}
          </article>
        </div>
      )}
    </Page>
  );
}

function show(id: string): void {
  const heading = document.getElementById(`guide-${id}`);
  heading?.scrollIntoView({ block: "start" });
  heading?.focus({ preventScroll: true });
}
