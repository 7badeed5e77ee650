// Numbers with decimals, exactly: as whole numbers of their smallest part. A report's numbers have fifteen digits at most.

const places = 15;

/** Canonical digits (4166.241619, -12) in units of 10^-15, so that they are added and compared without floating point. */
export function unitsOf(digits: string): bigint {
  const [whole = "0", decimals = ""] = digits.replace("-", "").split(".");
  const units = BigInt(whole + decimals.slice(0, places).padEnd(places, "0"));
  return digits.startsWith("-") ? -units : units;
}

/** The same as canonical digits, without zeros behind the last decimal. */
export function digitsOf(units: bigint): string {
  const written = String(units < 0n ? -units : units).padStart(places + 1, "0");
  const decimals = written.slice(-places).replace(/0+$/u, "");
  return `${units < 0n ? "-" : ""}${written.slice(0, -places)}${decimals && `.${decimals}`}`;
}
