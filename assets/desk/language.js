// SPDX-License-Identifier: GPL-3.0-or-later
// Each sentence stands in both languages where it is used, so that none can lack one.

const kept = localStorage.getItem('wenlan-language');
export const language = kept === 'en' || kept === 'zh' ? kept
    : navigator.language.startsWith('zh') ? 'zh' : 'en';

export function t(zh, en) {
  return language === 'en' ? en : zh;
}

// A text of the programme: {"zh", "en"}.
export function said(text) {
  if (!text) return '';
  return language === 'en' && text.en ? text.en : text.zh || text.en || '';
}

export function speak(wanted) {
  localStorage.setItem('wenlan-language', wanted);
  location.reload();
}

document.documentElement.lang = language === 'en' ? 'en' : 'zh-CN';
