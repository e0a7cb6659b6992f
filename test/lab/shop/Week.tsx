import { Picture } from './Picture';
import { openProduct, week } from './state';

export function Week() {
  const loaded = week.value;
  if (loaded.state === 'failed') return null;
  const product = loaded.state === 'ready' ? loaded.value : null;
  return (
    <section class="week" style={{ '--hue': product?.hue ?? 150 }}>
      <div>
        <p class="kicker">Of the week</p>
        <h1>{product?.name ?? ' '}</h1>
        <p>{product?.claim ?? ' '}</p>
        {product && (
          <button type="button" class="primary" onClick={() => openProduct(product.id)}>
            Have a look
          </button>
        )}
      </div>
      {product && <Picture kind={product.kind} />}
    </section>
  );
}
