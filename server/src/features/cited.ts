// The pages of the documents a report cites, by which their official texts are found. None has an address here: one that
// could not be looked up may be dead, and is worse than none.
import { documents } from "../form/documents";
import type { Bilingual } from "../form/types";

const where: Bilingual = {
  zh: "全文可在中国政府网（www.gov.cn）按文号检索；这里不附未经核实的网址。",
  en: "The full text is found on www.gov.cn by its number; no unverified address is given here.",
};

/** The page of a cited text in Markdown, Chinese first; null where none has that id. */
export function citedPage(id: string): string | null {
  const cited = documents.find((each) => each.id === id);
  if (cited === undefined) return null;
  return [`# ${cited.name.zh}`, cited.what.zh, where.zh, "---", `# ${cited.name.en}`, cited.what.en, where.en, ""].join(
    "\n\n",
  );
}
