// SPDX-License-Identifier: GPL-3.0-or-later
// Instants of the hub as the clock on the centre's wall shows them, and back. The browser's own zone
// plays no part.
import {language, t} from './language.js';

let zone = 'Asia/Shanghai';
let ahead = 0;  // of the hub's clock before this one, ms

export function setClock(hubZone, hubNow) {
  zone = hubZone || zone;
  if (hubNow) ahead = Date.parse(hubNow) - Date.now();
}

export function now() {
  return new Date(Date.now() + ahead);
}

const parts = {year: 'numeric', month: '2-digit', day: '2-digit', hour: '2-digit',
               minute: '2-digit', second: '2-digit', hourCycle: 'h23'};

// "2026-11-22T14:20:00"
export function wall(instant) {
  const date = new Date(instant);
  const got = {};
  for (const {type, value} of new Intl.DateTimeFormat('en-CA', {...parts, timeZone: zone})
    .formatToParts(date)) got[type] = value;
  return `${got.year}-${got.month}-${got.day}T${got.hour}:${got.minute}:${got.second}`;
}

export function instantOf(wallText) {
  const utc = Date.parse(`${wallText.length === 16 ? `${wallText}:00` : wallText}Z`);
  if (Number.isNaN(utc)) return null;
  let guess = utc;
  for (let round = 0; round < 2; ++round) guess += utc - Date.parse(`${wall(guess)}Z`);
  return new Date(guess).toISOString();
}

export const day = (instant) => wall(instant).slice(0, 10);
export const clock = (instant) => wall(instant).slice(11, 16);
export const today = () => day(now());

export function addDays(date, count) {
  return new Date(Date.parse(`${date}T00:00:00Z`) + count * 86400000).toISOString().slice(0, 10);
}

const weekdays = {zh: '日一二三四五六', en: ['Sun', 'Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat']};

export function weekday(date) {
  const index = new Date(`${date}T00:00:00Z`).getUTCDay();
  return language === 'en' ? weekdays.en[index] : `周${weekdays.zh[index]}`;
}

// 今天, 明天, else 11-22（周日）
export function dayWords(date) {
  if (date === today()) return t('今天', 'Today');
  if (date === addDays(today(), 1)) return t('明天', 'Tomorrow');
  const short = date.slice(0, 4) === today().slice(0, 4) ? date.slice(5) : date;
  return t(`${short}（${weekday(date)}）`, `${weekday(date)} ${short}`);
}

export function span(start, end) {
  const last = day(start) === day(end) ? clock(end) : `${dayWords(day(end))} ${clock(end)}`;
  return `${clock(start)} – ${last}`;
}

export function moment(instant) {
  return instant ? `${dayWords(day(instant))} ${clock(instant)}` : '';
}

export function ago(instant) {
  const minutes = Math.max(0, Math.round((now() - new Date(instant)) / 60000));
  if (minutes < 1) return t('刚刚', 'just now');
  if (minutes < 60) return t(`${minutes} 分钟前`, `${minutes} min ago`);
  if (minutes < 1440) return t(`${Math.round(minutes / 60)} 小时前`, `${Math.round(minutes / 60)} h ago`);
  return moment(instant);
}
