import type { JSX } from 'preact';
import type { Product } from '../sites/products';

/** Drawings of the products, each on a 96 × 96 field, in the colours of the card they stand on. */
const drawings: Readonly<Record<Product['kind'], JSX.Element>> = {
  backpack: (
    <>
      <path class="dark" d="M36 22c0-9 24-9 24 0v6H36z" />
      <path class="base" d="M28 34c0-10 40-10 40 0v40c0 5-4 8-8 8H36c-4 0-8-3-8-8z" />
      <path class="light" d="M34 52h28v20c0 3-2 5-5 5H39c-3 0-5-2-5-5z" />
      <path class="dark" d="M28 42h40v4H28zM46 52h4v8h-4z" />
    </>
  ),
  tent: (
    <>
      <path class="base" d="M12 76 46 22l38 54z" />
      <path class="light" d="M46 22 84 76H60z" />
      <path class="dark" d="M46 22 34 76h22z" />
      <path class="line" d="M12 76h72" />
    </>
  ),
  stove: (
    <>
      <path
        class="light"
        d="M48 14c10 10 4 14 10 20 4-4 3-8 3-8 8 9 6 22-13 22s-20-14-10-22c0 6 4 7 4 7-2-8 1-14 6-19z"
      />
      <path class="dark" d="M26 50h44v6H26z" />
      <path class="base" d="M34 56h28v18a14 8 0 0 1-28 0z" />
    </>
  ),
  boots: (
    <>
      <path class="base" d="M34 18h22v30c10 2 22 6 22 18v6H30V40z" />
      <path class="dark" d="M28 72h52v8H28z" />
      <path class="line" d="M42 28h14M42 36h14M42 44h14" />
    </>
  ),
  lamp: (
    <>
      <path class="line" d="M18 46c0-40 60-40 60 0" />
      <circle class="base" cx="48" cy="52" r="20" />
      <circle class="light" cx="48" cy="52" r="11" />
      <path class="line" d="M48 78v8M24 68l-6 6M72 68l6 6" />
    </>
  ),
  bottle: (
    <>
      <path class="dark" d="M40 12h16v12H40z" />
      <path class="base" d="M36 26h24c4 6 6 8 6 14v38c0 4-3 6-6 6H36c-3 0-6-2-6-6V40c0-6 2-8 6-14z" />
      <path class="light" d="M30 50h36v16H30z" />
    </>
  ),
  jacket: (
    <>
      <path class="base" d="M38 18h20l18 12-6 20-8-4v36H34V46l-8 4-6-20z" />
      <path class="light" d="m38 18 10 10 10-10v-4H38z" />
      <path class="line" d="M48 28v54M38 60h6M52 60h6" />
    </>
  ),
  mat: (
    <>
      <path class="base" d="M20 40h44v28H20z" />
      <circle class="light" cx="64" cy="54" r="14" />
      <circle class="dark" cx="64" cy="54" r="6" />
      <path class="line" d="M30 40v28M42 40v28" />
    </>
  ),
};

export function Picture({ kind }: { kind: Product['kind'] }) {
  return (
    <svg class="picture" viewBox="0 0 96 96" aria-hidden="true">
      {drawings[kind]}
    </svg>
  );
}
