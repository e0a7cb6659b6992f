/** What the shop sells. */
export interface Product {
  readonly id: number;
  readonly name: string;
  readonly kind: 'backpack' | 'tent' | 'stove' | 'boots' | 'lamp' | 'bottle' | 'jacket' | 'mat';
  readonly claim: string;
  /** Euro */
  readonly price: number;
  /** Of the picture's background, degrees. */
  readonly hue: number;
  readonly stock: number;
}

export const products: readonly Product[] = [
  {
    id: 1,
    name: 'Karwendel 45',
    kind: 'backpack',
    claim: 'Carries a week, weighs a kilo',
    price: 179,
    hue: 24,
    stock: 12,
  },
  {
    id: 2,
    name: 'Zirbe 2',
    kind: 'tent',
    claim: 'Stands in four minutes, in wind',
    price: 429,
    hue: 152,
    stock: 3,
  },
  { id: 3, name: 'Funke', kind: 'stove', claim: 'Half a litre in two minutes', price: 64, hue: 8, stock: 40 },
  { id: 4, name: 'Steig Mid', kind: 'boots', claim: 'Resoled, not replaced', price: 239, hue: 36, stock: 7 },
  { id: 5, name: 'Nachtfalter', kind: 'lamp', claim: 'Light for eighty hours', price: 49, hue: 48, stock: 0 },
  {
    id: 6,
    name: 'Quelle 0.75',
    kind: 'bottle',
    claim: 'Cold all day, steel for life',
    price: 32,
    hue: 204,
    stock: 88,
  },
  {
    id: 7,
    name: 'Föhn Shell',
    kind: 'jacket',
    claim: 'Three layers, no noise',
    price: 319,
    hue: 268,
    stock: 9,
  },
  {
    id: 8,
    name: 'Wolke 7',
    kind: 'mat',
    claim: 'Seven centimetres of sleep',
    price: 129,
    hue: 184,
    stock: 21,
  },
];
