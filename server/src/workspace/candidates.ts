// Which files of a folder may be reports, by their names alone.

/** Folders and files that are nobody's reports: hidden ones, and what package managers install. */
export function isPassedOver(name: string): boolean {
  return name.startsWith(".") || name === "node_modules";
}

/** Texts: the only files of a folder that are looked at. */
export function isTextName(name: string): boolean {
  return /\.(?:txt|nianbao)$/i.test(name);
}

/** Whether a file's name alone says that it is an annual report. */
export function namedAsReport(name: string): boolean {
  const normal = name.normalize("NFC");
  return /\.nianbao(?:\.txt)?$/i.test(normal) || (normal.includes("政府信息公开") && /年报|年度报告/.test(normal));
}
