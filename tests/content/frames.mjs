// A page with one frame in it, for every kind of document that a frame can hold.
export const NUMBER = '0912 345 678';
export const LINE = `<p>${NUMBER}</p>`;

const inner = (pages) => pages.add('inner.html', `<!doctype html>${LINE}`);
const frame = (attributes) => `<!doctype html><iframe id="f" width="420" height="260" ${attributes}></iframe>`;
const script = (source) => `${frame('')}<script>const f = document.getElementById('f'); ${source}</script>`;
const data = (html) => `data:text/html,${encodeURIComponent(html)}`;

/** Each kind of document, with a function that makes the page, given a server of `page-server.mjs`. */
export const FRAMES = {
  'another document of the site': (pages) => frame(`src="${inner(pages)}"`),
  'a document of another site': (pages) => frame(`src="${inner(pages).replace('127.0.0.1', 'localhost')}"`),
  'about:blank': () => script(`f.contentDocument.body.innerHTML = '${LINE}';`),
  'a document that was written': () => script(`f.contentDocument.open(); f.contentDocument.write('${LINE}'); f.contentDocument.close();`),
  srcdoc: () => frame(`srcdoc="${LINE}"`),
  'a sandboxed document': (pages) => frame(`sandbox="allow-scripts" src="${inner(pages)}"`),
  'a sandboxed srcdoc': () => frame(`sandbox="allow-scripts" srcdoc="${LINE}"`),
  'a sandboxed srcdoc without scripts': () => frame(`sandbox srcdoc="${LINE}"`),
  'data:': () => frame(`src="${data(LINE)}"`),
  'a sandboxed data:': () => frame(`sandbox="allow-scripts" src="${data(LINE)}"`),
  'blob:': () => script(`f.src = URL.createObjectURL(new Blob(['${LINE}'], { type: 'text/html' }));`),
  'a sandboxed blob:': () => script(`f.sandbox = 'allow-scripts'; f.src = URL.createObjectURL(new Blob(['${LINE}'], { type: 'text/html' }));`),
  'srcdoc in data:': () => frame(`src="${data(`<iframe width=400 height=200 srcdoc='${LINE}'></iframe>`)}"`),
  'javascript:': () => frame(`src="javascript:'${LINE}'"`),
};
