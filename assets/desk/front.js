// SPDX-License-Identifier: GPL-3.0-or-later
// The front desk: what is on, seats left, who has come, who asks for help at a screen.
import * as api from './api.js';
import {button, fill, h, icon, news} from './dom.js';
import {said, t} from './language.js';
import {addForm} from './roster_dialogs.js';
import {clock, now, span} from './time.js';
import {tone} from './tone.js';

const look_again_ms = 5000;
const listen_again_ms = 2000;

export async function open() {
  const place = h('ul.nows', {});
  const results = h('div', {role: 'status'});
  const calls = h('ul.stack', {'aria-live': 'assertive'});
  let occasions = [];
  let waiting = 0;
  let listening = 0;
  let heard = 0;
  let over = false;

  const load = async () => {
    ({occasions} = await api.get('/rosters'));
    const left = occasions.filter((one) => new Date(one.end) > now());
    fill(place, left.map((one) => card(one, () => addTo(one))), left.length === 0 ? h('li.empty', {}, t('今天没有要签到的了。', 'Nothing more to check in today.')) : null);
    if (!over) waiting = setTimeout(() => load().catch(() => null), look_again_ms);
  };
  const reload = () => {
    clearTimeout(waiting);
    return load().catch(() => null);
  };

  const listen = async () => {
    try {
      const answer = await api.get('/help-calls');
      const open_ = answer.calls.filter((one) => !one.answered);
      if (open_.some((one) => one.number > heard)) tone();
      heard = Math.max(heard, answer.number ?? 0, ...answer.calls.map((one) => one.number));
      fill(calls, answer.calls.slice(-6).reverse().map((one) => call(one, listen)), answer.calls.length === 0 ? h('li.quiet', {}, t('没有人在叫。', 'Nobody is calling.')) : null);
    } catch {
      fill(calls, h('li.quiet', {}, t('这里听不到屏上的呼叫。', 'Calls from the screens cannot be heard here.')));
    }
    clearTimeout(listening);
    if (!over) listening = setTimeout(listen, listen_again_ms);
  };

  const find = h('input', {type: 'search', placeholder: t('取票码、姓名、首字母、手机后四位', 'Code, name, initials, last four digits'), 'aria-label': t('找人', 'Find somebody')});
  let typing = 0;
  const search = async () => {
    if (!find.value.trim()) return fill(results);
    const found = await Promise.all(occasions.filter((one) => new Date(one.end) > now()).map(async (one) => ({one, rows: (await api.get(`/rosters/${one.id}${api.query({q: find.value, limit: 5})}`)).rows})));
    const rows = found.flatMap(({one, rows: some}) => some.map((row) => ({one, row})));
    fill(results, rows.length === 0 ? h('p.strip', {}, icon('search'), t('今天的名册里没有。', 'On no roster of today.')) : h('ul.stack', {}, rows.map(({one, row}) => person(one, row, async () => {
      await search();
      reload();
    }))));
  };
  find.addEventListener('input', () => {
    clearTimeout(typing);
    typing = setTimeout(() => search().catch((refusal) => news(refusal.message, 'bad')), 150);
  });

  const adding = h('div', {});
  const addTo = (one) => {
    fill(adding, h('section.card', {}, h('h2', {}, t(`登记到《${said(one.title)}》`, `Add to ${said(one.title)}`)), addForm(one.id, null, (row) => {
      fill(adding);
      if (!row) return;
      news(t(`${row.name || row.code} ${row.party} 位，登记好了。`, `${row.name || row.code}, party of ${row.party}: done.`));
      reload();
      find.focus();
    }, {walkingIn: true})));
    adding.querySelector('input').focus();
  };

  await load();
  listen();
  return {title: t('前台', 'Front desk'), focus: find, leave: () => {
    over = true;
    clearTimeout(waiting);
    clearTimeout(listening);
  }, element: h('div.page', {}, h('div.head', {}, h('h1', {}, t('前台', 'Front desk'))), h('div.front', {}, h('div', {}, h('div.finder.big', {}, icon('search'), find), results, adding, h('h2', {}, t('现在和接下来', 'Now and next')), place),
    h('section.card', {}, h('h2', {}, t('找社工', 'Help calls')), calls)))};
}

function card(one, add) {
  const on = new Date(one.start) <= now();
  return h('li.card', {}, h('div.row', {}, on ? h('span.pill.good', {}, t('正在进行', 'On now')) : h('span.pill', {}, clock(one.start)), h('span.grow'), h('a', {href: `#/roster/${one.id}`}, t('名册', 'Roster'))), h('h3', {}, said(one.title)), h('p.quiet', {}, `${span(one.start, one.end)} · ${said(one.venue)}`),
    h('p', {}, one.capacity ? [t('还有 ', ''), h('b.left', {}, one.free.screen), t(' 位', ' left')] : t('不数座位', 'no seats counted'), h('span.quiet', {}, t(` · 到了 ${one.present} / ${one.signed_up}`, ` · ${one.present} of ${one.signed_up} here`))),
    button(t('现场登记', 'Add a walk-in'), add, {look: 'small', icon: 'plus', 'aria-label': t(`给《${said(one.title)}》现场登记`, `Add a walk-in to ${said(one.title)}`)}));
}

function person(one, row, then) {
  const left = row.party - row.present;
  const may = ['confirmed', 'checked_in', 'no_show'].includes(row.state) && left > 0;
  return h('li.card.row', {}, h('b.code-cell', {}, row.code), h('b', {}, row.name), h('span', {}, t(`${row.party} 位`, `party of ${row.party}`)), h('span.quiet', {}, `${said(one.title)} ${clock(one.start)}`), h('span.grow'),
    may ? button(row.present > 0 ? t(`再到 ${left} 位`, `${left} more`) : t('签到', 'Check in'), async () => {
      await api.post(`/sign-ups/${row.id}/check-in`, {version: row.version, more: left}).catch((refusal) => news(refusal.message, 'bad'));
      then();
    }, {look: 'primary small'}) : h('span.pill', {class: left <= 0 ? 'good' : ''}, left <= 0 ? t('已到', 'here') : t('见名册', 'see the roster')));
}

function call(one, then) {
  return h('li.card.row', {class: one.answered ? 'done' : 'call'}, icon('bell'), h('span', {}, h('b', {}, one.name), ' ', clock(one.at)), h('span.grow'), one.answered ? h('span.quiet', {}, t(`${one.answered.who} 去了`, `${one.answered.who} went`))
      : button(t('我来了', 'I am coming'), () => api.post(`/help-calls/${one.number}/answer`).catch((refusal) => news(refusal.message, 'bad')).then(then), {look: 'primary small'}));
}
