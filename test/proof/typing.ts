// How people mistype a number.
import type { Random } from "./random";

/** More digits than these are no count any more. */
const longest = 15;

type Slip = (random: Random, digits: string) => string;

function at(digits: string, place: number, many: number, instead: string): string {
  return digits.slice(0, place) + instead + digits.slice(place + many);
}

const digit = (random: Random): string => String(random.below(10));

const slips: readonly Slip[] = [
  // Two digits swapped.
  (random, digits) => {
    const place = random.below(Math.max(1, digits.length - 1));
    return at(digits, place, 2, `${digits.charAt(place + 1)}${digits.charAt(place)}`);
  },
  // One lost; what is left of a single digit is nothing.
  (random, digits) => (digits.length > 1 ? at(digits, random.below(digits.length), 1, "") : "0"),
  // One twice.
  (random, digits) => {
    const place = random.below(digits.length);
    return at(digits, place, 0, digits.charAt(place));
  },
  // One too many.
  (random, digits) => at(digits, random.below(digits.length + 1), 0, digit(random)),
  // Another one.
  (random, digits) => at(digits, random.below(digits.length), 1, digit(random)),
];

/** Another number than `value`: what its digits were mistyped as, one of the numbers beside it, or a digit or two where 0 was due. */
export function mistyped(random: Random, value: number, beside: readonly number[]): number {
  for (;;) {
    const other = random.chance(0.25) && beside.length > 0 ? random.pick(beside) : written(random, value);
    if (other !== value && other >= 0 && String(other).length <= longest) return other;
  }
}

function written(random: Random, value: number): number {
  if (value === 0) return random.chance(0.8) ? random.between(1, 9) : random.between(10, 60);
  return Number(random.pick(slips)(random, String(value)));
}
