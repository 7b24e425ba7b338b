// SPDX-License-Identifier: GPL-3.0-or-later
// What a screen really shows of it: the hub has the screens' own program draw it.
import * as api from './api.js';
import {fill, h, segments, tick} from './dom.js';
import {t} from './language.js';

const soon_ms = 250;

export function previewPart(editor) {
  const mode = {size: 'portrait', large_text: false, high_contrast: false, language: 'zh'};
  const picture = h('img', {alt: t('屏上的样子', 'As a screen shows it')});
  const trouble = h('p.trouble', {role: 'status'});
  const panel = h('div.panel', {}, h('div.glass', {}, picture, trouble), h('i.light', {'aria-hidden': 'true'}));
  const foot = h('p.foot', {});
  let waiting = 0;
  let under = null;
  let again = false;
  let address = '';
  let ended = false;

  async function draw() {
    if (ended) return;
    if (under) {
      again = true;
      return;
    }
    again = false;
    panel.classList.add('busy');
    try {
      under = api.post('/preview', {listing: editor.listing, id: editor.id, dates: editor.dates, mode}, {blob: true});
      const png = await under;
      const fresh = URL.createObjectURL(png);
      picture.src = fresh;
      await picture.decode().catch(() => null);
      if (address) URL.revokeObjectURL(address);
      address = fresh;
      picture.hidden = false;
      fill(trouble);
    } catch (refusal) {
      fill(trouble, refusal.message);
      picture.hidden = !address;
    }
    under = null;
    panel.classList.remove('busy');
    if (again) draw();
  }

  const views = [['portrait', t('竖屏', 'Portrait')], ['landscape', t('横屏', 'Landscape')], ['large', t('大字', 'Large')], ['en', 'EN']];
  const chosen = (view) => {
    mode.size = view === 'landscape' ? 'landscape' : 'portrait';
    mode.large_text = view === 'large';
    mode.language = view === 'en' ? 'en' : 'zh';
    panel.classList.toggle('lying', mode.size === 'landscape');
    draw();
  };
  const contrast = tick(t('高对比', 'High contrast'), false, (yes) => {
    mode.high_contrast = yes;
    draw();
  });

  api.get('/screens').then(({screens}) => {
    const good = screens.filter((one) => one.standing === 'newest' || one.standing === 'behind');
    fill(foot, h('i.dot', {class: good.length > 0 ? '' : 'none', 'aria-hidden': 'true'}),
      good.length === 0 ? t('没有屏幕在线；发布后，屏幕连上就会更新', 'No screen is online; they follow when they are')
        : good.length === 1 ? t(`${good[0].name} 在线 · 发布后约 1 分钟更新`, `${good[0].name} is online · follows in about a minute`)
          : t(`${good.length} 块屏在线 · 发布后约 1 分钟更新`, `${good.length} screens online · follow in about a minute`));
  }, () => null);
  draw();
  return {
    element: h('aside.preview', {'aria-label': t('屏上效果', 'On the screen')},
      h('div.head', {}, h('h2', {}, t('屏上效果', 'On the screen')), h('span.grow'), segments(t('怎么看', 'Seen how'), views, 'portrait', chosen)),
      panel, h('div.row.under', {}, contrast), foot),
    soon: () => {
      clearTimeout(waiting);
      waiting = setTimeout(draw, soon_ms);
    },
    end: () => {
      ended = true;
      clearTimeout(waiting);
      if (address) URL.revokeObjectURL(address);
    },
  };
}
