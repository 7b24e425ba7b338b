// SPDX-License-Identifier: GPL-3.0-or-later
// The texts of a listing with the limits of the screens, its tags and what only some kinds have.
import * as api from './api.js';
import {button, clearFault, dialog, field, h, icon, news, select, tick} from './dom.js';
import {joins} from './listing_words.js';
import {said, t} from './language.js';
import {instantOf, wall} from './time.js';

// As the screens count: characters, whatever their width.
export const lengthOf = (text) => [...text].length;

// A text in the language that is being written. `of` has it as {"zh", "en"}.
export function textField(editor, label, of, name, more = {}) {
  const tongue = editor.textLanguage;
  of[name] ??= {zh: '', en: ''};
  const limit = editor.limits.texts?.[more.limit ?? name] ?? {};
  const fits = tongue === 'en' ? limit.fits_en : limit.fits_zh;
  const box = more.rows ? h('textarea', {rows: more.rows}) : h('input', {});
  box.value = of[name][tongue] ?? '';
  box.lang = tongue === 'en' ? 'en' : 'zh-CN';
  const other = of[name][tongue === 'en' ? 'zh' : 'en'];
  if (tongue === 'en' && other) box.placeholder = other;
  const count = h('span.count', {});
  const measure = () => {
    const length = lengthOf(box.value);
    count.textContent = fits ? `${length} / ${fits}` : '';
    count.classList.toggle('over', Boolean(fits) && length > fits);
    count.title = length > fits ? t('屏上会收短', 'Will be shortened on screens') : '';
  };
  measure();
  const holder = field(label + (fits ? t(`（屏上最多 ${fits} 字）`, ` (${fits} fit)`) : ''), box, {
    path: more.path ?? `${name}.${tongue}`, hint: more.hint,
    around: h('div.counted', {class: more.rows ? 'tall' : ''}, box, count)});
  box.addEventListener('input', () => {
    of[name] = {...of[name], [tongue]: box.value};
    measure();
    clearFault(holder);
    editor.changed();
  });
  return holder;
}

export function numberField(editor, label, of, name, more = {}) {
  const box = h('input', {type: 'number', min: more.least ?? 0, max: more.most, inputMode: 'numeric', value: of[name] ?? 0});
  box.addEventListener('input', () => {
    of[name] = Math.round(Number(box.value)) || 0;
    (more.then ?? (() => editor.changed()))();
  });
  return field(label, box, {path: more.path ?? name, hint: more.hint});
}

export function instantField(editor, label, of, name) {
  const box = h('input', {type: 'datetime-local', value: of[name] ? wall(of[name]).slice(0, 16) : ''});
  box.addEventListener('change', () => {
    of[name] = box.value ? instantOf(box.value) : null;
    editor.changed();
  });
  return field(label, box, {path: name});
}

function dayField(editor, label, of, name, path) {
  const box = h('input', {type: 'date', value: of[name] ?? ''});
  box.addEventListener('change', () => {
    of[name] = box.value || null;
    editor.changed();
  });
  return field(label, box, {path});
}

export function textParts(editor) {
  const {listing} = editor;
  const fits = editor.limits.texts?.body?.[editor.textLanguage === 'en' ? 'fits_en' : 'fits_zh'];
  return [h('div.grid2', {}, textField(editor, t('标题', 'Title'), listing, 'title'),
            textField(editor, t('一句话副题', 'Subtitle in a few words'), listing, 'subtitle')),
          editor.datesPlace = h('div.stack', {}),
          textField(editor, t('简介', 'About it'), listing, 'body',
                    {rows: 3, hint: fits ? t('大字模式自动收短', 'Shortened by itself in large text') : undefined})];
}

function tagsPart(editor) {
  const {listing, tags} = editor;
  const looks = {events: 'blue', clubs: 'good', reading: 'wait', volunteering: 'bad'};
  const box = h('div.row.tags', {});
  const draw = () => {
    box.replaceChildren(...listing.tags.map((key, index) => {
      const tag = tags.find((one) => one.key === key);
      const name = tag ? said(tag.name) : key;
      return h('span.pill.tag', {class: index === 0 ? 'first' : looks[tag?.section] ?? ''}, name,
        h('button', {type: 'button', 'aria-label': t(`去掉 ${name}`, `Remove ${name}`), onclick: () => {
          listing.tags.splice(index, 1);
          draw();
          editor.changed();
        }}, icon('close')));
    }), h('button.pill.tag.add', {type: 'button', 'aria-label': t('加标签', 'Add a tag'), onclick: pick}, icon('plus')));
  };
  const pick = async () => {
    const wanted = await dialog(t('加标签', 'Add a tag'), (close) => h('div.stack', {},
      h('p.hint', {}, t('第一个标签是它的类型，居民按它筛选。', 'The first tag is its type; residents filter by it.')),
      h('div.row', {}, tags.filter((one) => !listing.tags.includes(one.key))
        .map((one) => button(said(one.name), () => close(one.key), {look: 'small'}))),
      newTag(editor, close)));
    if (!wanted) return;
    listing.tags.push(wanted);
    draw();
    editor.changed();
  };
  draw();
  return h('div.field', {'data-path': 'tags'}, h('p.label', {}, t('标签', 'Tags')), box, h('p.wrong', {hidden: true}));
}

