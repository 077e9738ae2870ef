/**
 * Longest common subsequence of two lists of keys, fast for the lists that occur: long and nearly equal, or shuffled, or made of a
 * few keys repeated. Deterministic: the same lists give the same alignment everywhere.
 */

/** Index pairs of equal keys, increasing on both sides. */
export type Alignment = readonly (readonly [left: number, right: number])[];

/**
 * Up to this many pairs of equal keys Hunt–Szymanski is used, whose cost grows with them; beyond, Myers, whose cost grows with the
 * number of differences.
 */
const SPARSE_PAIRS = 2_000_000;

/**
 * Edits that Myers follows from each end before it leaves a stretch unaligned. Two lists of 10,000 never reach it; it only keeps
 * hostile lists of hundreds of thousands of calls from costing hours.
 */
const MAX_EDITS = 10_000;

/** A longest common subsequence of `left` and `right`. */
export function alignKeys(left: readonly string[], right: readonly string[]): Alignment {
  let start = 0;
  const shorter = Math.min(left.length, right.length);
  while (start < shorter && left[start] === right[start]) start++;
  let tail = 0;
  while (tail < shorter - start && left[left.length - 1 - tail] === right[right.length - 1 - tail]) tail++;
  return [
    ...Array.from({ length: start }, (_, i): [number, number] => [i, i]),
    ...alignMiddle(left, right, start, tail),
    ...Array.from({ length: tail }, (_, i): [number, number] => [left.length - tail + i, right.length - tail + i]),
  ];
}

/** Calls whose key the other side does not have cannot be aligned and are left out before the real work. */
function alignMiddle(left: readonly string[], right: readonly string[], start: number, tail: number): [number, number][] {
  const codes = new Map<string, number>();
  const leftCounts: number[] = [];
  for (let i = start; i < left.length - tail; i++) {
    const code = codes.get(left[i]!);
    if (code !== undefined) leftCounts[code]!++;
    else codes.set(left[i]!, leftCounts.push(1) - 1);
  }
  const rightCounts = new Array<number>(leftCounts.length).fill(0);
  const b = { codes: [] as number[], indexes: [] as number[] };
  for (let j = start; j < right.length - tail; j++) {
    const code = codes.get(right[j]!);
    if (code === undefined) continue;
    rightCounts[code]!++;
    b.codes.push(code);
    b.indexes.push(j);
  }
  const a = { codes: [] as number[], indexes: [] as number[] };
  for (let i = start; i < left.length - tail; i++) {
    const code = codes.get(left[i]!)!;
    if (rightCounts[code] === 0) continue;
    a.codes.push(code);
    a.indexes.push(i);
  }
  const equalPairs = leftCounts.reduce((total, count, code) => total + count * rightCounts[code]!, 0);
  const align = equalPairs <= SPARSE_PAIRS ? alignSparse : alignDense;
  return align(Int32Array.from(a.codes), Int32Array.from(b.codes)).map(([i, j]) => [a.indexes[i]!, b.indexes[j]!]);
}

/** Hunt & Szymanski (1977): the longest increasing chain through the pairs of equal keys. */
function alignSparse(a: Int32Array, b: Int32Array): [number, number][] {
  const places = new Map<number, number[]>();
  for (let j = b.length - 1; j >= 0; j--) {
    const list = places.get(b[j]!);
    if (list) list.push(j);
    else places.set(b[j]!, [j]);
  }
  // ends[k]: the smallest right index at which a chain of k + 1 pairs ends; chains are linked through `previous`.
  const ends: number[] = [];
  const chainOf: number[] = [];
  const nodes: { readonly i: number; readonly j: number; readonly previous: number }[] = [];
  for (let i = 0; i < a.length; i++) {
    for (const j of places.get(a[i]!) ?? []) {
      const k = firstNotBelow(ends, j);
      if (ends[k] === j) continue;
      ends[k] = j;
      chainOf[k] = nodes.push({ i, j, previous: k > 0 ? chainOf[k - 1]! : -1 }) - 1;
    }
  }
  const pairs: [number, number][] = [];
  for (let at = chainOf[ends.length - 1] ?? -1; at >= 0; at = nodes[at]!.previous) pairs.push([nodes[at]!.i, nodes[at]!.j]);
  return pairs.reverse();
}

