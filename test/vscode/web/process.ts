// As much of Node's `process` as the npm package assert looks at.
export const process = { env: {}, platform: "browser", version: "", emitWarning: () => {} };
