import { Button } from "@/ui/Button";
import { Page, PageHead, Spring, Tools, WithPanel } from "@/ui/Page";
import { Group, Panel } from "@/ui/Panel";
import { Empty, ErrorState, Loading } from "@/ui/States";
import type { Column } from "@/ui/table/columns";
import { VirtualTable } from "@/ui/table/VirtualTable";
import classes from "./Gallery.module.css";
import { Piece } from "./Piece";

const columns: Column<string>[] = [
  { id: "name", header: "Product", width: "minmax(0, 1fr)", cell: (name) => name },
  { id: "length", header: "Length", width: "6rem", right: true, cell: (name) => name.length },
];
const rows = ["Orla dome pendant, moss", "Hesper table lamp, oak", "Wick storm lantern, slate"];
const nothing = () => {};

/** Pages, lists, panels, and empty states. */
export function Lists() {
  return (
    <>
      <Piece name="WithPanel, Page, PageHead, Tools, VirtualTable, Panel">
        <div className={classes.box}>
          <WithPanel
            panel={
              <Panel title="New job" aside="3 products" onClose={nothing}>
                <Group label="Field" note="one for the whole job">
                  Description
                </Group>
              </Panel>
            }
          >
            <Page>
              <PageHead title="Products" aside="3">
                <Button kind="primary">New job</Button>
              </PageHead>
              <Tools>
                <span>All</span>
                <Spring />
                <span>Newest first</span>
              </Tools>
              <VirtualTable
                label="Products"
                columns={columns}
                total={rows.length + 1}
                lineAt={(index) => {
                  const row = rows[index];
                  return row === undefined ? undefined : { row };
                }}
                idOf={(name) => name}
                nameOf={(name) => name}
                rowHeight={2.25}
              />
            </Page>
          </WithPanel>
        </div>
      </Piece>
      <Piece name="Empty, Loading, ErrorState">
        <Empty action={<Button>Choose products</Button>}>
          No jobs yet. Pick products and choose what to write for them.
        </Empty>
        <Loading label="Reading the shop’s catalogue" />
        <ErrorState
          trouble={{
            message: "The shop refused the token. Nothing was written. Enter a new token.",
            code: "shop_token",
            detail: "401 Unauthorized",
          }}
          onRetry={nothing}
        />
      </Piece>
    </>
  );
}
