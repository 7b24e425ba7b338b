// SPDX-License-Identifier: GPL-3.0-or-later
// Dates that repeat: every so many weeks on some days, until a day or without end.
import * as api from './api.js';
import {dialog, field, fill, h, select, tick} from './dom.js';
import {dateForm, venueOptions} from './editor_dates.js';
import {said, t} from './language.js';
import {addDays, dayWords, today} from './time.js';

const days = [['MO', t('周一', 'Mon')], ['TU', t('周二', 'Tue')], ['WE', t('周三', 'Wed')], ['TH', t('周四', 'Thu')],
              ['FR', t('周五', 'Fri')], ['SA', t('周六', 'Sat')], ['SU', t('周日', 'Sun')]];

function readRule(rule) {
  const parts = Object.fromEntries(rule.split(';').map((one) => one.split('=')));
  return {every: Number(parts.INTERVAL ?? 1), on: (parts.BYDAY ?? '').split(',').filter(Boolean),
          until: (parts.UNTIL ?? '').replace(/^(\d{4})(\d{2})(\d{2}).*/, '$1-$2-$3'),
          plain: parts.FREQ === 'WEEKLY' && !parts.COUNT};
}

function writeRule({every, on, until}) {
  return ['FREQ=WEEKLY', every > 1 ? `INTERVAL=${every}` : '', on.length > 0 ? `BYDAY=${on.join(',')}` : '',
          until ? `UNTIL=${until.replaceAll('-', '')}T235959` : ''].filter(Boolean).join(';');
}

export function seriesWords(series, editor) {
  const rule = readRule(series.rule);
  const venue = editor.venues.find((one) => one.id === series.venue);
  const names = rule.plain ? rule.on.map((key) => days.find(([one]) => one === key)?.[1]).join(t('、', ', ')) : series.rule;
  return h('span', {}, t(`${rule.every > 1 ? `每 ${rule.every} 周` : '每周'} ${names} ${series.first.slice(11, 16)}，${series.length_min} 分钟`,
    `${rule.every > 1 ? `every ${rule.every} weeks` : 'weekly'} ${names} ${series.first.slice(11, 16)}, ${series.length_min} min`),
    ` · ${said(venue?.name)}`);
}

export async function seriesDialog(editor, series) {
  if (!await editor.save()) return;
  const start = series?.first ?? `${addDays(today(), 7)}T14:00:00`;
  const rule = readRule(series?.rule ?? 'FREQ=WEEKLY');
  const first = h('input', {type: 'date', value: start.slice(0, 10)});
  const at = h('input', {type: 'time', value: start.slice(11, 16)});
  const length = h('input', {type: 'number', min: 5, value: series?.length_min ?? 90});
  const every = h('input', {type: 'number', min: 1, max: 12, value: rule.every});
  const until = h('input', {type: 'date', value: rule.until});
  const venue = select(venueOptions(editor), series?.venue ?? editor.venues[0]?.id);
  const capacity = h('input', {type: 'number', min: 0, value: series?.capacity ?? 0});
  const walkIn = h('input', {type: 'number', min: 0, value: series?.walk_in_places ?? 0});
  const from = h('input', {type: 'date', value: ''});
  const outcome = h('p.hint', {role: 'status'});
  const boxes = days.map(([key, words]) => tick(words, rule.on.includes(key), () => look(), {value: key}));
  const value = () => ({...(series ?? {signup_opens_before_min: null, signup_closes_before_min: null, extra: [], excluded: [], ends_before: null}),
    first: `${first.value}T${at.value}:00`, length_min: Number(length.value),
    rule: series && !rule.plain ? series.rule : writeRule({every: Number(every.value), until: until.value,
      on: boxes.map((one) => one.firstElementChild).filter((one) => one.checked).map((one) => one.value)}),
    venue: Number(venue.value), capacity: Number(capacity.value), walk_in_places: Number(walkIn.value)});
  const look = async () => {
    try {
      const {dates} = await api.post('/series-dates', {series: value()});
      fill(outcome, t(`接下来 120 天有 ${dates.length} 场：`, `${dates.length} dates in the next 120 days: `),
           dates.slice(0, 4).map((one) => dayWords(one.wall.slice(0, 10))).join(t('、', ', ')), dates.length > 4 ? '……' : '');
    } catch (refusal) {
      fill(outcome, refusal.faults?.[0]?.message ?? refusal.message);
    }
  };
  for (const one of [first, at, every, until]) one.addEventListener('change', look);
  look();
  const done = await dialog(series ? t('改这个系列', 'Change the series') : t('每周重复', 'Every week'), (close) => dateForm(close, [
    h('div.grid3', {}, field(t('第一场', 'First date'), first, {path: 'first'}), field(t('几点', 'At'), at), field(t('多少分钟', 'Minutes'), length, {path: 'length_min'})),
    h('div.field', {role: 'group', 'aria-label': t('星期几', 'On which days'), 'data-path': 'rule'}, h('p.label', {}, t('星期几', 'On which days')), h('div.row', {}, boxes), h('p.wrong', {hidden: true})),
    h('div.grid2', {}, field(t('隔几周（1：每周）', 'Every how many weeks'), every), field(t('到哪天为止（空：一直办）', 'Until (empty: goes on)'), until)),
    field(t('地点', 'Place'), venue, {path: 'venue'}),
    h('div.grid2', {}, field(t('座位总数（0：不数）', 'Seats (0: not counted)'), capacity, {path: 'capacity'}), field(t('留给现场', 'Kept for walk-ins'), walkIn, {path: 'walk_in_places'})),
    series ? field(t('只改这天以后的（空：全改）', 'Change only from this day (empty: all)'), from, {path: 'from'}) : null, outcome],
    series ? t('改好', 'Change') : t('添上', 'Add'), () => series
      ? api.put(`/series/${series.id}`, {series: value(), ...(from.value ? {from: `${from.value}T${at.value}:00`} : {})})
      : api.post(`/listings/${editor.id}/series`, {series: value()})), {look: 'wide'});
  if (done) await editor.reload();
}