function firstNotBelow(sorted: readonly number[], value: number): number {
  let low = 0;
  let high = sorted.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (sorted[middle]! < value) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** A rectangle of the edit graph: left from `a0` to before `a1`, right from `b0` to before `b1`. */
interface Box {
  readonly a0: number;
  readonly a1: number;
  readonly b0: number;
  readonly b1: number;
}

/** Myers (1986), §4b: linear space, divide and conquer at the middle snake. */
function alignDense(a: Int32Array, b: Int32Array): [number, number][] {
  const pairs: [number, number][] = [];
  const todo: Box[] = [{ a0: 0, a1: a.length, b0: 0, b1: b.length }];
  const reach = Math.min(MAX_EDITS, Math.ceil((a.length + b.length) / 2)) + 1;
  const forward = new Int32Array(2 * reach + 1);
  const backward = new Int32Array(2 * reach + 1);
  for (let box = todo.pop(); box; box = todo.pop()) {
    let { a0, a1, b0, b1 } = box;
    while (a0 < a1 && b0 < b1 && a[a0] === b[b0]) pairs.push([a0++, b0++]);
    while (a0 < a1 && b0 < b1 && a[a1 - 1] === b[b1 - 1]) pairs.push([--a1, --b1]);
    if (a0 === a1 || b0 === b1) continue;
    const middle = middleOf(a, b, { a0, a1, b0, b1 }, forward, backward);
    if (middle) todo.push({ a0, a1: middle.a, b0, b1: middle.b }, { a0: middle.a, a1, b0: middle.b, b1 });
  }
  return pairs.sort((x, y) => x[0] - y[0]);
}

/** A point on a shortest edit path through the box, never one of its corners; undefined when it costs too much to find. */
function middleOf(a: Int32Array, b: Int32Array, box: Box, forward: Int32Array, backward: Int32Array): { a: number; b: number } | undefined {
  const { a0, a1, b0, b1 } = box;
  const width = a1 - a0;
  const height = b1 - b0;
  const delta = width - height;
  const isOdd = (delta & 1) !== 0;
  const zero = (forward.length - 1) / 2;
  const limit = Math.min(MAX_EDITS, Math.ceil((width + height) / 2));
  forward[zero + 1] = 0;
  backward[zero + 1] = 0;
  // The furthest point that `edits` edits reach on diagonal k = x - y, before the snake there.
  const step = (furthest: Int32Array, k: number, edits: number): number => {
    const [above, below] = [furthest[zero + k + 1]!, furthest[zero + k - 1]!];
    return k === -edits || (k !== edits && below < above) ? above : below + 1;
  };
  for (let edits = 0; edits <= limit; edits++) {
    const lowest = 2 * Math.max(0, edits - height) - edits;
    const highest = edits - 2 * Math.max(0, edits - width);
    for (let k = lowest; k <= highest; k += 2) {
      let x = step(forward, k, edits);
      while (x < width && x - k < height && a[a0 + x] === b[b0 + x - k]) x++;
      forward[zero + k] = x;
      const opposite = delta - k;
      if (isOdd && Math.abs(opposite) < edits && x + backward[zero + opposite]! >= width) return { a: a0 + x, b: b0 + x - k };
    }
    for (let k = lowest; k <= highest; k += 2) {
      let x = step(backward, k, edits);
      while (x < width && x - k < height && a[a1 - 1 - x] === b[b1 - 1 - x + k]) x++;
      backward[zero + k] = x;
      const opposite = delta - k;
      if (!isOdd && Math.abs(opposite) <= edits && x + forward[zero + opposite]! >= width) return { a: a1 - x, b: b1 - x + k };
    }
  }
  return undefined;
}
