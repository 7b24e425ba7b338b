// SPDX-License-Identifier: GPL-3.0-or-later
// When and where a listing takes place: single dates and series; moved and cancelled with a reason.
import * as api from './api.js';
import {button, dialog, field, fill, h, news, select, showFaults, tick} from './dom.js';
import {seriesDialog, seriesWords} from './editor_series.js';
import {said, t} from './language.js';
import {addDays, clock, day, dayWords, instantOf, now, span, today} from './time.js';

const venueOptions = (editor) => [['', t('选地点', 'Choose a place')],
  ...editor.venues.map((one) => [one.id, [said(one.name), said(one.floor)].filter(Boolean).join(' · ')])];
const shown_dates = 6;
const settle_ms = 900;

export function datesPart(editor) {
  const {dates, entry} = editor;
  const coming = dates.filter((one) => new Date(one.end) >= now());
  const shown = coming.length > 0 ? coming : dates.slice(-1);
  const box = editor.datesPlace;
  const adding = h('div.row.adding', {},
    button(t('添一场', 'Add a date'), () => dateDialog(editor, null), {look: 'small', icon: 'plus'}),
    button(t('添每周重复', 'Add a series'), () => seriesDialog(editor, null), {look: 'small', icon: 'sync'}),
    dates.length > shown_dates ? h('span.quiet', {}, t(`共 ${dates.length} 场`, `${dates.length} dates`)) : null);
  fill(box, shown.length > 0 ? firstDate(editor, shown[0]) : null,
    shown.length > 1 ? h('ul.dates', {}, shown.slice(1, shown_dates).map((one) => h('li.row', {}, dateLine(editor, one)))) : null,
    entry.series.map((one) => h('div.row.series', {}, h('span.pill.blue', {}, t('系列', 'Series')), seriesWords(one, editor),
      button(t('改', 'Change'), () => seriesDialog(editor, one), {look: 'small'}),
      button(t('停', 'End'), () => endSeries(editor, one), {look: 'small quiet'}))),
    shown.length > 0 ? null : adding);
  box.querySelector('.underdate')?.append(adding);
  return null;
}

function stateMark(date) {
  if (date.state === 'cancelled') return h('span.pill.bad', {}, t('已取消', 'Cancelled'), said(date.reason) ? `：${said(date.reason)}` : '');
  if (date.state === 'moved') return h('span.pill.wait', {}, t('已改期', 'Moved'), said(date.reason) ? `：${said(date.reason)}` : '');
  return null;
}

function dateLine(editor, date) {
  const venue = editor.venues.find((one) => one.id === date.venue);
  return [h('span', {}, `${dayWords(day(date.start))} ${span(date.start, date.end)}`), h('span.quiet', {}, said(venue?.name)),
    date.capacity ? h('span.quiet', {}, t(`${date.taken ?? 0} / ${date.capacity} 座`, `${date.taken ?? 0} / ${date.capacity} seats`)) : null,
    stateMark(date), h('span.grow'), dateActions(editor, date)];
}

function dateActions(editor, date) {
  return h('span.row', {}, button(t('改', 'Change'), () => dateDialog(editor, date), {look: 'small'}),
    date.state === 'cancelled' ? null : button(t('取消这场', 'Cancel it'), () => cancelDialog(editor, date), {look: 'small quiet'}));
}

// The next date, written in the form itself. What people have been told is changed by a dialog that
// asks for a reason.
function firstDate(editor, date) {
  const known = editor.entry.state === 'published';
  const time = `${dayWords(day(date.start))} ${span(date.start, date.end)}`;
  const when = h('button.button.value', {type: 'button', onclick: () => dateDialog(editor, date),
    'aria-label': `${t('日期与时间', 'Date and time')} ${time}`}, time);
  const venue = select(venueOptions(editor), date.venue, () => {
    if (!known) return saveDate(editor, date, {venue: Number(venue.value)});
    const wanted = Number(venue.value);
    venue.value = String(date.venue);
    dateDialog(editor, date, {venue: wanted});
  });
  const seats = (label, name) => {
    const box = h('input', {type: 'number', min: 0, inputMode: 'numeric', value: date[name]});
    let soon = 0;
    box.addEventListener('input', () => {
      clearTimeout(soon);
      soon = setTimeout(() => saveDate(editor, date, {[name]: Math.round(Number(box.value)) || 0}, label), settle_ms);
    });
    return field(label, box, {path: `dates.0.${name}`});
  };
  const bound = (label, name) => {
    const box = h('input', {type: 'datetime-local', value: date[name] ? `${day(date[name])}T${clock(date[name])}` : ''});
    box.addEventListener('change', () => saveDate(editor, date, {[name]: box.value ? instantOf(box.value) : null}));
    return field(label, box, {path: `dates.0.${name}`});
  };
  return [h('div.grid2', {}, field(t('日期与时间', 'Date and time'), when, {path: 'dates.0.start'}),
            field(t('地点', 'Place'), venue, {path: 'dates.0.venue'})),
    h('div.grid4', {}, seats(t('座位总数', 'Seats'), 'capacity'), seats(t('留给现场', 'Kept for walk-ins'), 'walk_in_places'),
      bound(t('开始报名', 'Sign-up opens'), 'signup_opens'), bound(t('报名截止', 'Sign-up closes'), 'signup_closes')),
    h('div.row.underdate', {}, stateMark(date), h('span.quiet', {}, date.capacity
      ? t(`已领 ${date.taken ?? 0} 座；满了以后自动候补${date.waiting ? `，现有 ${date.waiting} 家在等` : ''}`,
          `${date.taken ?? 0} taken; a waiting list when full${date.waiting ? `, ${date.waiting} parties wait` : ''}`)
      : t('不数座位', 'Seats are not counted')), h('span.grow'),
      date.state === 'cancelled' ? null : button(t('取消这场', 'Cancel this date'), () => cancelDialog(editor, date), {look: 'small'}))];
}

