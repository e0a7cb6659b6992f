import { Picture } from './Picture';
import { euro } from './money';
import { cart, detail, left, openProduct, reviews, setQuantity } from './state';

export function ProductDetail() {
  const loaded = detail.value;
  if (loaded.state === 'loading') return <section class="detail" aria-busy="true" />;
  if (loaded.state === 'failed') return <p class="unavailable">This product is not available right now.</p>;
  const product = loaded.value;
  const inCart = cart.value.find(({ id }) => id === product.id)?.quantity ?? 0;
  return (
    <section class="detail" style={{ '--hue': product.hue }}>
      <Picture kind={product.kind} />
      <div>
        <button type="button" class="back" onClick={() => openProduct(null)}>
          ← All gear
        </button>
        <h1>{product.name}</h1>
        <p class="claim">{product.claim}</p>
        <p class="price">{euro(product.price)}</p>
        <Stock />
        <button type="button" class="primary buy" onClick={() => void setQuantity(product.id, inCart + 1)}>
          Put in cart
        </button>
        <Reviews />
      </div>
    </section>
  );
}

function Stock() {
  const loaded = left.value;
  if (loaded.state !== 'ready') return <p class="stock"> </p>;
  const count = loaded.value.left;
  return (
    <p class={count > 0 ? 'stock' : 'stock out'}>{count > 0 ? `${count} in stock` : 'Back in two weeks'}</p>
  );
}

function Reviews() {
  const loaded = reviews.value;
  if (loaded.state !== 'ready') return null;
  return (
    <ul class="reviews">
      {loaded.value.map(({ stars, text }) => (
        <li key={text}>
          <span aria-label={`${stars} of 5 stars`}>{'★'.repeat(stars)}</span> {text}
        </li>
      ))}
    </ul>
  );
}
