// SPDX-License-Identifier: GPL-3.0-or-later
import {fill, h} from './dom.js';
import {t} from './language.js';

// 第 1–8 条，共 289 条, and the pages beside it.
export function pager(place, total, offset, size, go) {
  const last = Math.max(0, Math.ceil(total / size) - 1);
  const here = Math.floor(offset / size);
  const wanted = [...new Set([0, here - 1, here, here + 1, last])].filter((one) => one >= 0 && one <= last)
    .sort((a, b) => a - b);
  const step = (to, words, enabled) => h('button', {type: 'button', disabled: !enabled, onclick: () => go(to * size)}, words);
  const numbers = [];
  wanted.forEach((one, index) => {
    if (index > 0 && one > wanted[index - 1] + 1) numbers.push(h('span', {'aria-hidden': 'true'}, '…'));
    numbers.push(h('button', {type: 'button', 'aria-label': t(`第 ${one + 1} 页`, `Page ${one + 1}`),
      'aria-current': one === here ? 'page' : undefined, onclick: () => go(one * size)}, one + 1));
  });
  fill(place, h('span', {}, total === 0 ? '' : t(`第 ${offset + 1}–${Math.min(total, offset + size)} 条，共 ${total} 条`,
                                                `${offset + 1}–${Math.min(total, offset + size)} of ${total}`)),
       last === 0 ? null : h('nav.row', {'aria-label': t('翻页', 'Pages')}, step(here - 1, t('上一页', 'Previous'), here > 0),
         numbers, step(here + 1, t('下一页', 'Next'), here < last)));
}
