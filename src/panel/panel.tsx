import { render } from 'preact';

const root = document.getElementById('root');
if (root !== null) render(<h1>Crosslink</h1>, root);
