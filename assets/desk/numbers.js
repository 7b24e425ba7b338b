// SPDX-License-Identifier: GPL-3.0-or-later
// How many came, by month, listing and screen. No name and no number of anyone.
import * as api from './api.js';
import {fill, h, icon, news} from './dom.js';
import {kindWords} from './listing_words.js';
import {said, t} from './language.js';
import {today} from './time.js';

function bars(label, rows) {
  const most = Math.max(1, ...rows.map((one) => one.value));
  return h('section.card', {}, h('h2', {}, label), h('ul.bars', {}, rows.map((one) => h('li', {}, h('span', {}, one.words), h('meter', {min: 0, max: most, value: one.value, 'aria-label': one.words}), h('span', {}, one.beside))), rows.length === 0 ? h('li.quiet', {}, t('这几个月没有。', 'None in these months.')) : null));
}

export async function open() {
  const until = h('input', {type: 'month', value: today().slice(0, 7), 'aria-label': t('到哪个月', 'Until')});
  const from = h('input', {type: 'month', value: `${today().slice(0, 4)}-01`, 'aria-label': t('从哪个月', 'From')});
  const place = h('div', {});
  const table = h('a.button', {download: 'numbers.csv'}, icon('bring'), 'CSV');
  const load = async () => {
    const range = {from: from.value, until: until.value};
    table.href = `/api/desk/numbers${api.query({...range, format: 'csv'})}`;
    const got = await api.get(`/numbers${api.query(range)}`);
    const months = new Map();
    for (const one of got.months) {
      const sum = months.get(one.month) ?? {signed_up: 0, present: 0, no_show: 0};
      for (const key of Object.keys(sum)) sum[key] += one[key];
      months.set(one.month, sum);
    }
    const came = (one) => t(`${one.present} 到 / ${one.signed_up} 报`, `${one.present} of ${one.signed_up}`);
    fill(place, bars(t('每月来了多少人', 'Who came, by month'), [...months].map(([month, one]) => ({words: month, value: one.present, beside: came(one)}))),
      bars(t('各节目', 'By listing'), got.listings.slice(0, 20).map((one) => ({words: `${said(one.title)} · ${kindWords(one.kind)}`, value: one.present, beside: came(one)}))),
      bars(t('各屏收到的报名', 'Sign-ups by screen'), got.screens.map((one) => {
        const sum = one.hours.reduce((all, hour) => all + hour, 0);
        const busiest = one.hours.indexOf(Math.max(...one.hours));
        return {words: one.name, value: sum, beside: sum > 0 ? t(`${sum}，${busiest} 点最忙`, `${sum}, busiest at ${busiest}`) : '0'};
      })));
  };
  for (const one of [from, until]) one.addEventListener('change', () => load().catch((refusal) => news(refusal.message, 'bad')));
  await load();
  return {title: t('数字', 'Numbers'), element: h('div.page', {}, h('div.head', {}, h('h1', {}, t('数字', 'Numbers')), h('span.grow'), h('span.inline.row', {}, from, '–', until), table), place)};
}
