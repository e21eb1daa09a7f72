/// What the page can do when scripts run: fold, filter, sort, follow links into what is folded.
enum HTMLScript {
    /// The script; it makes no markup, and only hides and moves what is there.
    static let text = """

        'use strict';
        (function () {
          var all = function (query, root) { return Array.from((root || document).querySelectorAll(query)); };
          var byId = function (id) { return document.getElementById(id); };
          var cards = all('details.gap');
          var folds = all('details.gap, details.framework, details.lines');
          var setOpen = function (items, open) { items.forEach(function (item) { item.open = open; }); };
          setOpen(folds, false);

          var reveal = function () {
            var name = '';
            try { name = decodeURIComponent(location.hash.slice(1)); } catch (problem) { return; }
            var target = name ? byId(name) : null;
            if (!target) { return; }
            if (target.hidden) { byId('filters').reset(); narrow(); }
            for (var item = target; item; item = item.parentElement) {
              if (item.tagName === 'DETAILS') { item.open = true; }
            }
            target.scrollIntoView();
            all('.target').forEach(function (old) { old.classList.remove('target'); });
            if (target.tagName !== 'SECTION') { target.classList.add('target'); }
          };

          var order = ['critical', 'high', 'medium', 'low', 'info'];
          cards.forEach(function (card, position) { card.place = position; card.words = null; });
          var narrow = function () {
            var want = { severity: byId('fseverity').value, origin: byId('forigin').value };
            var lists = { agent: byId('fagent').value, frameworks: byId('fframework').value };
            var terms = byId('ftext').value.toLowerCase().split(' ').filter(Boolean);
            var shown = 0;
            cards.forEach(function (card) {
              var fits = Object.keys(want).every(function (key) { return !want[key] || card.dataset[key] === want[key]; });
              Object.keys(lists).forEach(function (key) {
                if (lists[key]) { fits = fits ? card.dataset[key].split(' ').includes(lists[key]) : false; }
              });
              if (terms.length > 0) {
                if (card.words === null) { card.words = card.textContent.toLowerCase(); }
                fits = fits ? terms.every(function (term) { return card.words.includes(term); }) : false;
              }
              card.hidden = !fits;
              shown += fits ? 1 : 0;
            });
            byId('fcount').textContent = shown + ' of ' + cards.length + ' entries shown';
          };
          var sort = function () {
            var key = byId('fsort').value;
            var value = function (card) { return card.dataset[key]; };
            var sorted = cards.slice().sort(function (left, right) {
              var one = key ? value(left) : '', two = key ? value(right) : '';
              return one === two ? left.place - right.place : one > two ? 1 : -1;
            });
            sorted.forEach(function (card) { card.parentElement.appendChild(card); });
          };

          var form = byId('filters');
          if (form) {
            form.hidden = false;
            form.addEventListener('submit', function (event) { event.preventDefault(); });
            form.addEventListener('input', narrow);
            byId('fsort').addEventListener('change', sort);
            form.addEventListener('reset', function () { setTimeout(function () { narrow(); sort(); }, 0); });
            byId('unfold').addEventListener('click', function () { setOpen(cards, true); });
            byId('fold').addEventListener('click', function () { setOpen(cards, false); });
            narrow();
          }

          all('.wide').forEach(function (box) {
            if (box.scrollWidth > box.clientWidth) {
              box.tabIndex = 0;
              box.setAttribute('role', 'region');
              box.setAttribute('aria-label', box.querySelector('caption').textContent);
            }
          });

          var closed = [];
          addEventListener('beforeprint', function () {
            closed = all('details.gap:not([open]), details.framework:not([open]), .gap .lines:not([open])');
            setOpen(closed, true);
          });
          addEventListener('afterprint', function () { setOpen(closed, false); });
          addEventListener('hashchange', reveal);
          reveal();
        })();

        """
}
