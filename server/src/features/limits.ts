// What is too much to read while somebody waits. The server and the command line share it, so that both refuse the same texts.

/** The longest text that is checked, in UTF-16 code units; the longest real report known is under 200,000. */
export const maxLength = 2_000_000;
