// SPDX-License-Identifier: GPL-3.0-or-later
// What the pages ask the hub. Shapes: kiosk/hub/desk/api_shapes.h.
import {language, t} from './language.js';

const base = '/api/desk';
let csrf = '';
let signInAgain = null;  // shows the sign-in over the page; resolves when somebody has signed in

export function useSession(session) {
  csrf = session.csrf ?? '';
}
export function onSessionLost(ask) {
  signInAgain = ask;
}

// What the hub refused. `faults`: [{path, message}] by field.
export class Refusal extends Error {
  constructor(status, error) {
    super(words(error.message) || t('没有成功，请再试一次。', 'That did not work. Please try again.'));
    this.status = status;
    this.code = error.code ?? '';
    this.details = error;
    const fields = error.fields ?? (error.field ? [error] : []);
    this.faults = fields.map((one) => ({path: one.field, message: words(one.message)}));
  }
}

function words(message) {
  if (typeof message === 'string') return message;
  return message ? message[language] || message.zh || message.en : '';
}

async function send(method, path, body, more) {
  const headers = {accept: 'application/json'};
  if (method !== 'GET') headers['x-wenlan-csrf'] = csrf;
  let payload;
  if (body instanceof Blob || typeof body === 'string') {
    payload = body;
    headers['content-type'] = more.type ?? (body.type || 'application/octet-stream');
  } else if (body !== undefined) {
    payload = JSON.stringify(body);
    headers['content-type'] = 'application/json';
  }
  try {
    return await fetch(base + path, {method, headers, body: payload, signal: more.signal,
                                     credentials: 'same-origin', cache: 'no-store'});
  } catch (failure) {
    if (failure.name === 'AbortError') throw failure;
    throw new Refusal(0, {code: 'desk.away', message: {
      zh: '连不上办公室的主机。您写的还在这里，连上后会接着存。',
      en: 'The office computer cannot be reached. What you wrote is kept here and will be saved later.'}});
  }
}

async function ask(method, path, body, more = {}) {
  let response = await send(method, path, body, more);
  if (response.status === 401 && signInAgain && !more.open) {
    await signInAgain();
    response = await send(method, path, body, more);
  }
  if (response.status === 204) return null;
  const type = response.headers.get('content-type') ?? '';
  if (response.ok) return type.includes('json') && !more.blob ? response.json() : response.blob();
  const refused = type.includes('json') ? await response.json().catch(() => ({})) : {};
  throw new Refusal(response.status, {...refused, ...(refused.error ?? {})});
}

export const get = (path, more) => ask('GET', path, undefined, more);
export const post = (path, body = {}, more) => ask('POST', path, body, more);
export const put = (path, body = {}, more) => ask('PUT', path, body, more);
export const remove = (path, more) => ask('DELETE', path, undefined, more);

// "?a=1&b=2" of what is not empty.
export function query(values) {
  const search = new URLSearchParams();
  for (const [key, value] of Object.entries(values)) {
    if (value !== '' && value !== null && value !== undefined && value !== false) {
      search.set(key, value === true ? '1' : value);
    }
  }
  const text = search.toString();
  return text ? `?${text}` : '';
}

export const posterOf = (name) => `${base}/posters/${encodeURIComponent(name)}`;
