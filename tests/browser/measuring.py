"""Measure a page as it is laid out: its targets, its focus, its width."""

from __future__ import annotations

from typing import Any

from playwright.sync_api import Page

TARGETS = "a[href], button, input, select, textarea, summary, [tabindex]:not([tabindex='-1'])"
"""What can be reached by keyboard and, but for `tabindex`, hit by a finger."""

_RECORD = """(selector) => {
  const look = (e) => {
    const s = getComputedStyle(e);
    return [s.outlineStyle, s.outlineWidth, s.outlineColor, s.boxShadow, s.backgroundColor,
            s.borderColor];
  };
  const name = (e) => e.outerHTML.replace(/\\s+/g, ' ').slice(0, 90);
  const targets = [...document.querySelectorAll(selector)].filter((e) => e.checkVisibility());
  const before = new Map(targets.map((e) => [e, look(e)]));
  window.visited = [];
  document.addEventListener('focusin', ({target}) => {
    const after = look(target), box = target.getBoundingClientRect();
    const [outline, width, colour] = after;
    const isClear = /^rgba.*, 0\\)$/.test(colour);
    const isOutlined = outline !== 'none' && parseFloat(width) >= 1 && !isClear;
    const differs = after.slice(3).some((value, i) => value !== before.get(target)?.[i + 3]);
    const isClipped = getComputedStyle(target).clipPath !== 'none' || box.width < 2;
    window.visited.push([name(target), (isOutlined || differs) && !isClipped]);
  });
  return targets.map(name);
}"""

_TINY_TARGETS = """(selector) => {
  const SIZE = 24;
  const shown = (e) => e.checkVisibility({visibilityProperty: true});
  const clipped = (e) => getComputedStyle(e).clipPath !== 'none';
  const block = (e) => {
    while (getComputedStyle(e).display.startsWith('inline')) e = e.parentElement;
    return e;
  };
  // In a sentence: words stand around the target that are not themselves targets.
  const inText = (e) => {
    if (getComputedStyle(e).display !== 'inline') return false;
    const walker = document.createTreeWalker(block(e), NodeFilter.SHOW_TEXT);
    for (let node = walker.nextNode(); node; node = walker.nextNode()) {
      const parent = node.parentElement;
      const isPlain = !parent.closest(selector) && !clipped(parent);
      if (isPlain && /\\p{L}{2}/u.test(node.data)) return true;
    }
    return false;
  };
  const targets = [...document.querySelectorAll(selector)]
    .filter((e) => shown(e) && !clipped(e) && !e.matches('[tabindex]'));
  const boxes = new Map(targets.map((e) => [e, e.getBoundingClientRect()]));
  const small = (e) => boxes.get(e).width < SIZE - .01 || boxes.get(e).height < SIZE - .01;
  const centre = (e) => {
    const box = boxes.get(e);
    return [box.x + box.width / 2, box.y + box.height / 2];
  };
  // The circle around an undersized target may touch neither a target nor another such circle.
  const isCrowded = (e) => targets.some((other) => {
    if (other === e) return false;
    const [x, y] = centre(e), [ox, oy] = centre(other);
    if (small(other) && Math.hypot(x - ox, y - oy) < SIZE - .01) return true;
    return [...other.getClientRects()].some((r) => Math.hypot(
      x - Math.min(Math.max(x, r.left), r.right), y - Math.min(Math.max(y, r.top), r.bottom)
    ) < SIZE / 2 - .01);
  });
  return targets.filter((e) => small(e) && !inText(e) && isCrowded(e)).map((e) => {
    const {width, height} = boxes.get(e);
    return `${width.toFixed(1)} x ${height.toFixed(1)}: ${e.outerHTML.slice(0, 120)}`;
  });
}"""

_COVERED_TARGETS = """(selector) => {
  const targets = [...document.querySelectorAll(selector)].filter((e) =>
    e.checkVisibility() && !e.matches('[tabindex]') && getComputedStyle(e).clipPath === 'none');
  return targets.filter((e) => {
    e.scrollIntoView({block: 'center', inline: 'center', behavior: 'instant'});
    return ![...e.getClientRects()].some((r) => {
      const hit = document.elementFromPoint(r.x + r.width / 2, r.y + r.height / 2);
      return hit && e.contains(hit);
    });
  }).map((e) => e.outerHTML.slice(0, 120));
}"""

_TOO_WIDE = """() => {
  const limit = document.documentElement.clientWidth;
  const scrolls = (e) => e && (e !== document.body && e !== document.documentElement
    && ['auto', 'scroll', 'hidden'].includes(getComputedStyle(e).overflowX)
    || scrolls(e.parentElement));
  return [...document.body.querySelectorAll('*')]
    .filter((e) => e.checkVisibility() && !scrolls(e.parentElement)
      && getComputedStyle(e).clipPath === 'none'
      && [...e.getClientRects()].some((r) => r.right > limit + .5 || r.left < -.5))
    .map((e) => e.outerHTML.slice(0, 120));
}"""


def tab_through(page: Page) -> tuple[list[str], list[tuple[str, bool]]]:
    """Give all targets, and those that the Tab key visits, with whether focus is seen there."""
    targets: list[str] = page.evaluate(_RECORD, TARGETS)
    for _ in targets:
        page.keyboard.press("Tab")
    visited: list[list[Any]] = page.evaluate("window.visited")
    return targets, [(name, seen) for name, seen in visited]


def tiny_targets(page: Page) -> list[str]:
    """List what is too small to hit, and too near to something else.

    Source: https://www.w3.org/TR/WCAG22/#target-size-minimum
    """
    found: list[str] = page.evaluate(_TINY_TARGETS, TARGETS)
    return found


def covered_targets(page: Page) -> list[str]:
    """List what cannot be hit, because something else lies upon it."""
    found: list[str] = page.evaluate(_COVERED_TARGETS, TARGETS)
    return found


def too_wide(page: Page) -> list[str]:
    """List what stands out of the window at its sides, but for what scrolls by itself."""
    found: list[str] = page.evaluate(_TOO_WIDE)
    return found
