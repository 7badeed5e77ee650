// The statutory form, one value per edition. Everything else (reading, checking, wording, pages) derives from these.
import { disclosure2019, disclosure2021, disclosureHeads } from "./disclosure";
import { relationsOf } from "./relations";
import { requestHeads, requestsDivided, requestsSingle } from "./requests";
import { review, suitHead } from "./review";
import { sections } from "./sections";
import type { CellPath, Edition, Form, FormColumn, FormRow, FormTable, TableId } from "./types";

function form(edition: Edition, disclosure: FormTable, requests: FormTable, singleOther: boolean): Form {
  return {
    edition,
    singleOther,
    sections,
    tables: [disclosure, requests, review],
    relations: relationsOf(requests, review),
  };
}

/** 国办公开办函〔2021〕30号: 42 relations. */
export const form2021: Form = form(2021, disclosure2021, requestsDivided, false);
/** 国办公开办函〔2019〕60号: 40 relations. */
export const form2019: Form = form(2019, disclosure2019, requestsSingle, true);
/** Seen in reports of 2021 and later: the 2021 tables with a single （六）其他处理. 40 relations. */
export const form2021Single: Form = form(2021, disclosure2021, requestsSingle, true);

export function formFor(edition: Edition, singleOther: boolean): Form {
  return edition === 2019 ? form2019 : singleOther ? form2021Single : form2021;
}

export function tableOf(form: Form, id: FormTable["id"]): FormTable {
  // Each form has all three tables by construction.
  return form.tables.find((table) => table.id === id) as FormTable;
}

export function rowOf(table: FormTable, id: string): FormRow | null {
  return table.rows.find((row) => row.id === id) ?? null;
}

export function columnOf(row: FormRow, id: string): FormColumn | null {
  return row.columns.find((column) => column.id === id) ?? null;
}

/** A cell's address as one text: requests/new/total. */
export function pathKey({ table, row, column }: CellPath): string {
  return `${table}/${row}/${column}`;
}

/** Words printed in the frame of each table, beside its column heads and groups. */
export const frameLabels: Readonly<Record<TableId, readonly string[]>> = {
  disclosure: disclosureHeads,
  requests: requestHeads,
  review: [suitHead],
};

export { contentHead } from "./disclosure";
export { applicantHead, balanceHead, organisationHead, outcomeHead, requestGroups } from "./requests";
export { suitHead } from "./review";
export { sections } from "./sections";
export type * from "./types";