// The hub says what it means for residents; the strip at the foot says it before it is published.
async function effectOf(editor, date, after, label) {
  try {
    const effect = await api.post(`/dates/${date.id}/effects`, {date: {...date, ...after}});
    const name = Object.keys(after)[0];
    const change = label && after[name] !== undefined ? t(`「${label}」从 ${date[name]} 改成 ${after[name]}：`,
                                                          `${label} from ${date[name]} to ${after[name]}: `) : '';
    const {free} = effect;
    const phone = free.phone.before === free.phone.after ? t(`手机上可约的还是 ${free.phone.after} 席`, `phones can still book ${free.phone.after}`)
        : t(`手机上可约的从 ${free.phone.before} 席变成 ${free.phone.after} 席`, `phones can book ${free.phone.after} instead of ${free.phone.before}`);
    const screen = free.screen.before === free.screen.after ? t('屏上现场登记照常', 'screens go on as before')
        : t(`屏上从 ${free.screen.before} 席变成 ${free.screen.after} 席`, `screens ${free.screen.after} instead of ${free.screen.before}`);
    const over = effect.over > 0 ? t(`有 ${effect.over} 位会没有座位！`, ` ${effect.over} people would have no seat!`) : '';
    return `${change}${phone}${t('，', ', ')}${screen}${t('。', '.')}${over}`;
  } catch {
    return '';
  }
}

async function saveDate(editor, date, after, label = '') {
  const sentence = date.id && (after.capacity !== undefined || after.walk_in_places !== undefined)
      ? await effectOf(editor, date, after, label) : '';
  try {
    const done = await api.put(`/dates/${date.id}`, {date: {...date, ...after}});
    Object.assign(date, after);
    editor.entry.revision = done.revision;
    editor.entry.pending = true;
    showFaults(editor.datesPlace, []);
    if (sentence) editor.effects.set(`${date.id}-${label}`, sentence);
    editor.showEffects();
    editor.showHead();
    editor.preview.soon();
  } catch (refusal) {
    const rest = showFaults(editor.datesPlace, (refusal.faults ?? []).map((one) => ({...one, path: one.path.replace(/^date\./, 'dates.0.')})));
    if (rest.length > 0 || !refusal.faults?.length) news(rest[0]?.message ?? refusal.message, 'bad');
  }
}

const told = (editor, date) => editor.entry.state === 'published' && new Date(date.start) > now();

function reasonFields() {
  const zh = h('input', {placeholder: t('居民会看到，如「老师出差」', 'Residents read it: “the teacher is away”')});
  const en = h('input', {lang: 'en'});
  return {value: () => ({zh: zh.value, en: en.value}),
          element: h('div.grid2', {}, field(t('原因', 'Reason, in Chinese'), zh, {path: 'reason.zh'}), field(t('原因（英文）', 'Reason, in English'), en, {path: 'reason.en'}))};
}

// Asks the hub, says what was wrong in place, and closes when it is done.
function dateForm(close, content, words, send) {
  const form = h('form', {noValidate: true, onsubmit: async (event) => {
    event.preventDefault();
    try {
      close(await send() ?? true);
    } catch (refusal) {
      const rest = showFaults(form, (refusal.faults ?? []).map((one) => ({...one, path: one.path.replace(/^(date|dates\.\d+|series)\./, '')})));
      if (rest.length > 0 || !refusal.faults?.length) news(rest[0]?.message ?? refusal.message, 'bad');
    }
  }}, h('div.stack', {}, content), h('div.buttons', {}, button(t('先不', 'Not now'), () => close()),
      h('button.button.primary', {type: 'submit'}, words)));
  return form;
}
export {dateForm, venueOptions};

