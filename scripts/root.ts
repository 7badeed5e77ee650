// Where things are, for every script; the only place that counts folders upwards.
import path from "node:path";

export const root = path.resolve(__dirname, "..");
export const vsix = path.join(root, "nianbao.vsix");
