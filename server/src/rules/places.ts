// What a finding stands at, by the form's ids, wherever that is in the text.
import { pathKey } from "../form/index";
import type { Report } from "../report/types";
import type { Finding } from "./types";

/** What a finding's range encloses, where that is a cell or a row's label: `requests/new/total`, `requests/new`. */
export type PlaceOf = (finding: Pick<Finding, "span">) => string | null;

export function placesOf(report: Report): PlaceOf {
  const places = new Map<string, string>();
  for (const { form, rows, duplicates } of report.tables) {
    for (const row of [...duplicates, ...rows]) {
      places.set(key(row.label.span), `${form.id}/${row.form.id}`);
      // An absent cell has the range of its row's label, and is no place of its own.
      for (const cell of row.cells) if (cell.value.kind !== "absent") places.set(key(cell.span), pathKey(cell.path));
    }
  }
  return ({ span }) => places.get(key(span)) ?? null;
}

function key({ start, end }: { readonly start: number; readonly end: number }): string {
  return `${start}-${end}`;
}
