import { useCallback, useMemo, useState } from "react";
import { describeError, useKeyphraseList, usePreviewKeyphrases, useSettings } from "@/api";
import type { KeyphraseCounts, KeyphraseFilter, KeyphraseRow, ShopOverview } from "@/contract";
import { languageOptions } from "@/domain/language";
import { hasCollections } from "@/domain/shop";
import { isPrompted } from "@/domain/writer";
import { t } from "@/strings";
import { Button } from "@/ui/Button";
import { notifyTrouble } from "@/ui/notify";
import { Page, PageHead, Spring, Tools } from "@/ui/Page";
import { Picker } from "@/ui/Picker";
import { SearchField } from "@/ui/SearchField";
import { Segments } from "@/ui/Segments";
import { Empty, ErrorState, Loading } from "@/ui/States";
import { type Tab, Tabs } from "@/ui/Tabs";
import { useListSelection } from "@/ui/table/useListSelection";
import { VirtualTable } from "@/ui/table/VirtualTable";
import { ChosenBar } from "./ChosenBar";
import { GuessBar } from "./GuessBar";
import { ImportBar } from "./ImportBar";
import { ImportDialog } from "./ImportDialog";
import { keyphraseColumns } from "./keyphraseColumns";
import { ProposeDialog } from "./ProposeDialog";
import { QueriesDialog } from "./QueriesDialog";
import { idOf, useRowEditing } from "./useRowEditing";

/** What can have a keyphrase. */
export type KeyphraseKind = "product" | "collection";

interface KeyphrasesPageProps {
  shop: ShopOverview;
  kind: KeyphraseKind;
  filter: KeyphraseFilter;
  search: string;
  language: string;
  onFilter: (filter: KeyphraseFilter) => void;
  onSearch: (search: string) => void;
  onLanguage: (language: string) => void;
  onKind: (kind: KeyphraseKind) => void;
  onBack: () => void;
}

const words = t.keyphrases;

/** What each product or collection of a shop should be found by, one language at a time. */
export function KeyphrasesPage(props: KeyphrasesPageProps) {
  const { shop, kind, filter, search, language } = props;
  const scope = useMemo(() => ({ shop: shop.id, kind, language }), [shop.id, kind, language]);
  const list = useKeyphraseList(scope, filter, search);
  const { rowAt, total, about } = list;
  const editing = useRowEditing(shop.id, language, list);
  const selection = useListSelection(list, idOf);
  const [asked, setAsked] = useState<{ of: "queries" | "guess"; row: KeyphraseRow }>();
  const writer = useSettings().data?.writer;
  const prompted = writer !== undefined && isPrompted(writer);
  const columns = useMemo(() => {
    const choose = (row: KeyphraseRow) => setAsked({ of: "queries", row });
    const guess = prompted ? (row: KeyphraseRow) => setAsked({ of: "guess", row }) : undefined;
    return keyphraseColumns({ ...editing, choose, guess }, kind);
  }, [editing, kind, prompted]);
  const lineAt = useCallback(
    (index: number) => {
      const row = rowAt(index);
      return row && { row };
    },
    [rowAt],
  );
  const name = `${shop.id}/keyphrases/${kind}/${language}/${filter}/${search}`;
  const counts = about?.counts;
  return (
    <Page>
      <PageHead
        before={
          <Button kind="quiet" small icon="left" onClick={props.onBack}>
            {words.back}
          </Button>
        }
        title={words.title}
        aside={counts && <span role="status">{words.total(counts.all, kind)}</span>}
      >
        {hasCollections(shop) && (
          <Segments
            label={words.kind}
            value={kind}
            onChange={props.onKind}
            options={[
              { value: "product", label: words.kinds.product },
              { value: "collection", label: words.kinds.collection },
            ]}
          />
        )}
        <Picker
          label={words.language}
          small
          options={languageOptions(about?.languages ?? [], language)}
          value={language}
          onChange={props.onLanguage}
        />
        <ImportButton shop={shop.id} />
      </PageHead>
      {about?.import && <ImportBar shop={shop.id} latest={about.import} />}
      <Tools>
        <Tabs
          label={words.filters}
          tabs={tabsOf(counts)}
          value={filter}
          onChange={props.onFilter}
        />
        <Spring />
        <SearchField label={words.search} value={search} onChange={props.onSearch} />
      </Tools>
      {total === undefined && !list.error && <Loading />}
      {list.error && <ErrorState trouble={describeError(list.error)} onRetry={list.retry} />}
      {total === 0 && <Empty>{counts?.all === 0 ? words.none[kind] : words.noMatch}</Empty>}
      {total !== undefined && total > 0 && (
        <VirtualTable
          key={name}
          label={words.title}
          columns={columns}
          total={total}
          lineAt={lineAt}
          idOf={idOf}
          nameOf={(row) => row.place.title}
          rowHeight={2.5}
          selection={selection}
          onShow={list.show}
          onOpen={editing.edit}
          pointTo={editing.editing}
          memory={name}
        />
      )}
      {selection.count > 0 ? (
        <ChosenBar
          scope={scope}
          selection={selection}
          all={() => list.rows(0, (total ?? 0) - 1)}
          prompted={prompted}
        />
      ) : (
        counts && <GuessBar scope={scope} counts={counts} />
      )}
      {asked?.of === "queries" && (
        <QueriesDialog scope={scope} row={asked.row} onClose={() => setAsked(undefined)} />
      )}
      {asked?.of === "guess" && (
        <ProposeDialog
          scope={scope}
          places={[asked.row.place.id]}
          lacking={1}
          onClose={() => setAsked(undefined)}
        />
      )}
    </Page>
  );
}

function tabsOf(counts: KeyphraseCounts | undefined): Tab<KeyphraseFilter>[] {
  const { tabs } = words;
  return [
    { key: "", label: tabs[""], count: counts?.all },
    { key: "typed", label: tabs.typed, count: counts?.typed },
    { key: "imported", label: tabs.imported, count: counts?.imported },
    { key: "guess", label: tabs.guess, count: counts?.guess },
    { key: "none", label: tabs.none, count: counts?.none },
    { key: "shared", label: tabs.shared, count: counts?.shared },
  ];
}

/** Asks for a file and shows what an import would do. */
function ImportButton({ shop }: { shop: string }) {
  const preview = usePreviewKeyphrases(shop);
  const [open, setOpen] = useState(false);
  const choose = () => {
    const field = document.createElement("input");
    field.type = "file";
    field.accept = ".csv,.tsv,.txt,text/csv";
    field.onchange = () => {
      const file = field.files?.[0];
      if (!file) return;
      preview.mutate(file, {
        onSuccess: () => setOpen(true),
        onError: (error) => notifyTrouble(describeError(error)),
      });
    };
    field.click();
  };
  return (
    <>
      <Button busy={preview.isPending} onClick={choose}>
        {words.import}
      </Button>
      {open && preview.data && (
        <ImportDialog
          shop={shop}
          file={preview.data.file}
          preview={preview.data.preview}
          onClose={() => setOpen(false)}
        />
      )}
    </>
  );
}
