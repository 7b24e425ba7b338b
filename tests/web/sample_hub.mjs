// SPDX-License-Identifier: GPL-3.0-or-later
// A stand-in for the hub that answers with one fixed day, so that every page can be looked at without
// building anything. What the hub really does is tested with the hub (end_to_end.mjs).
import {readFile} from 'node:fs/promises';
import {createServer} from 'node:http';
import path from 'node:path';
import * as sample from './sample_day.mjs';

const types = {'.html': 'text/html; charset=utf-8', '.css': 'text/css', '.js': 'text/javascript', '.svg': 'image/svg+xml', '.png': 'image/png'};
const policy = "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' blob: data:; connect-src 'self'; font-src 'self'; media-src 'self' blob:; form-action 'self'; base-uri 'none'; frame-ancestors 'none'";

// `state` may be changed between requests: {setup, signedIn, refusal}. Gives its address and close().
export async function startSampleHub({pages, posters, preview, port = 0}) {
  const state = {setup: false, signedIn: true, asked: []};
  const server = createServer(async (request, response) => {
    const url = new URL(request.url, 'http://desk');
    const parts = [];
    for await (const part of request) parts.push(part);
    const body = Buffer.concat(parts);
    const send = (status, value, type = 'application/json') => {
      response.writeHead(status, {'content-type': type, 'content-security-policy': policy});
      response.end(Buffer.isBuffer(value) || typeof value === 'string' ? value : JSON.stringify(value));
    };
    try {
      if (url.pathname.startsWith('/api/desk/')) {
        const asked = {method: request.method, path: url.pathname.slice(9), search: url.searchParams, body};
        state.asked.push(`${asked.method} ${asked.path}`);
        if (asked.path.startsWith('/posters/')) return send(200, await readFile(path.join(posters, `${path.basename(asked.path)}.png`)), 'image/png');
        if (asked.path === '/preview') return preview ? send(200, await readFile(preview), 'image/png') : send(503, {error: {code: 'desk.no-preview', message: {zh: '预览没开。', en: 'There is no preview.'}}});
        const [status, value] = sample.answer(asked, state);
        return status === 204 ? send(204, '') : send(status, value);
      }
      const name = path.basename(url.pathname) === 'desk' || url.pathname === '/desk/' ? 'index.html' : path.basename(url.pathname);
      return send(200, await readFile(path.join(pages, name)), types[path.extname(name)] ?? 'application/octet-stream');
    } catch (failure) {
      return send(failure.code === 'ENOENT' ? 404 : 500, {error: {code: 'desk.none', message: {zh: '没有。', en: 'None.'}}});
    }
  });
  await new Promise((listening) => server.listen(port, '127.0.0.1', listening));
  return {state, address: `http://127.0.0.1:${server.address().port}`, close: () => new Promise((closed) => server.close(closed))};
}
