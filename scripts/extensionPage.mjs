// The page that VS Code shows of the installed extension: README.md without its pictures and without links to files that stay
// out of the package. Written beside other things that are made, for `vsce package --readme-path`.
import { mkdirSync, readFileSync, writeFileSync } from "node:fs";

const picture = /^!\[[^\]]*\]\([^)]*\)\n\n?/gm;
/** A link to a file of the project; those to the page itself and to the web stay. */
const fileLink = /\[([^\]]*)\]\((?!#|https:)[^)]*\)/g;

mkdirSync("out", { recursive: true });
writeFileSync("out/README.md", readFileSync("README.md", "utf8").replace(picture, "").replace(fileLink, "$1"));
