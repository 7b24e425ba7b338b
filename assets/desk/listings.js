// SPDX-License-Identifier: GPL-3.0-or-later
// The programme as a list: what there is, how it stands, when it is next.
import * as api from './api.js';
import {add, button, dialog, field, fill, h, icon, news, select, showFaults} from './dom.js';
import {said, t} from './language.js';
import {kinds, kindWords, sectionOfKind, statePills} from './listing_words.js';
import {pager} from './pager.js';
import {allowed} from './sections.js';
import {ago, moment} from './time.js';

const page_size = 50;

function row(one) {
  const next = one.next ? `${moment(one.next.start)}${one.coming > 1 ? t(`，共 ${one.coming} 场`, `, ${one.coming} dates`) : ''}`
      : t('没有日期', 'no date');
  return h('tr', {},
    h('td', {}, h('img.listpic', {src: api.posterOf(one.poster.name || '01-bridge'), alt: '', loading: 'lazy'})),
    h('td.whole', {}, h('a', {href: `#/listing/${one.id}`}, said(one.title) || t('（没写标题）', '(no title)')),
      h('div.quiet', {}, [kindWords(one.kind), said(one.subtitle)].filter(Boolean).join(' · '))),
    h('td', {}, next),
    h('td', {}, h('span.row', {}, statePills(one))),
    h('td.quiet', {}, one.editing ? t(`${one.editing} 正在写`, `${one.editing} is writing`)
        : one.changed ? `${one.changed.who} · ${ago(one.changed.at)}` : ''));
}

export async function open({search, session}) {
  const wanted = {q: search.get('q') ?? '', section: search.get('section') ?? '', kind: search.get('kind') ?? '',
                  state: search.get('state') ?? '', pending: search.get('pending') === '1',
                  order: search.get('order') ?? 'next', offset: 0};
  const editor = allowed(session.user.role, 'editor');
  const rows = h('tbody');
  const foot = h('div.pages', {});
  const count = h('p.quiet', {role: 'status'});
  const publishAll = button('', () => publishEverything(load), {look: 'small', hidden: true});
  let asked = null;

  async function load() {
    asked?.abort();
    asked = new AbortController();
    try {
      const answer = await api.get(`/listings${api.query({...wanted, limit: page_size})}`, {signal: asked.signal});
      show(answer);
    } catch (refusal) {
      if (refusal.name !== 'AbortError') news(refusal.message, 'bad');
    }
  }

  function show(answer) {
    fill(rows, answer.listings.map(row));
    if (answer.listings.length === 0) {
      add(rows, [h('tr', {}, h('td', {colspan: 5}, h('div.empty', {}, icon('search'),
        h('p', {}, t('没找到。换个词，或放宽条件。', 'Nothing found. Try another word, or fewer filters.')))))]);
    }
    fill(count, t(`共 ${answer.total} 条`, `${answer.total} listings`));
    pager(foot, answer.total, wanted.offset, page_size, (offset) => {
      wanted.offset = offset;
      load();
    });
    publishAll.hidden = !editor || answer.pending === 0;
    fill(publishAll, t(`发布 ${answer.pending} 处修改`, `Publish ${answer.pending} changes`));
  }

  let typing = 0;
  const find = h('input', {type: 'search', value: wanted.q, placeholder: t('标题、副题', 'Title, subtitle'),
    'aria-label': t('找节目', 'Find a listing'), oninput: () => {
      clearTimeout(typing);
      typing = setTimeout(() => change({q: find.value}), 180);
    }});
  const change = (what) => {
    Object.assign(wanted, what, {offset: 0});
    load();
  };
  const chips = [['', t('全部', 'All')], ['published', t('已发布', 'Published')], ['draft', t('草稿', 'Drafts')],
    ['review', t('待审', 'For review')], ['withdrawn', t('已撤下', 'Withdrawn')]].map(([state, words]) =>
    h('button.chip', {type: 'button', value: state, 'aria-pressed': String(state === wanted.state), onclick: (event) => {
      for (const one of chips) one.setAttribute('aria-pressed', String(one === event.currentTarget));
      change({state});
    }}, words));
  await load();
  const element = h('div.page', {},
    h('div.head', {}, h('h1', {}, heading(wanted)), count, h('span.grow'), publishAll,
      editor ? button(t('新节目', 'New listing'), () => begin(wanted), {look: 'primary', icon: 'plus'}) : null),
    h('div.tools', {}, h('div.finder', {}, icon('search'), find), chips,
      h('label.inline', {}, h('span.unseen', {}, t('种类', 'Kind')),
        select([['', t('各种', 'Every kind')], ...kinds], wanted.kind.includes(',') ? '' : wanted.kind,
               (event) => change({kind: event.target.value}))),
      h('label.inline', {}, h('span.unseen', {}, t('次序', 'Order')),
        select([['next', t('最近的在前', 'Soonest first')], ['changed', t('刚改的在前', 'Last changed first')],
                ['title', t('按标题', 'By title')]], wanted.order, (event) => change({order: event.target.value})))),
    h('div.card', {}, h('table.table.folds', {}, h('thead', {}, h('tr', {},
      [t('海报', 'Poster'), t('节目', 'Listing'), t('下一场', 'Next'), t('状态', 'State'), t('最后改动', 'Last change')]
        .map((words) => h('th', {scope: 'col'}, words)))), rows), foot));
  return {title: heading(wanted), element, leave: () => asked?.abort()};
}

function heading(wanted) {
  if (wanted.kind === 'service') return t('文化大超市', 'Services');
  return {clubs: t('社团', 'Clubs'), reading: t('书香', 'Reading'), volunteering: t('志愿', 'Volunteering'),
          neighbourhood: t('问卷与公告', 'Surveys and notices')}[wanted.section] ?? t('节目单', 'Programme');
}

async function publishEverything(then) {
  try {
    const {version} = await api.post('/publication');
    news(t(`发布了，第 ${version} 版，屏幕约一分钟后跟上。`, `Published as version ${version}; screens follow in about a minute.`));
  } catch (refusal) {
    news(refusal.message, 'bad');
  }
  then();
}

async function begin(wanted) {
  const first = {clubs: 'club', reading: 'reading', volunteering: 'volunteering',
                 neighbourhood: wanted.kind === 'service' ? 'service' : 'notice'}[wanted.section] ?? 'event';
  const made = await dialog(t('新节目', 'New listing'), (close) => {
    const kind = select(kinds, first);
    const title = h('input', {required: true});
    const form = h('form', {noValidate: true, onsubmit: async (event) => {
      event.preventDefault();
      try {
        close(await api.post('/listings', {listing: {kind: kind.value, section: sectionOfKind[kind.value],
          title: {zh: title.value, en: ''}, join: kind.value === 'notice' ? 'none' : kind.value === 'survey' ? 'anonymous' : 'sign_up'}}));
      } catch (refusal) {
        const rest = showFaults(form, refusal.faults ?? []);
        if (rest.length > 0 || !refusal.faults?.length) news(rest[0]?.message ?? refusal.message, 'bad');
      }
    }}, h('div.stack', {}, field(t('是什么', 'What it is'), kind, {path: 'kind'}),
          field(t('标题', 'Title'), title, {path: 'title'})),
      h('div.buttons', {}, button(t('先不', 'Not now'), () => close()),
        h('button.button.primary', {type: 'submit'}, t('开始写', 'Begin'))));
    queueMicrotask(() => title.focus());
    return form;
  });
  if (made) location.hash = `#/listing/${made.id}`;
}