function newTag(editor, close) {
  const zh = h('input', {});
  const en = h('input', {lang: 'en'});
  return h('div.grid3', {}, field(t('新标签', 'New tag'), zh, {path: 'name.zh'}), field('English', en, {path: 'name.en'}),
    h('div.field', {}, h('p.label', {}, ' '), button(t('建一个', 'Make it'), async () => {
      try {
        const made = await api.post('/tags', {name: {zh: zh.value, en: en.value}, section: editor.listing.section, filter_order: 0});
        editor.tags.push(made);
        close(made.key);
      } catch (refusal) {
        news(refusal.faults?.[0]?.message ?? refusal.message, 'bad');
      }
    })));
}

function featurePart(editor) {
  const {listing} = editor;
  const has = (where) => listing.feature === where || listing.feature === 'both';
  const set = () => {
    const [attract, home] = boxes.map((box) => box.firstElementChild.checked);
    listing.feature = attract && home ? 'both' : attract ? 'attract' : home ? 'home' : 'none';
    editor.changed();
  };
  const boxes = [tick(t('待机画面', 'Idle screen'), has('attract'), set), tick(t('首页推荐', 'Home page'), has('home'), set)];
  return h('div.field', {role: 'group', 'aria-label': t('显示在', 'Put forward on'), 'data-path': 'feature'},
           h('p.label', {}, t('显示在', 'Put forward on')), h('div.row', {}, boxes));
}

function ofKind(editor) {
  const {listing} = editor;
  switch (listing.kind) {
    case 'club': {
      const club = listing.club ??= {members: 0, places_open: 0, founded_year: 0, recruiting: false, rests_until: null};
      const own = (label, name) => textField(editor, label, club, name, {path: `club.${name}.${editor.textLanguage}`});
      return [h('div.grid4', {}, numberField(editor, t('成员', 'Members'), club, 'members', {path: 'club.members'}),
          numberField(editor, t('招几位', 'Places open'), club, 'places_open', {path: 'club.places_open'}),
          numberField(editor, t('哪年办起', 'Founded'), club, 'founded_year', {path: 'club.founded_year'}),
          dayField(editor, t('停到哪天', 'Rests until'), club, 'rests_until', 'club.rests_until')),
        tick(t('正在招新', 'Looking for members'), club.recruiting, (yes) => {
          club.recruiting = yes;
          editor.changed();
        }),
        h('div.grid2', {}, own(t('每周时间', 'Weekly time'), 'weekly'), own(t('带队的', 'Leader'), 'leader'),
          own(t('身份', 'Leader’s role'), 'leader_role'), own(t('带队的话', 'About the leader'), 'leader_note'),
          own(t('地点和要带的', 'Place and what to bring'), 'place_note'))];
    }
    case 'challenge': {
      const challenge = listing.challenge ??= {first_day: null, last_day: null, readers: 0};
      return h('div.grid3', {}, dayField(editor, t('第一天', 'First day'), challenge, 'first_day', 'challenge.first_day'),
        dayField(editor, t('最后一天', 'Last day'), challenge, 'last_day', 'challenge.last_day'),
        numberField(editor, t('多少人在读', 'Readers'), challenge, 'readers', {path: 'challenge.readers'}));
    }
    case 'call':
      return instantField(editor, t('截止', 'Deadline'), listing, 'deadline');
    case 'service':
      return textField(editor, t('村里要准备什么', 'What the hall has to have ready'), listing, 'needs');
    default:
      return null;
  }
}

export function moreParts(editor) {
  const {listing} = editor;
  const join = select(joins, listing.join, () => {
    listing.join = join.value;
    editor.draw();
    editor.changed();
  });
  return [h('div.grid2', {}, tagsPart(editor), featurePart(editor)), ofKind(editor),
    h('div.grid2', {}, field(t('怎么参加', 'How to join'), join, {path: 'join'}),
      textField(editor, t('适合谁', 'For whom'), listing, 'audience')),
    h('details.more', {open: editor.moreOpen, ontoggle: (event) => {
      editor.moreOpen = event.target.open;
    }}, h('summary', {}, t('更多：短标题、主办、座位说明、上下屏时间', 'More: short title, organiser, seating, when it is shown')),
      h('div.stack', {}, h('div.grid2', {}, textField(editor, t('短标题（小卡片上）', 'Short title, for tiles'), listing, 'short_title'),
        textField(editor, t('全名（带系列）', 'Full title, with its series'), listing, 'full_title'),
        textField(editor, t('主办', 'Organiser'), listing, 'organiser'), textField(editor, t('座位说明', 'Seating'), listing, 'seating'),
        textField(editor, t('首页卡片上的角标', 'Badge on the home card'), listing, 'feature_badge'),
        textField(editor, t('首页卡片上的一句', 'Line on the home card'), listing, 'feature_line'),
        instantField(editor, t('几时上屏', 'Shown from'), listing, 'shown_from'),
        instantField(editor, t('几时下屏', 'Shown until'), listing, 'shown_until'))))];
}
