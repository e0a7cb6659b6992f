import { euro } from './money';
import { cart, cartOpen, orderNumber, placeOrder, productsById, setQuantity } from './state';

export function Cart() {
  const items = cart.value;
  const total = items.reduce(
    (sum, { id, quantity }) => sum + quantity * (productsById.value.get(id)?.price ?? 0),
    0,
  );
  return (
    <aside class="drawer" aria-label="Cart">
      <button
        type="button"
        class="close"
        aria-label="Close the cart"
        onClick={() => (cartOpen.value = false)}
      >
        ×
      </button>
      <h2>Cart</h2>
      {orderNumber.value !== null && <p class="ordered">Ordered. Your number is {orderNumber.value}.</p>}
      {items.length === 0 && orderNumber.value === null && <p>Nothing yet. The mountains wait.</p>}
      <ul>
        {items.map(({ id, quantity }) => (
          <li key={id} data-item={id} data-quantity={quantity}>
            <span>{productsById.value.get(id)?.name}</span>
            <button
              type="button"
              class="less"
              aria-label="One less"
              onClick={() => void setQuantity(id, quantity - 1)}
            >
              −
            </button>
            <b>{quantity}</b>
            <button
              type="button"
              class="more"
              aria-label="One more"
              onClick={() => void setQuantity(id, quantity + 1)}
            >
              +
            </button>
            <button type="button" class="remove" aria-label="Remove" onClick={() => void setQuantity(id, 0)}>
              Remove
            </button>
          </li>
        ))}
      </ul>
      {items.length > 0 && (
        <button type="button" class="primary order" onClick={() => void placeOrder()}>
          Order for {euro(total)}
        </button>
      )}
    </aside>
  );
}
