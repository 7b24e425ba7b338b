// SPDX-License-Identifier: GPL-3.0-or-later
// One listing: written at the left, seen at the right as a screen shows it. Saved by itself.
import * as api from './api.js';
import {button, confirm, fill, h, icon, news, segments, showFaults} from './dom.js';
import * as drafts from './drafts.js';
import {datesPart} from './editor_dates.js';
import {moreParts, textParts} from './editor_fields.js';
import {formPart} from './editor_form.js';
import {historyDialog} from './editor_history.js';
import {posterPart} from './editor_poster.js';
import {previewPart} from './editor_preview.js';
import {stateButtons} from './editor_state.js';
import {kindWords, statePills} from './listing_words.js';
import {language, said, t} from './language.js';
import {allowed} from './sections.js';
import {ago, clock, now} from './time.js';

const save_after_ms = 1200;

class Editor {
  constructor(entry, around, session) {
    Object.assign(this, around);
    this.session = session;
    this.id = entry.id;
    this.entry = entry;
    this.listing = entry.listing;
    this.dates = entry.dates;
    this.readOnly = false;
    this.textLanguage = language;
    this.dirty = false;
    this.root = h('div.editor');
    this.strip = h('div.strip', {hidden: true, role: 'status'}, icon('warn'), h('p', {}));
    this.savedLine = h('span.saved', {role: 'status'});
    this.titleLine = h('h1', {});
    this.pills = h('span.row', {});
    this.effects = new Map();
  }

  // Something was written.
  changed() {
    this.dirty = true;
    drafts.keep(this.session.user.id, this.id, {revision: this.entry.revision, listing: this.listing});
    this.showHead();
    this.preview.soon();
    clearTimeout(this.saving);
    this.saving = setTimeout(() => this.save(), save_after_ms);
  }

  // True: the hub has it.
  async save() {
    clearTimeout(this.saving);
    if (!this.dirty || this.readOnly) return true;
    if (this.under) {
      await this.under;
      return this.save();
    }
    this.dirty = false;
    this.under = this.send();
    const done = await this.under;
    this.under = null;
    return done;
  }

  async send() {
    this.sayState('', t('正在存……', 'Saving…'));
    try {
      const {revision} = await api.put(`/listings/${this.id}`,
                                       {revision: this.entry.revision, listing: this.listing});
      this.entry.revision = revision;
      this.entry.pending = true;
      showFaults(this.root, []);
      if (!this.dirty) drafts.forget(this.session.user.id, this.id);
      this.sayState('', t(`草稿已存 ${clock(now())}`, `Saved ${clock(now())}`));
      this.showHead();
      return true;
    } catch (refusal) {
      this.dirty = true;
      if (!(refusal instanceof api.Refusal)) throw refusal;
      if (refusal.code === 'programme.changed-meanwhile') {
        this.overtaken();
      } else {
        const active = document.activeElement;
        const rest = showFaults(this.root, refusal.faults);
        if (this.root.contains(active)) active.focus();
        this.sayState('bad', rest[0]?.message ?? (refusal.faults.length > 0
            ? t('还没存：有一处要改', 'Not saved: something needs changing') : refusal.message));
        if (refusal.status === 0) this.saving = setTimeout(() => this.save(), 5000);
      }
      return false;
    }
  }

  async overtaken() {
    this.sayState('bad', t('别处刚改过', 'Changed elsewhere'));
    const mine = await confirm(t('别处刚改过这一条', 'Somebody has just changed this'),
      t('可以用您写的盖过去（历史里留着他们的），也可以丢下您的，看他们的。',
        'Yours can replace theirs (which stays in the history), or be dropped.'), t('用我写的', 'Use mine'));
    const fresh = await api.get(`/listings/${this.id}`);
    if (mine) {
      this.entry.revision = fresh.revision;
      this.changed();
    } else {
      drafts.forget(this.session.user.id, this.id);
      this.reload(fresh);
    }
  }

  async reload(fresh = null) {
    clearTimeout(this.saving);
    this.dirty = false;
    this.entry = fresh ?? await api.get(`/listings/${this.id}`);
    this.listing = this.entry.listing;
    this.dates = this.entry.dates;
    this.effects.clear();
    this.draw();
    this.preview.soon();
  }

  sayState(look, words) {
    fill(this.savedLine, h('i.dot', {class: look, 'aria-hidden': 'true'}), words);
  }

  showHead() {
    fill(this.titleLine, said(this.listing.title) || t('（没写标题）', '(no title)'));
    fill(this.pills, statePills(this.entry));
    this.actions && fill(this.actions, stateButtons(this));
  }

