// SPDX-License-Identifier: GPL-3.0-or-later
// Who changed what of a listing, the newest first; each change can be taken back.
import * as api from './api.js';
import {add, button, dialog, fill, h, news} from './dom.js';
import {fieldWords, shortly, whatWords} from './log_words.js';
import {t} from './language.js';
import {moment} from './time.js';

const page = 30;

export function differences(entry) {
  const before = entry.before ?? {};
  const after = entry.after ?? {};
  if (typeof before !== 'object' || typeof after !== 'object') return null;
  return h('ul.differences', {}, [...new Set([...Object.keys(before), ...Object.keys(after)])].slice(0, 12).map((key) =>
    h('li', {}, h('b', {}, fieldWords(key)), ' ', key in before ? [h('del', {}, shortly(before[key])), ' → '] : null, h('ins', {}, shortly(after[key])))));
}

export async function historyDialog(editor) {
  if (!await editor.save()) return;
  const undone = await dialog(t('历史', 'History'), (close) => {
    const list = h('ol.log', {});
    const foot = h('div.row', {});
    const load = async (before) => {
      const {entries} = await api.get(`/listings/${editor.id}/history${api.query({before, limit: page})}`);
      add(list, [entries.map((entry) => h('li', {}, h('div.row', {}, h('b', {}, entry.who), whatWords(entry.kind), h('span.quiet', {}, moment(entry.at)), h('span.grow'),
        entry.can_undo && !editor.readOnly ? button(t('撤销这一改', 'Undo this'), () => undo(entry), {look: 'small'}) : null), differences(entry)))]);
      if (!list.firstChild) add(list, [h('li.quiet', {}, t('还没有改动。', 'No changes yet.'))]);
      fill(foot, entries.length === page ? button(t('更早的', 'Earlier'), () => load(entries.at(-1).number), {look: 'small'}) : null);
    };
    const undo = async (entry) => {
      try {
        await api.post(`/listings/${editor.id}/undo`, {number: entry.number, revision: editor.entry.revision});
        close(true);
      } catch (refusal) {
        news(refusal.message, 'bad');
      }
    };
    load().catch((refusal) => fill(list, h('li.wrong', {}, refusal.message)));
    return h('div', {}, list, foot);
  }, {look: 'wide'});
  if (undone) {
    await editor.reload();
    news(t('撤销了。', 'Undone.'));
  }
}
