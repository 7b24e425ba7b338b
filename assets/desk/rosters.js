// SPDX-License-Identifier: GPL-3.0-or-later
// Which rosters there are: of today and the days around it; who is still to be told of a change.
import * as api from './api.js';
import {button, fill, h, icon, news} from './dom.js';
import {open as openRoster} from './roster.js';
import {said, t} from './language.js';
import {addDays, day, dayWords, moment, span, today} from './time.js';

const days_shown = 14;

function line(one) {
  return h('tr', {}, h('td', {}, h('img.listpic', {src: api.posterOf(one.poster.name), alt: '', loading: 'lazy'})),
    h('td.whole', {}, h('a', {href: `#/roster/${one.id}`}, said(one.title)), h('div.quiet', {}, `${span(one.start, one.end)} · ${said(one.venue)}`)),
    h('td', {}, one.capacity ? t(`${one.signed_up} / ${one.capacity} 位`, `${one.signed_up} of ${one.capacity}`) : t(`${one.signed_up} 位`, `${one.signed_up} people`)),
    h('td', {}, t(`已到 ${one.present}`, `${one.present} here`)), h('td', {}, h('span.row', {}, one.state === 'cancelled' ? h('span.pill.bad', {}, t('已取消', 'Cancelled')) : one.state === 'moved' ? h('span.pill.wait', {}, t('已改期', 'Moved')) : null,
      one.waiting > 0 ? h('span.pill.wait', {}, t(`候补 ${one.waiting} 家`, `${one.waiting} waiting`)) : null, one.to_tell > 0 ? h('span.pill.bad', {}, t(`${one.to_tell} 家要通知`, `${one.to_tell} to tell`)) : null)));
}

async function openList() {
  const from = h('input', {type: 'date', value: today()});
  const place = h('div', {});
  const tell = h('div', {});
  const load = async () => {
    const {occasions} = await api.get(`/rosters${api.query({from: from.value, until: addDays(from.value, days_shown)})}`);
    const byDay = Map.groupBy ? Map.groupBy(occasions, (one) => day(one.start)) : group(occasions);
    fill(place, [...byDay].map(([date, ones]) => h('section.card', {}, h('h2', {}, dayWords(date)), h('table.table.folds', {}, h('thead', {}, h('tr', {}, [t('海报', 'Poster'), t('节目', 'Listing'), t('报名', 'Signed up'), t('签到', 'Here'), t('留意', 'Mind')].map((one) => h('th', {scope: 'col'}, one)))), h('tbody', {}, ones.map(line))))),
      occasions.length === 0 ? h('div.empty', {}, icon('ticket'), h('p', {}, t('这些天没有要报名的。', 'Nothing to sign up for in these days.'))) : null);
  };
  from.addEventListener('change', () => load().catch((refusal) => news(refusal.message, 'bad')));
  await load();
  await drawToTell(tell);
  return {title: t('报名名册', 'Rosters'), element: h('div.page', {}, h('div.head', {}, h('h1', {}, t('报名名册', 'Rosters')), h('span.grow'), h('label.inline.row', {}, t('从', 'From'), from)), tell, place)};
}

function group(occasions) {
  const groups = new Map();
  for (const one of occasions) groups.set(day(one.start), [...groups.get(day(one.start)) ?? [], one]);
  return groups;
}

const why = {promoted: t('补上了座位', 'has seats now'), moved: t('改期了', 'moved'), 'called off': t('取消了', 'called off'), full: t('没座位了', 'no seats left'), closed: t('已截止', 'closed'), not_reached: t('没联系上', 'not reached')};

// Who has to be called, ticked off one by one.
async function drawToTell(place) {
  const {rows} = await api.get('/to-tell').catch(() => ({rows: []}));
  if (rows.length === 0) return fill(place);
  const told = async (row, how) => {
    try {
      await api.post(`/sign-ups/${row.id}/told`, {version: row.version, how});
    } catch (refusal) {
      news(refusal.message, 'bad');
    }
    await drawToTell(place);
  };
  fill(place, h('section.card', {}, h('h2', {}, t('要打电话告诉的', 'To be told')), h('table.table.folds', {}, h('thead', {}, h('tr', {}, [t('谁', 'Who'), t('什么事', 'About'), t('手机', 'Phone'), ''].map((one) => h('th', {scope: 'col'}, one || h('span.unseen', {}, t('办', 'Do')))))),
    h('tbody', {}, rows.map((row) => h('tr', {}, h('td', {}, h('b', {}, row.name || row.code), t(` ${row.party} 位`, ` party of ${row.party}`)), h('td.whole', {}, `${said(row.title)} ${moment(row.start)}：${why[row.to_tell] ?? row.to_tell} ${said(row.reason)}`), h('td', {}, row.phone || '—'),
      h('td.acts', {}, h('span.row', {}, button(t('告诉了', 'Told'), () => told(row, 'phone'), {look: 'small'}), button(t('没通', 'Not reached'), () => told(row, 'not reached'), {look: 'small quiet'})))))))));
}

export const open = (asked) => asked.first === 'roster' ? openRoster(asked) : openList(asked);
