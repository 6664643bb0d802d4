// Small things that several test files share.

/** The strictest policy that a page can have. */
export const STRICT = { 'content-security-policy': "default-src 'none'", 'x-frame-options': 'SAMEORIGIN' };

/** Digits of a text in national form: `+84 912…`, `0084912…` and `0912…` are one Vietnamese number. */
export const nationalDigits = (text) => text.replace(/[^\d+]/g, '').replace(/^(\+84|0084)|(?<=\D|^)\+84/g, '0');
