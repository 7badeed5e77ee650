// Tables by their figures, to tell a copied one: only figures that change from year to year and from organ to organ count.
import type { FormRow, TableId } from "../form/types";
import { digitsIn, formOf, type Known } from "./known";
import { printOf } from "./prints";

/** Tables two and three; table four is nearly all 0 everywhere. */
export const tellingTables: readonly TableId[] = ["disclosure", "requests"];

/** Small numbers are alike by chance: those of 10 and more must have so many digits together. */
const fewestDigits = 6;

/** The same number for the same figures other than 0; null where they are too few to tell anything. */
export function tablePrint(known: Known, id: TableId): number | null {
  const table = formOf(known).tables.find((each) => each.id === id);
  const figures: string[] = [];
  let weight = 0;
  for (const row of table?.rows ?? [])
    for (const column of row.columns) {
      if (isDerived(row, column.id)) continue;
      const digits = digitsIn(known, { table: id, row: row.id, column: column.id });
      if (digits === null || /^[0.]*$/u.test(digits)) continue;
      figures.push(`${row.id}/${column.id}=${digits}`);
      if (digits.length > 1) weight += digits.replace(/\D/gu, "").length;
    }
  return weight < fewestDigits ? null : printOf(`table/${id}`, figures.join(" "));
}

/** Totals follow from their parts, and what is in force is much the same every year. */
function isDerived(row: FormRow, column: string): boolean {
  return row.id === "total" || column === "total" || column === "inForce";
}