async function dateDialog(editor, date, wanted = {}) {
  if (!await editor.save()) return;
  const start = date?.start ?? instantOf(`${addDays(today(), 7)}T14:00:00`);
  const end = date?.end ?? instantOf(`${addDays(today(), 7)}T16:00:00`);
  const on = h('input', {type: 'date', value: day(start), required: true});
  const from = h('input', {type: 'time', value: clock(start), required: true});
  const to = h('input', {type: 'time', value: clock(end), required: true});
  const venue = select(venueOptions(editor), wanted.venue ?? date?.venue ?? editor.venues[0]?.id);
  const capacity = h('input', {type: 'number', min: 0, value: date?.capacity ?? 0});
  const walkIn = h('input', {type: 'number', min: 0, value: date?.walk_in_places ?? 0});
  const reason = reasonFields();
  const asksReason = date && told(editor, date);
  const done = await dialog(date ? t('改这一场', 'Change this date') : t('添一场', 'Add a date'), (close) => dateForm(close,
    [h('div.grid3', {}, field(t('哪天', 'Day'), on, {path: 'start'}), field(t('几点', 'From'), from, {path: 'from'}), field(t('到几点', 'To'), to, {path: 'end'})),
      field(t('地点', 'Place'), venue, {path: 'venue'}),
      h('div.grid2', {}, field(t('座位总数（0：不数）', 'Seats (0: not counted)'), capacity, {path: 'capacity'}), field(t('留给现场', 'Kept for walk-ins'), walkIn, {path: 'walk_in_places'})),
      asksReason ? [h('p.hint', {}, t('时间或地点变了，屏上会写「改期」和原因，已报名的人进通知名单。', 'A new time or place shows as “moved” with its reason; who signed up goes on the list to be told.')), reason.element] : null],
    date ? t('改好', 'Change') : t('添上', 'Add'), async () => {
      const last = to.value < from.value ? addDays(on.value, 1) : on.value;
      const value = {...(date ?? {state: 'scheduled', reason: {zh: '', en: ''}, signup_opens: null, signup_closes: null}),
        start: instantOf(`${on.value}T${from.value}:00`), end: instantOf(`${last}T${to.value}:00`), venue: Number(venue.value),
        capacity: Number(capacity.value), walk_in_places: Number(walkIn.value)};
      const moves = asksReason && (value.start !== new Date(date.start).toISOString() || value.end !== new Date(date.end).toISOString() || value.venue !== date.venue);
      if (moves) Object.assign(value, {state: 'moved', reason: reason.value()});
      return date ? api.put(`/dates/${date.id}`, {date: value}) : api.post(`/listings/${editor.id}/dates`, {date: value});
    }));
  if (done) await editor.reload();
}

async function cancelDialog(editor, date) {
  if (!await editor.save()) return;
  const reason = reasonFields();
  const wipe = !told(editor, date);
  const publish = tick(t('马上发布到屏幕', 'Publish at once'), true);
  const done = await dialog(t('取消这一场', 'Cancel this date'), (close) => dateForm(close, [
    h('p', {}, `${dayWords(day(date.start))} ${span(date.start, date.end)}`),
    date.taken > 0 ? h('p.strip.bad', {}, t(`有 ${date.taken} 位已经报名，会进通知名单。`, `${date.taken} people have signed up; they go on the list to be told.`)) : null,
    reason.element, publish,
    wipe ? button(t('还没人知道，直接删掉', 'Nobody knows of it: remove it'), async () => {
      await api.remove(`/dates/${date.id}`).then(() => close(true), (refusal) => news(refusal.message, 'bad'));
    }, {look: 'small bad'}) : null],
    t('取消这场', 'Cancel it'), async () => {
      const {revision} = await api.put(`/dates/${date.id}`, {date: {...date, state: 'cancelled', reason: reason.value()}});
      if (publish.firstElementChild.checked && editor.entry.state === 'published') {
        await api.put(`/listings/${editor.id}/state`, {revision, state: 'published'});
      }
      return true;
    }));
  if (done) await editor.reload();
}

async function endSeries(editor, series) {
  if (!await editor.save()) return;
  const on = h('input', {type: 'date', value: today()});
  const done = await dialog(t('这个系列到哪天为止', 'When the series ends'), (close) => dateForm(close,
    [field(t('从这天起不再有', 'None from this day on'), on, {path: 'from'})], t('停', 'End it'),
    () => api.remove(`/series/${series.id}${api.query({from: `${on.value}T00:00:00`})}`)));
  if (done) await editor.reload();
}
