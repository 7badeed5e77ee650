// Tables by their figures, to tell a copied one: only figures that change from year to year and from organ to organ count.
import type { Form, FormRow, FormTable, TableId } from "../form/types";
import { formOf, type Known } from "./known";
import { perKey } from "./memo";
import { printOf } from "./prints";
import { slotsOf } from "./relations";

/** Tables two and three; table four is nearly all 0 everywhere. */
export const tellingTables: readonly TableId[] = ["disclosure", "requests"];

/** Small numbers are alike by chance: those of 10 and more must have so many digits together. */
const fewestDigits = 6;

interface Figure {
  readonly slot: number;
  /** Row and column. */
  readonly name: string;
}

/** The same number for the same figures other than 0; null where they are too few to tell anything. */
export function tablePrint(known: Known, id: TableId): number | null {
  const figures: string[] = [];
  let weight = 0;
  for (const { slot, name } of tellingFigures(formOf(known)).get(id) ?? []) {
    const digits = known.digits[slot] ?? null;
    if (digits === null || /^[0.]*$/u.test(digits)) continue;
    figures.push(`${name}=${digits}`);
    if (digits.length > 1) weight += digits.replace(/\D/gu, "").length;
  }
  return weight < fewestDigits ? null : printOf(`table/${id}`, figures.join(" "));
}

/** Forms are constants: which of their figures count is worked out once. */
const tellingFigures = perKey((form: Form): ReadonlyMap<TableId, readonly Figure[]> => {
  const slots = slotsOf(form);
  const figuresOf = (table: FormTable): readonly Figure[] =>
    table.rows.flatMap((row) => {
      const first = slots.rowSlot(table.id, row.id) as number;
      return row.columns.flatMap((column, at) =>
        isDerived(row, column.id) ? [] : [{ slot: first + at, name: `${row.id}/${column.id}` }],
      );
    });
  return new Map(form.tables.map((table) => [table.id, figuresOf(table)]));
});

/** Totals follow from their parts, and what is in force is much the same every year. */
function isDerived(row: FormRow, column: string): boolean {
  return row.id === "total" || column === "total" || column === "inForce";
}
