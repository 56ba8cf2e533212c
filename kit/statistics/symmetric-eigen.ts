/**
 * Eigenvalues and eigenvectors of a symmetric matrix: Householder's reduction to three diagonals, then QL with implicit shifts
 * (Wilkinson & Reinsch 1971, Handbook for Automatic Computation II, tred2 and tql2).
 * `matrix` (size × size, row by row) is used up: column k becomes the eigenvector of `values[k]`. Order of the values: none.
 */
export function symmetricEigen(matrix: Float64Array, size: number): Float64Array {
  const values = new Float64Array(size);
  const beside = new Float64Array(size);
  threeDiagonals(matrix, size, values, beside);
  implicitQl(matrix, size, values, beside);
  return values;
}

function threeDiagonals(v: Float64Array, n: number, d: Float64Array, e: Float64Array): void {
  for (let j = 0; j < n; j++) d[j] = v[(n - 1) * n + j]!;
  for (let i = n - 1; i > 0; i--) {
    let scale = 0;
    for (let k = 0; k < i; k++) scale += Math.abs(d[k]!);
    let h = 0;
    if (scale === 0) {
      e[i] = d[i - 1]!;
      for (let j = 0; j < i; j++) {
        d[j] = v[(i - 1) * n + j]!;
        v[i * n + j] = 0;
        v[j * n + i] = 0;
      }
    } else {
      for (let k = 0; k < i; k++) {
        d[k]! /= scale;
        h += d[k]! * d[k]!;
      }
      const f = d[i - 1]!;
      const g = f > 0 ? -Math.sqrt(h) : Math.sqrt(h);
      e[i] = scale * g;
      h -= f * g;
      d[i - 1] = f - g;
      reflect(v, n, i, h, d, e);
    }
    d[i] = h;
  }
  gather(v, n, d, e);
}

/** One reflection, applied to what is left of the matrix. */
function reflect(v: Float64Array, n: number, i: number, h: number, d: Float64Array, e: Float64Array): void {
  e.fill(0, 0, i);
  for (let j = 0; j < i; j++) {
    const f = d[j]!;
    v[j * n + i] = f;
    let g = e[j]! + v[j * n + j]! * f;
    for (let k = j + 1; k < i; k++) {
      g += v[k * n + j]! * d[k]!;
      e[k]! += v[k * n + j]! * f;
    }
    e[j] = g;
  }
  let f = 0;
  for (let j = 0; j < i; j++) {
    e[j]! /= h;
    f += e[j]! * d[j]!;
  }
  const hh = f / (h + h);
  for (let j = 0; j < i; j++) e[j]! -= hh * d[j]!;
  for (let j = 0; j < i; j++) {
    const fj = d[j]!;
    const gj = e[j]!;
    for (let k = j; k < i; k++) v[k * n + j]! -= fj * e[k]! + gj * d[k]!;
    d[j] = v[(i - 1) * n + j]!;
    v[i * n + j] = 0;
  }
}

/** The reflections gathered into one rotation. */
function gather(v: Float64Array, n: number, d: Float64Array, e: Float64Array): void {
  for (let i = 0; i < n - 1; i++) {
    v[(n - 1) * n + i] = v[i * n + i]!;
    v[i * n + i] = 1;
    const h = d[i + 1]!;
    if (h !== 0) {
      for (let k = 0; k <= i; k++) d[k] = v[k * n + i + 1]! / h;
      for (let j = 0; j <= i; j++) {
        let g = 0;
        for (let k = 0; k <= i; k++) g += v[k * n + i + 1]! * v[k * n + j]!;
        for (let k = 0; k <= i; k++) v[k * n + j]! -= g * d[k]!;
      }
    }
    for (let k = 0; k <= i; k++) v[k * n + i + 1] = 0;
  }
  for (let j = 0; j < n; j++) {
    d[j] = v[(n - 1) * n + j]!;
    v[(n - 1) * n + j] = 0;
  }
  v[n * n - 1] = 1;
  e[0] = 0;
}

function implicitQl(v: Float64Array, n: number, d: Float64Array, e: Float64Array): void {
  for (let i = 1; i < n; i++) e[i - 1] = e[i]!;
  e[n - 1] = 0;
  let f = 0;
  let largest = 0;
  for (let l = 0; l < n; l++) {
    largest = Math.max(largest, Math.abs(d[l]!) + Math.abs(e[l]!));
    let m = l;
    while (m < n - 1 && Math.abs(e[m]!) > Number.EPSILON * largest) m++;
    while (m > l && Math.abs(e[l]!) > Number.EPSILON * largest) {
      const g = d[l]!;
      let p = (d[l + 1]! - g) / (2 * e[l]!);
      const r = p < 0 ? -Math.hypot(p, 1) : Math.hypot(p, 1);
      d[l] = e[l]! / (p + r);
      d[l + 1] = e[l]! * (p + r);
      const next = d[l + 1]!;
      const shift = g - d[l]!;
      for (let i = l + 2; i < n; i++) d[i]! -= shift;
      f += shift;
      p = d[m]!;
      let [c, c2, c3, s, s2] = [1, 1, 1, 0, 0];
      const beside = e[l + 1]!;
      for (let i = m - 1; i >= l; i--) {
        c3 = c2;
        c2 = c;
        s2 = s;
        const gi = c * e[i]!;
        const h = c * p;
        const length = Math.hypot(p, e[i]!);
        e[i + 1] = s * length;
        s = e[i]! / length;
        c = p / length;
        p = c * d[i]! - s * gi;
        d[i + 1] = h + s * (c * gi + s * d[i]!);
        for (let k = 0; k < n; k++) {
          const held = v[k * n + i + 1]!;
          v[k * n + i + 1] = s * v[k * n + i]! + c * held;
          v[k * n + i] = c * v[k * n + i]! - s * held;
        }
      }
      p = (-s * s2 * c3 * beside * e[l]!) / next;
      e[l] = s * p;
      d[l] = c * p;
    }
    d[l]! += f;
    e[l] = 0;
  }
}
