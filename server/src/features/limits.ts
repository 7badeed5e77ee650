// What is too much to read while somebody waits. The server and the command line share it, so that both check the same texts.
// Of a longer one the editor still shows the outline (report/skim.ts), and the status says that nothing was checked.

/** The longest text that is checked, in UTF-16 code units; the longest real report known is under 200,000. */
export const maxLength = 1_000_000;

/** No encoding takes more than four bytes a code unit, so a file that has more is too long whatever it holds. */
export const maxBytes = 4 * maxLength + 4;
