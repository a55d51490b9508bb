/* The same account, by one script tag and the page's own button. */
const query = new URLSearchParams(location.search);
const service = query.get('service');
const customer = query.get('customer');

/** A custom step without an import: it answers with an event. */
class AccountRating extends HTMLElement {
  connectedCallback() {
    const marks = ['1', '2', '3', '4', '5'].map((mark) => {
      const button = document.createElement('button');
      button.textContent = mark;
      button.addEventListener('click', () => {
        const detail = { result: { mark: Number(mark) } };
        this.dispatchEvent(new CustomEvent('fw-next', { bubbles: true, composed: true, detail }));
      });
      return button;
    });
    this.replaceChildren('How was your Seed Box?', ...marks);
  }
}
customElements.define('account-rating', AccountRating);

function hear(what) {
  const item = document.createElement('li');
  item.textContent = what;
  document.querySelector('#heard').append(item);
}

async function fetchSession() {
  const response = await fetch(`${service}/api/session?customer=${customer}`);
  const { token } = await response.json();
  return token;
}

window.fairwell.attach('#cancel', {
  serviceUrl: service,
  session: fetchSession,
  customerAttributes: { windowsills: 2 },
  onDiscount: () => hear('discount'),
  onClose: ({ result }) => hear(`closed ${result}`),
});
