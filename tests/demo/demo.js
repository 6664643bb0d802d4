// The demo page of the sandbox. It knows nothing of the extension; it only shows numbers in the
// ways that pages do, and asks the sandbox's API for a call.

const text = {
  vi: {
    other: 'English',
    offline: 'Tổng đài thử không trả lời',
    none: 'Chưa có máy nào đăng ký',
    some: (count) => `${count} máy đã đăng ký`,
    calling: 'Đang gọi…',
    failed: (why) => `Không gọi được: ${why}`,
    later: ['Khách mới', 'Vừa tải thêm'],
  },
  en: {
    other: 'Tiếng Việt',
    offline: 'The sandbox does not answer',
    none: 'No phone registered yet',
    some: (count) => (count === 1 ? '1 phone registered' : `${count} phones registered`),
    calling: 'Calling…',
    failed: (why) => `Could not call: ${why}`,
    later: ['New customer', 'Just loaded'],
  },
};

const root = document.documentElement;
const find = (id) => document.getElementById(id);
const words = () => text[root.dataset.language];

function speak(language) {
  root.dataset.language = language;
  root.lang = language;
  find('language').textContent = words().other;
  find('language').lang = language === 'vi' ? 'en' : 'vi';
  for (const option of document.querySelectorAll('option[data-vi]')) {
    option.textContent = option.dataset[language];
  }
  refresh();
}

/** Shows which phones are registered, and offers them in "call me". */
async function refresh() {
  const status = find('status');
  let users = [];
  try {
    const answer = await fetch('/api/state');
    const state = await answer.json();
    users = [...new Set(state.registrations.map((registration) => registration.user))];
    status.textContent = users.length ? words().some(users.length) : words().none;
    status.dataset.on = String(users.length > 0);
  } catch {
    status.textContent = words().offline;
    status.dataset.on = 'false';
  }
  const select = find('call-to');
  const wanted = users.length ? users : ['1001'];
  const shown = [...select.options].map((option) => option.value);
  if (wanted.join() !== shown.join()) {
    const chosen = select.value;
    select.replaceChildren(...wanted.map((user) => new Option(user, user)));
    if (wanted.includes(chosen)) select.value = chosen;
  }
}

async function callMe(event) {
  event.preventDefault();
  const wish = Object.fromEntries(new FormData(find('call-form')));
  wish.ring_seconds = wish.unanswered === 'gives-up' ? 30 : 8;
  const result = find('call-result');
  result.textContent = words().calling;
  try {
    const answer = await fetch('/api/call', {
      method: 'POST',
      headers: { 'Content-Type': 'application/json' },
      body: JSON.stringify(wish),
    });
    const body = await answer.json();
    if (!answer.ok) result.textContent = words().failed(body.error);
    else setTimeout(() => (result.textContent = ''), 5000);
  } catch {
    result.textContent = words().failed(words().offline);
  }
}

/** Text that comes later, as in every list that loads on demand. */
function loadMore() {
  const more = [
    ['Hồ Thu Trang', '0866 123 987'],
    ['Đặng Tuấn Kiệt', '+84 58 234 5566'],
    ['Sakura Tanaka', '+81 3-1234-5678'],
  ];
  for (const [name, phone] of more) {
    const row = find('customers').insertRow();
    row.className = 'later';
    row.insertCell().textContent = name;
    row.insertCell().textContent = phone;
    row.insertCell().textContent = words().later.join(' · ');
  }
  find('load-more').disabled = true;
}

function businessCard() {
  const shadow = find('shadow-host').attachShadow({ mode: 'open' });
  const style = document.createElement('link');
  style.rel = 'stylesheet';
  style.href = 'card.css';
  const card = document.createElement('div');
  card.className = 'card';
  const line = (kind, ...parts) => {
    const element = document.createElement('div');
    element.className = kind;
    element.append(...parts);
    card.append(element);
  };
  const link = document.createElement('a');
  link.href = 'tel:+842439876543';
  link.textContent = '024 3987 6543';
  line('name', 'Vũ Minh Châu');
  line('role', 'Trưởng phòng kinh doanh / Head of sales');
  line('mobile', '0969 246 810');
  line('office', link);
  shadow.append(style, card);
}

find('language').addEventListener('click', () => {
  speak(root.dataset.language === 'vi' ? 'en' : 'vi');
});
find('call-form').addEventListener('submit', callMe);
find('load-more').addEventListener('click', loadMore);
businessCard();
speak(navigator.language.startsWith('vi') ? 'vi' : 'en');
setInterval(() => {
  if (!document.hidden) refresh();
}, 3000);
