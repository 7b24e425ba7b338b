// SPDX-License-Identifier: GPL-3.0-or-later
// Everything that anybody changed, the newest first.
import * as api from './api.js';
import {add, button, fill, h} from './dom.js';
import {differences} from './editor_history.js';
import {t} from './language.js';
import {whatWords} from './log_words.js';
import {moment} from './time.js';

const page = 60;

export async function open() {
  const list = h('ol.log', {});
  const foot = h('div.row', {});
  const load = async (before) => {
    const {entries} = await api.get(`/audit${api.query({before, limit: page})}`);
    add(list, [entries.map((one) => h('li', {}, h('div.row', {}, h('span.quiet', {}, `#${one.number}`), h('b', {}, one.who), whatWords(one.kind), one.subject ? h('span.pill', {}, one.subject) : null,
      h('span.grow'), h('span.quiet', {}, moment(one.at))), differences(one)))]);
    fill(foot, entries.length === page ? button(t('更早的', 'Earlier'), () => load(entries.at(-1).number), {look: 'small'}) : null);
  };
  await load();
  return {title: t('操作记录', 'Log'), element: h('div.page', {}, h('div.head', {}, h('h1', {}, t('操作记录', 'Log')),
    h('p.quiet', {}, t('每条都和前一条连着，改不了；wenlan-hub check 会核对。', 'Each row is chained to the one before; wenlan-hub check verifies them.'))), h('div.card', {}, list, foot))};
}
