import type { Product } from '../sites/products';
import { Picture } from './Picture';
import { euro } from './money';
import { openProduct } from './state';

export function ProductCard({ product }: { product: Product }) {
  return (
    <button
      type="button"
      class="card"
      data-product={product.id}
      style={{ '--hue': product.hue }}
      onClick={() => openProduct(product.id)}
    >
      <Picture kind={product.kind} />
      <span class="name">{product.name}</span>
      <span class="claim">{product.claim}</span>
      <span class="price">{euro(product.price)}</span>
    </button>
  );
}
