#!/usr/bin/env node
// Stands in for the VS Code executable: give this file's path to runTests() of @vscode/test-electron as
// vscodeExecutablePath. It understands the flags passed there, and --install-extension.
import { createRequire } from "node:module";
import { register } from "tsx/cjs/api";

register();
createRequire(import.meta.url)("./headless.ts");