  // What residents get from what was changed, said before it is published.
  showEffects() {
    const sentences = [...this.effects.values()].filter(Boolean);
    this.strip.hidden = sentences.length === 0;
    fill(this.strip.lastElementChild, sentences.join(' '));
  }

  draw() {
    this.actions = h('div.row.actions', {});
    fill(this.root,
      h('div.head', {}, h('p.crumbs', {}, h('a', {href: '#/listings'}, t('节目单', 'Programme')), ` / ${kindWords(this.listing.kind)}`),
        h('span.grow'), this.savedLine, this.actions),
      h('div.head', {}, this.titleLine, this.pills, h('span.grow'),
        segments(t('写哪种文字', 'Language of the texts'), [['zh', '中文'], ['en', 'English']], this.textLanguage, (one) => {
          this.textLanguage = one;
          this.draw();
        })),
      this.notes(),
      h('fieldset.stack', {disabled: this.readOnly}, h('legend.unseen', {}, t('节目', 'Listing')),
        textParts(this), datesPart(this), posterPart(this), moreParts(this), formPart(this)),
      this.strip);
    if (!this.savedLine.textContent) {
      this.sayState(this.readOnly ? 'wait' : '', this.readOnly ? t('只能看', 'Read only') : t('都存好了', 'All saved'));
    }
    this.showHead();
    this.showEffects();
  }

  notes() {
    const {editing, review} = this.entry;
    return [
      editing && !editing.mine ? h('p.strip', {}, icon('warn'), t(`${editing.who} 正在写这一条，您先看着；等写完了这里会变成可写。`,
        `${editing.who} is writing this; you can read along until they are done.`)) : null,
      this.restored ? h('p.strip', {}, icon('history'), h('span', {}, t('上次没存上的，已经放回来了。', 'What was not saved last time is back.')),
        button(t('丢掉', 'Drop it'), () => {
          drafts.forget(this.session.user.id, this.id);
          this.restored = false;
          this.reload();
        }, {look: 'small'})) : null,
      review ? h('p.strip', {}, icon('chat'), t(`${review.who} ${ago(review.at)}送审。${review.note}`,
                                                `Sent for review by ${review.who} ${ago(review.at)}. ${review.note}`)) : null];
  }

  showHistory() {
    return historyDialog(this);
  }

  // Says to the hub that it is open here, again and again.
  async hold() {
    try {
      const held = await api.put(`/listings/${this.id}/editing`);
      const readOnly = !held.mine;
      this.entry.editing = {who: held.who, mine: held.mine, since: held.since};
      if (readOnly !== this.readOnly) {
        this.readOnly = readOnly;
        if (this.holding && !readOnly) await this.reload();
        else if (this.holding) this.draw();
      }
      this.holding = setTimeout(() => this.hold(), 1000 * (held.beat_s ?? 20));
    } catch {
      this.holding = setTimeout(() => this.hold(), 10000);
    }
  }

  async leave() {
    clearTimeout(this.holding);
    clearTimeout(this.saving);
    this.preview.end();
    if (this.dirty && !this.readOnly) await this.save();
    if (!this.readOnly) api.remove(`/listings/${this.id}/editing`).catch(() => null);
  }

  takeDraft() {
    const mine = drafts.kept(this.session.user.id, this.id);
    if (!mine || this.readOnly) return;
    if (JSON.stringify(mine.listing) === JSON.stringify(this.listing)) {
      drafts.forget(this.session.user.id, this.id);
      return;
    }
    this.listing = mine.listing;
    this.restored = true;
  }
}

export async function open({id, session}) {
  const [entry, limits, {venues}, {tags}, posters] = await Promise.all([
    api.get(`/listings/${id}`), api.get('/limits').catch(() => ({texts: {}})), api.get('/venues'), api.get('/tags'),
    api.get('/posters').catch(() => ({posters: []}))]);
  const editor = new Editor(entry, {limits, venues, tags, posters: posters.posters}, session);
  editor.readOnly = !allowed(session.user.role, 'editor');
  if (!editor.readOnly) await editor.hold();
  editor.takeDraft();
  editor.preview = previewPart(editor);
  editor.draw();
  if (editor.restored) editor.changed();
  return {title: said(editor.listing.title), leave: () => editor.leave(), focus: editor.titleLine,
          element: h('div.desk-split', {}, h('div.page', {}, editor.root), editor.preview.element)};
}
